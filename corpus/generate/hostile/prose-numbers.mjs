/** Running text with years, amounts, sections, scores and quantities, as reports and articles have them. */
import { words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const proseNumbers = {
  name: 'prose-numbers',
  fileName: 'report.txt',
  piece: (random) =>
    random.pick([
      () =>
        `In ${random.between(1850, 2026)} the ${words(random, 2)} held ${random.between(1, 900)},${random.digits(3)} pieces, ${random.int(100)}.${random.digits(1)} per cent more than in ${random.between(1850, 2026)}. `,
      () =>
        `See section ${random.int(20)}.${random.int(20)}.${random.int(20)}, figure ${random.int(90)}, and pages ${random.between(100, 400)}-${random.between(401, 900)}. `,
      () =>
        `The ${words(random, 3)} scored ${random.int(9)}:${random.int(9)} on ${random.between(1, 28)} March ${random.between(1950, 2026)} before ${random.between(10, 99)} ${random.digits(3)} people.\n`,
      () =>
        `A total of ${random.digits(9)} ${words(random, 1)} in ${random.digits(8)} ${words(random, 1)}, and ${random.digits(10)} ${words(random, 1)} since. `,
      () =>
        `It weighs ${random.int(90)}.${random.digits(2)} kg, measures ${random.digits(2)} x ${random.digits(2)} x ${random.digits(3)} and costs ${random.between(1, 9)} ${random.digits(3)},${random.digits(2)}.\n\n`,
    ])(),
};
