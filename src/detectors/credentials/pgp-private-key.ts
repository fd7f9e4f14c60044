/** PGP private key in ASCII armor, with or without armor headers. A hit is the label, the headers and 60 characters of the body. */
import { keyBlock } from '../../validators/key-block.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';
import { LINE_END } from './pem-lines.js';

export const pgpPrivateKey = defineDetector({
  id: 'PGP_PRIVATE_KEY',
  name: 'PGP private key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  // A secret-key packet begins with byte 0x94, 0x95 or 0xC5: `l` or `x` in base64.
  forms: [
    {
      pattern: String.raw`-----BEGIN PGP PRIVATE KEY BLOCK-----${LINE_END}(?:[A-Z][a-z]{2,14}: [^\r\n\\"]{1,100}${LINE_END}){0,5}${LINE_END}?[lx][A-Za-z0-9+/]{59}`,
      selfEvident: true,
    },
  ],
  boundary: 'none',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['private key', 'pgp', 'gpg'] },
  validator: keyBlock,
  space: 'token',
  examples: {
    match: [
      '«-----BEGIN PGP PRIVATE' + ' KEY BLOCK-----\n\nlQFj5Yq6vF9UvTi2+rWMtr6g+SRbjn2qNfiK5YDKSp2nCWD1Oie3bX6EcdsT»vbIV',
      '«-----BEGIN PGP PRIVATE' +
        ' KEY BLOCK-----\r\nVersion: GnuPG v2\r\nComment: made for a test\r\n\r\nlQFj5Yq6vF9UvTi2+rWMtr6g+SRbjn2qNfiK5YDKSp2nCWD1Oie3bX6EcdsT»vbIV',
      {
        column: 'key',
        cell: '«-----BEGIN PGP PRIVATE' + ' KEY BLOCK-----\n\nlQFj5Yq6vF9UvTi2+rWMtr6g+SRbjn2qNfiK5YDKSp2nCWD1Oie3bX6EcdsT»',
      },
    ],
    noMatch: [
      ['-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n...', 'pattern: no body'],
      [
        '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nlQFj5Yq6vF9UvTi2+rWMtr6g+SRbjn2qNfiK5YDKSp2nCWD1Oie3bX6EcdsT',
        'pattern: a public key',
      ],
    ],
  },
  references: [MACIE_CREDENTIALS, 'RFC 9580 section 6: ASCII armor'],
});
