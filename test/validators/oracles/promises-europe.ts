/** What the check digits of European numbers promise. */
import { austriaVnr } from '../../../src/validators/austria-vnr.js';
import { balticPersonalCode } from '../../../src/validators/baltic-personal-code.js';
import { frenchRib, italianCin, spanishCcc } from '../../../src/validators/bban.js';
import { belgiumNrn } from '../../../src/validators/belgium-national-number.js';
import { bulgariaEgn } from '../../../src/validators/bulgaria-egn.js';
import { croatiaOib } from '../../../src/validators/croatia-oib.js';
import { cyprusTin } from '../../../src/validators/cyprus-tin.js';
import { czechBirthNumber } from '../../../src/validators/czech-birth-number.js';
import { denmarkCpr } from '../../../src/validators/denmark-cpr.js';
import { finlandHetu } from '../../../src/validators/finland-hetu.js';
import { franceNir } from '../../../src/validators/france-nir.js';
import { franceSpi } from '../../../src/validators/france-spi.js';
import { germanyDocument } from '../../../src/validators/germany-document.js';
import { germanyDrivingLicence } from '../../../src/validators/germany-driving-licence.js';
import { germanyIdnr } from '../../../src/validators/germany-idnr.js';
import { greeceAfm } from '../../../src/validators/greece-afm.js';
import { greeceAmka } from '../../../src/validators/greece-amka.js';
import { hungaryTaj } from '../../../src/validators/hungary-taj.js';
import { hungaryTaxNumber } from '../../../src/validators/hungary-tax.js';
import { ibanMod97 } from '../../../src/validators/iban.js';
import { icelandKennitala } from '../../../src/validators/iceland-kennitala.js';
import { irelandPps } from '../../../src/validators/ireland-pps.js';
import { italyCodiceFiscale } from '../../../src/validators/italy-codice-fiscale.js';
import { italyPartitaIva } from '../../../src/validators/italy-partita-iva.js';
import { jmbg } from '../../../src/validators/jmbg.js';
import { latviaPersonalCode } from '../../../src/validators/latvia-personal-code.js';
import { luxembourgNin } from '../../../src/validators/luxembourg-nin.js';
import { netherlandsBsn } from '../../../src/validators/netherlands-bsn.js';
import { norwayFodselsnummer } from '../../../src/validators/norway-fodselsnummer.js';
import { polandPesel } from '../../../src/validators/poland-pesel.js';
import { portugalNif } from '../../../src/validators/portugal-nif.js';
import { romaniaCnp } from '../../../src/validators/romania-cnp.js';
import { russiaInn } from '../../../src/validators/russia-inn.js';
import { russiaSnils } from '../../../src/validators/russia-snils.js';
import { sloveniaTaxNumber } from '../../../src/validators/slovenia-tax.js';
import { spainCif } from '../../../src/validators/spain-cif.js';
import { spainNaf } from '../../../src/validators/spain-naf.js';
import { spainNif } from '../../../src/validators/spain-nif.js';
import { swedenPersonnummer } from '../../../src/validators/sweden-personnummer.js';
import { switzerlandAhv } from '../../../src/validators/switzerland-ahv.js';
import { turkiyeTckn } from '../../../src/validators/turkiye-tckn.js';
import { nhsNumber } from '../../../src/validators/uk-nhs.js';
import { ukUtr } from '../../../src/validators/uk-utr.js';
import { ukraineRntrc } from '../../../src/validators/ukraine-rntrc.js';
import { passesBelgiumFrom2000 } from '../national-numbers-europe.js';
import { needsSecondRound } from '../national-numbers-neighbours.js';
import { endsIn, type Promised } from './promised.js';

/** The account within an IBAN. */
const accountOf = (iban: string) => iban.replace(/[ -]/g, '').slice(4).toUpperCase();

