/** Phone number of the United States and Canada (North American Numbering Plan); toll-free and premium ones are reported as reserved. */
import { beforeExtension, internationalPhone, nationalPhone, unlabelledPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { PHONE_NUMBERING, PHONE_WORDS } from './phone-words.js';

const NATIONAL = { keywordMode: 'required', falseAccept: 0.5, validator: nationalPhone(1, 'one') } as const;

/**
 * Parentheses around an area code that exists, or hyphens at both places: of the 46 different numbers so written in 2 GB of packages,
 * libraries and texts, none that was looked up was anything else.
 */
const UNLABELLED = { keywordMode: 'none', falseAccept: 0.0001, validator: unlabelledPhone(1, 'one') } as const;

const EXTENSION = String.raw`(?:x\d{1,6}| (?:x|ext\.?) ?\d{1,6})`;
const EXTENDED = { ...NATIONAL, validator: beforeExtension(NATIONAL.validator) } as const;

export const phoneNumber = defineDetector({
  id: 'PHONE_NUMBER',
  name: 'Phone number, US and Canada',
  category: 'pii',
  countries: ['US', 'CA'],
  regulations: ['CCPA', 'HIPAA', 'GLBA', 'PIPEDA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    String.raw`\+1[ .-]?[2-9]\d{9}`,
    String.raw`\+1[ .-]?[2-9]\d{2}[ .-][2-9]\d{2}[ .-]\d{4}`,
    String.raw`\+1[ .-]?\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]\d{4}`,
    { pattern: String.raw`[2-9]\d{2}-[2-9]\d{2}-\d{4}`, ...UNLABELLED },
    { pattern: String.raw`\([2-9]\d{2}\) ?[2-9]\d{2}-\d{4}`, ...UNLABELLED },
    { pattern: String.raw`[2-9]\d{2}[2-9]\d{6}`, ...NATIONAL },
    { pattern: String.raw`[2-9]\d{2}[ .-][2-9]\d{2}[ .-]\d{4}`, ...NATIONAL },
    { pattern: String.raw`[2-9]\d{2}/[2-9]\d{2}-\d{4}`, ...NATIONAL },
    { pattern: String.raw`\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]\d{4}`, ...NATIONAL },
    { pattern: String.raw`1[ .-][2-9]\d{2}[ .-][2-9]\d{2}[ .-]\d{4}`, ...NATIONAL },
    { pattern: String.raw`1[ .-]\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]\d{4}`, ...NATIONAL },
    { pattern: String.raw`[2-9]\d{2}[ .-][2-9]\d{2}[ .-]\d{4}${EXTENSION}`, ...EXTENDED },
    { pattern: String.raw`\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]\d{4}${EXTENSION}`, ...EXTENDED },
    { pattern: String.raw`\+?1[ .-]\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4}${EXTENSION}`, ...EXTENDED },
  ],
  boundary: 'digit',
  // Of random numbers of 11 digits behind `+`, 1 in 10 begins with 1; 4 in 10 of their area codes are in use.
  falseAccept: 0.04,
  keywords: { mode: 'none', words: PHONE_WORDS },
  validator: internationalPhone(1),
  reserved: impersonalPhone(1, 'one'),
  reservedCountsInFields: true,
  normal: 'digits',
  examples: {
    match: [
      'call «+12125552368» today',
      '«+1 212-555-2368»',
      '«+1 (416) 555-2368»',
      'phone: «2125552368»',
      'mobile «212.555.2368»',
      'Fax «212/555-2368»',
      'Tel. «(416) 555-2368»',
      'phone «1-604-555-2368»',
      'phone «1 (212) 555-2368»',
      { column: 'phone_number', cell: '«212-555-2368»' },
      'or call us at «(617) 542-5942»',
      'phone «475-446-8674x84417»',
      'phone «(831)655-1804 ext. 817»',
      'phone «+1-409-564-8964x43218»',
      'or just «(416) 555-2368» after six',
      'send it to me, «475-446-8674», today',
    ],
    noMatch: [
      ['part 212-555-2368', 'keyword: none, and it is the number of something else'],
      ['seen 212 555 2368 times', 'keyword: no country code and no keyword'],
      [{ column: 'ref', cell: '212-555-2368' }, 'keyword: none, and a field is called what it holds'],
      ['file (212) 555-2368', 'keyword: none, and it is the number of something else'],
      ['phone 211-555-2368', 'validator: 211 is no area code'],
      ['phone 212-155-2368', 'pattern: an exchange begins with 2 to 9'],
      ['phone 212-555-23689', 'boundary: a longer number'],
      ['RPC_E_CALL_REJECTED: Final = -2147418111', 'keyword: `call` alone is none'],
    ],
  },
  references: [PHONE_NUMBERING, 'NANPA: 555-0100 to 555-0199 are for fictional use', MACIE_PII],
});
