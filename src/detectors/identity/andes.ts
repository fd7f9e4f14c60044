/** Identity and tax numbers of Peru, Ecuador and Venezuela. */
import { ecuadorCi } from '../../validators/ecuador-ci.js';
import { peruDni } from '../../validators/peru-dni.js';
import { peruRuc } from '../../validators/peru-ruc.js';
import { venezuelaRif } from '../../validators/venezuela-rif.js';
import { defineDetector } from '../define.js';

export const peruDniNumber = defineDetector({
  id: 'PERU_DNI_NUMBER',
  name: 'Peruvian identity number (DNI)',
  category: 'pii',
  countries: ['PE'],
  regulations: [],
  severity: { 1: 'high' },
  // Eight digits before a hyphen are those of the form with a check character.
  forms: [
    { pattern: String.raw`\d{8}`, boundary: 'token' },
    { pattern: String.raw`\d{8}-[0-9A-Z]`, falseAccept: 0.1 },
  ],
  digits: 8,
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'dni peru',
      'dni perú',
      'dni peruano',
      'dni number',
      'dni n°',
      'dni nº',
      'dni',
      'reniec',
      'documento nacional de identidad',
    ],
  },
  validator: peruDni,
  normal: 'alnum',
  // Eight digits: 10^8.
  space: 'small',
  examples: {
    match: ['DNI N° «45871236»', 'DNI «10117410-2»', { column: 'dni', cell: '«45871236-6»' }],
    noMatch: [
      ['DNI N° 10117410-3', 'validator: the check digit is wrong'],
      ['DNI N° 4587123', 'pattern: seven digits'],
      ['45871236', 'keyword: none in reach'],
    ],
  },
  references: ['Registro Nacional de Identificación y Estado Civil (RENIEC): código único de identificación'],
});

export const peruRucNumber = defineDetector({
  id: 'PERU_RUC_NUMBER',
  name: 'Peruvian taxpayer number (RUC)',
  category: 'pii',
  countries: ['PE'],
  regulations: [],
  severity: { 1: 'medium' },
  forms: [String.raw`\d{11}`],
  boundary: 'digit',
  falseAccept: 0.006,
  keywords: {
    mode: 'required',
    words: ['ruc', 'r.u.c.', 'registro único de contribuyentes', 'registro unico de contribuyentes', 'número de ruc', 'sunat'],
  },
  validator: peruRuc,
  normal: 'digits',
  examples: {
    match: ['RUC: «20512333797»', { column: 'ruc', cell: '«10101174102»' }],
    noMatch: [
      ['RUC: 20512333798', 'validator: the check digit is wrong'],
      ['RUC: 30512333797', 'validator: a RUC begins with 1 or 2'],
      ['20512333797', 'keyword: none in reach'],
    ],
  },
  references: ['Superintendencia Nacional de Aduanas y de Administración Tributaria (SUNAT): RUC'],
});

export const ecuadorIdentityCardNumber = defineDetector({
  id: 'ECUADOR_IDENTITY_CARD_NUMBER',
  name: 'Ecuadorian identity number (cédula)',
  category: 'pii',
  countries: ['EC'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`, String.raw`\d{9}-\d`],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.019,
  keywords: {
    mode: 'required',
    words: [
      'cédula',
      'cedula',
      'cédula de identidad',
      'cedula de identidad',
      'cédula de ciudadanía',
      'cedula de ciudadania',
      'nui',
    ],
  },
  validator: ecuadorCi,
  normal: 'digits',
  // Twenty-six provinces, seven third digits, six free ones: 1.8 × 10^8.
  space: 'small',
  examples: {
    match: ['Cédula: «171430710-3»', { column: 'cedula', cell: '«0923451678»' }],
    noMatch: [
      ['Cédula: 1714307104', 'validator: the Luhn check digit is wrong'],
      ['Cédula: 9914307103', 'validator: no province 99'],
      ['1714307103', 'keyword: none in reach'],
    ],
  },
  references: ['Dirección General de Registro Civil, Identificación y Cedulación del Ecuador: cédula de identidad'],
});

export const venezuelaRifNumber = defineDetector({
  id: 'VENEZUELA_RIF_NUMBER',
  name: 'Venezuelan taxpayer number (RIF)',
  category: 'pii',
  countries: ['VE'],
  regulations: [],
  severity: { 1: 'medium' },
  forms: [String.raw`[A-Z]-\d{8}-\d`, String.raw`[A-Z]-\d{9}`, String.raw`[A-Z]\d{8}-\d`, String.raw`[A-Z]\d{9}`],
  boundary: 'word',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: ['rif', 'r.i.f.', 'registro único de información fiscal', 'registro unico de informacion fiscal', 'seniat'],
  },
  validator: venezuelaRif,
  normal: 'alnum',
  examples: {
    match: ['RIF: «V-11470283-4»', 'RIF «J-309845128»', 'RIF «J30984512-8»', { column: 'rif', cell: '«G200012340»' }],
    noMatch: [
      ['RIF: V-11470283-5', 'validator: the check digit is wrong'],
      ['RIF: X-11470283-4', 'validator: no kind X'],
      ['V-11470283-4', 'keyword: none in reach'],
    ],
  },
  references: ['Servicio Nacional Integrado de Administración Aduanera y Tributaria (SENIAT): RIF'],
});
