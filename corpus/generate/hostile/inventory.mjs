/** An inventory whose codes mix letters and digits as licences, passports and accounts do. */
import { ALPHABET } from '../../../bench/random.mjs';
import { words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const inventory = {
  name: 'inventory',
  fileName: 'inventory.sql',
  head: 'CREATE TABLE stock (code VARCHAR(24), bin VARCHAR(12), lot VARCHAR(24), label VARCHAR(80));\n',
  piece(random) {
    const letters = (count) => random.text(ALPHABET.upper, count);
    const code = random.pick([
      () => `${letters(1)}${random.digits(7)}`,
      () => `${letters(2)}${random.digits(6)}${letters(1)}`,
      () => `${random.digits(8)}${letters(1)}`,
      () => `${letters(2)}${random.digits(random.between(14, 22))}`,
      () => `${letters(5)}${random.digits(4)}${letters(1)}`,
    ])();
    return `INSERT INTO stock VALUES ('${code}', '${letters(1)}${random.digits(2)}-${random.digits(3)}', '${letters(3)}${random.digits(9)}', '${words(random, 3)}');\n`;
  },
};
