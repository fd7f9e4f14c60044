/**
 * Turns a table of licence shapes by issuer into forms and examples. In a shape, A = a capital letter, 9 = a digit, * = either,
 * and anything else stands for itself.
 */

/** Shapes by state, province or country. */
export type LicenceShapes = Readonly<Record<string, readonly string[]>>;

const ATOMS: Readonly<Record<string, string>> = { A: '[A-Z]', 9: String.raw`\d`, '*': '[0-9A-Z]' };

/** Every shape of the table once, in its order, as RE2 patterns: `AA9999` becomes `[A-Z]{2}\d{4}`. */
export function licenceForms(shapes: LicenceShapes): readonly string[] {
  return distinct(shapes).map((shape) =>
    shape.replace(/A+|9+|\*+/g, (run) => {
      const atom = ATOMS[run[0]!]!;
      return run.length === 1 ? atom : `${atom}{${run.length}}`;
    }),
  );
}

/** One synthetic number for each shape of the table, its letters and digits taken in turn from a fixed row. */
export function licenceExamples(shapes: LicenceShapes): readonly string[] {
  return distinct(shapes).map((shape) =>
    [...shape].map((c, i) => (c === 'A' || c === '*' ? 'DKRTBHMW'[i % 8]! : c === '9' ? '8274619305'[i % 10]! : c)).join(''),
  );
}

function distinct(shapes: LicenceShapes): readonly string[] {
  return [...new Set(Object.values(shapes).flat())];
}
