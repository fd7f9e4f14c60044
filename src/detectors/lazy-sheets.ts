/**
 * Sheets that are made when somebody asks for more than their id. The hook's program has the catalogue as a list of these
 * (scripts/lazy-catalogue.mjs): to make all sheets takes longer than to examine what is staged, which needs a few of them.
 */
import type { DetectorSheet } from './define.js';

/** All that is asked of the sheet itself. Sheets of the catalogue have no `custom`. */
const FIELDS: Readonly<Record<Exclude<keyof DetectorSheet, 'id' | 'custom'>, true>> = {
  name: true,
  category: true,
  countries: true,
  regulations: true,
  severity: true,
  forms: true,
  digits: true,
  boundary: true,
  falseAccept: true,
  keywords: true,
  validator: true,
  reserved: true,
  reservedCountsInFields: true,
  generic: true,
  normal: true,
  space: true,
  tagFrom: true,
  examples: true,
  references: true,
};

class LazySheet {
  readonly id: string;
  private readonly make: (id: string) => DetectorSheet;
  private made: DetectorSheet | undefined;

  constructor(id: string, make: (id: string) => DetectorSheet) {
    this.id = id;
    this.make = make;
  }

  get whole(): DetectorSheet {
    this.made ??= this.make(this.id);
    return this.made;
  }
}

for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
  Object.defineProperty(LazySheet.prototype, field, {
    get(this: LazySheet) {
      return this.whole[field];
    },
  });
}

/** @param make the sheet of an id; asked once */
export function lazySheets(ids: readonly string[], make: (id: string) => DetectorSheet): readonly DetectorSheet[] {
  return ids.map((id) => new LazySheet(id, make) as unknown as DetectorSheet);
}

/** The sheet as it was declared, with all of its fields its own, for who copies it. */
export function wholeSheet(sheet: DetectorSheet): DetectorSheet {
  return sheet instanceof LazySheet ? sheet.whole : sheet;
}
