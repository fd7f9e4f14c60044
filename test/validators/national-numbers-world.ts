/** National, tax and health numbers of Asia, Oceania and America under test. */
import { argentinaCuit } from '../../src/validators/argentina-cuit.js';
import { australiaTfn } from '../../src/validators/australia-tfn.js';
import { canadaPhn } from '../../src/validators/canada-phn.js';
import { chileRut } from '../../src/validators/chile-rut.js';
import { colombiaNit } from '../../src/validators/colombia-nit.js';
import { indiaAadhaar } from '../../src/validators/india-aadhaar.js';
import { indiaPan } from '../../src/validators/india-pan.js';
import { mexicoCurp } from '../../src/validators/mexico-curp.js';
import { mexicoRfc } from '../../src/validators/mexico-rfc.js';
import { DIGITS, isPossible, isValid, LETTERS, MMDD, type NationalNumber } from './national-number.js';

export const WORLD_NUMBERS: readonly NationalNumber[] = [
  {
    name: 'Argentina CUIT',
    validator: argentinaCuit,
    shape: /^(?:2[03-7]|3[034])\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.AR.cuit.validate(text).isValid,
    agrees: isValid,
    // The oracle does not know the prefixes 25 and 26.
    differs: (text) => /^2[56]/.test(text),
    // Check digit 9 stands for the remainders 9 and 10.
    unsure: (text) => text.endsWith('9'),
    accepted: ['20055361682', '20-05536168-2', '20267565393'],
    refused: ['20055361683', '00000000000'],
  },
  {
    name: 'Australia TFN, nine digits',
    validator: australiaTfn,
    shape: /^\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.AU.tfn.validate(text).isValid,
    agrees: isValid,
    accepted: ['123456782', '123 456 782', '876543210', '12345677'],
    refused: ['123456783', '000000000', '12345678'],
  },
  {
    name: 'British Columbia PHN',
    validator: canadaPhn,
    shape: /^9\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.CA.bc_bhn.validate(text).isValid,
    agrees: isValid,
    accepted: ['9698658215', '9698 658 215'],
    refused: ['9698648215', '5736504210'],
  },
  {
    name: 'Chile RUT',
    validator: chileRut,
    shape: /^[1-9]\d{6,7}[0-9K]$/,
    check: [-1, 1],
    alphabet: `${DIGITS}K`,
    oracle: (lib, text) => lib.CL.rut.validate(text).isValid,
    agrees: isValid,
    accepted: ['12.531.909-2', '76086428-5', '10.000.013-k'],
    refused: ['12531909-3', '00.000.000-0'],
  },
  {
    name: 'Colombia NIT',
    validator: colombiaNit,
    shape: /^[1-9]\d{7,10}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.CO.nit.validate(text).isValid,
    agrees: isValid,
    // Check digit 1 stands for the remainders 1 and 10.
    unsure: (text) => text.endsWith('1'),
    accepted: ['213.123.432-1', '860034313-7'],
    refused: ['2131234325', '000000000-0'],
  },
  {
    name: 'India Aadhaar',
    validator: indiaAadhaar,
    shape: /^\d{12}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.IN.aadhaar.validate(text).isValid,
    agrees: isValid,
    accepted: ['2341 2341 2346', '234123412346'],
    refused: ['234123412347', '643343121', '123412341234', '222222222222'],
  },
  {
    name: 'India PAN',
    validator: indiaPan,
    shape: /^[A-Z]{5}\d{4}[A-Z]$/,
    check: [-1, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.IN.pan.validate(text).isValid,
    agrees: isPossible,
    accepted: ['ACUPA7085R', 'ABCPD1234E'],
    best: 'unknown',
    refused: ['ABMPA0000E', 'ABMXA3211G'],
  },
  {
    name: 'Mexico CURP',
    validator: mexicoCurp,
    // The second letter is X, so that the oracle's list of words that a code may not begin with is not met.
    shape: new RegExp(String.raw`^[A-Z]X[A-Z]{2}[3-9]\d${MMDD}[HM](?:AS|DF|NE|ZS)[BCDFG]{3}\d\d$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.MX.curp.validate(text).isValid,
    agrees: isValid,
    accepted: ['BOXW310820HNERXN09'],
    refused: ['BOXW310820HNERXN08', 'BOXW310230HNERXN09'],
    // Weights 2 to 18: even ones, 5 and its multiples let some errors pass modulo 10.
    unsure: () => true,
  },
  {
    name: 'Mexico RFC',
    validator: mexicoRfc,
    shape: new RegExp(String.raw`^[A-N][BDFG][A-N]{2}[3-9]\d${MMDD}[1-9A-N][1-9A-N][0-9A]$`),
    check: [-1, 1],
    alphabet: `${DIGITS}A`,
    oracle: (lib, text) => lib.MX.rfc.validate(text).isValid,
    agrees: isValid,
    // Letters behind N and organisations are left out of the shape, because the oracle also takes an older alphabet without & and blank.
    accepted: ['GODE561231GR8', 'MAB9307148T4'],
    refused: ['GODE561331GR8', 'GODE560230GR8', 'GODE561231'],
  },
];
