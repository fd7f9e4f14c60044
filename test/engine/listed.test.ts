/**
 * The laws for names and addresses, whose starts lists tell: the engine's hits are the reference's, in text and in values, whichever RE2
 * runs and wherever a text is cut. Texts are strings of names, titles, places, codes and what stands between them in real ones.
 */
import { describe, expect, it } from 'vitest';
import { mailingAddress } from '../../src/detectors/contact/mailing-address.js';
import { personFullName } from '../../src/detectors/contact/person-name.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { createRandom, type Random } from './random.js';
import { comparable, escapeValue, forReference, scanText, scanValues } from './segments.js';

const SEED = 20_261_121;
const detectors = [personFullName, mailingAddress];
const regex = loadRegex('native');
const reference = createReference(detectors, regex);
const engines = [
  createEngine({ detectors, regex: 'native' }),
  createEngine({ detectors, regex: 'js' }),
  createEngine({ detectors, regex: 'native', confirmAll: true }),
];

const given = [
  'Katharina',
  'Jean-Pierre',
  'Jürgen',
  'Élodie',
  'Łukasz',
  'Özgür',
  'Mark',
  'Will',
  'Jordan',
  'Maria',
  'Ömer',
  'Anne',
];
const family = [
  'Schröder',
  "O'Brien",
  'O’Neill',
  'McDonald',
  'García',
  'Grant',
  'Price',
  'Dvořák',
  'de la Cruz',
  'van Gogh',
  'Smith',
  'Xqzt',
];
const titles = ['Mr', 'Mr.', 'Frau Dr.', 'Dear', 'Sehr geehrte Frau', 'Señor', 'Name:', 'President', 'Prof.'];
const others = ['L.', 'J', 'Street', 'Hotel', 'the', 'Visual', 'Жанна', '日本', 'é', '1', 'NASA', 'x', 'Alexander Maria', 'II'];
const places = [
  'Springfield, IL',
  'New York NY',
  'Ottawa, ON',
  'Montréal QC',
  'Sydney NSW',
  'London',
  'Stoke-on-Trent,',
  'St. Louis, MO',
  'East Foo TX',
];
const codes = ['62704', '10001-1234', 'K1M 1M4', 'SW1A 2AA', '2150', 'M1 1AE', '63101', '75001', '10115', '99999'];
const cities = ['75001 Paris', '10115 Berlin Mitte', '60311 Frankfurt am Main', '28013 Madrid', '00184 Roma', '12345 Items'];
const between = [
  ' ',
  ' ',
  ' ',
  ' ',
  '  ',
  ', ',
  '\n',
  '-',
  '. ',
  '_',
  '"',
  '“',
  '”',
  '\t',
  "'",
  '(',
  ': ',
  ' ',
  '<',
  '',
  '@',
  '/',
];

function passage(random: Random, pieces: number): string {
  let text = '';
  for (let i = 0; i < pieces; i++) {
    const list = random.pick([given, given, family, family, titles, others, places, codes, cities]);
    text += random.pick(list) + (random.chance(0.6) ? ' ' : random.pick(between));
  }
  return text;
}

const names = [
  ['full_name'],
  ['customer', 'name'],
  ['firstName'],
  ['Nachname'],
  ['product'],
  [],
  ['address'],
  ['notes', 'username'],
];

describe('names and addresses', () => {
  it('are found in text as the reference finds them, wherever it is cut', { timeout: 60_000 }, () => {
    const random = createRandom(SEED);
    let total = 0;
    for (let times = 0; times < 300; times++) {
      const text = new TextEncoder().encode(passage(random, 40));
      const expected = comparable(reference.scan({ text }), () => text);
      total += expected.length;
      for (const engine of engines) expect(scanText(engine, text), new TextDecoder().decode(text)).toEqual(expected);
      for (let cuts = 0; cuts < 6; cuts++) {
        const cut = 1 + random.integer(text.length - 1);
        expect(scanText(engines[0]!, text, [cut]), `cut at ${cut}`).toEqual(expected);
      }
    }
    expect(total).toBeGreaterThan(1000);
  });

  it('are found in values as the reference finds them, escaped or not', { timeout: 60_000 }, () => {
    const random = createRandom(SEED + 1);
    let wholes = 0;
    for (let times = 0; times < 60; times++) {
      const shape = times % 2 === 0 ? 'column' : 'record';
      const values = Array.from({ length: 60 }, () =>
        escapeValue(
          random.chance(0.1) ? passage(random, 60) : passage(random, 1 + random.integer(4)).trim(),
          random.pick(names),
          random.chance(0.1),
          (character) => times % 3 === 0 && (character > '~' || character === ' '),
        ),
      );
      const kept = reference.scan({ values: forReference(values, shape) });
      wholes += kept.filter(({ id, form }) => id === 'NAME' && form >= 2).length;
      const expected = comparable(kept, (value) => values[value]!.decoded, values);
      for (const engine of engines) expect(scanValues(engine, values, shape)).toEqual(expected);
    }
    expect(wholes).toBeGreaterThan(100);
  });
});
