/** Rows of customers by rule from a seed: the same in every format, so that formats can be compared as well. */
import { Random } from '../random.mjs';
import { contact } from '../values.mjs';

export const COLUMNS = ['id', 'name', 'email', 'city', 'note', 'amount', 'created', 'active'];
const CITIES = ['Lyon', 'Bristol', 'Graz', 'Porto', 'Ghent', 'Turku', 'Bergen', 'Leeds'];
/** Readers do not list values of one or two characters, so there are none. */
const FIRST_ID = 1_000_000;
/** With what has to be quoted or written as a reference. */
const NOTES = [
  'called back, no answer',
  'wants the "small" one',
  'pays late & says so',
  'moved; sends papers by post',
  'nothing',
];

/**
 * @param {string} seed
 * @returns {Generator<Record<string, string | number | boolean>, never, void>} without end
 */
export function* rows(seed) {
  const random = new Random(seed);
  for (let id = FIRST_ID; ; id++) {
    yield {
      id,
      name: contact.fullName(random),
      email: contact.email(random),
      city: random.pick(CITIES),
      note: `${random.pick(NOTES)}, then ${random.pick(NOTES)} ${random.text('bcdfghklmnprst', 6)}`,
      amount: random.between(10_000, 10_000_000) / 100,
      created: `2025-${String(random.between(1, 12)).padStart(2, '0')}-${random.between(10, 28)}T10:20:30Z`,
      active: random.chance(0.5),
    };
  }
}

/** The first `count` rows. */
export function* firstRows(seed, count) {
  const endless = rows(seed);
  for (let i = 0; i < count; i++) yield endless.next().value;
}
