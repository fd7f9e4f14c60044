/** API key, token or secret that is assigned to a name, of an issuer that no other sheet knows. */
import { assignedSecret, isGuessable } from '../../validators/assigned-secret.js';
import { defineDetector } from '../define.js';
import { assignedForms } from './assignment.js';

export const genericSecret = defineDetector({
  id: 'GENERIC_SECRET',
  name: 'Secret, token or API key assigned to a name',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: assignedForms({
    names: [
      'secret(?:[_-]?(?:access[_-]?)?(?:key|token))?',
      'token(?:[_-]?secret)?',
      'api[_-]?(?:key|token|secret)',
      '(?:access|auth|client|private|consumer)[_-]?(?:key|token|secret)',
      '(?:encryption|signing|master|account|shared)[_-]?key',
      'credentials?',
    ],
    inner: [
      'Secret(?:AccessKey|Key|Token)?',
      'Token(?:Secret)?',
      '(?:Api|API|Access|Auth|Private|Encryption|Signing|Master|Account|Shared)Key',
    ],
    least: 8,
    most: 256,
    validator: assignedSecret,
  }),
  boundary: 'none',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'secret',
      'secret key',
      'client secret',
      'api key',
      'api token',
      'api secret',
      'access key',
      'access token',
      'auth token',
      'auth key',
      'refresh token',
      'bearer token',
      'private token',
      'private key',
      'encryption key',
      'signing key',
      'master key',
      'account key',
      'token',
    ],
  },
  validator: assignedSecret,
  reserved: isGuessable,
  generic: true,
  tagFrom: 16,
  examples: {
    match: [
      'client_secret: «8fK2mQz7Rt5Wx1Yb4Nc6»\n',
      '"apiKey": "«q7Rt2Lz9Xv4Bn8Km3Wp6»"',
      'export SERVICE_TOKEN=«d41k9fz83hxq72mvn5ta»\n',
      "const mailerSecret = '«zQ3vT8xL1mK6nR0b»';",
      'userToken=«d41k9fz83hxq72mvn5ta»\n',
      { column: 'api_key', cell: '«q7Rt2Lz9Xv4Bn8Km3Wp6»' },
    ],
    noMatch: [
      ['token = lexer.nextToken()', 'validator: code'],
      ['api_key = "YOUR_API_KEY"', 'validator: a placeholder'],
      ['csrf_token = "q7Rt2Lz9Xv4Bn8Km3Wp6"', 'validator: a name that is no secret'],
      ['secretName: "q7Rt2Lz9Xv4Bn8Km3Wp6"', 'pattern: another name'],
      ['monkey = "q7Rt2Lz9Xv4Bn8Km3Wp6"', 'pattern: another name'],
    ],
  },
  references: ['CWE-798: use of hard-coded credentials'],
});
