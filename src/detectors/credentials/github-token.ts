/** GitHub token: personal, OAuth, app and refresh tokens carry a checksum; fine-grained personal tokens have another form. */
import { randomBody } from '../../validators/random-body.js';
import { crc32Base62, maybeCrc32Base62 } from '../../validators/token-checksum.js';
import { defineDetector } from '../define.js';

export const githubToken = defineDetector({
  id: 'GITHUB_TOKEN',
  name: 'GitHub token',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    { pattern: '(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}', selfEvident: true },
    { pattern: 'ghr_[A-Za-z0-9]{76}', validator: maybeCrc32Base62(4) },
    { pattern: 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}', validator: randomBody(11) },
  ],
  boundary: 'token',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['github', 'gh token', 'github token', 'personal access token', 'oauth', 'pat'] },
  validator: crc32Base62(4),
  space: 'token',
  examples: {
    match: [
      'GITHUB_TOKEN=«ghp_' + 'h2kchBl62FFOCIwrfSmfJb7cJUxQEB3kDQH1»',
      'https://«gho_' + '0ncqkPNtz2Uis1PdlNtllvRPYPJoP746Pnlr»@github.com/x/y',
      '«ghr_' + 'ZAavS1DtgiTYsKjnfHtw5QLI89UlkSgY1eMMMNy3TKPnDosPCh6dMNyM0hcT6bR7yfcvrs4f3ljw»',
      '«github_pat_' + 'k1aGAagPw1oeO0imbWysnF_jZK5oagSwkUql0euOgRFtsAiiaRovpVlDDU7qrTyrOxtfCbcLGFvrXG1Yz1»',
      { column: 'github_token', cell: '«ghp_' + 'h2kchBl62FFOCIwrfSmfJb7cJUxQEB3kDQH1»' },
    ],
    noMatch: [
      ['ghp_h2kchBl62FFOCIwrfSmfJb7cJUxQEB3kDQH2', 'validator: wrong checksum'],
      ['ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'validator: a placeholder'],
      ['x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', 'boundary: a longer token'],
    ],
  },
  references: [
    'GitHub Blog: Behind GitHub’s new authentication token formats (2021)',
    'GitHub Docs: about authentication to GitHub',
  ],
});
