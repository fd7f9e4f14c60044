/** Amounts in several currencies and notations. */
import { words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const prices = {
  name: 'prices',
  fileName: 'prices.tsv',
  head: 'article\tnet\tgross\tbulk\tstock\n',
  piece: (random) =>
    `${words(random, 2)}\t${random.int(9000)}.${random.digits(2)}\t€ ${random.between(1, 99)}.${random.digits(3)},${random.digits(2)}\t$${random.between(1, 9)},${random.digits(3)},${random.digits(3)}.${random.digits(2)}\t${random.int(100_000)}\n`,
};
