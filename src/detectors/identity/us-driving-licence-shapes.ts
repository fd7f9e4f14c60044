/**
 * Shapes of driving licence numbers by state: A = a capital letter, 9 = a digit, anything else stands for itself.
 * Only shapes of at least six characters that start with a digit or reach one within eight letters.
 */

/** From the state motor vehicle agencies, as collected in AAMVA's and NTSI's format lists and Microsoft Purview's definition. */
export const US_LICENCE_SHAPES: Readonly<Record<string, readonly string[]>> = {
  AL: ['999999', '9999999', '99999999'],
  AK: ['999999', '9999999'],
  AZ: ['A99999999', '999999999'],
  AR: ['999999', '9999999', '99999999', '999999999'],
  CA: ['A9999999'],
  CO: ['999999999', '99-999-9999', 'A99999', 'A999999', 'AA9999', 'AA99999'],
  CT: ['999999999'],
  DE: ['999999', '9999999'],
  DC: ['9999999', '999999999'],
  FL: ['A999999999999', 'A999-999-99-999-9'],
  GA: ['9999999', '99999999', '999999999'],
  HI: ['A99999999', '999999999'],
  ID: ['AA999999A', '999999999'],
  IL: ['A99999999999', 'A999999999999', 'A999-9999-9999'],
  IN: ['A999999999', '999999999', '9999999999', '9999-99-9999'],
  IA: ['999999999', '999AA9999'],
  KS: ['A99999999', 'A99-99-9999', '999999999'],
  KY: ['A99999999', 'A999999999', 'A99-999-999', '999999999'],
  LA: ['999999', '9999999', '99999999', '999999999'],
  ME: ['9999999', '9999999A', '99999999'],
  MD: ['A999999999999'],
  MA: ['A99999999', '999999999'],
  MI: ['A9999999999', 'A999999999999'],
  MN: ['A999999999999'],
  MS: ['999999999', '999-99-9999'],
  MO: ['A99999', 'A999999', 'A9999999', 'A99999999', 'A999999999', 'A999999R', '99999999AA', '999999999A', '999999999'],
  MT: ['A99999999', '999999999', '9999999999999', '99999999999999'],
  NE: ['A999999', 'A9999999', 'A99999999'],
  NV: ['999999999', '9999999999', '999999999999', 'X99999999'],
  NH: ['99AAA99999'],
  NJ: ['A99999999999999', 'A9999 99999 99999'],
  NM: ['99999999', '999999999'],
  NY: ['A9999999', 'A999999999999999999', '99999999', '999999999', '999 999 999', '9999999999999999'],
  NC: ['999999', '9999999', '99999999', '999999999', '9999999999', '99999999999', '999999999999'],
  ND: ['AAA999999', '999999999'],
  OH: ['A99999', 'A999999', 'A9999999', 'A99999999', 'AA9999', 'AA99999', 'AA999999', 'AA9999999', '99999999'],
  OK: ['A999999999', '999999999'],
  OR: ['999999', '9999999', '99999999', '999999999'],
  PA: ['99999999', '99 999 999'],
  RI: ['9999999', 'A999999'],
  SC: ['999999', '9999999', '99999999', '999999999', '9999999999', '99999999999'],
  SD: ['999999', '9999999', '99999999', '999999999', '9999999999', '999999999999'],
  TN: ['9999999', '99999999', '999999999'],
  TX: ['9999999', '99999999'],
  UT: ['999999', '9999999', '99999999', '999999999', '9999999999'],
  VT: ['99999999', '9999999A'],
  VA: ['A99999999', 'A999999999', 'A9999999999', 'A99999999999', 'A99-99-9999', '999999999'],
  WA: ['AAAAAAA999AA', 'AAAAAAA999A9', 'AAAAAAA99999', 'AAAAAAA9999A'],
  WV: ['9999999', 'A99999', 'A999999', 'AA99999', 'AA999999'],
  WI: ['A9999999999999', 'A999-9999-9999-99'],
  WY: ['999999999', '9999999999', '999999-999'],
};

/** Every shape once, in the order of the table. */
const SHAPES: readonly string[] = [...new Set(Object.values(US_LICENCE_SHAPES).flat())];

/** The shapes as RE2 patterns. */
export const US_LICENCE_FORMS: readonly string[] = SHAPES.map(shapePattern);

/** One synthetic number a shape, its letters and digits taken in turn from a fixed row. */
export const US_LICENCE_EXAMPLES: readonly string[] = SHAPES.map((shape) =>
  [...shape].map((c, i) => (c === 'A' ? 'DKRTBHMW'[i % 8]! : c === '9' ? '8274619305'[i % 10]! : c)).join(''),
);

/** `AA9999` becomes `[A-Z]{2}\d{4}`. */
function shapePattern(shape: string): string {
  return [...shape.matchAll(/A+|9+|./g)]
    .map(([run]) => {
      const atom = run[0] === 'A' ? '[A-Z]' : run[0] === '9' ? String.raw`\d` : run[0]!;
      return run.length === 1 ? atom : `${atom}{${run.length}}`;
    })
    .join('');
}
