/** Mexican population registry code: name, birth date, sex, state, check digit. */
import { mexicoCurp } from '../../validators/mexico-curp.js';
import { defineDetector } from '../define.js';

const DAY = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
/** Codes of the states; NE for people born abroad. */
const STATE = '(?:AS|B[CS]|C[CHLMS]|D[FG]|G[RT]|HG|JC|M[CNS]|N[ELT]|OC|PL|Q[RT]|S[LPR]|T[CLS]|VZ|YN|ZS)';

export const mexicoCurpNumber = defineDetector({
  id: 'MEXICO_CURP_NUMBER',
  name: 'Mexican CURP',
  category: 'pii',
  countries: ['MX'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z][AEIOUX][A-Z]{2}\d{2}${DAY}[HMX]${STATE}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d`],
  boundary: 'word',
  falseAccept: 3e-6,
  keywords: {
    // Name, date, sex, state and check digit: one random text of that length in 10^13 has all of them.
    mode: 'none',
    words: [
      'clave personal identidad',
      'clave única',
      'clave única de registro de población',
      'clavepersonalIdentidad',
      'curp',
      'registration code',
      'registry code',
      'personal identidad clave',
      'population code',
      'clave unica de registro de poblacion',
      'clave unica',
      'registro de población',
    ],
  },
  validator: mexicoCurp,
  normal: 'alnum',
  examples: {
    match: [
      'Ada, «BOXW310820HNERXN09», presente',
      'CURP: «BOXW310820HNERXN09»',
      { column: 'curp', cell: '«GOMC850714MDFMRL03»' },
    ],
    noMatch: [
      ['CURP: BOXW310820HNERXN08', 'validator: the check digit is wrong'],
      ['CURP: BOXW311320HNERXN09', 'pattern: no month 13'],
    ],
  },
  references: [
    'RENAPO: Instructivo normativo para la asignación de la CURP',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
