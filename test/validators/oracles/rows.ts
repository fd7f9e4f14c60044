/** The validators that python3-stdnum has too, by the name of their row in python-stdnum.json. */
import type { Validator } from '../../../src/core/verdict.js';
import { abaRouting } from '../../../src/validators/aba-routing.js';
import { argentinaCuit } from '../../../src/validators/argentina-cuit.js';
import { australiaAbn } from '../../../src/validators/australia-abn.js';
import { australiaAcn } from '../../../src/validators/australia-acn.js';
import { australiaTfn } from '../../../src/validators/australia-tfn.js';
import { austriaVnr } from '../../../src/validators/austria-vnr.js';
import { balticPersonalCode } from '../../../src/validators/baltic-personal-code.js';
import { belgiumNrn } from '../../../src/validators/belgium-national-number.js';
import { cnpj } from '../../../src/validators/br-cnpj.js';
import { cpf } from '../../../src/validators/br-cpf.js';
import { bulgariaEgn } from '../../../src/validators/bulgaria-egn.js';
import { chileRut } from '../../../src/validators/chile-rut.js';
import { chinaResidentIdentity } from '../../../src/validators/china-ric.js';
import { colombiaNit } from '../../../src/validators/colombia-nit.js';
import { costaRicaId } from '../../../src/validators/costa-rica-id.js';
import { croatiaOib } from '../../../src/validators/croatia-oib.js';
import { cyprusTin } from '../../../src/validators/cyprus-tin.js';
import { czechBirthNumber } from '../../../src/validators/czech-birth-number.js';
import { denmarkCpr } from '../../../src/validators/denmark-cpr.js';
import { readDigits } from '../../../src/validators/digits.js';
import { ecuadorCi } from '../../../src/validators/ecuador-ci.js';
import { finlandHetu } from '../../../src/validators/finland-hetu.js';
import { franceNir } from '../../../src/validators/france-nir.js';
import { franceSpi } from '../../../src/validators/france-spi.js';
import { germanyIdnr } from '../../../src/validators/germany-idnr.js';
import { greeceAfm } from '../../../src/validators/greece-afm.js';
import { greeceAmka } from '../../../src/validators/greece-amka.js';
import { passesGs1 } from '../../../src/validators/gs1.js';
import { guatemalaNit } from '../../../src/validators/guatemala-nit.js';
import { ibanMod97 } from '../../../src/validators/iban.js';
import { icelandKennitala } from '../../../src/validators/iceland-kennitala.js';
import { indiaAadhaar } from '../../../src/validators/india-aadhaar.js';
import { indiaEpic } from '../../../src/validators/india-epic.js';
import { indiaGstin } from '../../../src/validators/india-gstin.js';
import { indiaPan } from '../../../src/validators/india-pan.js';
import { irelandPps } from '../../../src/validators/ireland-pps.js';
import { italyCodiceFiscale } from '../../../src/validators/italy-codice-fiscale.js';
import { italyPartitaIva } from '../../../src/validators/italy-partita-iva.js';
import { japanCorporateNumber } from '../../../src/validators/japan-corporate-number.js';
import { jmbg } from '../../../src/validators/jmbg.js';
import { koreaResident } from '../../../src/validators/korea-rrn.js';
import { latviaPersonalCode } from '../../../src/validators/latvia-personal-code.js';
import { luhn } from '../../../src/validators/luhn.js';
import { malaysiaNric } from '../../../src/validators/malaysia-nric.js';
import { mexicoCurp } from '../../../src/validators/mexico-curp.js';
import { mexicoRfc } from '../../../src/validators/mexico-rfc.js';
import { netherlandsBsn } from '../../../src/validators/netherlands-bsn.js';
import { norwayFodselsnummer } from '../../../src/validators/norway-fodselsnummer.js';
import { newZealandIrd } from '../../../src/validators/nz-ird.js';
import { pakistanCnic } from '../../../src/validators/pakistan-cnic.js';
import { paraguayRuc } from '../../../src/validators/paraguay-ruc.js';
import { peruDni } from '../../../src/validators/peru-dni.js';
import { peruRuc } from '../../../src/validators/peru-ruc.js';
import { polandPesel } from '../../../src/validators/poland-pesel.js';
import { portugalNif } from '../../../src/validators/portugal-nif.js';
import { romaniaCnp } from '../../../src/validators/romania-cnp.js';
import { russiaInn } from '../../../src/validators/russia-inn.js';
import { sloveniaTaxNumber } from '../../../src/validators/slovenia-tax.js';
import { southAfricaId } from '../../../src/validators/south-africa-id.js';
import { spainCif } from '../../../src/validators/spain-cif.js';
import { spainNif } from '../../../src/validators/spain-nif.js';
import { swedenPersonnummer } from '../../../src/validators/sweden-personnummer.js';
import { switzerlandAhv } from '../../../src/validators/switzerland-ahv.js';
import { thailandId } from '../../../src/validators/thailand-id.js';
import { turkiyeTckn } from '../../../src/validators/turkiye-tckn.js';
import { nhsNumber } from '../../../src/validators/uk-nhs.js';
import { ukUtr } from '../../../src/validators/uk-utr.js';
import { ukraineRntrc } from '../../../src/validators/ukraine-rntrc.js';
import { ssnAreaGroupSerial } from '../../../src/validators/us-ssn.js';
import { venezuelaRif } from '../../../src/validators/venezuela-rif.js';
import { passesVerhoeff } from '../../../src/validators/verhoeff.js';

