/**
 * What the standards exclude, at both edges of each range: whatever is put in the places marked `?`, a number whose field lies outside is
 * refused, and of those whose field lies just inside some are not. So a field is judged by its own rule, and not by luck with the check digit.
 */
import { describe, expect, it } from 'vitest';
import { argentinaCuit } from '../../src/validators/argentina-cuit.js';
import { argentinaDni } from '../../src/validators/argentina-dni.js';
import { australiaMedicare } from '../../src/validators/australia-medicare.js';
import { australiaTfn } from '../../src/validators/australia-tfn.js';
import { austriaVnr } from '../../src/validators/austria-vnr.js';
import { balticPersonalCode } from '../../src/validators/baltic-personal-code.js';
import { belgiumNrn } from '../../src/validators/belgium-national-number.js';
import { brazilVoter } from '../../src/validators/br-voter.js';
import { bulgariaEgn } from '../../src/validators/bulgaria-egn.js';
import { chinaResidentIdentity } from '../../src/validators/china-ric.js';
import { colombiaNit } from '../../src/validators/colombia-nit.js';
import { costaRicaId } from '../../src/validators/costa-rica-id.js';
import { cyprusTin } from '../../src/validators/cyprus-tin.js';
import { czechBirthNumber } from '../../src/validators/czech-birth-number.js';
import { ecuadorCi } from '../../src/validators/ecuador-ci.js';
import { egyptNationalId } from '../../src/validators/egypt-national-id.js';
import { emiratesId } from '../../src/validators/emirates-id.js';
import { finlandHetu } from '../../src/validators/finland-hetu.js';
import { franceNir } from '../../src/validators/france-nir.js';
import { germanyDocument } from '../../src/validators/germany-document.js';
import { guatemalaNit } from '../../src/validators/guatemala-nit.js';
import { hungaryTaxNumber } from '../../src/validators/hungary-tax.js';
import { icd10 } from '../../src/validators/icd10.js';
import { indiaAadhaar } from '../../src/validators/india-aadhaar.js';
import { indiaGstin } from '../../src/validators/india-gstin.js';
import { indonesiaNik } from '../../src/validators/indonesia-nik.js';
import { irelandPps } from '../../src/validators/ireland-pps.js';
import { jmbg } from '../../src/validators/jmbg.js';
import { latviaPersonalCode } from '../../src/validators/latvia-personal-code.js';
import { luxembourgNin } from '../../src/validators/luxembourg-nin.js';
import { mexicoClabe } from '../../src/validators/mexico-clabe.js';
import { mexicoCurp } from '../../src/validators/mexico-curp.js';
import { mexicoRfc } from '../../src/validators/mexico-rfc.js';
import { norwayFodselsnummer } from '../../src/validators/norway-fodselsnummer.js';
import { paraguayRuc } from '../../src/validators/paraguay-ruc.js';
import { romaniaCnp } from '../../src/validators/romania-cnp.js';
import { spainNif } from '../../src/validators/spain-nif.js';
import { taiwanNational, taiwanResident } from '../../src/validators/taiwan-id.js';
import { ukDriverNumber } from '../../src/validators/uk-driving-licence.js';
import { ukUtr } from '../../src/validators/uk-utr.js';
import { ukraineRntrc } from '../../src/validators/ukraine-rntrc.js';
import { nationalProviderIdentifier } from '../../src/validators/us-npi.js';
import { venezuelaRif } from '../../src/validators/venezuela-rif.js';
import { passesVerhoeff } from '../../src/validators/verhoeff.js';
import { choices, type Edges, itHolds } from './edges.js';
import { verdictOf } from './verdicts.js';

