/** Names of people by lists: what proves a name, what leaves it open, what is none. */
import { describe, expect, it } from 'vitest';
import { fullNameValue, personName, singleNameValue, titledName } from '../../src/validators/person-name.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe('personName', () => {
  it.each([
    ['Katharina Schröder', 'valid'],
    ['Katharina Schro\u0308der', 'valid'],
    ['Jean-Pierre Lefèvre', 'valid'],
    ['Mark T. Johnson', 'valid'],
    ['Ludwig van Beethoven', 'valid'],
    ["Xqzt O'Brien", 'invalid'],
    ["Aoife O'Brien", 'valid'],
    ["Maria O'Brien", 'valid'],
    ["Maria D'Angelo", 'valid'],
    ['Maria D’Amico', 'valid'],
    ['Maria O’Brien', 'valid'],
    ['Katharina Xqzt', 'valid'],
    ['Katharina Xq', 'unknown'],
    ['Jordan Grant', 'unknown'],
    ['Will Smith', 'unknown'],
    ['Mark Complete', 'invalid'],
    ['Paris Hilton Hotel', 'invalid'],
    ['Alexander Technique Institute', 'invalid'],
    ['Visual Studio', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(personName, text)).toBe(verdict));
});

describe('a name before a mail address in brackets', () => {
  const inLine = (name: string, behind: string): string => {
    const bytes = Buffer.from(name + behind);
    return personName(bytes, 0, Buffer.byteLength(name), { start: 0, end: bytes.length });
  };

  it.each([
    ['Katharina Xqzt', ' <k.x@example.org>', 'valid'],
    ['Katharina Xqzt', '  <k+x_1@example.org>', 'valid'],
    ['Katharina Xqzt', ' (kx@example.org)', 'valid'],
    ['Katharina Bqzt Xqzt', ' <kx@example.org>', 'valid'],
    ['Mark Xqzt', ' <mark@example.org>', 'valid'],
    ['Katharina Xq', ' kx@example.org', 'unknown'],
    ['Katharina Xq', '<kx@example.org>', 'unknown'],
    ['Katharina Xq', ' <kx>', 'unknown'],
    ['Katharina Xq', ' <@example.org>', 'unknown'],
    ['Katharina Xq', ` <${'k'.repeat(65)}@example.org>`, 'unknown'],
    ['Katharina Xq', ' <kx', 'unknown'],
    ['Mark Street', ' <mark@example.org>', 'invalid'],
  ] as const)('%s%s: %s', (name, behind, verdict) => expect(inLine(name, behind)).toBe(verdict));
});

describe('titledName', () => {
  it.each([
    ['Mr. Zbyszko Qorri', 'unknown'],
    ['Frau Dr. Xenia Okonjo', 'unknown'],
    ['Señor Zbyszko Qorri', 'unknown'],
    ['Mr Qorri', 'invalid'],
    ['Dr. Web Security', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(titledName, text)).toBe(verdict));
});

describe('fullNameValue', () => {
  it.each([
    ['SMITH, JOHN A.', 'valid'],
    ['john smith', 'valid'],
    ['Dr. Katharina Xqzt', 'unknown'],
    ['Vincent van Gogh', 'valid'],
    ['Ng Wei Ming', 'unknown'],
    ['Jordan Grant', 'unknown'],
    ['Katharina', 'invalid'],
    ['Katharina 2', 'invalid'],
    ['Katharina Schröder, Hans Meyer, Anna Koch', 'invalid'],
    ['Ruby Gems', 'invalid'],
    ['Jenkins - Martin', 'invalid'],
    ['Жанна Smith', 'invalid'],
    ['Visual Studio', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(fullNameValue, text)).toBe(verdict));
});

describe('singleNameValue', () => {
  it.each([
    ['KATHARINA', 'valid'],
    ['García Márquez', 'valid'],
    ['Grace', 'unknown'],
    ['Xqzt', 'invalid'],
    ['one two three four', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(singleNameValue, text)).toBe(verdict));
});

describe('a company called after a person', () => {
  const inText = (text: string, end: number) => {
    const bytes = Buffer.from(text);
    return personName(bytes, 0, end, { start: 0, end: bytes.length });
  };
  it.each([
    ['Michel Mayer AG', 'invalid'],
    ['Michel Mayer & Partner', 'invalid'],
    ['Michel Mayer, Inc. said', 'invalid'],
    ['Michel Mayer S.A. said', 'invalid'],
    ['Michel Mayer Agrees', 'valid'],
    ['Michel Mayer and Paul', 'valid'],
    ['Michel Mayer (AG)', 'valid'],
  ] as const)('%s: %s', (text, verdict) => expect(inText(text, 12)).toBe(verdict));

  it('does not look beyond the value', () =>
    expect(personName(Buffer.from('Michel Mayer AG'), 0, 12, { start: 0, end: 12 })).toBe('valid'));
});

it('never throws', () => {
  for (const check of [personName, titledName, fullNameValue, singleNameValue]) expectTotal(check);
});
