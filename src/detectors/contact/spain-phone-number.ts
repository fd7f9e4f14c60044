/** Spanish phone number: nine digits that begin with 6 to 9, without a trunk prefix. */
import { internationalPhone, nationalPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { PHONE_NUMBERING, PHONE_WORDS, SPANISH_PHONE_WORDS } from './phone-words.js';

const NATIONAL = { keywordMode: 'required', falseAccept: 0.4, validator: nationalPhone(34, 'none') } as const;

export const spainPhoneNumber = defineDetector({
  id: 'SPAIN_PHONE_NUMBER',
  name: 'Phone number, Spain',
  category: 'pii',
  countries: ['ES'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    String.raw`\+34[ .-]?[6-9]\d{8}`,
    String.raw`\+34[ .-]?[6-9]\d{2}[ .-]\d{3}[ .-]\d{3}`,
    String.raw`\+34[ .-]?[6-9]\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}`,
    String.raw`\+34[ .-]?[89]\d[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}`,
    { pattern: String.raw`[6-9]\d{8}`, ...NATIONAL },
    { pattern: String.raw`[6-9]\d{2}[ .-]\d{3}[ .-]\d{3}`, ...NATIONAL },
    { pattern: String.raw`[6-9]\d{2}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}`, ...NATIONAL },
    { pattern: String.raw`[89]\d[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}`, ...NATIONAL },
  ],
  boundary: 'digit',
  falseAccept: 0.006,
  keywords: { mode: 'none', words: [...PHONE_WORDS, ...SPANISH_PHONE_WORDS] },
  validator: internationalPhone(34),
  reserved: impersonalPhone(34, 'none'),
  reservedCountsInFields: true,
  normal: 'digits',
  examples: {
    match: [
      '«+34612345678»',
      '«+34 612 345 678»',
      '«+34 612 34 56 78»',
      '«+34 91 123 45 67»',
      'teléfono «612345678»',
      'móvil: «612 345 678»',
      'tlf «612 34 56 78»',
      'tel. «91 123 45 67»',
      { column: 'teléfono', cell: '«912345678»' },
    ],
    noMatch: [
      ['612 345 678', 'keyword: no country code and no keyword'],
      ['teléfono 512345678', 'pattern: no number begins with 5'],
      ['teléfono 6123456789', 'boundary: a longer number'],
    ],
  },
  references: [PHONE_NUMBERING, MACIE_PII],
});
