/** Colombian tax number of a person: citizen number of six to eight or ten digits, hyphen, check digit. */
import { colombiaNit } from '../../validators/colombia-nit.js';
import { defineDetector } from '../define.js';

export const colombiaIndividualNit = defineDetector({
  id: 'COLOMBIA_INDIVIDUAL_NIT_NUMBER',
  name: 'Colombian NIT of a person',
  category: 'pii',
  countries: ['CO'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`[1-9]\d{5}-\d`,
    String.raw`[1-9]\d{6}-\d`,
    String.raw`[1-9]\d{7}-\d`,
    String.raw`1\d{9}-\d`,
    String.raw`\d{3}\.\d{3}-\d`,
    String.raw`[1-9]\.\d{3}\.\d{3}-\d`,
    String.raw`[1-9]\d\.\d{3}\.\d{3}-\d`,
    String.raw`1\.\d{3}\.\d{3}\.\d{3}-\d`,
  ],
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'nit',
      'nit.',
      'nit#',
      'n.i.t.',
      'número de identificación tributaria',
      'numero de identificacion tributaria',
      'nit no',
    ],
  },
  validator: colombiaNit,
  normal: 'digits',
  // The old numbers of six and seven digits are few.
  tagFrom: 9,
  examples: {
    match: [
      'NIT «654321-6»',
      'NIT «7654321-1»',
      'NIT «52481637-3»',
      'NIT: «1032456789-7»',
      'NIT «654.321-6»',
      'NIT «7.654.321-1»',
      'NIT «52.481.637-3»',
      'NIT «1.032.456.789-7»',
      { column: 'nit', cell: '«79845123-1»' },
    ],
    noMatch: [
      ['NIT 52481637-4', 'validator: the check digit is wrong'],
      ['NIT 524816373', 'pattern: no hyphen'],
      ['52481637-3', 'keyword: none in reach'],
    ],
  },
  references: [
    'DIAN: Orden Administrativa 4 de 1989',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
