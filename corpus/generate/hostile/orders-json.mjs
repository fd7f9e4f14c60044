/** Orders as JSON Lines: the numbers are strings or bare, nested below names that say nothing. */
import { epoch, uuid, words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const ordersJson = {
  name: 'orders-json',
  fileName: 'orders.jsonl',
  piece: (random) =>
    `${JSON.stringify({
      id: uuid(random),
      order: {
        no: `${random.between(1, 9)}${random.digits(15)}`,
        lines: [
          { item: random.digits(10), n: random.int(20) },
          { item: random.digits(11), n: random.int(20) },
        ],
      },
      seq: Number(`${random.between(1, 9)}${random.digits(13)}`),
      parcel: `${random.digits(4)} ${random.digits(4)} ${random.digits(4)} ${random.digits(4)}`,
      at: epoch(random),
      text: words(random, 4),
    })}\n`,
};
