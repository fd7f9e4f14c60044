/** What the check digits of numbers beyond Europe, of cards and of tokens promise. */
import { abaRouting } from '../../../src/validators/aba-routing.js';
import { argentinaCuit } from '../../../src/validators/argentina-cuit.js';
import { argentinaSube } from '../../../src/validators/argentina-sube.js';
import { australiaAbn } from '../../../src/validators/australia-abn.js';
import { australiaAcn } from '../../../src/validators/australia-acn.js';
import { australiaMedicare } from '../../../src/validators/australia-medicare.js';
import { australiaTfn } from '../../../src/validators/australia-tfn.js';
import { bitcoinBase58Address } from '../../../src/validators/base58check.js';
import { ageSecretKey, segwitAddress } from '../../../src/validators/bech32.js';
import { brazilCnh } from '../../../src/validators/br-cnh.js';
import { cnpj } from '../../../src/validators/br-cnpj.js';
import { cpf } from '../../../src/validators/br-cpf.js';
import { brazilPis } from '../../../src/validators/br-pis.js';
import { brazilVoter } from '../../../src/validators/br-voter.js';
import { canadaPhn } from '../../../src/validators/canada-phn.js';
import { chileRut } from '../../../src/validators/chile-rut.js';
import { chinaResidentIdentity } from '../../../src/validators/china-ric.js';
import { colombiaNit } from '../../../src/validators/colombia-nit.js';
import { ecuadorCi } from '../../../src/validators/ecuador-ci.js';
import { emiratesId } from '../../../src/validators/emirates-id.js';
import { guatemalaCui } from '../../../src/validators/guatemala-cui.js';
import { guatemalaNit } from '../../../src/validators/guatemala-nit.js';
import { hongKongId } from '../../../src/validators/hong-kong-id.js';
import { indiaAadhaar } from '../../../src/validators/india-aadhaar.js';
import { indiaEpic } from '../../../src/validators/india-epic.js';
import { indiaGstin } from '../../../src/validators/india-gstin.js';
import { japanCorporateNumber } from '../../../src/validators/japan-corporate-number.js';
import { japanMyNumber } from '../../../src/validators/japan-my-number.js';
import { koreaForeigner, koreaResident } from '../../../src/validators/korea-rrn.js';
import { luhn } from '../../../src/validators/luhn.js';
import { magneticStripe } from '../../../src/validators/magnetic-stripe.js';
import { medicalDeviceUdi } from '../../../src/validators/medical-device-udi.js';
import { mexicoClabe } from '../../../src/validators/mexico-clabe.js';
import { mexicoCurp } from '../../../src/validators/mexico-curp.js';
import { mexicoRfc } from '../../../src/validators/mexico-rfc.js';
import { newZealandIrd } from '../../../src/validators/nz-ird.js';
import { newZealandNhi } from '../../../src/validators/nz-nhi.js';
import { paraguayRuc } from '../../../src/validators/paraguay-ruc.js';
import { luhnOfLongGroups } from '../../../src/validators/payment-card.js';
import { peruDni } from '../../../src/validators/peru-dni.js';
import { peruRuc } from '../../../src/validators/peru-ruc.js';
import { saudiId } from '../../../src/validators/saudi-id.js';
import { singaporeNric } from '../../../src/validators/singapore-nric.js';
import { southAfricaId } from '../../../src/validators/south-africa-id.js';
import { taiwanNational, taiwanResident } from '../../../src/validators/taiwan-id.js';
import { thailandId } from '../../../src/validators/thailand-id.js';
import { crc32Base62 } from '../../../src/validators/token-checksum.js';
import { uruguayCi } from '../../../src/validators/uruguay-ci.js';
import { deaRegistration } from '../../../src/validators/us-dea.js';
import { nationalProviderIdentifier } from '../../../src/validators/us-npi.js';
import { venezuelaRif } from '../../../src/validators/venezuela-rif.js';
import { vin } from '../../../src/validators/vin.js';
import { atWeights, endsIn, type Promised, placeOf } from './promised.js';

/** Whether the first weights of the New Zealand IRD number leave 1, which no digit can say. */
function hasSecondIrdRound(text: string): boolean {
  const digits = text.padStart(9, '0');
  return [3, 2, 7, 6, 5, 4, 3, 2].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 1;
}

