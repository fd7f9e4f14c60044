/** Chilean identity and tax number with its check character. Always with hyphen: the keyword “run” stands beside too many bare numbers. */
import { chileRut, isDatedNumber } from '../../validators/chile-rut.js';
import { defineDetector } from '../define.js';

export const chileRutNumber = defineDetector({
  id: 'CHILE_RUT_NUMBER',
  name: 'Chilean RUN/RUT',
  category: 'pii',
  countries: ['CL'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{7}-[0-9Kk]`,
    String.raw`\d{8}-[0-9Kk]`,
    String.raw`\d\.\d{3}\.\d{3}-[0-9Kk]`,
    String.raw`\d{2}\.\d{3}\.\d{3}-[0-9Kk]`,
  ],
  boundary: 'digit',
  falseAccept: 0.092,
  keywords: {
    mode: 'required',
    words: [
      'identidad número',
      'nacional identidad',
      'national unique role',
      'nationaluniqueroleID#',
      'número identificación',
      'rol único nacional',
      'rol único tributario',
      'run',
      'run#',
      'r.u.n.',
      'rut',
      'rut#',
      'r.u.t.',
      'unique national number',
      'unique national role',
      'unique tax registry',
      'unique tax role',
      'unique tributary number',
      'unique tributary role',
      'rol unico tributario',
      'rol unico nacional',
      'cédula de identidad',
      'cedula de identidad',
    ],
  },
  validator: chileRut,
  reserved: isDatedNumber,
  normal: 'alnum',
  // Eight digits decide the last character: 10^8.
  space: 'small',
  examples: {
    match: [
      'RUT: «9876543-3»',
      'RUT «17452318-5»',
      'RUN «9.876.543-3»',
      'Rut: «12.531.909-2»',
      { column: 'rut', cell: '«12531909-2»' },
    ],
    noMatch: [
      ['RUT: 12.531.909-3', 'validator: the check character is wrong'],
      ['RUT: 00.000.000-0', 'validator: all zeros'],
      ['12.531.909-2', 'keyword: none in reach'],
    ],
  },
  references: [
    'Servicio de Registro Civil e Identificación: RUN',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
