/** National and tax numbers of the rest of Europe and its neighbours under test. */

import { austriaVnr } from '../../src/validators/austria-vnr.js';
import { balticPersonalCode } from '../../src/validators/baltic-personal-code.js';
import { bulgariaEgn } from '../../src/validators/bulgaria-egn.js';
import { croatiaOib } from '../../src/validators/croatia-oib.js';
import { cyprusTin } from '../../src/validators/cyprus-tin.js';
import { czechBirthNumber } from '../../src/validators/czech-birth-number.js';
import { greeceAfm } from '../../src/validators/greece-afm.js';
import { greeceAmka } from '../../src/validators/greece-amka.js';
import { hungaryTaj } from '../../src/validators/hungary-taj.js';
import { hungaryTaxNumber } from '../../src/validators/hungary-tax.js';
import { icelandKennitala } from '../../src/validators/iceland-kennitala.js';
import { irelandPps } from '../../src/validators/ireland-pps.js';
import { italyPartitaIva } from '../../src/validators/italy-partita-iva.js';
import { jmbg } from '../../src/validators/jmbg.js';
import { latviaPersonalCode } from '../../src/validators/latvia-personal-code.js';
import { luhn } from '../../src/validators/luhn.js';
import { luxembourgNin } from '../../src/validators/luxembourg-nin.js';
import { romaniaCnp } from '../../src/validators/romania-cnp.js';
import { russiaInn } from '../../src/validators/russia-inn.js';
import { russiaSnils } from '../../src/validators/russia-snils.js';
import { sloveniaTaxNumber } from '../../src/validators/slovenia-tax.js';
import { switzerlandAhv } from '../../src/validators/switzerland-ahv.js';
import { turkiyeTckn } from '../../src/validators/turkiye-tckn.js';
import { ukraineRntrc } from '../../src/validators/ukraine-rntrc.js';
import { DIGITS, isValid, LETTERS, type NationalNumber } from './national-number.js';

/** Days that every month has: the oracles look at dates in different ways. */
const DAY = String.raw`(?:0[1-9]|1\d|2[0-8])`;
const MONTH = '(?:0[1-9]|1[0-2])';

/** Sum of the digits times their factors, places from 1: what the rules below say in words, where the oracle has no such number. */
function sumOf(text: string, factor: (place: number) => number): number {
  return [...text].reduce((sum, digit, i) => sum + Number(digit) * factor(i + 1), 0);
}

function passesHungarianTax(text: string): boolean {
  const born = Date.UTC(1867, 0, 1) + Number(text.slice(1, 6)) * 86_400_000;
  const isPlausible = born >= Date.UTC(1900, 0, 1) && born <= Date.UTC(2035, 11, 31);
  return isPlausible && String(sumOf(text.slice(0, 9), (place) => place) % 11) === text.slice(9);
}

function passesHungarianTaj(text: string): boolean {
  return String(sumOf(text.slice(0, 8), (place) => (place % 2 === 1 ? 3 : 7)) % 10) === text.slice(8);
}

function passesSnils(text: string): boolean {
  const sum = sumOf(text.slice(0, 9), (place) => 10 - place);
  const rest = sum > 101 ? sum % 101 : sum;
  return String(rest >= 100 ? 0 : rest).padStart(2, '0') === text.slice(9);
}

function passesLuhn(text: string): boolean {
  const doubled = (digit: string) => String(2 * Number(digit));
  const written = [...text].map((digit, i) => ((text.length - i) % 2 === 0 ? doubled(digit) : digit)).join('');
  return sumOf(written, () => 1) % 10 === 0;
}

/** Latvian check as it is written on Wikipedia, with other weights than the oracle's and ours. */
function passesLatvian(text: string): boolean {
  const weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return String(((1101 - sumOf(text.slice(0, 10), (place) => weights[place - 1]!)) % 11) % 10) === text.slice(10);
}

