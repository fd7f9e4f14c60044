/** HTTP basic authentication: the header with its value or, where the header is a key beside it, the value alone. */
import { basicCredentials, isPublishedCredentials } from '../../validators/basic-credentials.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';

export const httpBasicAuthHeader = defineDetector({
  id: 'HTTP_BASIC_AUTH_HEADER',
  name: 'HTTP basic authentication header',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    {
      pattern: String.raw`(?i)(?:proxy-authorization|authorization)["']?[ \t]{0,2}(?::|=>|=)[ \t]{0,2}["']?basic {1,2}[a-z0-9+/]{6,}={0,2}`,
      selfEvident: true,
    },
    { pattern: '(?i)basic {1,2}[a-z0-9+/]{6,}={0,2}', keywordMode: 'required' },
    // Of 12 digits of base64 behind the word, no prose decodes to printable text with a colon.
    '(?i)basic {1,2}[a-z0-9+/]{12,}={0,2}',
    // The value alone, as registries keep it: `auth` of Docker, `_auth` of npm.
    { pattern: '[A-Za-z0-9+/]{8,}={0,2}', keywordMode: 'named', maxLength: 512 },
    // In `.npmrc`, for a registry of its own: `//host/:_auth=`.
    { before: '_auth ?= ?["\']?', pattern: '[A-Za-z0-9+/]{8,}={0,2}', maxLength: 512 },
  ],
  boundary: 'base64',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['authorization', 'proxy-authorization', 'basic auth', 'http auth', 'auth header', 'auth'] },
  validator: basicCredentials,
  reserved: isPublishedCredentials,
  // The longer name of the header has 23, and eight digits of base64 are six characters.
  tagFrom: 31,
  examples: {
    match: [
      '«Authorization: Basic c3ZjLXJlcG9ydDpoN0txIXBaMg==»',
      'curl -H "«proxy-authorization: basic bWlyYTpaazgtd3VUNXFh»" host',
      'headers = {"«Authorization": "Basic c3ZjLXJlcG9ydDpoN0txIXBaMg==»"}',
      'value: «Basic c3ZjLXJlcG9ydDpoN0txIXBaMg==»',
      '//npm.internal/:_auth=«c3ZjLXJlcG9ydDpoN0txIXBaMg==»\n',
      { column: 'auth', cell: '«c3ZjLXJlcG9ydDpoN0txIXBaMg==»' },
      { column: 'authorization', cell: '«Basic bWlyYTpaazgtd3VUNXFh»' },
    ],
    noMatch: [
      ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'validator: user and password are placeholders'],
      ['Basic understandings of it', 'validator: decodes to no text'],
      ['//npm.internal/:_auth=c3ZjLXJlcG9ydA==', 'validator: decodes to no user and password'],
      ['Authorization: Basic realm', 'pattern: too short'],
      ['Authorization: Basic authentication', 'validator: decodes to no text'],
      ['Authorization: Bearer c3ZjLXJlcG9ydDpoN0txIXBaMg==', 'pattern: another scheme'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'RFC 7617'],
});
