/** Streets in running text: the word for a street tells them, and where it may mean another thing, what stands beside it. */
import { describe, expect, it } from 'vitest';
import {
  ENGLISH_STREET,
  englishAddress,
  englishStreet,
  FRENCH_STREET,
  frenchAddress,
  frenchStreet,
} from '../../src/validators/street-line.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe.each([
  [
    englishStreet,
    [
      ['123 Main Street', 'valid'],
      ['221B Baker St', 'valid'],
      ['350 5th Avenue', 'valid'],
      ['12 Old Mill Rd', 'valid'],
      ['456 OAK AVE, SUITE 200', 'valid'],
      ['123 N. Quarry Drive', 'unknown'],
      ['44 Quarry Drive', 'unknown'],
      ['44 Quarry Drive NW', 'valid'],
      ['44 Quarry Drive, Apt 3', 'valid'],
      ['2 Hard Drive', 'invalid'],
      ['3 Supreme Court', 'invalid'],
      ['3 Supreme Court, Suite 9', 'valid'],
      ['2019 The Long Road', 'invalid'],
      ['2021 Anna Lane', 'unknown'],
      ['1021 Anna Lane', 'valid'],
      ['2021 Quarry Lane', 'valid'],
      ['2021 Anna Quarry Lane', 'valid'],
      ['2021 Anna-Maria Lane', 'valid'],
      ['12021 Anna Lane', 'valid'],
      ['2021b Anna Lane', 'valid'],
      ['1921 Anna Lane', 'unknown'],
      ['1821 Anna Lane', 'valid'],
      ['3 Grand Supreme Court', 'invalid'],
      ['3 Grand-Supreme Court', 'invalid'],
      ['Main Street', 'invalid'],
      ['123 Main', 'invalid'],
    ],
  ],
  [
    englishAddress,
    [
      ['123 Main St, Springfield, IL 62704', 'valid'],
      ['123 Main St.\nSpringfield, IL 62704-1234', 'valid'],
      ['44 Quarry Drive, Smallville, KS 66002', 'valid'],
      ['24 Sussex Drive, Ottawa, ON K1M 1M4', 'valid'],
      ['12 Church St, Parramatta NSW 2150', 'valid'],
      ['10 Downing Street\r\nLondon SW1A 2AA', 'valid'],
      ['123 Main St, Springfield, IL 90210', 'invalid'],
      ['12 Church St, Sydney NSW 3000', 'invalid'],
      ['10 Downing Street, London ZZ1 2AA', 'invalid'],
      ['2 Hard Drive, Springfield, IL 62704', 'invalid'],
      ['226 W 35th St Bldg 4,\n  Norfolk, VA 23504', 'valid'],
      ['3 Orchard Close, Quarry Hill, Shropshire SY7 9PL', 'valid'],
    ],
  ],
  [
    frenchStreet,
    [
      ['12 bis rue de la Paix', 'valid'],
      ['6 place du Marché', 'unknown'],
      ['10 cours de Danse', 'unknown'],
      ['3 ter Route des Vins', 'unknown'],
    ],
  ],
  [
    frenchAddress,
    [
      ['12 rue de Rivoli, 75001 Paris', 'valid'],
      ["3 quai de l'Horloge\n75001 Paris", 'valid'],
      ['12 rue de Rivoli, 13001 Paris', 'invalid'],
      ['12 rue de Rivoli', 'invalid'],
      ['14 rue des Acacias, 73200 Albertville', 'valid'],
      ['6 place du Marché\n35500 Vitré', 'valid'],
      ['14 rue des Acacias, 73200 Bytes', 'invalid'],
    ],
  ],
] as const)('%o', (validator, cases) => {
  it.each(cases)('%j: %s', (text, verdict) => expect(verdictOf(validator, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(validator));
});

describe('the patterns of streets', () => {
  const whole = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text);

  it('match a line in English', () => {
    for (const text of [
      '123 Main Street',
      '221B Baker St',
      '350 5th Avenue',
      '44 Quarry Drive NW',
      '44 N. Quarry Drive, Apt 3',
      '12 Old-Mill Rd, #7',
    ])
      expect(whole(ENGLISH_STREET, text), text).toBe(true);
    for (const text of [
      '',
      '0 Main Street',
      '123456 Main Street',
      '123 main Street',
      '123 Main',
      '123 Main Streets',
      'Main Street',
      '12 rue de Rivoli',
    ])
      expect(whole(ENGLISH_STREET, text), text).toBe(false);
  });

  it('match a line in French, whose doubtful words have a particle', () => {
    for (const text of [
      '12 rue de Rivoli',
      '3 bis avenue Foch',
      "4ter quai de l'Horloge",
      '12 place de la Bourse',
      '7 Boulevard Saint-Michel',
      "5 cours d'Albret",
    ])
      expect(whole(FRENCH_STREET, text), text).toBe(true);
    for (const text of [
      '',
      '3 place Holders',
      '2 route Handlers',
      'rue de Rivoli',
      '12 rue de rivoli',
      '12345 rue de Rivoli',
      '123 Main Street',
    ])
      expect(whole(FRENCH_STREET, text), text).toBe(false);
  });
});