export const EUROPEAN_PROMISES: readonly Promised[] = [
  { file: 'austria-vnr', validator: austriaVnr, numbers: 'austriaVnr' },
  {
    file: 'baltic-personal-code',
    validator: balticPersonalCode,
    numbers: 'balticEstonia',
    except: {
      when: (text, _at, wrong) => needsSecondRound(text) || needsSecondRound(wrong),
      because: 'a remainder of 10 is computed again with other weights',
    },
  },
  {
    file: 'baltic-personal-code',
    validator: balticPersonalCode,
    numbers: 'balticLithuania',
    except: {
      when: (text, _at, wrong) => needsSecondRound(text) || needsSecondRound(wrong),
      because: 'a remainder of 10 is computed again with other weights',
    },
  },
  { file: 'bban', validator: frenchRib, numbers: 'FRANCE_BANK_ACCOUNT_NUMBER', part: accountOf },
  {
    file: 'bban',
    validator: spanishCcc,
    numbers: 'SPAIN_BANK_ACCOUNT_NUMBER',
    part: accountOf,
    except: { when: (text) => /[01]/.test(text.slice(8, 10)), because: 'two remainders are written 1' },
  },
  { file: 'bban', validator: italianCin, numbers: 'ITALY_BANK_ACCOUNT_NUMBER', part: accountOf },
  {
    file: 'belgium-national-number',
    validator: belgiumNrn,
    numbers: 'belgiumNrn',
    except: {
      when: (text, _at, wrong) => passesBelgiumFrom2000(text) !== passesBelgiumFrom2000(wrong),
      because: 'the wrong number may be right in the other century',
    },
  },
  {
    file: 'bulgaria-egn',
    validator: bulgariaEgn,
    numbers: 'bulgariaEgn',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  { file: 'croatia-oib', validator: croatiaOib, numbers: 'croatiaOib' },
  { file: 'cyprus-tin', validator: cyprusTin, numbers: 'cyprusTin' },
  {
    file: 'czech-birth-number',
    validator: czechBirthNumber,
    numbers: 'czechBirthNumber',
    except: { when: endsIn('0'), because: 'a remainder of 10 was written 0 until 1985' },
  },
  { file: 'denmark-cpr', validator: denmarkCpr, numbers: 'DENMARK_CPR_NUMBER' },
  { file: 'finland-hetu', validator: finlandHetu, numbers: 'finlandHetu' },
  { file: 'france-nir', validator: franceNir, numbers: 'franceNir' },
  { file: 'france-spi', validator: franceSpi, numbers: 'FRANCE_TAX_IDENTIFICATION_NUMBER' },
  { file: 'germany-document', validator: germanyDocument, numbers: 'GERMANY_PASSPORT_NUMBER' },
  {
    file: 'germany-driving-licence',
    validator: germanyDrivingLicence,
    numbers: 'GERMANY_DRIVERS_LICENSE',
    except: { when: (text, at) => at === text.length - 1, because: 'the number of the issue stands behind the check digit' },
  },
  { file: 'germany-idnr', validator: germanyIdnr, numbers: 'germanyIdnr' },
  {
    file: 'greece-afm',
    validator: greeceAfm,
    numbers: 'greeceAfm',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  { file: 'greece-amka', validator: greeceAmka, numbers: 'greeceAmka' },
  { file: 'hungary-taj', validator: hungaryTaj, numbers: 'HUNGARY_SOCIAL_SECURITY_NUMBER' },
  { file: 'hungary-tax', validator: hungaryTaxNumber, numbers: 'HUNGARY_TAX_IDENTIFICATION_NUMBER' },
  { file: 'iban', validator: ibanMod97, numbers: 'ibanGermany' },
  { file: 'iban', validator: ibanMod97, numbers: 'UK_BANK_ACCOUNT_NUMBER' },
  {
    file: 'iceland-kennitala',
    validator: icelandKennitala,
    numbers: 'icelandKennitala',
    except: { when: (text, at) => at === text.length - 1, because: 'the century stands behind the check digit' },
  },
  { file: 'ireland-pps', validator: irelandPps, numbers: 'irelandPps' },
  { file: 'italy-codice-fiscale', validator: italyCodiceFiscale, numbers: 'italyCodiceFiscale' },
  { file: 'italy-partita-iva', validator: italyPartitaIva, numbers: 'italyPartitaIva' },
  {
    file: 'jmbg',
    validator: jmbg(0, 99),
    numbers: 'jmbgSlovenia',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'latvia-personal-code',
    validator: latviaPersonalCode,
    numbers: 'latviaPersonalCode',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  { file: 'luxembourg-nin', validator: luxembourgNin, numbers: 'LUXEMBOURG_NATIONAL_IDENTIFICATION_NUMBER' },
  { file: 'netherlands-bsn', validator: netherlandsBsn, numbers: 'netherlandsBsn' },
  { file: 'norway-fodselsnummer', validator: norwayFodselsnummer, numbers: 'norwayFodselsnummer' },
  { file: 'poland-pesel', validator: polandPesel, numbers: 'polandPesel' },
  {
    file: 'portugal-nif',
    validator: portugalNif,
    numbers: 'portugalNif',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
  {
    file: 'romania-cnp',
    validator: romaniaCnp,
    numbers: 'romaniaCnp',
    except: { when: endsIn('1'), because: 'the remainders 1 and 10 are written 1' },
  },
  { file: 'russia-inn', validator: russiaInn, numbers: 'russiaInn' },
  // Sums of 100 and 101 are both written 00; none of these numbers ends so.
  { file: 'russia-snils', validator: russiaSnils, numbers: 'RUSSIA_INSURANCE_ACCOUNT_NUMBER' },
  { file: 'slovenia-tax', validator: sloveniaTaxNumber, numbers: 'sloveniaTaxNumber' },
  { file: 'spain-cif', validator: spainCif, numbers: 'spainCif' },
  { file: 'spain-naf', validator: spainNaf, numbers: 'SPAIN_SOCIAL_SECURITY_NUMBER' },
  { file: 'spain-nif', validator: spainNif, numbers: 'spainDni' },
  { file: 'spain-nif', validator: spainNif, numbers: 'spainNie' },
  { file: 'sweden-personnummer', validator: swedenPersonnummer, numbers: 'swedenPersonnummer' },
  { file: 'switzerland-ahv', validator: switzerlandAhv, numbers: 'switzerlandAhv' },
  { file: 'turkiye-tckn', validator: turkiyeTckn, numbers: 'turkiyeTckn' },
  { file: 'uk-nhs', validator: nhsNumber, numbers: 'ukNhs' },
  {
    file: 'uk-utr',
    validator: ukUtr,
    numbers: 'ukUtr',
    except: { when: (text) => /^[12]/.test(text), because: 'two remainders are written 1, and two 2' },
  },
  {
    file: 'ukraine-rntrc',
    validator: ukraineRntrc,
    numbers: 'ukraineRntrc',
    except: { when: endsIn('0'), because: 'two remainders are written 0' },
  },
];
