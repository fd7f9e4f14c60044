/** Bytes full of things that look like identifiers and are none: hashes, ids, base64, minified code. */
import { ALPHABET } from '../random.mjs';
import { price } from '../values/financial.mjs';
import { build } from './build.mjs';

const uuid = (random) => [8, 4, 4, 4, 12].map((length) => random.text(ALPHABET.hex, length)).join('-');

const MAKERS = [
  (random) => `${uuid(random)}\n`,
  (random) => `sha256:${random.text(ALPHABET.hex, 64)} `,
  (random) => `${random.text(ALPHABET.hex, 40)}\trefs/tags/v${random.int(9)}.${random.int(30)}.${random.int(9)}\n`,
  (random) => `"integrity": "sha512-${random.text(ALPHABET.base64, 86)}==",\n`,
  (random) => `${random.between(1500000000, 1760000000)},${price(random)},${random.digits(13)};`,
  (random) =>
    `function ${random.text(ALPHABET.lower, 1)}(e,t){var n=e[${random.int(99)}],r=${random.int(99999)};return t?n^r>>>${random.int(32)}:"${random.text(ALPHABET.base62, 8)}"}`,
  (random) => `data:image/png;base64,${random.text(ALPHABET.base64, 400)}=\n`,
  (random) => `0x${random.text(ALPHABET.hex, 8)} 0x${random.text(ALPHABET.hex, 16)} `,
  (random) =>
    `.c${random.text(ALPHABET.hex, 5)}{margin:${random.int(40)}px ${random.int(40)}px;color:#${random.text(ALPHABET.hex, 6)}}`,
  (random) => `https://cdn.northwind-mail.com/a/${random.text(ALPHABET.hex, 20)}.js?v=${random.digits(10)}\n`,
  (random) =>
    `M${random.int(99)}.${random.digits(3)} ${random.int(99)}.${random.digits(2)}L${random.int(99)}.${random.digits(2)}-${random.int(99)}.${random.digits(3)}z`,
];

/** @type {import('./build.mjs').Corpus} */
export const hostile = {
  name: 'hostile',
  question: 'UUIDs, hashes, epochs, prices, base64 and minified code, with nothing planted',
  format: 'text',
  make: (bytes) => build({ name: 'hostile', bytes, piece: ({ random }) => random.pick(MAKERS)(random) }),
};