/** Whether the first round of the Baltic check gives 10, which hands over to the second. */
export function needsSecondRound(text: string): boolean {
  return sumOf(text.slice(0, 10), (place) => (place === 10 ? 1 : place)) % 11 === 10;
}

export const NEIGHBOURING_NUMBERS: readonly NationalNumber[] = [
  {
    name: 'Austria Versicherungsnummer',
    validator: austriaVnr,
    shape: new RegExp(`^[1-9]\\d{3}${DAY}${MONTH}[4-9]\\d$`),
    check: [3, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.AT.vnr.validate(text).isValid,
    agrees: isValid,
    accepted: ['1237 010180', '1237010180'],
    refused: ['2237 010180', '0237 010180', '1237 310280'],
  },
  {
    name: 'Austria Abgabenkontonummer',
    validator: luhn,
    // Tax offices that the oracle knows.
    shape: /^(?:03|04|06|07|08|09|12|15|16|18|22|23|29|33|38|41|46|51|52|53|54|57|59|61|65|67|68|69|71|72|81|82)\d{7}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.AT.tin.validate(text).isValid,
    agrees: isValid,
    accepted: ['59-119/9013'],
    refused: ['59-119/9012'],
  },
  {
    name: 'Bulgaria EGN',
    validator: bulgariaEgn,
    shape: new RegExp(`^\\d\\d${MONTH}${DAY}\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.BG.egn.validate(text).isValid,
    agrees: isValid,
    accepted: ['752316 926 3', '8032056031', '7542011030'],
    refused: ['8019010008', '7552A10004', '7563169263'],
    unsure: (text) => text.endsWith('0'),
  },
  {
    name: 'Croatia OIB',
    validator: croatiaOib,
    shape: /^\d{11}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.HR.oib.validate(text).isValid,
    agrees: isValid,
    accepted: ['33392005961', '33392 00596 1'],
    refused: ['33392005962', '3339200596'],
  },
  {
    name: 'Cyprus TIC',
    validator: cyprusTin,
    shape: /^\d{8}[A-Z]$/,
    check: [-1, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.CY.vat.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text.startsWith('12'),
    accepted: ['10259033P'],
    refused: ['10259033Z', '12345678F'],
  },
  {
    name: 'Czech birth number',
    validator: czechBirthNumber,
    shape: new RegExp(`^[6-9]\\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])${DAY}/\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.CZ.rc.validate(text).isValid,
    agrees: isValid,
    // The oracle ends the exception for a remainder of 10 a year earlier.
    differs: (text) => text.startsWith('85'),
    unsure: (text, _at, wrong) =>
      [text, wrong].some((value) => value.endsWith('0') && Number(value.replace('/', '').slice(0, 9)) % 11 === 10),
    accepted: ['710319/2745', '7103192745'],
    refused: ['710319/2746', '711319/2745', '590312/123', '902319/2745'],
  },
  {
    name: 'Slovak birth number since 2004',
    validator: czechBirthNumber,
    shape: new RegExp(`^(?:0[4-9]|1\\d)(?:2[1-9]|3[0-2]|7[1-9]|8[0-2])${DAY}/\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.SK.rc.validate(text).isValid,
    agrees: isValid,
    accepted: ['092303/6543'],
    refused: ['092303/6544', '032303/6549'],
  },
  {
    name: 'Estonia isikukood',
    validator: balticPersonalCode,
    shape: new RegExp(`^[3-6][0-2]\\d${MONTH}${DAY}\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.EE.ik.validate(text).isValid,
    agrees: isValid,
    unsure: (text, _at, wrong) => needsSecondRound(text) || needsSecondRound(wrong),
    accepted: ['36805280109', '38001085718'],
    refused: ['36805280108', '36805320109', '06805280109'],
  },
  {
    name: 'Lithuania asmens kodas',
    validator: balticPersonalCode,
    shape: new RegExp(`^[34]\\d\\d${MONTH}${DAY}\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.LT.asmens.validate(text).isValid,
    agrees: isValid,
    unsure: (text, _at, wrong) => needsSecondRound(text) || needsSecondRound(wrong),
    accepted: ['33309240064'],
    refused: ['33309240164', '33302300064'],
  },
  {
    name: 'Latvia personas kods',
    validator: latviaPersonalCode,
    shape: new RegExp(`^${DAY}${MONTH}\\d\\d1\\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.LV.pvn.validate(text).isValid && passesLatvian(text),
    agrees: isValid,
    unsure: (text) => text.endsWith('0'),
    accepted: ['161175-19997', '16117519997'],
    refused: ['161375-19997', '161175-39997', '161175-19998'],
  },
  {
    name: 'Greece AMKA',
    validator: greeceAmka,
    shape: new RegExp(`^${DAY}${MONTH}\\d{7}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.GR.amka.validate(text).isValid,
    agrees: isValid,
    accepted: ['01013099997'],
    refused: ['01013099999', '31023099994'],
  },
  {
    name: 'Greece AFM',
    validator: greeceAfm,
    shape: /^\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.GR.vat.validate(text).isValid,
    agrees: isValid,
    differs: (text) => /^(\d)\1{8}$/.test(text),
    unsure: (text) => text.endsWith('0'),
    accepted: ['094259216'],
    refused: ['123456781', '000000000'],
  },
  {
    name: 'Hungary tax number of a person',
    validator: hungaryTaxNumber,
    shape: /^8[0-7]\d{8}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (_lib, text) => passesHungarianTax(text),
    agrees: isValid,
    accepted: ['8365670003'],
    refused: ['8365670004', '7365670003', '8120520001'],
  },
  {
    name: 'Hungary TAJ',
    validator: hungaryTaj,
    shape: /^\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (_lib, text) => passesHungarianTaj(text),
    agrees: isValid,
    differs: (text) => /^(\d)\1{8}$/.test(text),
    accepted: ['111 111 110', '111111110'],
    refused: ['111111111', '000000000'],
  },
  {
    name: 'Iceland kennitala',
    validator: icelandKennitala,
    shape: new RegExp(`^${DAY}${MONTH}\\d{5}9$`),
    check: [-2, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.IS.kennitala.validate(text).isValid,
    agrees: isValid,
    // The mark of the century counts for nothing.
    unsure: (text, at) => at === text.length - 1,
    accepted: ['120174-3399', '1201743399'],
    // The second is of an organisation.
    refused: ['320174-3399', '450401-3150', '120174-3395'],
  },
  {
    name: 'Ireland PPS',
    validator: irelandPps,
    shape: /^\d{7}[A-W][AHWTX]$/,
    check: [-2, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.IE.pps.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text.startsWith('0000000'),
    accepted: ['6433435F', '6433435FT', '6433435FW', '6433435OA', '6433435IH'],
    refused: ['6433435E', '6433435VH'],
  },
  {
    name: 'Italy partita IVA',
    validator: italyPartitaIva,
    shape: /^\d{7}(?:0\d\d|1[0-2]\d|888|999)\d$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.IT.iva.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text.startsWith('0000000'),
    accepted: ['00743110157'],
    refused: ['00743110158', '00743112006'],
  },
  {
    name: 'Luxembourg matricule',
    validator: luxembourgNin,
    shape: new RegExp(`^20[0-2]\\d${MONTH}${DAY}\\d{5}$`),
    check: [-2, 2],
    alphabet: DIGITS,
    // The oracle has no such number, but an Indian one from 2 up with the same Verhoeff check.
    oracle: (lib, text) => passesLuhn(text.slice(0, 12)) && lib.IN.aadhaar.validate(text.slice(0, 11) + text.slice(12)).isValid,
    agrees: isValid,
    accepted: ['1893120105732', '1975060179244', '19750601 79244'],
    refused: ['1893120105733', '1893120105742', '1975130179244'],
  },
  {
    name: 'Romania CNP',
    validator: romaniaCnp,
    shape: new RegExp(`^[12]\\d\\d${MONTH}${DAY}\\d{6}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.RO.cnp.validate(text).isValid,
    agrees: isValid,
    unsure: (text) => text.endsWith('1'),
    accepted: ['1630615123457'],
    refused: ['1630615993454', '1630615123458', '0800101221142', '1632215123457'],
  },
  {
    name: 'Slovenia EMŠO',
    validator: jmbg(50, 59),
    shape: new RegExp(`^${DAY}${MONTH}9[2-9]\\d5\\d{5}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.SI.emso.validate(text).isValid,
    agrees: isValid,
    unsure: (text) => text.endsWith('0'),
    accepted: ['0101006500006'],
    refused: ['0101006500007', '3202006500002', '0101006700005'],
  },
  {
    name: 'Serbia JMBG',
    validator: jmbg(70, 99),
    shape: new RegExp(`^${DAY}${MONTH}9[2-9]\\d[7-9]\\d{5}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.RS.jmbg.validate(text).isValid,
    agrees: isValid,
    unsure: (text) => text.endsWith('0'),
    accepted: ['2607989719903', '1710998805822'],
    refused: ['2607989719904', '0101006500006'],
  },
  {
    name: 'Slovenia tax number',
    validator: sloveniaTaxNumber,
    shape: /^[1-9]\d{7}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.SI.ddv.validate(text).isValid,
    agrees: isValid,
    // The oracle writes 11, which is not used, as 1.
    differs: (text) => sumOf(text.slice(0, 7), (place) => 9 - place) % 11 === 0 || /^(\d)\1{7}$/.test(text),
    accepted: ['50223054', '5022 3054'],
    refused: ['50223055', '09999990'],
  },
  {
    name: 'Switzerland AHV',
    validator: switzerlandAhv,
    shape: /^756\d{10}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.CH.ssn.validate(text).isValid,
    agrees: isValid,
    accepted: ['756.9217.0769.85', '7569217076985'],
    refused: ['756.9217.0769.84', '123.4567.8910.19'],
  },
  {
    name: 'Türkiye TCKN',
    validator: turkiyeTckn,
    shape: /^[1-9]\d{10}$/,
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.TR.tckimlik.validate(text).isValid,
    agrees: isValid,
    accepted: ['17291716060'],
    refused: ['17291716050', '07291716092', '1729171606'],
  },
  {
    name: 'Israel identity number',
    validator: luhn,
    shape: /^\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.IL.idnr.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text === '000000000',
    accepted: ['058997701', '71872707-6'],
    refused: ['3933742-2', '058997702'],
  },
  {
    name: 'Ukraine RNTRC',
    validator: ukraineRntrc,
    shape: /^[1-3]\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.UA.rntrc.validate(text).isValid,
    agrees: isValid,
    unsure: (text) => text.endsWith('0'),
    accepted: ['1759013776'],
    refused: ['1759013770', '5571130771', '12345'],
  },
  {
    name: 'Russia INN of a person',
    validator: russiaInn,
    shape: /^\d{12}$/,
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.RU.inn.validate(text).isValid,
    agrees: isValid,
    differs: (text) => /^(\d)\1{11}$/.test(text),
    unsure: (text) => text.slice(10).includes('0'),
    accepted: ['123456789047'],
    // The second is of an organisation.
    refused: ['123456789037', '1234567894'],
  },
  {
    name: 'Russia SNILS',
    validator: russiaSnils,
    shape: /^[1-9]\d{10}$/,
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (_lib, text) => passesSnils(text),
    agrees: isValid,
    unsure: (text) => text.endsWith('00'),
    accepted: ['112-233-445 95', '11223344595'],
    refused: ['112-233-445 96', '000-000-000 00', '112-233-445'],
  },
];
