/** JSON Web Token, signed or not. Encrypted tokens (five parts) are not covered. */
import { isSampleToken, jsonWebToken as jwtValidator } from '../../validators/json-web-token.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';

export const jsonWebToken = defineDetector({
  id: 'JSON_WEB_TOKEN',
  name: 'JSON Web Token',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  // `eyJ` is base64url of `{"`; the claims may begin with white space behind the brace (`eyA`, `eyAg`).
  forms: [{ pattern: String.raw`eyJ[A-Za-z0-9_-]+\.ey[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*`, maxLength: 8192, selfEvident: true }],
  boundary: 'token',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['jwt', 'bearer', 'authorization', 'id token', 'access token', 'token'] },
  validator: jwtValidator,
  reserved: isSampleToken,
  space: 'token',
  examples: {
    match: [
      'Authorization: Bearer «eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.' +
        'eyJzdWIiOiJ1LTQ4MTUxIiwiZXhwIjoxNzkwMDAwMDAwfQ.oQgSZk6K-Q6ALq_vMWfpoXXXyH0hQC8h4NeMmn5z9h0»',
      'token=«eyJhbGciOiJub25lIn0.' + 'eyJzdWIiOiJ1LTQ4MTUxIn0.»',
      {
        column: 'token',
        cell:
          '«eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.' +
          'eyJzdWIiOiJ1LTQ4MTUxIiwiZXhwIjoxNzkwMDAwMDAwfQ.oQgSZk6K-Q6ALq_vMWfpoXXXyH0hQC8h4NeMmn5z9h0»',
      },
    ],
    noMatch: [
      ['eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiJ1LTQ4MTUxIn0.c2ln', 'validator: no algorithm in the header'],
      ['eyJhbGciOiJub25lIn0.eyJzdWIiOi.c2ln', 'validator: the claims are no JSON'],
      ['eyJhbGciOiJub25lIn0.c2ln', 'pattern: two parts'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'RFC 7519', 'RFC 7515 section 7.1'],
});
