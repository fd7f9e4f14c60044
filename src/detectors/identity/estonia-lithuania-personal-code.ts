/** Estonian and Lithuanian personal codes: one structure and check, told apart by their keywords. */
import { balticPersonalCode } from '../../validators/baltic-personal-code.js';
import { defineDetector } from '../define.js';

export const estoniaPersonalCode = defineDetector({
  id: 'ESTONIA_PERSONAL_CODE',
  name: 'Estonian personal identification code (isikukood)',
  category: 'pii',
  countries: ['EE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`],
  boundary: 'digit',
  falseAccept: 0.0012,
  keywords: {
    mode: 'required',
    words: [
      'isikukood',
      'isikukoodi',
      'isiku kood',
      'eesti isikukood',
      'estonian personal identification code',
      'estonian personal code',
      'estonian id code',
    ],
  },
  validator: balticPersonalCode,
  normal: 'digits',
  // A birthday and three digits decide the rest: 5 × 10^7.
  space: 'small',
  examples: {
    match: ['Isikukood: «36910043978»', 'isikukood «47907194942»', { column: 'isikukood', cell: '«47112092211»' }],
    noMatch: [
      ['Isikukood: 36910043979', 'validator: the check digit is wrong'],
      ['Isikukood: 36913043978', 'validator: there is no month 13'],
      ['36910043978', 'keyword: none in reach'],
    ],
  },
  references: ['EVS 585: Isikukood; Rahvastikuregistri seadus'],
});

export const lithuaniaPersonalCode = defineDetector({
  id: 'LITHUANIA_PERSONAL_CODE',
  name: 'Lithuanian personal code (asmens kodas)',
  category: 'pii',
  countries: ['LT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`],
  boundary: 'digit',
  falseAccept: 0.0012,
  keywords: {
    mode: 'required',
    words: [
      'asmens kodas',
      'asmens kodą',
      'asmens kodo',
      'asm. kodas',
      'lithuanian personal code',
      'lithuanian national identification number',
    ],
  },
  validator: balticPersonalCode,
  normal: 'digits',
  // A birthday and three digits decide the rest: 5 × 10^7.
  space: 'small',
  examples: {
    match: ['Asmens kodas: «39708087868»', 'asm. kodas «46701224677»', { column: 'asmens_kodas', cell: '«39305054971»' }],
    noMatch: [
      ['Asmens kodas: 39708087869', 'validator: the check digit is wrong'],
      ['Asmens kodas: 39708387868', 'validator: there is no day 38'],
      ['39708087868', 'keyword: none in reach'],
    ],
  },
  references: ['Lietuvos Respublikos gyventojų registro įstatymas, asmens kodas'],
});