const ALNUM = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const EDGES: Readonly<Record<string, Edges>> = {
  'Argentina CUIT: a person or company has a number': {
    validator: argentinaCuit,
    inside: ['20-00000001-?'],
    outside: ['20-00000000-?', '20-0000001-?', '20-000000001-?'],
  },
  'Argentina DNI: seven or eight digits, no placeholder': {
    validator: argentinaDni,
    inside: ['1000000', '99999998', '9999999', '00000001'],
    outside: ['100000', '100000000', '00000000', '0000000', '99999999'],
  },
  'Australia Medicare: the first digit is 2 to 6, issue and place are not 0': {
    validator: australiaMedicare,
    inside: ['2123 4567? 1', '6123 4567? 1', '2123 4567? 9', '2123 4567? 1 1', '2123 4567? 1 9'],
    outside: [
      '1123 4567? 1',
      '7123 4567? 1',
      '2123 4567? 0',
      '2123 4567? 1 0',
      '2123 4567?',
      '2123 4567? 1 11',
      '?123 4567? 1 11',
    ],
  },
  'Australia TFN: eight or nine digits, not all the same': {
    validator: australiaTfn,
    inside: ['12345678?', '1234567?'],
    outside: ['123456?', '12345?', '123456789?', '00000000', '000000000', '1234567A?'],
  },
  'Austria: the serial has no leading zero; months 13 to 15 are of dates that have run out': {
    validator: austriaVnr,
    inside: ['1?8? 010180', '9?8? 010180', '1?8? 011380', '1?8? 311580', '1?8? 290280', '1?8? 290200'],
    outside: ['0?8? 010180', '1?8? 001380', '1?8? 321380', '1?8? 011680', '1?8? 290281', '1?8? 011281 1', '1?8? 01128'],
  },
  'Estonia and Lithuania: the first digit is sex and century': {
    validator: balticPersonalCode,
    inside: ['3000101????', '4991231????', '5000229????', '6351231????', '5351231????'],
    outside: [
      '0000101????',
      '1991231????',
      '2991231????',
      '5010229????',
      '6360101????',
      '7000101????',
      '5000101???',
      '5000101?????',
    ],
  },
  'Belgium: serials begin with 001; months up to 12, raised by 20 or 40 for numbers given out before a name is known': {
    validator: belgiumNrn,
    inside: [
      '850730 001 ??',
      '850730 997 ??',
      '852730 001 ??',
      '854730 001 ??',
      '851230 001 ??',
      '853230 001 ??',
      '855230 001 ??',
      '850000 001 ??',
      '850031 001 ??',
      '851200 001 ??',
      '853200 001 ??',
      '855200 001 ??',
      '852031 001 ??',
      '854031 001 ??',
      '850731 001 ??',
    ],
    outside: [
      '850730 000 ??',
      '851300 001 ??',
      '853300 001 ??',
      '855300 001 ??',
      '856000 001 ??',
      '856012 001 ??',
      '856112 001 ??',
      '858000 001 ??',
      '851330 001 ??',
      '853330 001 ??',
      '855330 001 ??',
      '850230 001 ??',
      '850732 001 ??',
      '850032 001 ??',
      '850730 01 ??',
    ],
  },
  'Brazil voter: states 01 to 27, and 28 abroad': {
    validator: brazilVoter,
    inside: ['1023 8501 01??', '1023 8501 02??', '1023 8501 03??', '1023 8501 27??', '1023 8501 28??'],
    outside: [
      '1023 8501 00??',
      '1023 8501 29??',
      '1023 8501 99??',
      '0000 0000 03??',
      '0000 0000 01??',
      '1023 850 03??',
      '1023 8501 003??',
    ],
  },
  'Bulgaria: months are raised by 20 before 1900 and by 40 from 2000': {
    validator: bulgariaEgn,
    inside: ['9901019???', '9912319???', '9921019???', '9932319???', '0041019???', '0052319???', '0042299???'],
    outside: [
      '9900019???',
      '9913019???',
      '9920019???',
      '9933019???',
      '0040019???',
      '0053019???',
      '0060019???',
      '0161019???',
      '0081019???',
      '0102299???',
    ],
  },
  'China: provinces, dates of people alive, digits': {
    validator: chinaResidentIdentity,
    alphabet: '0123456789X',
    inside: ['11010519000101002?', '11010520351231002?', '82010519491231002?', '11010520000229002?'],
    outside: [
      '10010519491231002?',
      '99010519491231002?',
      '11010518991231002?',
      '11010520360101002?',
      '11010519000229002?',
      '1101051949123100A?',
      '1101051949123100?',
      '110105194912310022?',
    ],
  },
  'Colombia NIT: six digits and a check digit at least, and not zeros': {
    validator: colombiaNit,
    inside: ['1000000?', '000001?', '100000?'],
    outside: ['00000?', '10000?', '000000?', '000000000?'],
  },
  'Costa Rica: nine digits whose first is a province, or ten with a zero before it': {
    validator: costaRicaId,
    inside: ['100000000', '900000000', '0100000000'],
    outside: ['000000000', '0000000000', '1100000000', '10000000', '00100000000'],
  },
  'Cyprus: numbers do not begin with 12': {
    validator: cyprusTin,
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    inside: ['11345678?', '13345678?', '02345678?', '22345678?'],
    outside: ['12345678?', '0034567?', '001234567?', '0012345A?', 'A0123456?'],
  },
  'Czech birth numbers: nine digits until 1953, ten from 1954; women 50 more, 20 more again from 2004': {
    validator: czechBirthNumber,
    inside: [
      '531231001',
      '536231001',
      '540101????',
      '531231????',
      '046231????',
      '042101????',
      '047101????',
      '041231????',
      '846231????',
      '530101????',
      '046229????',
    ],
    outside: [
      '540101001',
      '531231000',
      '532101001',
      '032101????',
      '037101????',
      '045001????',
      '047001????',
      '042001????',
      '847101????',
      '043301????',
      '048301????',
      '541301????',
      '53123101',
      '53123100111',
    ],
  },
  'Ecuador: provinces 01 to 24, 30 and 50 abroad, a person below 6': {
    validator: ecuadorCi,
    inside: ['010000001?', '240000001?', '300000001?', '015000001?'],
    outside: ['000000001?', '250000001?', '290000001?', '310000001?', '017000001?', '01000001?', '0100000001?'],
  },
  'Egypt: 2 is 1900 and 3 is 2000; governorates 01-04, 11-19, 21-29, 31-35, and 88 abroad': {
    validator: egyptNationalId,
    inside: [
      '2000101011234?',
      '2991231041234?',
      '3000101111234?',
      '3000101191234?',
      '3000101211234?',
      '3000101291234?',
      '3000101311234?',
      '3000101351234?',
      '3351231881234?',
    ],
    outside: [
      '1991231011234?',
      '4000101011234?',
      '3360101011234?',
      '3000101001234?',
      '3000101051234?',
      '3000101101234?',
      '3000101201234?',
      '3000101301234?',
      '3000101361234?',
      '3000101411234?',
      '3000101871234?',
      '3000101891234?',
      '3010229011234?',
      '300010101123?',
      '30001010112344?',
    ],
  },
  'Emirates: the country is 784, the year that of a person alive': {
    validator: emiratesId,
    inside: ['784-1900-1234567-?', '784-2035-1234567-?'],
    outside: [
      '784-1899-1234567-?',
      '784-2036-1234567-?',
      '783-1985-1234567-?',
      '785-1985-1234567-?',
      '784-1985-123456-?',
      '784-1985-12345678-?',
    ],
  },
  'Finland: serials begin with 002, the sign is that of a century': {
    validator: finlandHetu,
    alphabet: ALNUM,
    inside: ['131052-002?', '131052-899?', '131052+002?', '131052A002?', '131052Y002?', '290200A002?'],
    outside: [
      '131052-001?',
      '131052-000?',
      '131052*002?',
      '131052G002?',
      '290201A002?',
      '13105A-002?',
      '131052-0A2?',
      '131052-02?',
      '131052-0022?',
    ],
  },
  'France: months 01-12, 20-42 and 50-99; digits, but for Corsica': {
    validator: franceNir,
    inside: [
      '1850178006084??',
      '1851278006084??',
      '1852078006084??',
      '1854278006084??',
      '1855078006084??',
      '1859978006084??',
      '1850578000000??',
      '185052A006084??',
      '185052B006084??',
    ],
    outside: [
      '1850078006084??',
      '1851378006084??',
      '1851978006084??',
      '1854378006084??',
      '1854978006084??',
      '185051A006084??',
      '185053A006084??',
      '185052C006084??',
      '18505A8006084??',
      'A850578006084??',
      '18505780060A4??',
      '185057800608A??',
      '1850578A06084??',
      '0000000000000??',
      '185057800608??',
      '18505780060844??',
    ],
  },
  'Germany: nine characters, and the digit behind them': {
    validator: germanyDocument,
    inside: ['C01X00T47', 'C01X00T478', 'ZZZZZZZZZ?', 'A00000000?'],
    outside: ['C01X00T4', 'C01X00T47A', 'C01X00T471', 'ZZZZZZZZZZ'],
  },
  'Guatemala NIT: seven characters at least, not zeros, a letter nowhere but at the end': {
    validator: guatemalaNit,
    alphabet: '0123456789K',
    inside: ['100000?', '00000010?'],
    outside: ['10000?', '000000?', '1K0000?', 'K00000?', '10000K?', '000000010?'],
  },
  'Hungary: tax numbers of persons begin with 8, birthdays are those of people alive': {
    validator: hungaryTaxNumber,
    inside: ['812053????', '861725????'],
    outside: ['712053????', '912053????', '812052????', '861726????', '812053???', '812053?????'],
  },
  'ICD-10: a letter, a digit, a digit or A or B; digits or X as second and third behind the point': {
    validator: icd10,
    inside: ['A00', 'Z99', 'C7A', 'C7B', 'C4A', 'S72.001A', 'A00.0', 'W61.0XXA', 'M00.9', 'Z3A.09'],
    outside: [
      'A0',
      'A',
      '000',
      '900',
      'AA0',
      'A0C',
      'A0Z',
      'A0',
      'A',
      'S72001A',
      'S720.01A',
      'S72-001A',
      'S72.0A1',
      'S72.00AA',
      'S72.001AA',
      'S72.',
      'S 72',
    ],
  },
  'India Aadhaar: the first digit is 2 to 9, and the number reads otherwise from behind': {
    validator: indiaAadhaar,
    inside: ['2345 6789 012?', '9345 6789 012?', '2345 6766 543?'],
    outside: ['0345 6789 012?', '1345 6789 012?', '222222222222', '234567765432', '2345 6789 01?', '2345 6789 0122?'],
  },
  'India GSTIN: states 01 to 38 and 97; a PAN, a registration, the letter Z': {
    validator: indiaGstin,
    alphabet: ALNUM,
    inside: ['01AAPFU0939F1Z?', '38AAPFU0939F1Z?', '97AAPFU0939F1Z?', '27AAPFU0939FZZ?', '27AAPFU0939F9Z?', '27AAPFU0001F1Z?'],
    outside: [
      '00AAPFU0939F1Z?',
      '39AAPFU0939F1Z?',
      '96AAPFU0939F1Z?',
      '98AAPFU0939F1Z?',
      '27AAPFU0939F0Z?',
      '27AAPFU0939F1Y?',
      '27AAPXU0939F1Z?',
      '27AAPFU0000F1Z?',
      '2AAAPFU0939F1Z?',
      '27AAPFU0939F1ZZ?',
      '7AAPFU0939F1Z?',
    ],
  },
  'Indonesia: province, regency, district and serial are not zero, women are born 40 days later': {
    validator: indonesiaNik,
    inside: [
      '3201010101800001',
      '3201010101809999',
      '3299010101800001',
      '3201990101800001',
      '3201013112800001',
      '3201014101800001',
      '3201017112800001',
      '3201012902800001',
    ],
    outside: [
      '3200010101800001',
      '3201000101800001',
      '3201010101800000',
      '0001010101800001',
      '3201010001800001',
      '3201014001800001',
      '3201013201800001',
      '3201017201800001',
      '3201013002800001',
      '3201010113800001',
      '320101010180001',
      '32010101018000011',
    ],
  },
  'JMBG: regions of the republic, years of people alive': {
    validator: jmbg(70, 79),
    inside: ['010190070????', '311299079????', '290200070????', '310103570????', '010190079????'],
    outside: [
      '010190069????',
      '010190080????',
      '310103670????',
      '311289970????',
      '290200170????',
      '290210070????',
      '01019007????',
      '0101900700????',
    ],
  },
  'Latvia: three centuries, or 32 and no date': {
    validator: latviaPersonalCode,
    inside: ['010180-0????', '010180-1????', '010110-2????', '290200-2????', '320000-00001', '329999-99999'],
    outside: [
      '010180-3????',
      '290200-1????',
      '290201-2????',
      '330000-00001',
      '320000-00000',
      '310480-1????',
      '010180-1???',
      '010180-1?????',
    ],
  },
  'Luxembourg: years of people alive': {
    validator: luxembourgNin,
    inside: ['18800101123??', '19000101123??', '20351231123??', '20000229123??'],
    outside: ['18791231123??', '20360101123??', '19010229123??', '1990010112??', '199001011234??'],
  },
  'Mexico CLABE: a bank has a number': {
    validator: mexicoClabe,
    inside: [
      '11018000011835971?',
      '01118000011835971?',
      '10118000011835971?',
      '02218000011835971?',
      '00118001234567891?',
      '10018001234567891?',
      '01018001234567891?',
    ],
    outside: ['00018001234567891?', '0011800123456789?', '001180012345678911?'],
  },
  'NPI: the first digit is 1 or 2': {
    validator: nationalProviderIdentifier,
    inside: ['117821740?', '217821740?'],
    outside: ['017821740?', '317821740?', '917821740?', '11782174?', '1178217400?'],
  },
  'Norway: the day is raised by 40 for D-numbers, the month by 40 or 80 for others that are no persons of the register': {
    validator: norwayFodselsnummer,
    inside: [
      '010180?????',
      '311280?????',
      '410180?????',
      '711280?????',
      '014180?????',
      '015280?????',
      '018180?????',
      '019280?????',
    ],
    outside: [
      '000180?????',
      '320180?????',
      '400180?????',
      '720180?????',
      '010080?????',
      '011380?????',
      '014080?????',
      '015380?????',
      '018080?????',
      '019380?????',
    ],
  },
  'Romania: the first digit tells the century or not; counties 01 to 48, 51 and 52': {
    validator: romaniaCnp,
    inside: [
      '163061501234?',
      '263061548234?',
      '463061551234?',
      '563061552234?',
      '500022901234?',
      '700022901234?',
      '900022901234?',
      '300022801234?',
      '699123101234?',
    ],
    outside: [
      '063061501234?',
      '163061500234?',
      '163061549234?',
      '163061550234?',
      '163061553234?',
      '100022901234?',
      '300022901234?',
      '763023001234?',
      '163061501234',
      '16306150123411',
    ],
  },
  'Taiwan, nationals: 1 or 2': {
    validator: taiwanNational,
    inside: ['A12345678?', 'Z22345678?'],
    outside: ['A02345678?', 'A32345678?', 'A82345678?', 'AA2345678?', 'A1234567?', 'A123456789?', '112345678?', 'A12A45678?'],
  },
  'Taiwan, residents: 8 or 9, or A to D': {
    validator: taiwanResident,
    inside: ['A80000001?', 'A90000001?', 'AA0123456?', 'AD0123456?'],
    outside: [
      'A00000001?',
      'A10000001?',
      'A20000001?',
      'A30000001?',
      'A70000001?',
      'AE0123456?',
      'AZ0123456?',
      '1A0123456?',
      'AAA123456?',
    ],
  },
  'United Kingdom, drivers: days of months, women 50 months later': {
    validator: ukDriverNumber,
    inside: [
      'MORGA601015SM9IJ',
      'MORGA612315SM9IJ',
      'MORGA651015SM9IJ',
      'MORGA662315SM9IJ',
      'MORGA602295SM9IJ',
      'MORGA604305SM9IJ',
      'MORGA612315SM9IJ35',
    ],
    outside: [
      'MORGA600015SM9IJ',
      'MORGA613015SM9IJ',
      'MORGA650015SM9IJ',
      'MORGA663015SM9IJ',
      'MORGA602305SM9IJ',
      'MORGA604315SM9IJ',
      'MORGA601005SM9IJ',
      'MORGA6A1015SM9IJ',
      'MORGA612315SM9IJ3',
      'MORGA612315SM9I',
    ],
  },
  'Venezuela RIF: five kinds, and digits': {
    validator: venezuelaRif,
    inside: ['V1147028??', 'E1147028??', 'J1147028??', 'P1147028??', 'G1147028??'],
    outside: ['X1147028??', 'A1147028??', '11147028??', 'V1A47028??', 'V114702A??', 'V114702??', 'V11470280??'],
  },
  'Paraguay RUC: five digits and a check digit at least, and not zeros': {
    validator: paraguayRuc,
    inside: ['10000?', '00001?', '80028061?'],
    outside: ['1000?', '00000?', '00000000?', '800280611?'],
  },
  'Mexico RFC: persons have thirteen characters, others twelve': {
    validator: mexicoRfc,
    alphabet: ALNUM,
    inside: ['GODE561231GR?', 'GOD561231GR?', 'GODE560229GR?'],
    outside: ['GO561231GR?', 'GODEA561231GR?', 'GODE561331GR?', 'GODE560230GR?', 'GODE570229GR?'],
  },
  'United Kingdom UTR: ten digits, and K perhaps': {
    validator: ukUtr,
    inside: ['?955839661', '?955839661K', '?000000001'],
    outside: ['?95583966A', '?A55839661', 'A95583966?', '?955839661L', '?9558396611', '?955839661KK', '?95583966', '?000000000'],
  },
  'Ireland PPS: seven digits and one letter or two': {
    validator: irelandPps,
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVW',
    inside: ['6433435?', '6433435?A', '6433435?I', '6433435?W', '0000001?'],
    outside: ['6433435?7', '6433435?0', '643343A?', '643343A?A', '643343?', '6433435?AA', '0000000?', '0000000?W'],
  },
  'Ukraine: days from 31 December 1899 to that of 2035': {
    validator: ukraineRntrc,
    inside: ['00001123??', '49673123??'],
    outside: ['00000123??', '49674123??', '99999123??', '17590137?', '175901377?1'],
  },
  'Spain NIF: eight digits, or X to Z or K to M and seven': {
    validator: spainNif,
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    inside: ['00000001?', 'X0000000?', 'Z0000001?', 'K0000001?', 'M0000001?', 'L0000001?'],
    outside: [
      '00000000?',
      'A0000001?',
      // 10,000,000 less 14 is a multiple of 23.
      'A0000014?',
      'J0000001?',
      'N0000001?',
      'W0000001?',
      'X00000A1?',
      '1234567A?',
      '1234567?',
      '123456789?',
    ],
  },
  'Mexico CURP: the last but one is a digit until 1999 and a letter from 2000': {
    validator: mexicoCurp,
    inside: ['GODE000229HDFMNRA?', 'GODE991231HDFMNR0?', 'GODE991231HDFMNR9?'],
    outside: ['GODE000229HDFMNR0?', 'GODE000229HDFMNR9?', 'GODE010229HDFMNRA?', 'GODE990230HDFMNR0?', 'GODE991331HDFMNR0?'],
  },
};

describe.each(Object.entries(EDGES))('%s', (_name, edges) => itHolds(edges));

describe('Aadhaar', () => {
  it('is no number that reads the same from behind, whatever its check digit', () => {
    let passing = 0;
    for (let half = 200_000; half < 1_000_000; half += 97) {
      const palindrome = `${half}${[...String(half)].reverse().join('')}`;
      if (passesVerhoeff(Uint8Array.from(palindrome, Number), 12)) passing++;
      expect(verdictOf(indiaAadhaar, palindrome), palindrome).toBe('invalid');
      // One that is none but for the two in its middle.
      const other = choices(`${palindrome.slice(0, 6)}?${palindrome.slice(7)}`, '0123456789').filter(
        (text) => text !== palindrome,
      );
      expect(
        other.filter((text) => (verdictOf(indiaAadhaar, text) === 'valid') !== passesVerhoeff(Uint8Array.from(text, Number), 12)),
      ).toEqual([]);
    }
    expect(passing).toBeGreaterThan(500);
  });
});
