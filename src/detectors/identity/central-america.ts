/** Identity and tax numbers of Guatemala, Costa Rica and the Dominican Republic. */
import { costaRicaId } from '../../validators/costa-rica-id.js';
import { guatemalaCui } from '../../validators/guatemala-cui.js';
import { guatemalaNit } from '../../validators/guatemala-nit.js';
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';

export const guatemalaCuiNumber = defineDetector({
  id: 'GUATEMALA_CUI_NUMBER',
  name: 'Guatemalan personal code (CUI of the DPI)',
  category: 'pii',
  countries: ['GT'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{4} \d{5} \d{4}`, String.raw`\d{13}`],
  digits: 13,
  boundary: 'digit',
  falseAccept: 0.0035,
  keywords: {
    mode: 'required',
    words: [
      'cui',
      'dpi',
      'número de dpi',
      'no. de dpi',
      'código único de identificación',
      'codigo unico de identificacion',
      'renap',
    ],
  },
  validator: guatemalaCui,
  normal: 'digits',
  examples: {
    match: ['DPI: «2430 16409 0101»', { column: 'cui', cell: '«1782340521013»' }],
    noMatch: [
      ['DPI: 2430 16408 0101', 'validator: the check digit is wrong'],
      ['DPI: 2430 16409 2301', 'validator: no department 23'],
      ['2430 16409 0101', 'keyword: none in reach'],
    ],
  },
  references: ['Registro Nacional de las Personas de Guatemala (RENAP): código único de identificación'],
});

export const guatemalaNitNumber = defineDetector({
  id: 'GUATEMALA_NIT_NUMBER',
  name: 'Guatemalan taxpayer number (NIT)',
  category: 'pii',
  countries: ['GT'],
  regulations: [],
  severity: { 1: 'medium' },
  forms: [
    String.raw`\d{6}-[0-9A-Z]`,
    String.raw`\d{7}-[0-9A-Z]`,
    String.raw`\d{8}-[0-9A-Z]`,
    String.raw`\d{6}[0-9K]`,
    String.raw`\d{7}[0-9K]`,
    String.raw`\d{8}[0-9K]`,
  ],
  boundary: 'digit',
  // As in Paraguay and Colombia, whose numbers of that shape are checked modulo 11 too: what two accept is reported with its alternatives.
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['nit', 'número de identificación tributaria', 'numero de identificacion tributaria', 'nit guatemala', 'no. nit'],
  },
  validator: guatemalaNit,
  normal: 'alnum',
  // Eight free digits: 10^8.
  space: 'small',
  examples: {
    match: [
      'NIT: «576937-K»',
      'NIT «1234567-9»',
      'NIT «39525503-1»',
      'NIT «87654326»',
      'NIT «576937K»',
      { column: 'nit', cell: '«395255031»' },
    ],
    noMatch: [
      ['NIT: 576937-1', 'validator: the check character is wrong'],
      ['NIT: 57693-K', 'pattern: five digits'],
      ['576937-K', 'keyword: none in reach'],
    ],
  },
  references: ['Superintendencia de Administración Tributaria de Guatemala: NIT'],
});

export const costaRicaIdentityCardNumber = defineDetector({
  id: 'COSTA_RICA_IDENTITY_CARD_NUMBER',
  name: 'Costa Rican identity card number (cédula)',
  category: 'pii',
  countries: ['CR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d-\d{4}-\d{4}`, String.raw`\d{2}-\d{4}-\d{4}`, String.raw`\d{9}`],
  boundary: 'digit',
  falseAccept: 0.9,
  keywords: {
    mode: 'required',
    words: [
      'cédula de identidad',
      'cedula de identidad',
      'cédula física',
      'cedula fisica',
      'cédula costarricense',
      'cédula cr',
      'cédula n°',
      'cédula',
      'cedula',
      'cedula cr',
      'cedula costarricense',
      'cedula n°',
      'número de cédula',
      'numero de cedula',
      'cédula nacional',
      'cedula nacional',
    ],
  },
  validator: costaRicaId,
  normal: 'digits',
  examples: {
    match: ['Cédula: «1-0613-0584»', 'Cédula física «03-0456-0178»', { column: 'cédula', cell: '«206130584»' }],
    noMatch: [
      ['Cédula: 0-0613-0584', 'validator: no province 0'],
      ['Cédula: 1-613-584', 'pattern: volume and entry have four digits'],
      ['1-0613-0584', 'keyword: none in reach'],
    ],
  },
  references: ['Tribunal Supremo de Elecciones de Costa Rica; Dirección General de Tributación: formato de la cédula física'],
});

/** Some old numbers, some hundreds, break the check and are not found. */
export const dominicanRepublicIdentityCardNumber = defineDetector({
  id: 'DOMINICAN_REPUBLIC_IDENTITY_CARD_NUMBER',
  name: 'Dominican identity card number (cédula)',
  category: 'pii',
  countries: ['DO'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{3}-\d{7}-\d`, String.raw`\d{11}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['cédula', 'cedula', 'cédula de identidad y electoral', 'cedula de identidad y electoral', 'cédula dominicana', 'cie'],
  },
  validator: luhn,
  normal: 'digits',
  examples: {
    match: ['Cédula: «001-1391820-5»', { column: 'cedula', cell: '«40223876547»' }],
    noMatch: [
      ['Cédula: 001-1391820-6', 'validator: the Luhn check digit is wrong'],
      ['Cédula: 01-1391820-5', 'pattern: ten digits'],
      ['001-1391820-5', 'keyword: none in reach'],
    ],
  },
  references: ['Junta Central Electoral de la República Dominicana: cédula de identidad y electoral'],
});
