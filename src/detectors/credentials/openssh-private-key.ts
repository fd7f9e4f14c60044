/** OpenSSH private key. The body begins with the format's magic, so the label alone is no hit. */
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';
import { LINE_END } from './pem-lines.js';

export const opensshPrivateKey = defineDetector({
  id: 'OPENSSH_PRIVATE_KEY',
  name: 'OpenSSH private key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  // `b3BlbnNzaC1rZXktdjEA` is base64 of `openssh-key-v1` and a zero byte.
  forms: [
    {
      pattern: `-----BEGIN OPENSSH PRIVATE KEY-----${LINE_END}b3BlbnNzaC1rZXktdjEA[A-Za-z0-9+/]{44}`,
      selfEvident: true,
    },
  ],
  boundary: 'none',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['private key', 'ssh key'] },
  // The first lines are the same for all keys of a kind.
  space: 'small',
  examples: {
    match: [
      '«-----BEGIN OPENSSH PRIVATE' + ' KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABS2fGWXd+qgGm»Z6vHLV',
      '"«-----BEGIN OPENSSH PRIVATE' + ' KEY-----\\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABS2fGWXd+qgGm»Z6vHLV\\n"',
      {
        column: 'ssh_key',
        cell: '«-----BEGIN OPENSSH PRIVATE' + ' KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABS2fGWXd+qgGm»',
      },
    ],
    noMatch: [
      ['-----BEGIN OPENSSH PRIVATE KEY-----\n...', 'pattern: no body'],
      ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA', 'pattern: the magic alone'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'OpenSSH: PROTOCOL.key'],
});
