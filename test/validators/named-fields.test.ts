/** What fields whose name says all may hold: names, addresses and phone numbers that no list or plan proves, and what is none of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedPerson, namedPersonPart } from '../../src/validators/named-person.js';
import { beforeExtension, namedPhone, nationalPhone } from '../../src/validators/phone-number.js';
import { codeAndTown } from '../../src/validators/place-and-postcode.js';
import { streetAddress } from '../../src/validators/street-address.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe('namedPerson', () => {
  it.each([
    ['Zbyszko Qorri', 'unknown'],
    ['QORRI, ZBYSZKO', 'unknown'],
    ['Dr. Zbyszko McQorri-O’Neill B.Eng.', 'unknown'],
    ['A. Qorri', 'unknown'],
    ['pani Malwina Qorri', 'unknown'],
    ['Мишина Оксана Кирилловна', 'unknown'],
    ['藤原 裕太', 'unknown'],
    ['김도윤', 'unknown'],
    ['Zbyszko', 'invalid'],
    ['zbyszko qorri', 'invalid'],
    ['ZbyszKo QorRi', 'invalid'],
    ['Enter Name', 'invalid'],
    ['Qorri Software', 'invalid'],
    ['Zbyszko Qorri 2', 'invalid'],
    ['Zbyszko Qorri, Anna Qorri, Max', 'invalid'],
    ['Жанна Qorri', 'invalid'],
    ['Aa Bb Cc Dd Ee Ff Gg Hh', 'invalid'],
    ['A. B.', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(namedPerson, text)).toBe(verdict));
});

describe('namedPersonPart', () => {
  it.each([
    ['Xqzt', 'unknown'],
    ['del Qorri', 'unknown'],
    ["O'Xqzt", 'unknown'],
    ['李', 'unknown'],
    ['Required', 'invalid'],
    ['VARCHAR', 'invalid'],
    ['N/A', 'invalid'],
    ['xqzt', 'invalid'],
    ['userName', 'invalid'],
    ['Vorname', 'invalid'],
    ['A Field For Your First Name', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(namedPersonPart, text)).toBe(verdict));
});

describe('streetAddress', () => {
  it.each([
    ['806 Tanya Stream Apt. 837', 'valid'],
    ['Björkgatan 8, 963 60 Kristianstad', 'valid'],
    ['Dg. 106 Sur # 13P-88, Casa 3', 'valid'],
    ['横浜市西区千塚38丁目4番11号', 'valid'],
    ['12 rue de la Paix\n75002 Paris', 'valid'],
    ['横浜市西区千塚', 'invalid'],
    ['10.20.30.40', 'invalid'],
    ['host 10.20.30.40', 'invalid'],
    ['00:1b:63:84:45:e6', 'invalid'],
    ['0x52908400098527886E0F7030069857D2E4169EE7', 'invalid'],
    ['ada@analytical.org 12', 'invalid'],
    ['https://analytical.org/12 a', 'invalid'],
    ['localhost:8080 main', 'invalid'],
    ['Tanya Stream', 'invalid'],
    ['12 345', 'invalid'],
    ['1234567 Tanya', 'invalid'],
    [`${'Tanya Stream '.repeat(20)}12`, 'invalid'],
    ['Tanya 12a', 'valid'],
    ['Tanya 12ab', 'valid'],
    ['Tanya 12-14b/3', 'valid'],
    ['Abc 1', 'valid'],
    ['千塚123', 'valid'],
    ['千塚12', 'invalid'],
    ['塚12345', 'invalid'],
    ['Ab 12', 'invalid'],
    ['A 12 5', 'invalid'],
    ["12 '''' &", 'invalid'],
    ['12/14, 75', 'invalid'],
    ['Tanya-12', 'invalid'],
    ['Tanya x12', 'invalid'],
    ['http: Tanya 12', 'invalid'],
    ['HTTPS: Tanya 12', 'invalid'],
    [`Rue ${'a'.repeat(153)} 12`, 'valid'],
    [`Rue ${'a'.repeat(154)} 12`, 'invalid'],
    // Decomposed, a syllable has six bytes: 640 are read.
    [`${'가'.normalize('NFD').repeat(100)} ${'a'.repeat(36)} 12`, 'valid'],
    [`${'가'.normalize('NFD').repeat(100)} ${'a'.repeat(37)} 12`, 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(streetAddress, text)).toBe(verdict));

  it('passes less than one random text in ten', () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 10, maxLength: 60 }), { numRuns: 2000, seed: 7 });
    expect(texts.filter((text) => verdictOf(streetAddress, text) === 'valid').length).toBeLessThan(texts.length / 10);
  });
});

describe('codeAndTown', () => {
  const after = (street: string, place: string) => {
    const bytes = Buffer.from(street + place);
    return codeAndTown(bytes, Buffer.byteLength(street), bytes.length, { start: 0, end: bytes.length });
  };
  it.each([
    ['Dietzstr. 31, ', '53393 Torgau', 'unknown'],
    ['Sokola 36\n', '29-783 Bolesławiec', 'unknown'],
    ['bug #', '39196 Simon', 'invalid'],
    ['bug 7 (see #12, ', '39196 Simon', 'invalid'],
    ['Dietzstr., ', '53393 Torgau', 'invalid'],
    ['Dietzstr. 31, ', '53393 Bytes', 'invalid'],
    ['Dietzstr. 31, ', '53393 TORGAU', 'invalid'],
    ['Dietzstr. 31, ', '53393 Software', 'invalid'],
    ['12 rue de la Paix, ', '53393 Torgau', 'unknown'],
    [`1${'a'.repeat(40)}, `, '53393 Torgau', 'unknown'],
    [`1${'a'.repeat(41)}, `, '53393 Torgau', 'invalid'],
    ['Dietzstr. 31, in ', '53393 Torgau', 'invalid'],
    ['Dietzstr. x31, ', '53393 Torgau', 'invalid'],
    ['Dietzstr. 31, ', '89073 Ulm', 'unknown'],
    ['Dietzstr. 31, ', '89073 Ab', 'invalid'],
    ['Dietzstr. 31, ', '89073 Ab Torgau', 'unknown'],
    ['Dietzstr. 31, ', '53393 May-Ort', 'unknown'],
    ['Dietzstr. 31, ', '53393 May', 'invalid'],
    ['Dietzstr. 31, ', '53393 Bytes, Torgau', 'invalid'],
    ['Dietzstr. 31, ', '53393', 'invalid'],
  ] as const)('%s%s: %s', (street, place, verdict) => expect(after(street, place)).toBe(verdict));

  it('does not look beyond the value', () => {
    const bytes = Buffer.from('Dietzstr. 31, 53393 Torgau');
    expect(codeAndTown(bytes, 14, bytes.length, { start: 14, end: bytes.length })).toBe('invalid');
  });
});

describe('namedPhone', () => {
  it.each([
    ['502 572 052', 'unknown'],
    ['91192743', 'unknown'],
    ['(351) 931 303 601', 'unknown'],
    ['(+57)3037335731', 'unknown'],
    ['417 77 63', 'unknown'],
    ['022 66-34.369x12', 'unknown'],
    ['022 66-34.369 ext. 12', 'unknown'],
    ['022 66-34.369 Ext12', 'unknown'],
    ['+(57)3037335731', 'unknown'],
    ['022 66-34.369x1234567', 'invalid'],
    ['022 66-34.369x', 'invalid'],
    ['022 66-34.369 et 12', 'invalid'],
    ['022 66-34.369x12.', 'invalid'],
    ['022 66-34.36e', 'invalid'],
    ['((022 66-34.369', 'invalid'],
    ['022 66+34.369', 'invalid'],
    ['022 66-34.369-', 'invalid'],
    ['-022 66-34.369', 'invalid'],
    ['502  572     0  5   2   1     2', 'invalid'],
    ['502  572     0  5   2   12', 'unknown'],
    ['1234567', 'invalid'],
    ['417 77', 'invalid'],
    ['1111 1111', 'invalid'],
    ['2024-03-15', 'invalid'],
    ['1234567.25', 'invalid'],
    ['+999 1234 5678', 'invalid'],
    ['0161 496 0066', 'invalid'],
    ['212-555-0123', 'invalid'],
    ['+1 212 555 0123', 'invalid'],
    // Set aside in North America, not in India.
    ['+91 212 555 0123', 'unknown'],
    ['1234567890123456', 'invalid'],
    ['(+999) 1234 5678', 'invalid'],
    // Solid digits are eight at least, also before an extension.
    ['1234567 x12', 'invalid'],
    ['1234567x12', 'invalid'],
    ['12345678 x12', 'unknown'],
    // Set aside for fiction, with what stands before it in its country; without, another country may have it.
    ['1-212-555-0123', 'invalid'],
    ['161 496 0066', 'unknown'],
    ['666 666 661', 'invalid'],
    ['666 666 561', 'unknown'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(namedPhone, text)).toBe(verdict));
});

it('an extension is left out of what is checked', () => {
  const check = beforeExtension(nationalPhone(1, 'one'));
  expect(verdictOf(check, '475-446-8674x84417')).toBe('unknown');
  expect(verdictOf(check, '475-446-8674 ext. 3')).toBe('unknown');
  expect(verdictOf(check, '211-446-8674x84417')).toBe('invalid');
});

it('the fraction of a second is no number', () => {
  const bytes = Buffer.from('09:50:06.514088');
  expect(nationalPhone(39, 'none')(bytes, 6, bytes.length, { start: 0, end: bytes.length })).toBe('invalid');
  expect(nationalPhone(39, 'none')(bytes, 6, bytes.length, { start: 6, end: bytes.length })).toBe('unknown');
});

it.each([
  ['60.1234567', 'invalid'],
  ['61.2345678', 'invalid'],
  ['612345678', 'unknown'],
  ['612.345678', 'unknown'],
  ['6-1.2345678', 'unknown'],
] as const)('behind a colon, %s is %s: two digits and a point are a fraction of a second', (text, verdict) => {
  const bytes = Buffer.from(`tel:${text}`);
  expect(nationalPhone(34, 'none')(bytes, 4, bytes.length, { start: 0, end: bytes.length })).toBe(verdict);
  expect(nationalPhone(34, 'none')(bytes, 4, bytes.length, { start: 4, end: bytes.length })).toBe('unknown');
});

it('never throw', () => {
  for (const check of [namedPerson, namedPersonPart, streetAddress, codeAndTown, namedPhone]) expectTotal(check);
});