export const WORLD_PROMISES: readonly Promised[] = [
  { file: 'aba-routing', validator: abaRouting, numbers: 'abaRouting' },
  {
    file: 'argentina-cuit',
    validator: argentinaCuit,
    numbers: 'argentinaCuit',
    except: { when: endsIn('9'), because: 'a remainder of 10 is written 9' },
  },
  { file: 'argentina-sube', validator: argentinaSube, numbers: 'ARGENTINA_TARJETA_SUBE' },
  { file: 'australia-abn', validator: australiaAbn, numbers: 'australiaAbn' },
  {
    file: 'australia-acn',
    validator: australiaAcn,
    numbers: 'australiaAcn',
    except: {
      when: atWeights([8, 7, 6, 5, 4, 3, 2, 1, 1]),
      because: 'weights that share a factor with 10 miss some differences',
    },
  },
  {
    file: 'australia-medicare',
    validator: australiaMedicare,
    numbers: 'AUSTRALIA_MEDICARE_NUMBER',
    except: { when: (text, at) => placeOf(text, at) > 8, because: 'issue and person stand behind the check digit' },
  },
  { file: 'australia-tfn', validator: australiaTfn, numbers: 'australiaTfn' },
  { file: 'base58check', validator: bitcoinBase58Address, numbers: 'BITCOIN_ADDRESS' },
  { file: 'bech32', validator: segwitAddress, numbers: 'BITCOIN_ADDRESS' },
  { file: 'bech32', validator: ageSecretKey, numbers: 'AGE_SECRET_KEY' },
  { file: 'br-cnh', validator: brazilCnh, numbers: 'BRAZIL_DRIVERS_LICENSE' },
  {
    file: 'br-cnpj',
    validator: cnpj,
    numbers: 'brazilCnpj',
    except: { when: (text) => text.slice(-2).includes('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'br-cpf',
    validator: cpf,
    numbers: 'brazilCpf',
    except: { when: (text) => text.slice(-2).includes('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'br-pis',
    validator: brazilPis,
    numbers: 'BRAZIL_PIS_PASEP_NUMBER',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'br-voter',
    validator: brazilVoter,
    numbers: 'BRAZIL_VOTER_REGISTRATION_NUMBER',
    except: {
      when: (text) => /[01]/.test(text.slice(-2)),
      because: 'two remainders are written 0, in São Paulo and Minas Gerais 1',
    },
  },
  { file: 'canada-phn', validator: canadaPhn, numbers: 'CANADA_HEALTH_NUMBER' },
  { file: 'chile-rut', validator: chileRut, numbers: 'chileRut' },
  { file: 'china-ric', validator: chinaResidentIdentity, numbers: 'chinaResidentIdentity' },
  {
    file: 'colombia-nit',
    validator: colombiaNit,
    numbers: 'colombiaNit',
    except: { when: endsIn('1'), because: 'the remainders 1 and 10 are written 1' },
  },
  { file: 'ecuador-ci', validator: ecuadorCi, numbers: 'ecuadorCi' },
  { file: 'emirates-id', validator: emiratesId, numbers: 'UNITED_ARAB_EMIRATES_IDENTITY_NUMBER' },
  {
    file: 'guatemala-cui',
    validator: guatemalaCui,
    numbers: 'GUATEMALA_CUI_NUMBER',
    except: { when: (text, at) => placeOf(text, at) > 8, because: 'department and municipality stand behind the check digit' },
  },
  { file: 'guatemala-nit', validator: guatemalaNit, numbers: 'guatemalaNit' },
  { file: 'hong-kong-id', validator: hongKongId, numbers: 'HONG_KONG_IDENTITY_CARD_NUMBER' },
  { file: 'india-aadhaar', validator: indiaAadhaar, numbers: 'indiaAadhaar' },
  { file: 'india-epic', validator: indiaEpic, numbers: 'indiaEpic' },
  { file: 'india-gstin', validator: indiaGstin, numbers: 'indiaGstin' },
  {
    file: 'japan-corporate-number',
    validator: japanCorporateNumber,
    numbers: 'japanCorporateNumber',
    except: {
      when: (text, at, wrong) => /[09]/.test(text[at]!) && /[09]/.test(wrong[at]!),
      because: 'modulo 9, 0 and 9 are the same',
    },
  },
  {
    file: 'japan-my-number',
    validator: japanMyNumber,
    numbers: 'JAPAN_INDIVIDUAL_NUMBER',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'korea-rrn',
    validator: koreaResident,
    numbers: 'koreaResident',
    except: { when: (text) => /[01]$/.test(text), because: 'two remainders are written 0, and two 1' },
  },
  {
    file: 'korea-rrn',
    validator: koreaForeigner,
    numbers: 'SOUTH_KOREA_FOREIGNER_REGISTRATION_NUMBER',
    except: { when: (text) => /[23]$/.test(text), because: 'two remainders are written 2, and two 3' },
  },
  { file: 'luhn', validator: luhn, numbers: 'luhn' },
  {
    file: 'magnetic-stripe',
    validator: magneticStripe,
    numbers: 'CREDIT_CARD_MAGNETIC_STRIPE',
    except: { when: (text, at) => at > text.search(/[\^=]/), because: 'the check digit is that of the card number' },
  },
  {
    file: 'medical-device-udi',
    validator: medicalDeviceUdi,
    numbers: 'MEDICAL_DEVICE_UDI',
    except: {
      when: (text, at) => text.startsWith('(') && (at < 4 || at > 17),
      because: 'in GS1 the check digit is that of the GTIN',
    },
  },
  { file: 'mexico-clabe', validator: mexicoClabe, numbers: 'MEXICO_CLABE_NUMBER' },
  {
    file: 'mexico-curp',
    validator: mexicoCurp,
    numbers: 'mexicoCurp',
    except: {
      when: (text, at, wrong) => ((18 - at) * (Number(wrong[at]) - Number(text[at]))) % 10 === 0,
      because: 'weights that share a factor with 10 miss some differences',
    },
  },
  { file: 'mexico-rfc', validator: mexicoRfc, numbers: 'mexicoRfc' },
  {
    file: 'nz-ird',
    validator: newZealandIrd,
    numbers: 'newZealandIrd',
    except: {
      when: (text, _at, wrong) => hasSecondIrdRound(text) || hasSecondIrdRound(wrong),
      because: 'a remainder of 1 is computed again with other weights',
    },
  },
  { file: 'nz-nhi', validator: newZealandNhi, numbers: 'NEW_ZEALAND_HEALTH_INDEX_NUMBER' },
  {
    file: 'paraguay-ruc',
    validator: paraguayRuc,
    numbers: 'paraguayRuc',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  { file: 'payment-card', validator: luhnOfLongGroups, numbers: 'CREDIT_CARD_NUMBER' },
  {
    file: 'peru-dni',
    validator: peruDni,
    numbers: 'peruDni',
    except: { when: endsIn('1'), because: 'two remainders are written 1' },
  },
  {
    file: 'peru-ruc',
    validator: peruRuc,
    numbers: 'peruRuc',
    except: { when: (text) => /[01]$/.test(text), because: 'two remainders are written 0, and two 1' },
  },
  { file: 'saudi-id', validator: saudiId, numbers: 'SAUDI_ARABIA_NATIONAL_ID_NUMBER' },
  { file: 'singapore-nric', validator: singaporeNric, numbers: 'SINGAPORE_NRIC_NUMBER' },
  { file: 'south-africa-id', validator: southAfricaId, numbers: 'southAfricaId' },
  {
    file: 'taiwan-id',
    validator: taiwanNational,
    numbers: 'TAIWAN_NATIONAL_ID_NUMBER',
    except: {
      when: (text, at, wrong) => ([8, 7, 6, 5, 4, 3, 2, 1, 1][at - 1]! * (Number(wrong[at]) - Number(text[at]))) % 10 === 0,
      because: 'weights that share a factor with 10 miss some differences',
    },
  },
  {
    file: 'taiwan-id',
    validator: taiwanResident,
    numbers: 'TAIWAN_RESIDENT_NUMBER',
    except: {
      when: (text, at, wrong) => ([8, 7, 6, 5, 4, 3, 2, 1, 1][at - 1]! * (Number(wrong[at]) - Number(text[at]))) % 10 === 0,
      because: 'weights that share a factor with 10 miss some differences',
    },
  },
  {
    file: 'thailand-id',
    validator: thailandId,
    numbers: 'thailandId',
    except: {
      when: (text, at) => at === 2 || /[01]$/.test(text),
      because: 'the third digit has the weight 11, and two remainders are written 0, and two 1',
    },
  },
  { file: 'token-checksum', validator: crc32Base62('npm_'.length), numbers: 'NPM_TOKEN' },
  {
    file: 'uruguay-ci',
    validator: uruguayCi,
    numbers: 'URUGUAY_IDENTITY_CARD_NUMBER',
    except: { when: atWeights([2, 9, 8, 7, 6, 3, 4, 1]), because: 'weights that share a factor with 10 miss some differences' },
  },
  {
    file: 'us-dea',
    validator: deaRegistration,
    numbers: 'US_DRUG_ENFORCEMENT_AGENCY_NUMBER',
    except: {
      when: (text, at, wrong) => at < 2 || ([1, 2, 1, 2, 1, 2, 1][at - 2]! * (Number(wrong[at]) - Number(text[at]))) % 10 === 0,
      because: 'the weight 2 misses a difference of five, and the letters, of which a 9 may be one, do not count',
    },
  },
  { file: 'us-npi', validator: nationalProviderIdentifier, numbers: 'USA_NATIONAL_PROVIDER_IDENTIFIER' },
  {
    file: 'venezuela-rif',
    validator: venezuelaRif,
    numbers: 'venezuelaRif',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  { file: 'vin', validator: vin, numbers: 'VEHICLE_IDENTIFICATION_NUMBER' },
];
