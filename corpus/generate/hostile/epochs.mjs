/** Times as numbers: seconds, milliseconds, microseconds and nanoseconds since 1970. */
import { epoch } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const epochs = {
  name: 'epochs',
  fileName: 'ticks.csv',
  head: 'started,ended,tick,stamp\n',
  piece: (random) =>
    `${epoch(random)},${epoch(random)}${random.digits(3)},${epoch(random)}${random.digits(6)},${epoch(random)}${random.digits(9)}\n`,
};
