/** Portuguese tax number of persons and organisations: nine digits with a check digit. */
import { afterCountry } from '../../validators/country-prefix.js';
import { portugalNif } from '../../validators/portugal-nif.js';
import { defineDetector } from '../define.js';

export const portugalTaxIdentificationNumber = defineDetector({
  id: 'PORTUGAL_TAX_IDENTIFICATION_NUMBER',
  name: 'Portuguese tax number (NIF)',
  category: 'pii',
  countries: ['PT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`[1-9]\d{8}`,
    String.raw`[1-9]\d{2} \d{3} \d{3}`,
    { pattern: String.raw`PT ?[1-9]\d{8}`, validator: afterCountry(portugalNif) },
  ],
  boundary: 'digit',
  falseAccept: 0.092,
  keywords: {
    mode: 'required',
    words: [
      'nif',
      'número de identificação fiscal',
      'numero de identificacao fiscal',
      'identificação fiscal',
      'contribuinte',
      'número de contribuinte',
      'numero de contribuinte',
      'nipc',
      'portuguese tax number',
    ],
  },
  validator: portugalNif,
  normal: 'digits',
  // Eight digits decide the ninth: 9 × 10^7.
  space: 'small',
  examples: {
    match: ['NIF: «245678310»', 'Contribuinte n.º «501 964 843»', 'NIF «PT501964843»', { column: 'nif', cell: '«501964843»' }],
    noMatch: [
      ['NIF: 501964844', 'validator: the check digit is wrong'],
      ['NIF: 001964843', 'pattern: leading zero'],
      ['501964843', 'keyword: none in reach'],
    ],
  },
  references: ['Autoridade Tributária e Aduaneira: NIF, Decreto-Lei n.º 14/2013'],
});
