/** Minified JavaScript: short names, numbers in all bases and long lines. */
import { ALPHABET } from '../../../bench/random.mjs';
import { hex } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const minified = {
  name: 'minified',
  fileName: 'bundle.min.js',
  piece(random) {
    const name = () => random.text(ALPHABET.lower + ALPHABET.upper, random.between(1, 2));
    const statement = () =>
      random.pick([
        () =>
          `function ${name()}(${name()},${name()}){return ${name()}[${random.int(9000)}]+${random.digits(9).replace(/^0+/, '') || 0}}`,
        () =>
          `var ${name()}=0x${hex(random, 8)},${name()}=${random.int(1000)}e${random.int(20)},${name()}=[${Array.from({ length: 8 }, () => random.int(4_294_967_295)).join(',')}];`,
        () =>
          `${name()}.${name()}("${random.text(ALPHABET.base62, random.between(4, 24))}",${name()}=>${name()}?-${random.int(90)}.${random.digits(12)}:!1);`,
        () => `case ${random.int(65_536)}:${name()}=${name()}>>>${random.int(32)}^${random.int(2_147_483_647)};break;`,
      ])();
    return `${Array.from({ length: 200 }, statement).join('')}\n`;
  },
};
