/**
 * What a tag of 16 bits leaves to guess. Whoever holds a baseline and the default report knows detector, shape, length and tag of a
 * value; at least a thousand values must fit them all, or the kind has no tag. `npm run golden` rewrites the table.
 */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, type DetectorSheet, type FormSpec } from '../../src/detectors/index.js';
import { seededRandom } from './random-shape.js';
import { fewestValues, type ShapeCount } from './value-space.js';

const file = new URL('golden/value-space.txt', import.meta.url);

const TAGS = 2 ** 16;
const LEAST_LEFT = 1000;
/** A kind with fewer values has no tag. */
const LEAST_OF_KIND = 2 ** 28;
/** What 64 bits of a token's hash need to leave as many. */
const LEAST_TOKENS = LEAST_LEFT * 2 ** 64;

/**
 * The shortest values that get a tag, where a sheet says from how many letters and digits on: their forms repeat, and what is
 * shorter counts for nothing. By the form they belong to. A JSON Web Token is as random as its signature, of 256 bits at least.
 */
const SHORTEST: Readonly<Record<string, readonly (readonly [form: number, pattern: string])[]>> = {
  BANK_ACCOUNT_NUMBER: [[1, String.raw`\d{9}`]],
  COLOMBIA_INDIVIDUAL_NIT_NUMBER: [
    [2, String.raw`[1-9]\d{7}-\d`],
    [3, String.raw`1\d{9}-\d`],
    [6, String.raw`[1-9]\d\.\d{3}\.\d{3}-\d`],
  ],
  EMAIL_ADDRESS: [
    [0, String.raw`[a-z0-9]@[a-z0-9]{5}\.travel`],
    [0, String.raw`[a-z0-9]{3}@[a-z0-9]{3}\.de`],
    [0, String.raw`[a-z0-9]{5}@[a-z0-9]\.museum`],
  ],
  GENERIC_SECRET: [[0, '[A-Za-z0-9]{16}']],
  GERMANY_PHONE_NUMBER: [
    [0, String.raw`\+49\d{8}`],
    [1, String.raw`0[1-9]\d{8}`],
    [2, String.raw`\(0[1-9]\d\) \d{8}`],
    [2, String.raw`\(0[1-9]\d{4}\) \d{5}`],
    [3, String.raw`0049\d{8}`],
  ],
  HTTP_BASIC_AUTH_HEADER: [
    // The digit 6 is a colon behind a user of two characters.
    [0, 'proxy-authorization: basic [A-Za-z0-9]{3}6[A-Za-z0-9]{4}'],
    [1, 'basic [A-Za-z0-9]{26}'],
  ],
  HTTP_COOKIE: [[0, 'cookie: [a-z]=[a-z0-9]{8}']],
  INTERNATIONAL_PHONE_NUMBER: [
    [0, String.raw`\+(?:[2689]\d|3[0-25-8]|4[0-35-8]|5[0-46-9])\d{8}`],
    [0, String.raw`\+7\d{10}`],
    [1, String.raw`00(?:[2689]\d|3[0-25-8]|4[0-35-8]|5[0-46-9])\d{8}`],
    [2, String.raw`0[1-9] \d{4} \d{4}`],
    [2, String.raw`0[1-9]\d \d{3} \d{4}`],
  ],
  IPV6_ADDRESS: [
    [1, '[0-9A-Fa-f]{4}::[0-9A-Fa-f]{4}'],
    [1, '[0-9A-Fa-f]{4}::[0-9A-Fa-f]{3}:[0-9A-Fa-f]'],
    [0, '[0-9A-Fa-f]{4}:(?:[0-9A-Fa-f]:){6}[0-9A-Fa-f]'],
  ],
  ITALY_PHONE_NUMBER: [
    [0, String.raw`\+39\d{9}`],
    [2, String.raw`0[1-9]\d{7}`],
    [3, String.raw`3\d{8}`],
    [3, String.raw`3\d{9}`],
  ],
  JSON_WEB_TOKEN: [[0, String.raw`eyJ[A-Za-z0-9_-]{17}\.eyJ[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]{43}`]],
  LATITUDE_LONGITUDE: [
    [0, String.raw`\d{2}\.\d{3},\d{2}\.\d{3}`],
    [1, String.raw`\d\.\d{3}, \d{3}\.\d{3}`],
    [2, String.raw`\d{2}\.\d{3}° [NS], \d\.\d{3}° [EWO]`],
    [3, String.raw`\d{2}\.\d{8}`],
    [4, String.raw`\d{2}\.\d{8}`],
  ],
  UK_PHONE_NUMBER: [
    [0, String.raw`\+44\d{10}`],
    [1, String.raw`0[1-35789]\d{9}`],
    [2, String.raw`\(0[1-35789]\d\) \d{4} \d{4}`],
    [3, String.raw`0044\d{10}`],
  ],
  UK_BANK_ACCOUNT_NUMBER: [
    [4, String.raw`\d{2}-\d{2}-\d{2} \d{8}`],
    [5, String.raw`\d{2}-\d{2}-\d{2}-\d{8}`],
    [6, String.raw`\d{2} \d{2} \d{2} \d{8}`],
    [7, String.raw`\d{6} \d{8}`],
    [8, String.raw`\d{6}-\d{8}`],
  ],
  URL_WITH_PASSWORD: [
    [0, '[a-z]{4}://[a-z]{2}:[A-Za-z0-9]{4}@[a-z]{2}'],
    [1, String.raw`[a-z]{4}://[a-z]{2}:[A-Za-z0-9]{4}@\[::[0-9a-f]{2}\]`],
  ],
  USA_HEALTH_INSURANCE_CLAIM_NUMBER: [
    [0, String.raw`[0-8]\d{8}[ABCD]`],
    [4, String.raw`A\d{9}`],
  ],
};

