/** Brazilian numbers beside CPF and CNPJ: driving licence, social integration programme, voter's register. */
import { brazilCnh } from '../../validators/br-cnh.js';
import { brazilPis } from '../../validators/br-pis.js';
import { brazilVoter } from '../../validators/br-voter.js';
import { defineDetector } from '../define.js';

export const brazilDriversLicense = defineDetector({
  id: 'BRAZIL_DRIVERS_LICENSE',
  name: "Driver's licence (CNH), Brazil",
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.019,
  keywords: {
    mode: 'required',
    words: [
      'cnh',
      'carteira nacional de habilitação',
      'carteira nacional de habilitacao',
      'carteira de habilitação',
      'carteira de motorista',
      'registro cnh',
      'número da habilitação',
      'permissão para dirigir',
    ],
  },
  validator: brazilCnh,
  normal: 'digits',
  examples: {
    match: ['CNH: «02650306461»', { column: 'cnh', cell: '«58316794534»' }],
    noMatch: [
      ['CNH: 02650306460', 'validator: second check digit'],
      ['CNH: 11111111111', 'validator: equal digits'],
      ['02650306461', 'keyword: none in reach'],
    ],
  },
  references: ['SENATRAN (Secretaria Nacional de Trânsito): número de registro da CNH'],
});

export const brazilPisPasepNumber = defineDetector({
  id: 'BRAZIL_PIS_PASEP_NUMBER',
  name: 'PIS, PASEP, NIS or NIT number, Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{3}\.\d{5}\.\d{2}-\d`, String.raw`\d{11}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'pis',
      'pis/pasep',
      'pis pasep',
      'pasep',
      'nis',
      'pis/nis',
      'programa de integração social',
      'número de identificação social',
    ],
  },
  validator: brazilPis,
  normal: 'digits',
  examples: {
    match: ['PIS: «120.56874.10-7»', { column: 'pis_pasep', cell: '«12084729132»' }],
    noMatch: [
      ['PIS: 120.56874.10-8', 'validator: the check digit is wrong'],
      ['PIS: 00000000000', 'validator: equal digits'],
      ['120.56874.10-7', 'keyword: none in reach'],
    ],
  },
  references: ['Caixa Econômica Federal: cadastro NIS (PIS/PASEP), dígito verificador'],
});

export const brazilVoterNumber = defineDetector({
  id: 'BRAZIL_VOTER_REGISTRATION_NUMBER',
  name: "Voter's number (título eleitoral), Brazil",
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{12}`, String.raw`\d{4} \d{4} \d{4}`],
  digits: 12,
  boundary: 'digit',
  falseAccept: 0.003,
  keywords: {
    mode: 'required',
    words: [
      'título eleitoral',
      'titulo eleitoral',
      'título de eleitor',
      'titulo de eleitor',
      'título eleitor',
      'titulo eleitor',
      'inscrição eleitoral',
    ],
  },
  validator: brazilVoter,
  normal: 'digits',
  examples: {
    match: ['Título de eleitor «1023 8501 0671»', { column: 'titulo_eleitor', cell: '«435687090639»' }],
    noMatch: [
      ['Título de eleitor 1023 8501 0672', 'validator: second check digit'],
      ['Título de eleitor 1023 8501 2971', 'validator: no state 29'],
      ['435687090639', 'keyword: none in reach'],
    ],
  },
  references: ['Tribunal Superior Eleitoral: Resolução 21.538/2003, artigo 12'],
});
