/** Finnish personal identity code: birth date, sign of the century, serial, check character. */
import { finlandHetu } from '../../validators/finland-hetu.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const finlandPersonalIdentityCode = defineDetector({
  id: 'FINLAND_PERSONAL_IDENTITY_CODE',
  name: 'Finnish personal identity code (HETU)',
  category: 'pii',
  countries: ['FI'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`[0-3]\d[01]\d{3}[-+]\d{3}[0-9A-FHJ-NPR-Y]`, finlandHetu),
    String.raw`[0-3]\d[01]\d{3}[-+]\d{3}[0-9A-FHJ-NPR-Y]`,
    String.raw`[0-3]\d[01]\d{3}[A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]`,
  ],
  boundary: 'word',
  falseAccept: 0.0013,
  keywords: {
    mode: 'required',
    words: [
      'henkilötunnus',
      'henkilotunnus',
      'hetu',
      'personbeteckning',
      'sosiaaliturvatunnus',
      'sotu',
      'personal identity code',
      'finnish personal identity code',
      'finnish id',
    ],
  },
  validator: finlandHetu,
  // A birthday and three digits: 5 × 10^7 for each separator that a preview shows.
  space: 'small',
  examples: {
    match: ['Asiakas «131052-308T» tuli eilen', 'Henkilötunnus: «131052-308T»', { column: 'hetu', cell: '«010106A9012»' }],
    noMatch: [
      ['Henkilötunnus: 131052-308U', 'validator: the check character is wrong'],
      ['Henkilötunnus: 311152-308T', 'validator: there is no 31 November'],
      ['131052-308T', 'keyword: none in reach'],
    ],
  },
  references: ['Digital and Population Data Services Agency: personal identity code'],
});