const tagged = CATALOGUE.filter(({ space }) => space !== 'small');

/** Shapes of the values that get a tag, the one with the fewest first; a shape of several forms is one. */
function shapesOf(sheet: DetectorSheet): ShapeCount[] {
  const shortest = SHORTEST[sheet.id];
  const specs = sheet.forms.map((form): FormSpec => (typeof form === 'string' ? { pattern: form } : form));
  const patterns = shortest?.map(([form, pattern]) => ({ ...specs[form]!, pattern })) ?? specs;
  const byShape = new Map<string, ShapeCount>();
  for (const form of patterns) {
    const found = fewestValues(sheet, form, seededRandom(20_261_121));
    // Nothing is known of a form none of whose values was met, and nothing passes.
    if (found.length === 0) byShape.set(`none of ${form.pattern}`, { shape: 'none was met', strings: 0, values: 0 });
    for (const { shape, strings, values } of found) {
      const before = byShape.get(shape);
      byShape.set(shape, { shape, strings: strings + (before?.strings ?? 0), values: values + (before?.values ?? 0) });
    }
  }
  return [...byShape.values()].sort((a, b) => a.values - b.values);
}

const counts = new Map(tagged.map((sheet) => [sheet.id, shapesOf(sheet)]));

/** Two digits: the share that passes is an estimate. */
function rough(count: number): string {
  return count.toExponential(1);
}

function table(): string {
  const lines = tagged.map(({ id, space, tagFrom }) => {
    const [least] = counts.get(id)!;
    const left = rough(least!.values / (space === 'token' ? 2 ** 64 : TAGS));
    const from = tagFrom === undefined ? '' : `, from ${tagFrom} letters and digits`;
    const shape = least!.shape.length > 40 ? `${least!.shape.slice(0, 39)}…` : least!.shape;
    return `${id}: ${space ?? 'wide'}${from}; ${rough(least!.values)} of ${rough(least!.strings)} as ${shape}; ${left} left\n`;
  });
  const none = CATALOGUE.filter(({ space }) => space === 'small').map(({ id }) => `${id}: small; no tag\n`);
  return [...lines, ...none].join('');
}

describe('a tag', () => {
  it.each(tagged.filter(({ space }) => space !== 'token').map(({ id }) => id))('of %s leaves a thousand values', (id) => {
    const shapes = counts.get(id)!;
    expect(shapes[0]!.values / TAGS, shapes[0]!.shape).toBeGreaterThanOrEqual(LEAST_LEFT);
    expect(shapes.at(-1)!.values).toBeGreaterThanOrEqual(LEAST_OF_KIND);
  });

  it.each(tagged.filter(({ space }) => space === 'token').map(({ id }) => id))('of %s is of a random token', (id) => {
    expect(counts.get(id)![0]!.values).toBeGreaterThanOrEqual(LEAST_TOKENS);
  });

  it('is given from some length on only where the shortest such values are counted here', () => {
    const sheets = tagged.filter(
      ({ tagFrom, forms }) =>
        tagFrom !== undefined || forms.some((form) => typeof form !== 'string' && form.tagFrom !== undefined),
    );
    const known = Object.keys(SHORTEST).filter((id) => id !== 'JSON_WEB_TOKEN');
    expect(sheets.map(({ id }) => id).sort()).toEqual(known.sort());
  });
});

it('leaves what the golden table says', () => {
  const actual = table();
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
});
