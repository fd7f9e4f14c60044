/** HTTP cookie header with at least one value that identifies somebody or a session. Personal data, as Macie has it. */
import { cookieHeader } from '../../validators/cookie-header.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

/** Token of RFC 6265 without quotes and backtick. */
const NAME = '[!#%&*+.^_|~0-9A-Za-z-]{1,64}';
/** Cookie octets without `$`, `{`, `<` and quotes, with which templates begin. */
const VALUE = String.raw`[!#%&()*+./:=?@\[\]^_|~0-9A-Za-z-]`;

export const httpCookie = defineDetector({
  id: 'HTTP_COOKIE',
  name: 'HTTP cookie header',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [{ pattern: `(?i)(?:set-cookie|cookie): ?${NAME}=${VALUE}+(?:; ?${NAME}(?:=${VALUE}*)?)*`, maxLength: 8192 }],
  // The header ends where no further pair follows; what comes behind (a quote, a line end, a comma in a date) is free.
  boundary: 'line',
  falseAccept: 0.0001,
  keywords: { mode: 'none', words: ['session', 'http header'] },
  validator: cookieHeader,
  tagFrom: 15,
  examples: {
    match: [
      '«Cookie: theme=dark; sid=3b49420d54a6d9bca37adc5854»\r\nHost: a',
      '«Set-Cookie: sid=wzjWc16V0bXvsEkgvNl2KYGKOTQl3R33; Path=/; HttpOnly; SameSite=Lax»\n',
      "curl -H '«cookie: sid=3b49420d54a6d9bca37adc5854»' host",
      { column: 'header', cell: '«Cookie: sid=3b49420d54a6d9bca37adc5854»' },
    ],
    noMatch: [
      ['Cookie: theme=dark', 'validator: no value that identifies'],
      ['Set-Cookie: theme=dark; Max-Age=31536000', 'validator: an attribute is no cookie'],
      ['Cookie: settings are stored', 'pattern: no name=value'],
      ['Accept-Cookie: sid=3b49420d54a6d9bca37adc5854', 'boundary: another header'],
    ],
  },
  references: [MACIE_PII, 'RFC 6265 section 4'],
});
