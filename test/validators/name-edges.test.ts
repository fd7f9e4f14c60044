/**
 * Names by what the lists say of each word: one of each kind in each place, and the edges of a value, a line, a cell. Kinds are checked first,
 * so that a change of the lists cannot empty a test.
 */
import { describe, expect, it } from 'vitest';
import { bitsOfWord, EVERYDAY, FAMILY, GIVEN, THING } from '../../src/validators/name-words.js';
import { namedPerson, namedPersonPart } from '../../src/validators/named-person.js';
import { fullNameValue, PERSON_TITLES, personName, singleNameValue, titledName } from '../../src/validators/person-name.js';
import { verdictOf } from './verdicts.js';

it('the words of these tests are what they stand for', () => {
  const kinds: readonly (readonly [bits: number, ...words: string[]])[] = [
    [GIVEN, 'Aafke', 'Aaron', 'Sophie', 'Katharina'],
    [FAMILY, 'Aagaard', 'Adams', 'Schröder', 'Smith'],
    [GIVEN | FAMILY, 'Abdullah', 'Anderson'],
    [GIVEN | EVERYDAY, 'Alice', 'Grace'],
    [FAMILY | EVERYDAY, 'Baker', 'Bird'],
    [GIVEN | EVERYDAY | THING, 'April', 'Crystal'],
    [GIVEN | FAMILY | EVERYDAY | THING, 'Austin'],
    [THING, 'Account', 'Street'],
    [0, 'Xqzt', 'Qorri', 'Zbyszko'],
  ];
  for (const [bits, ...words] of kinds) for (const word of words) expect(bitsOfWord(word), word).toBe(bits);
});

