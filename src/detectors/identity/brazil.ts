/** Brazilian taxpayer numbers of persons (CPF) and companies (CNPJ), each with two check digits. */
import { cnpj } from '../../validators/br-cnpj.js';
import { cpf } from '../../validators/br-cpf.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

const WORDS: readonly string[] = [
  'cadastro de pessoa física',
  'cadastro de pessoa fisica',
  'cadastro de pessoas físicas',
  'cadastro de pessoas fisicas',
  'cadastro nacional da pessoa jurídica',
  'cadastro nacional da pessoa juridica',
  'cnpj',
  'cpf',
  'cpf/cnpj',
  'cpfs',
  'cnpjs',
  'contribuinte',
];

export const brazilCpfNumber = defineDetector({
  id: 'BRAZIL_CPF_NUMBER',
  name: 'CPF, taxpayer number of persons, Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [
    // Nothing else is grouped so, and both check digits hold: no keyword is needed.
    { pattern: String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`, keywordMode: 'none' },
    String.raw`\d{9}-\d{2}`,
    String.raw`\d{3} \d{3} \d{3} \d{2}`,
    String.raw`\d{11}`,
  ],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: { mode: 'required', words: WORDS },
  validator: cpf,
  normal: 'digits',
  examples: {
    match: [
      'CPF: «452.538.644-40»',
      'Bia, «452.538.644-40», presente',
      'CPF «303321917-96»',
      'CPF «744 256 656 19»',
      { column: 'cpf', cell: '«45253864440»' },
    ],
    noMatch: [
      ['CPF: 452.538.644-41', 'validator: second check digit'],
      ['CPF: 111.111.111-11', 'validator: equal digits are never issued'],
      ['lote 452538644-40', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Receita Federal do Brasil: Cadastro de Pessoas Físicas', MACIE_PII],
});

const C = '[0-9A-Z]';

/** Letters are possible from July 2026. Written with dots, only where a digit stands in the first or second place. */
export const brazilCnpjNumber = defineDetector({
  id: 'BRAZIL_CNPJ_NUMBER',
  name: 'CNPJ, taxpayer number of companies, Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [
    { pattern: String.raw`\d{2}\.${C}{3}\.${C}{3}/${C}{4}-\d{2}`, keywordMode: 'none' },
    String.raw`\d[A-Z]\.${C}{3}\.${C}{3}/${C}{4}-\d{2}`,
    String.raw`[A-Z]\d\.${C}{3}\.${C}{3}/${C}{4}-\d{2}`,
    String.raw`\d{8}/\d{4}-\d{2}`,
    String.raw`${C}{12}\d{2}`,
  ],
  digits: 14,
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: { mode: 'required', words: WORDS },
  validator: cnpj,
  normal: 'alnum',
  examples: {
    match: [
      'CNPJ: «62.093.622/0001-69»',
      'CNPJ «12.ABC.345/01DE-35»',
      'CNPJ «83961091/0001-59»',
      'CNPJ «1A.B2C.D3E/0001-51»',
      'CNPJ «A1.B2C.3D4/0001-93»',
      'CNPJ «12ABC34501DE35»',
      'CNPJ «ABCDEFGH000195»',
      { column: 'cnpj', cell: '«34355000000126»' },
    ],
    noMatch: [
      ['CNPJ: 62.093.622/0001-68', 'validator: second check digit'],
      ['CNPJ: 12.ABC.345/01DE-36', 'validator: second check digit'],
      ['CNPJ: 12abc34501de35', 'pattern: letters are capitals'],
      ['lote 62093622000169', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Receita Federal do Brasil: Instrução Normativa RFB 2.229/2024 (CNPJ alfanumérico)', MACIE_PII],
});
