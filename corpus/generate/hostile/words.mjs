/** Words and small helpers that the hostile corpora share. */
import { ALPHABET } from '../../../bench/random.mjs';

export const WORDS =
  'alpha batch cache delta engine filter gravel harbor index jacket kernel ladder mirror needle orchard packet quarry ribbon signal timber update valve window yard zephyr'.split(
    ' ',
  );

export const pad = (value, length = 2) => String(value).padStart(length, '0');

export const hex = (random, length) => random.text(ALPHABET.hex, length);

/** UUID of version 4. */
export function uuid(random) {
  return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${random.pick('89ab')}${hex(random, 3)}-${hex(random, 12)}`;
}

/** Time of the last years as ISO 8601 in UTC. */
export function timestamp(random) {
  const date = `20${random.between(15, 26)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`;
  return `${date}T${pad(random.int(24))}:${pad(random.int(60))}:${pad(random.int(60))}.${random.digits(3)}Z`;
}

export const words = (random, count) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');

/** Seconds since 1970, of the last years. */
export const epoch = (random) => 1_500_000_000 + random.int(290_000_000);
