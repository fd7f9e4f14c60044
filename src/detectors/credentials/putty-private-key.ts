/** PuTTY private key file (.ppk), versions 1 to 3, known by its first two lines. */
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';
import { LINE_END } from './pem-lines.js';

export const puttyPrivateKey = defineDetector({
  id: 'PUTTY_PRIVATE_KEY',
  name: 'PuTTY private key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    {
      pattern: `PuTTY-User-Key-File-[123]: [a-z0-9@.-]{6,40}${LINE_END}Encryption: (?:none|aes256-cbc)`,
      selfEvident: true,
    },
  ],
  boundary: 'word',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['private key', 'putty', 'ppk'] },
  // The lines name the kind of key; nothing of the key stands in them.
  space: 'small',
  examples: {
    match: [
      '«PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none»\r\nComment: work laptop',
      '«PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc»\nComment: x',
      { column: 'key', cell: '«PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none»\nComment: x' },
    ],
    noMatch: [
      ['PuTTY-User-Key-File-2: ssh-rsa', 'pattern: the first line alone'],
      ['PuTTY-User-Key-File-9: ssh-rsa\nEncryption: none', 'pattern: there is no version 9'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'PuTTY manual, appendix C: PPK file format'],
});
