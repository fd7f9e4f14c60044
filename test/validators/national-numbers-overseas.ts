/** National and tax numbers of the world under test, those for which stdnum is an oracle. */
import { australiaAbn } from '../../src/validators/australia-abn.js';
import { australiaAcn } from '../../src/validators/australia-acn.js';
import { chinaResidentIdentity } from '../../src/validators/china-ric.js';
import { ecuadorCi } from '../../src/validators/ecuador-ci.js';
import { guatemalaCui } from '../../src/validators/guatemala-cui.js';
import { guatemalaNit } from '../../src/validators/guatemala-nit.js';
import { hongKongId } from '../../src/validators/hong-kong-id.js';
import { indiaEpic } from '../../src/validators/india-epic.js';
import { indiaGstin } from '../../src/validators/india-gstin.js';
import { japanCorporateNumber } from '../../src/validators/japan-corporate-number.js';
import { koreaResident } from '../../src/validators/korea-rrn.js';
import { malaysiaNric } from '../../src/validators/malaysia-nric.js';
import { mexicoClabe } from '../../src/validators/mexico-clabe.js';
import { newZealandIrd } from '../../src/validators/nz-ird.js';
import { pakistanCnic } from '../../src/validators/pakistan-cnic.js';
import { paraguayRuc } from '../../src/validators/paraguay-ruc.js';
import { peruDni } from '../../src/validators/peru-dni.js';
import { peruRuc } from '../../src/validators/peru-ruc.js';
import { southAfricaId } from '../../src/validators/south-africa-id.js';
import { taiwanNational, taiwanResident } from '../../src/validators/taiwan-id.js';
import { thailandId } from '../../src/validators/thailand-id.js';
import { uruguayCi } from '../../src/validators/uruguay-ci.js';
import { venezuelaRif } from '../../src/validators/venezuela-rif.js';
import { DIGITS, isPossible, isValid, LETTERS, MMDD, type NationalNumber } from './national-number.js';

/** Fields that nearly all rows have alike: one check digit at the end. */
const LAST_DIGIT = { check: [-1, 1], alphabet: DIGITS, agrees: isValid } as const;

