/** Sums of files as `sha256sum` and its relatives write them, with sums of git objects. */
import { hex, words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const hashes = {
  name: 'hashes',
  fileName: 'SUMS.txt',
  piece: (random) =>
    `${hex(random, random.pick([32, 40, 56, 64, 96, 128]))}  ${words(random, 2).replace(' ', '/')}-${random.int(90)}.tar.gz\n`,
};