describe('personName', () => {
  it.each([
    ['Aafke Aagaard', 'valid'],
    ['Aafke  Aagaard', 'valid'],
    ['Aafke Anderson', 'valid'],
    ['Abdullah Aagaard', 'valid'],
    ['Aafke Baker', 'valid'],
    ['Alice Aagaard', 'valid'],
    ['Xqzt-Aafke Aagaard', 'valid'],
    ['Aafke Xqzt', 'valid'],
    ['Abdullah Xqzt', 'valid'],
    ['Aafke Xq', 'unknown'],
    ['Aafke der Xqzt', 'unknown'],
    ['Aafke van der Xqzt', 'valid'],
    ['Alice Baker', 'unknown'],
    ['April Aagaard', 'unknown'],
    ['Aafke Account', 'invalid'],
    ['Alice Xqzt', 'invalid'],
    ['April Xqzt', 'invalid'],
    ['Xqzt Aagaard', 'invalid'],
    ['Aagaard Aafke', 'invalid'],
    ['Account Aagaard', 'invalid'],
    ['Aafke-Xqzt Aagaard', 'invalid'],
    // A word in the middle: a name, an initial, a particle; with it, everyday words are sure.
    ['Aafke Abdullah Aagaard', 'valid'],
    ['Aafke Adams Aagaard', 'valid'],
    ['Aafke Q Aagaard', 'valid'],
    ['Aafke Q. Aagaard', 'valid'],
    ['Aafke van der Aagaard', 'valid'],
    ['Alice Q. Baker', 'valid'],
    ['April Q. Aagaard', 'valid'],
    ['Aafke Q. Xqzt', 'valid'],
    ['Aafke Q. Xq', 'unknown'],
    ['Aafke Xqzt Aagaard', 'invalid'],
    ['Aafke Account Aagaard', 'invalid'],
    ['Aafke Xq Aagaard', 'invalid'],
    ['Aafke Q. Xqzt Aagaard', 'invalid'],
    ['Aafke Xqzt Q. Aagaard', 'invalid'],
    ['', 'invalid'],
    ['  ', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(personName, text)).toBe(verdict));

  it('reads nothing of the last value where there is none', () => {
    const bytes = Buffer.from('Aafke Aagaard');
    expect(personName(bytes, 0, 13)).toBe('valid');
    expect(personName(bytes, 13, 13)).toBe('invalid');
    expect(titledName(bytes, 0, 13)).toBe('unknown');
    expect(titledName(bytes, 13, 13)).toBe('invalid');
  });

  const inLine = (before: string, name: string, behind: string, limit: number) => {
    const bytes = Buffer.from(before + name + behind);
    const end = before.length + name.length;
    return personName(bytes, before.length, end, { start: 0, end: end + limit });
  };

  it('is that of a company where its form stands in the same value', () => {
    expect(inLine('', 'Aafke Aagaard', ' AG', 3)).toBe('invalid');
    for (const limit of [0, 1, 2]) expect(inLine('', 'Aafke Aagaard', ' AG', limit), String(limit)).toBe('valid');
    expect(inLine('', 'Aafke Aagaard', ', Partner', 9)).toBe('valid');
    expect(inLine('', 'Aafke Aagaard', ' & Partner', 10)).toBe('invalid');
    expect(inLine('', 'Aafke Aagaard', '_AG', 3)).toBe('valid');
  });

  it('is proved by a mail address that begins behind it in the same value, after one or two spaces', () => {
    const [name, mail] = ['Aafke Xq', ' <ab@example.org>'];
    for (let limit = 0; limit <= mail.length; limit++)
      expect(inLine('', name, mail, limit), String(limit)).toBe(limit < ' <ab@'.length ? 'unknown' : 'valid');
    expect(inLine('', name, `  <ab@x`, 7)).toBe('valid');
    expect(inLine('', name, `   <ab@x`, 8)).toBe('unknown');
    for (const before of ['', 'x'.repeat(100)]) {
      expect(inLine(before, name, ` <${'k'.repeat(64)}@x`, 68)).toBe('valid');
      expect(inLine(before, name, ` <${'k'.repeat(65)}@x`, 69)).toBe('unknown');
    }
    expect(inLine('', 'Aafke', mail, mail.length)).toBe('unknown');
    expect(inLine('', 'Alice Xqzt', mail, mail.length)).toBe('valid');
    expect(inLine('', 'Aafke Account', mail, mail.length)).toBe('invalid');
  });
});

describe('titledName', () => {
  it('has two words and more behind the titles, 64 at most, and none that ends no name', () => {
    expect(verdictOf(titledName, `Mr ${'Qorri '.repeat(63)}`)).toBe('unknown');
    expect(verdictOf(titledName, `Mr ${'Qorri '.repeat(64)}`)).toBe('invalid');
    for (const text of [
      'Mr Qorri',
      'Mr. Dr. Qorri',
      'Dr. Prof.',
      'Mr Account Qorri',
      'Mr Qorri Account',
      'Mr Qorri Zbyszko Account',
    ])
      expect(verdictOf(titledName, text), text).toBe('invalid');
    for (const text of ['Mr Qorri Zbyszko', 'Mr. Dr. Qorri Zbyszko', 'Mr Qorri Austin'])
      expect(verdictOf(titledName, text), text).toBe('unknown');
  });
});

describe('cells', () => {
  it.each([
    ['Aafke Aagaard', 'valid'],
    ['Aagaard Aafke', 'valid'],
    ['Aagaard, Aafke', 'valid'],
    ['Aafke Abdullah', 'valid'],
    ['Abdullah Aagaard', 'valid'],
    ['Abdullah Anderson', 'valid'],
    ['Alice Aagaard', 'valid'],
    ['Aafke A Aagaard', 'valid'],
    ['Aafke van Aagaard jr', 'valid'],
    ['-Aafke Aagaard', 'valid'],
    ['Aafke Katharina Sophie Aaron Aagaard', 'valid'],
    ['Aafke Aaron', 'unknown'],
    ['Aagaard Adams', 'unknown'],
    ['Abdullah Xqzt', 'unknown'],
    ['Aafke Xqzt', 'unknown'],
    ['Alice Baker', 'unknown'],
    ['Alice Grace', 'unknown'],
    ['Alice Xqzt', 'invalid'],
    ['Xqzt Qorri', 'invalid'],
    ['Aafke Aagaard Account', 'invalid'],
    ['Aafke Katharina Sophie Aaron Aagaard Adams', 'invalid'],
    ['Aagaard, Aafke, Anna', 'invalid'],
    ['Aafke - Aagaard', 'invalid'],
    ['Aafke Schröder 2', 'invalid'],
    ['Aafke Adams 2', 'invalid'],
    ['Aafke @Adams', 'invalid'],
    ['Aafke Adams; Aaron', 'invalid'],
    ['Aafke @Schröder', 'invalid'],
    ['Aafke (Schröder)', 'invalid'],
    ['Aafke_Schröder Adams', 'invalid'],
    ['Aafke', 'invalid'],
    ['', 'invalid'],
  ] as const)('a full name, %s: %s', (text, verdict) => expect(verdictOf(fullNameValue, text)).toBe(verdict));

  it('do not count titles, suffixes, initials and particles', () => {
    for (const title of [...PERSON_TITLES, 'Don', 'Doña', 'Sir']) {
      for (const text of [`${title} Aafke`, `${title}. Aafke`, `${title} ${title} Aafke`])
        expect(verdictOf(fullNameValue, text), text).toBe('invalid');
      expect(verdictOf(fullNameValue, `${title} Aafke Aagaard`), title).toBe('valid');
    }
    for (const suffix of ['jr', 'Sr', 'II', 'iii', 'IV', 'PhD', 'MD', 'Esq']) {
      for (const text of [`Aafke ${suffix}`, `Aafke ${suffix}.`]) expect(verdictOf(fullNameValue, text), text).toBe('invalid');
    }
    const particles =
      'de da do dos das du di del della der den des van von zu zum zur ter ten la las los le al el bin ibn bint y e af av';
    for (const particle of particles.split(' ')) expect(verdictOf(fullNameValue, `Aafke ${particle}`), particle).toBe('invalid');
    for (const text of [
      'Aagaard A.',
      'Aagaard A',
      'Aagaard Jr.',
      'van Aagaard',
      'van der Aagaard',
      'Aagaard ,',
      'Aagaard,',
      'Dr. Aagaard',
    ])
      expect(verdictOf(singleNameValue, text), text).toBe('valid');
  });

  it('of a part of a name have up to three names', () => {
    for (const text of ['Aafke', 'Aagaard', 'Aafke Katharina Sophie', 'Aagaard Baker', 'Alice Aafke'])
      expect(verdictOf(singleNameValue, text), text).toBe('valid');
    for (const text of ['Alice', 'Baker', 'Alice Grace']) expect(verdictOf(singleNameValue, text), text).toBe('unknown');
    for (const text of ['Aafke Katharina Sophie Aaron', 'Aafke Xqzt', 'Xqzt Aafke', 'Account', 'Aafke@', 'Aafke2', ''])
      expect(verdictOf(singleNameValue, text), text).toBe('invalid');
  });
});

describe('names that no list has', () => {
  it.each([
    ['A Qorri', 'unknown'],
    ['Zbyszko  Qorri', 'unknown'],
    ["d'Anna Qorri", 'unknown'],
    ['l’Anna Qorri', 'unknown'],
    ["Zbyszko Qorri-O'Neill", 'unknown'],
    ['Zbyszko Qorri-ONeill', 'unknown'],
    ['Zbyszko Qorri-Blau', 'unknown'],
    ['Zbyszko Qorri-blau-Rot', 'unknown'],
    ['Zbyszko Qorri-BlAu', 'invalid'],
    ['Zbyszko Qorri-BLAu', 'invalid'],
    ["x'Anna Qorri", 'invalid'],
    ['dxAnna Qorri', 'invalid'],
    // Titles, suffixes, particles and degrees stand beside names and are none.
    ['Mr Qorri', 'invalid'],
    ['Madame. Qorri', 'invalid'],
    ['Qorri III', 'invalid'],
    ['Qorri Jr.', 'invalid'],
    ['van Qorri', 'invalid'],
    ['Lic. Qorri', 'invalid'],
    ['Qorri B.Eng.', 'invalid'],
    ['Ing Zbyszko Qorri', 'unknown'],
    ['Ph.D Zbyszko Qorri', 'unknown'],
    ['M.Sc Zbyszko Qorri', 'unknown'],
    ['Dipl.Ing. Zbyszko Qorri', 'unknown'],
    ['Dipl.Ing.FH. Zbyszko Qorri', 'unknown'],
    ['pan Zbyszko Qorri', 'unknown'],
    ['pani Zbyszko Qorri', 'unknown'],
    ['пан Олекса Мишко', 'unknown'],
    ['пані Оксана Мишко', 'unknown'],
    ['панна Оксана Мишко', 'invalid'],
    ['Zbyszko Anna QorriB.Eng.', 'invalid'],
    ['B.Engineering Zbyszko Qorri', 'invalid'],
    // Scripts, each alone.
    ['Γιώργος Παπαδόπουλος', 'unknown'],
    ['محمد الأحمد', 'unknown'],
    ['דוד כהן', 'unknown'],
    ['राहुल शर्मा', 'unknown'],
    ['Γιώργος Qorri', 'invalid'],
    ['محمد Qorri', 'invalid'],
    ['דוד Qorri', 'invalid'],
    ['राहुल Qorri', 'invalid'],
    ['Γιώργος دوד', 'invalid'],
    ['Qorri 藤原', 'invalid'],
    ['藤原 Qorri', 'invalid'],
    ['李', 'invalid'],
    ['藤'.repeat(10), 'unknown'],
    ['藤'.repeat(11), 'invalid'],
    // What stands at the ends.
    ['Qorri,', 'invalid'],
    ['Qorri ', 'invalid'],
    [', Anna Qorri', 'invalid'],
    [' Anna Qorri', 'invalid'],
    ['-Özbyszko Qorri', 'invalid'],
    ['Qorri, Anna, Max', 'invalid'],
    ['Qorri,, Anna', 'invalid'],
    ['Zbyszko Örri 2', 'invalid'],
    [`Zbyszko Q${'o'.repeat(51)}`, 'unknown'],
    [`Zbyszko Q${'o'.repeat(52)}`, 'invalid'],
    ['Aa Bb Cc Dd Ee Ff Gg', 'unknown'],
    ['', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(namedPerson, text)).toBe(verdict));

  it.each([
    ['Ing', 'unknown'],
    ['Lic.', 'unknown'],
    ['Qorri de las Xqzt', 'unknown'],
    ['Qorri de los las Xqzt', 'invalid'],
    ['van', 'invalid'],
    ['A.', 'invalid'],
    ['Mr', 'invalid'],
    ['藤'.repeat(10), 'unknown'],
    ['藤'.repeat(11), 'invalid'],
  ] as const)('a part, %s: %s', (text, verdict) => expect(verdictOf(namedPersonPart, text)).toBe(verdict));

  it('are none that fields hold before anybody has filled them in', () => {
    for (const word of [
      'Forename',
      'Middlename',
      'Voornaam',
      'Varchar',
      'Mandatory',
      'Tester',
      'Customer',
      'Enter',
      'Pending',
      'Vorname.',
    ])
      expect(verdictOf(namedPersonPart, word), word).toBe('invalid');
    for (const word of ['Forenamez', 'Testor', 'Customs']) expect(verdictOf(namedPersonPart, word), word).toBe('unknown');
  });
});
