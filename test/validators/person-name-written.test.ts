/** Names as forms and banks write them: in capitals, with initials behind a title, in quotation marks before a mail address. */
import { describe, expect, it } from 'vitest';
import {
  personName,
  personNameInCapitals,
  titledFamilyName,
  titledInitials,
  writtenName,
} from '../../src/validators/person-name.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe('personNameInCapitals', () => {
  it.each([
    ['AGNIESZKA PAWLAK', 'valid'],
    ['ANNA P. HOFFMAN', 'valid'],
    ['KATHARINA XQZT', 'unknown'],
    ['GRACE PERIOD', 'invalid'],
    ['MARK JOHNSON', 'invalid'],
    ['ANNA GRANT', 'invalid'],
    ['ANNA STREET', 'invalid'],
    ['XQZT HOFFMAN', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(personNameInCapitals, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(personNameInCapitals));
});

describe('writtenName', () => {
  it.each([
    ['Yann KERBRAT', 'valid'],
    ['Bastien ROUCARIÈS', 'valid'],
    ['Atila KOÇ', 'valid'],
    ['Anna ROY', 'valid'],
    ['Anna PAWLAK', 'valid'],
    ['Katharina HTTP', 'invalid'],
    ['Katharina STREET', 'invalid'],
    ['Mark KERBRAT', 'invalid'],
    ['Katharina Xqzt', 'valid'],
    ['Katharina Xqztś', 'valid'],
    ['Jordan Grant', 'unknown'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(writtenName, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(writtenName));
});

describe('titledInitials', () => {
  it.each([
    ['Mr H Fairbrother', 'unknown'],
    ['Dr. A. B. Xqzt', 'unknown'],
    ['Hr W. de Groot', 'unknown'],
    ['Dr. J Street', 'invalid'],
    ['H Fairbrother', 'invalid'],
    ['Mr', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(titledInitials, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(titledInitials));
});

describe('titledFamilyName', () => {
  const verdictIn = (before: string, name: string, behind: string): string => {
    const bytes = Buffer.from(before + name + behind);
    const start = Buffer.byteLength(before);
    return titledFamilyName(bytes, start, start + Buffer.byteLength(name), { start: 0, end: bytes.length });
  };

  it.each([
    ['', 'Mrs. Bodnar', ''],
    ['for ', 'Dr. Nakamura-Hale', ' at ten'],
    ['', 'Frau von Thurn', ' war da'],
    ['Sehr geehrte ', 'Frau Xqzt', ','],
    ['Patient: ', 'Herr Schröder', ''],
    ['', 'Senhora Xqzt', ' disse'],
    ['', 'Ms. Johnson', ' agreed'],
    ['bei ', 'Frau Müller-Xqzt', ''],
  ])('%j, %j, %j: a person', (before, name, behind) => expect(verdictIn(before, name, behind)).toBe('unknown'));

  it.each([
    ['', 'Mr. President', '', 'an office'],
    ['', 'Frau Präsidentin', '', 'an office'],
    ['', 'Dr. Street', '', 'a thing'],
    ['', 'Ms. Xqzt', '', 'a title that means other things, and no list has the word'],
    ['eine ', 'Frau Kopfschmerzen', '', 'a German noun'],
    ['', 'Frau. Bodnar', '', 'a word that is not shortened'],
    ['', 'Herr der Ringe', '', 'an article'],
    ['12 Ocean ', 'Dr Miami', '', 'the end of a street'],
    ['', 'Mr Zbyszko', ' Qorri', 'another word in capitals follows'],
    ['', 'Mr Xq', '', 'too short'],
    ['', 'Bodnar', '', 'no title'],
  ])('%j, %j, %j: none, %s', (before, name, behind) => expect(verdictIn(before, name, behind)).toBe('invalid'));

  it('reads any bytes', () => expectTotal(titledFamilyName));
});

describe('a name in quotation marks before a mail address', () => {
  it.each([
    ['" <kx@example.org>', 'valid'],
    ['"<kx@example.org>', 'unknown'],
    ['" kx@example.org', 'unknown'],
    ['"', 'unknown'],
  ] as const)('Katharina Xq%s: %s', (behind, verdict) => {
    const bytes = Buffer.from(`Katharina Xq${behind}`);
    expect(personName(bytes, 0, 12, { start: 0, end: bytes.length })).toBe(verdict);
  });
});