export const OVERSEAS_NUMBERS: readonly NationalNumber[] = [
  {
    ...LAST_DIGIT,
    name: 'South Africa ID',
    validator: southAfricaId,
    shape: new RegExp(String.raw`^[3-9]\d${MMDD}\d{4}[01]\d\d$`),
    oracle: (lib, text) => lib.ZA.idnr.validate(text).isValid,
    accepted: ['7503305044089', '8001015009087'],
    refused: ['7503305044088', '9125568', '7513305044089', '7503305044389'],
  },
  {
    name: 'China resident identity card',
    validator: chinaResidentIdentity,
    shape: new RegExp(String.raw`^(?:11|37|44)\d{4}19[3-9]\d${MMDD}\d{3}[0-9X]$`),
    check: [-1, 1],
    alphabet: `${DIGITS}X`,
    oracle: (lib, text) => lib.CN.ric.validate(text).isValid,
    agrees: isValid,
    accepted: ['11010519491231002X', '360426199101010071'],
    refused: ['110105194912310020', '99010519491231002X', '11010519490231002X'],
  },
  {
    ...LAST_DIGIT,
    name: 'Taiwan national ID',
    validator: taiwanNational,
    shape: /^[A-Z][12]\d{8}$/,
    oracle: (lib, text) => lib.TW.natid.validate(text).isValid,
    // Even weights miss a change by 5.
    unsure: () => true,
    accepted: ['A123456789'],
    refused: ['A123456788', 'A823456783', '1123456789'],
  },
  {
    ...LAST_DIGIT,
    name: 'Taiwan resident number, new form',
    validator: taiwanResident,
    shape: /^[A-Z][89]\d{8}$/,
    oracle: (lib, text) => lib.TW.natid.validate(text).isValid,
    unsure: () => true,
    accepted: ['A800000014'],
    refused: ['A800000015', 'A123456789'],
  },
  {
    ...LAST_DIGIT,
    name: 'Taiwan resident number, old form',
    validator: taiwanResident,
    shape: /^[A-Z][A-D]\d{8}$/,
    oracle: (lib, text) => lib.TW.ui.validate(text).isValid,
    unsure: () => true,
    accepted: ['AC01234567'],
    refused: ['AC01234568', 'AE01234567'],
  },
  {
    ...LAST_DIGIT,
    name: 'South Korea RRN',
    validator: koreaResident,
    shape: new RegExp(String.raw`^[3-9]\d${MMDD}[12][0-8]\d{5}$`),
    oracle: (lib, text) => lib.KR.rrn.validate(text).isValid,
    // Check digits 0 and 1 stand for two remainders each.
    unsure: (text) => /[01]$/.test(text),
    accepted: ['850101-1234566'],
    refused: ['850230-1234566', '850101-5234566'],
  },
  {
    name: 'Hong Kong ID',
    validator: hongKongId,
    shape: /^[A-NP-Z]{1,2}\d{6}[0-9A]$/,
    check: [-1, 1],
    alphabet: `${DIGITS}A`,
    oracle: (lib, text) => lib.HK.hkid.validate(text).isValid,
    agrees: isValid,
    accepted: ['A123456(3)', 'AB987654(3)', 'C6686689'],
    refused: ['A123456(4)', 'A123456(3', 'A12345(3)', '1234567(3)'],
  },
  {
    ...LAST_DIGIT,
    name: 'Thailand ID',
    validator: thailandId,
    shape: /^[1-8]\d{12}$/,
    oracle: (lib, text) => lib.TH.idnr.validate(text).isValid,
    // Check digits 0 and 1 stand for two remainders each; the weight of the third digit is 11.
    unsure: (text, at) => at === 2 || /[01]$/.test(text),
    accepted: ['1-1014-00000-04-9', '3100503874217'],
    refused: ['1-1014-00000-04-8', '9100503874217'],
  },
  {
    ...LAST_DIGIT,
    name: 'Malaysia MyKad',
    validator: malaysiaNric,
    shape: new RegExp(String.raw`^[3-9]\d${MMDD}[0-6][1-9]\d{4}$`),
    oracle: (lib, text) => lib.MY.nric.validate(text).isValid,
    unsure: () => true,
    accepted: ['770305-02-1234'],
    refused: ['771305-02-1234', '770305-17-1234', '770305-70-1234'],
  },
  {
    ...LAST_DIGIT,
    name: 'India EPIC',
    validator: indiaEpic,
    shape: /^[A-Z]{3}\d{7}$/,
    oracle: (lib, text) => lib.IN.epic.validate(text).isValid,
    accepted: ['WKH1186253'],
    refused: ['WKH1186254', 'ABC0000000'],
  },
  {
    name: 'India GSTIN',
    validator: indiaGstin,
    shape: /^(?:0[1-9]|[12]\d)[A-Z]{3}[CPH][A-Z]\d{3}[1-9][A-Z][1-9A-Z]Z[0-9A-Z]$/,
    check: [-1, 1],
    alphabet: `${DIGITS}${LETTERS}`,
    oracle: (lib, text) => lib.IN.gstin.validate(text).isValid,
    agrees: isValid,
    accepted: ['27AAPFU0939F1ZV'],
    refused: ['27AAPFU0939F1ZO', '77AAPFU0939F1ZV', '27AAPFU0939F0ZV', '27AAPDU0939F1ZV'],
  },
  {
    name: 'Japan corporate number',
    validator: japanCorporateNumber,
    shape: /^[1-9]\d{12}$/,
    check: [0, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.JP.cn.validate(text).isValid,
    agrees: isValid,
    // Modulo 9, a 0 is as good as a 9; so is the product of a 9.
    unsure: (text, at, wrong) => /[09]/.test(text[at]!) && /[09]/.test(wrong[at]!),
    accepted: ['5835678256246', '5-8356-7825-6246'],
    refused: ['2835678256246', '9000000000000'],
  },
  {
    ...LAST_DIGIT,
    name: 'Australia ABN',
    validator: australiaAbn,
    shape: /^[1-9]\d{10}$/,
    check: [0, 2],
    oracle: (lib, text) => lib.AU.abn.validate(text).isValid,
    accepted: ['83 914 571 673', '51 824 753 556'],
    refused: ['99 999 999 999', '51 824 753 557'],
  },
  {
    ...LAST_DIGIT,
    name: 'Australia ACN',
    validator: australiaAcn,
    shape: /^\d{9}$/,
    oracle: (lib, text) => lib.AU.acn.validate(text).isValid,
    // All zeros pass the formula.
    differs: (text) => text === '000000000',
    // Even weights miss a change by 5, the weight 5 an even change.
    unsure: () => true,
    accepted: ['004 085 616', '010 499 966'],
    refused: ['999 999 999', '000 000 000'],
  },
  {
    ...LAST_DIGIT,
    name: 'New Zealand IRD',
    validator: newZealandIrd,
    shape: /^(?:1[0-4]|[1-9])\d{7}$/,
    oracle: (lib, text) => lib.NZ.ird.validate(text).isValid,
    // Two rows of weights, chosen by the number itself.
    unsure: () => true,
    accepted: ['49091850', '49-091-850', '136410132', '136-410-132'],
    refused: ['136410133', '9125568', '936410132'],
  },
  {
    ...LAST_DIGIT,
    name: 'Mexico CLABE',
    validator: mexicoClabe,
    shape: /^(?:002|012|032|072)180\d{12}$/,
    oracle: (lib, text) => lib.MX.clabe.validate(text).isValid,
    accepted: ['032180000118359719', '002010077777777771'],
    refused: ['032180000118359718', '000180000118359710'],
  },
  {
    ...LAST_DIGIT,
    name: 'Peru RUC',
    validator: peruRuc,
    shape: /^(?:10|15|17|20)\d{9}$/,
    oracle: (lib, text) => lib.PE.ruc.validate(text).isValid,
    unsure: (text) => /[01]$/.test(text),
    accepted: ['20512333797', '10101174102'],
    refused: ['20512333798', '30512333797'],
  },
  {
    ...LAST_DIGIT,
    name: 'Peru DNI with check digit',
    validator: peruDni,
    shape: /^[1-9]\d{8}$/,
    oracle: (lib, text) => lib.PE.cui.validate(text).isValid,
    // Check digit 1 stands for two remainders.
    unsure: (text, at) => at === 8 || text.endsWith('1'),
    accepted: ['10117410-2', '10117410G'],
    refused: ['10117410-3', '00000000-6'],
  },
  {
    ...LAST_DIGIT,
    name: 'Uruguay CI',
    validator: uruguayCi,
    shape: /^[1-9]\d{7}$/,
    oracle: (lib, text) => lib.UY.cedula.validate(text).isValid,
    // The oracle expects 10 where the check digit is 0.
    differs: (text) => text.endsWith('0'),
    unsure: () => true,
    accepted: ['1.234.567-2', '451.209-9'],
    refused: ['1.234.567-3', '0.000.000-0'],
  },
  {
    ...LAST_DIGIT,
    name: 'Ecuador CI',
    validator: ecuadorCi,
    shape: /^(?:0[1-9]|1\d|2[0-4]|30)[0-6]\d{7}$/,
    oracle: (lib, text) => lib.EC.ci.validate(text).isValid,
    accepted: ['171430710-3', '1714307103'],
    refused: ['1714307104', '9914307103', '1784307101'],
  },
  {
    ...LAST_DIGIT,
    name: 'Paraguay RUC',
    validator: paraguayRuc,
    shape: /^[1-9]\d{5,8}$/,
    oracle: (lib, text) => lib.PY.ruc.validate(text).isValid,
    // The oracle writes 1 where the sum is a multiple of 11; the tax office, and stdnum for Python, write 0.
    differs: (text) => /[01]$/.test(text),
    // Check digit 0 stands for two remainders.
    unsure: (text) => text.endsWith('0'),
    accepted: ['80028061-0', '3456789-5'],
    refused: ['80028061-1', '00000000-0'],
  },
  {
    ...LAST_DIGIT,
    name: 'Venezuela RIF',
    validator: venezuelaRif,
    shape: /^[VEJPG]\d{9}$/,
    oracle: (lib, text) => lib.VE.rif.validate(text).isValid,
    unsure: (text) => text.endsWith('0'),
    accepted: ['V-11470283-4'],
    refused: ['V-11470283-3', 'X-11470283-4'],
  },
  {
    name: 'Guatemala NIT',
    validator: guatemalaNit,
    shape: /^[1-9]\d{5,7}[0-9K]$/,
    check: [-1, 1],
    alphabet: `${DIGITS}K`,
    oracle: (lib, text) => lib.GT.nit.validate(text).isValid,
    agrees: isValid,
    accepted: ['576937-K', '3952550-3'],
    refused: ['576937-8', '000000-0'],
  },
  {
    name: 'Guatemala CUI',
    validator: guatemalaCui,
    shape: /^\d{9}(?:0[1-9]|1\d|2[0-2])0[1-5]$/,
    check: [8, 1],
    alphabet: DIGITS,
    // Without remainder 10, for which the oracle takes 0.
    oracle: (lib, text) => lib.GT.cui.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text[8] === '0',
    // The place behind the check digit is not covered by it.
    unsure: (_text, at) => at > 8,
    accepted: ['2430 16409 0101'],
    refused: ['2430 16408 0101', '2430 16409 2301', '2430 16409 0118', '0000 00000 0101'],
  },
  {
    ...LAST_DIGIT,
    name: 'Pakistan CNIC',
    validator: pakistanCnic,
    shape: /^\d{13}$/,
    oracle: (lib, text) => lib.PK.cnic.validate(text).isValid,
    agrees: isPossible,
    accepted: ['35202-1234567-3'],
    best: 'unknown',
    refused: ['85202-1234567-3', '35202-1234567-0'],
  },
];
