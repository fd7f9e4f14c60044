/** Versions of programs, some with four parts as IP addresses have. */
import { hex, WORDS } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const versions = {
  name: 'versions',
  fileName: 'RELEASES.md',
  piece: (random) =>
    random.pick([
      () =>
        `- ${random.pick(WORDS)} ${random.int(30)}.${random.int(40)}.${random.int(90)}, build ${random.int(90_000)}, commit ${hex(random, 7)}\n`,
      () =>
        `- version ${random.int(10)}.${random.int(20)}.${random.between(1000, 9999)}.${random.int(60_000)} replaces v${random.int(10)}.${random.int(20)}.0-rc.${random.int(9)}\n`,
      () =>
        `- see section ${random.int(9)}.${random.int(30)}.${random.int(30)}, table ${random.int(40)}-${random.int(40)}, RFC ${random.between(1000, 9999)}\n`,
    ])(),
};
