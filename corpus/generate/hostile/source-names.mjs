/** Source code whose names have the signs of addresses: scopes with colons, packages and pictures with `@`, annotations. */
import { hex, pad, WORDS } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const sourceNames = {
  name: 'source-names',
  fileName: 'names.cpp',
  piece(random) {
    const word = () => random.pick(WORDS);
    return random.pick([
      () => `auto ${word()} = ${word()}::${word()}::${word()}<${word()}::${hex(random, 4)}>(${random.int(900)});\n`,
      () =>
        `// ${word()}@${random.int(9)}x.png, @${word()}/${word()}@${random.int(9)}.${random.int(20)}.${random.int(9)}, git@host:${word()}/${word()}.git\n`,
      () =>
        `static_assert(k${random.digits(3)} == 0x${hex(random, 16)}ULL, "${word()}:${pad(random.int(24))}:${pad(random.int(60))}");\n`,
      () =>
        `#define ${word().toUpperCase()}_${random.digits(4)} "${hex(random, 2)}:${hex(random, 2)}:${hex(random, 2)}" /* ${random.int(9)}.${random.int(9)}.${random.int(9)}-${hex(random, 7)} */\n`,
    ])();
  },
};
