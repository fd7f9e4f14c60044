/** Brazilian identity card (RG) and postal code (CEP). */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

const RG_WORDS = ['registro geral', 'rg', 'carteira de identidade', 'identidade'];

/**
 * With its punctuation, or with X at the end: each state has its own lengths and check digit, and solid digits are any number, but for
 * those in a column or field of that name.
 */
export const brazilRgNumber = defineDetector({
  id: 'BRAZIL_RG_NUMBER',
  name: 'Identity card number (RG), Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{2}\.\d{3}\.\d{3}-[0-9Xx]`,
    String.raw`\d{8}-[0-9Xx]`,
    String.raw`\d{10}-\d`,
    String.raw`\d{8}X`,
    { pattern: String.raw`\d{9}`, whole: RG_WORDS },
  ],
  boundary: 'digit',
  falseAccept: 1,
  keywords: { mode: 'required', words: RG_WORDS },
  normal: 'alnum',
  space: 'small',
  examples: {
    match: [
      'RG: «24.678.131-4»',
      'RG «38420917-X»',
      'registro geral «1029384756-1»',
      'RG «38420917X»',
      { column: 'rg', cell: '«41.902.837-6»' },
      { column: 'rg', cell: '«078542169»' },
    ],
    noMatch: [
      ['RG: 24.678.1314', 'pattern: the check digit follows a hyphen'],
      ['rg=246781314', 'keyword: solid digits, and no field of that name'],
      ['RG: 24.678.131-Z', 'pattern: the check digit is a digit or X'],
      ['lote 24.678.131-4', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Brasil, Lei 7.116/1983: carteira de identidade; Lei 9.454/1997: Registro de Identidade Civil', MACIE_PII],
});

export const brazilCepCode = defineDetector({
  id: 'BRAZIL_CEP_CODE',
  name: 'Postal code (CEP), Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  // No region begins with 00.
  forms: [
    String.raw`(?:0[1-9]|[1-9]\d)\d{3}-\d{3}`,
    String.raw`(?:0[1-9]|[1-9]\d)\.\d{3}-\d{3}`,
    String.raw`(?:0[1-9]|[1-9]\d)\d{6}`,
  ],
  digits: 8,
  boundary: 'token',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'cep',
      'código de endereçamento postal',
      'codigo de endereçamento postal',
      'codigo de enderecamento postal',
      'código postal',
      'codigo postal',
    ],
  },
  normal: 'digits',
  space: 'small',
  examples: {
    match: ['CEP «04538-133»', 'CEP: «20.031-170»', { column: 'cep', cell: '«70150900»' }],
    noMatch: [
      ['CEP 04538-1335', 'pattern: three digits behind the hyphen'],
      ['CEP 00000-000', 'pattern: no region begins with 00'],
      ['CEP 04538-133-2', 'boundary: part of a longer token'],
      ['lote 04538-133', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Correios: Código de Endereçamento Postal', MACIE_PII],
});
