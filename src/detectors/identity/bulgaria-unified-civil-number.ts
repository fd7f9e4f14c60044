/** Bulgarian unified civil number (EGN): birth date with the century in the month, serial, check digit. */
import { bulgariaEgn } from '../../validators/bulgaria-egn.js';
import { defineDetector } from '../define.js';

export const bulgariaUnifiedCivilNumber = defineDetector({
  id: 'BULGARIA_UNIFIED_CIVIL_NUMBER',
  name: 'Bulgarian unified civil number (EGN)',
  category: 'pii',
  countries: ['BG'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'егн',
      'единен граждански номер',
      'ЕГН на лицето',
      'egn',
      'edinen grazhdanski nomer',
      'unified civil number',
      'uniform civil number',
      'bulgarian personal number',
    ],
  },
  validator: bulgariaEgn,
  normal: 'digits',
  // A birthday and three digits decide the rest: 5 × 10^7.
  space: 'small',
  examples: {
    match: ['ЕГН: «6306180447»', 'EGN «8412054722»', { column: 'egn', cell: '«8606023020»' }],
    noMatch: [
      ['ЕГН: 6306180448', 'validator: the check digit is wrong'],
      ['ЕГН: 6313180448', 'validator: there is no month 13'],
      ['6306180447', 'keyword: none in reach'],
    ],
  },
  references: ['GRAO: Наредба № РД-02-20-9 за функциониране на Единната система за гражданска регистрация'],
});
