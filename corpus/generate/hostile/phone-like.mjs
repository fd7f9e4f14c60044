/** Part and file numbers in the groupings in which people write telephone numbers. */
import { words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const phoneLike = {
  name: 'phone-like',
  fileName: 'parts.txt',
  piece: (random) =>
    random.pick([
      () => `part ${random.digits(3)}-${random.digits(3)}-${random.digits(4)} ${words(random, 2)}\n`,
      () => `drawing ${random.digits(4)} ${random.digits(3)} ${random.digits(4)}, sheet ${random.int(90)}\n`,
      () =>
        `box ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} (${words(random, 1)})\n`,
      () =>
        `file (${random.digits(3)}) ${random.digits(3)}-${random.digits(4)}, shelf 0${random.digits(2)}/${random.digits(7)}\n`,
    ])(),
};