const digits = new Uint8Array(20);

/** A check on digits as a validator of text. */
function ofDigits(passes: (digits: Uint8Array, count: number) => boolean): Validator {
  return (bytes, start, end) => (passes(digits, readDigits(bytes, start, end, digits)) ? 'valid' : 'invalid');
}

/** `possible`: the oracle looks at the shape alone, so what it accepts may be `unknown` as well as `valid`. */
export interface OracleRow {
  readonly validator: Validator;
  readonly means: 'valid' | 'possible';
}

const valid = (validator: Validator): OracleRow => ({ validator, means: 'valid' });
const possible = (validator: Validator): OracleRow => ({ validator, means: 'possible' });

export const ORACLE_ROWS: Readonly<Record<string, OracleRow>> = {
  abaRouting: valid(abaRouting),
  argentinaCuit: valid(argentinaCuit),
  australiaAbn: valid(australiaAbn),
  australiaAcn: valid(australiaAcn),
  australiaTfn: valid(australiaTfn),
  austriaVnr: valid(austriaVnr),
  austriaTin: valid(luhn),
  balticEstonia: valid(balticPersonalCode),
  balticLithuania: valid(balticPersonalCode),
  belgiumNrn: valid(belgiumNrn),
  brazilCpf: valid(cpf),
  brazilCnpj: valid(cnpj),
  bulgariaEgn: valid(bulgariaEgn),
  canadaSin: valid(luhn),
  chileRut: valid(chileRut),
  chinaResidentIdentity: valid(chinaResidentIdentity),
  colombiaNit: valid(colombiaNit),
  costaRicaId: possible(costaRicaId),
  croatiaOib: valid(croatiaOib),
  cyprusTin: valid(cyprusTin),
  czechBirthNumber: valid(czechBirthNumber),
  denmarkCpr: possible(denmarkCpr),
  dominicanCedula: valid(luhn),
  ecuadorCi: valid(ecuadorCi),
  finlandHetu: valid(finlandHetu),
  franceNir: valid(franceNir),
  franceSpi: valid(franceSpi),
  germanyIdnr: valid(germanyIdnr),
  greeceAfm: valid(greeceAfm),
  greeceAmka: valid(greeceAmka),
  gs1: valid(ofDigits(passesGs1)),
  guatemalaNit: valid(guatemalaNit),
  ibanGermany: valid(ibanMod97),
  ibanBelgium: valid(ibanMod97),
  ibanSpain: valid(ibanMod97),
  icelandKennitala: valid(icelandKennitala),
  imei: valid(luhn),
  indiaAadhaar: valid(indiaAadhaar),
  indiaEpic: valid(indiaEpic),
  indiaGstin: valid(indiaGstin),
  indiaPan: possible(indiaPan),
  irelandPps: valid(irelandPps),
  israelId: valid(luhn),
  italyCodiceFiscale: valid(italyCodiceFiscale),
  italyPartitaIva: valid(italyPartitaIva),
  japanCorporateNumber: valid(japanCorporateNumber),
  jmbgSlovenia: valid(jmbg(0, 99)),
  koreaResident: valid(koreaResident),
  latviaPersonalCode: valid(latviaPersonalCode),
  luhn: valid(luhn),
  malaysiaNric: possible(malaysiaNric),
  mexicoCurp: valid(mexicoCurp),
  mexicoRfc: valid(mexicoRfc),
  netherlandsBsn: valid(netherlandsBsn),
  newZealandIrd: valid(newZealandIrd),
  norwayFodselsnummer: valid(norwayFodselsnummer),
  pakistanCnic: possible(pakistanCnic),
  paraguayRuc: valid(paraguayRuc),
  peruDni: valid(peruDni),
  peruRuc: valid(peruRuc),
  polandPesel: valid(polandPesel),
  portugalNif: valid(portugalNif),
  romaniaCnp: valid(romaniaCnp),
  russiaInn: valid(russiaInn),
  sloveniaTaxNumber: valid(sloveniaTaxNumber),
  southAfricaId: valid(southAfricaId),
  spainCif: valid(spainCif),
  spainDni: valid(spainNif),
  spainNie: valid(spainNif),
  swedenPersonnummer: valid(swedenPersonnummer),
  switzerlandAhv: valid(switzerlandAhv),
  thailandId: valid(thailandId),
  turkiyeTckn: valid(turkiyeTckn),
  ukNhs: valid(nhsNumber),
  ukUtr: valid(ukUtr),
  ukraineRntrc: valid(ukraineRntrc),
  usSsn: possible(ssnAreaGroupSerial),
  venezuelaRif: valid(venezuelaRif),
  verhoeff: valid(ofDigits(passesVerhoeff)),
};
