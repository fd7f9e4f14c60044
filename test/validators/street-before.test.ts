/** A code and a town behind a street whose number stands last: the word for a street is what tells it. */
import { describe, expect, it } from 'vitest';
import { townBehindStreet } from '../../src/validators/street-before.js';
import { expectTotal, verdictOf } from './verdicts.js';

function behind(before: string, place: string): string {
  const bytes = Buffer.from(before + place);
  return townBehindStreet(bytes, Buffer.byteLength(before), bytes.length, { start: 0, end: bytes.length });
}

describe('townBehindStreet', () => {
  it.each([
    ['Hauptstraße 12, ', '36037 Fulda', 'valid'],
    ['Hauptstr. 12a,\n', '36037 Fulda', 'valid'],
    ['Bahnhofstrasse 61\r\n   ', '5000 Aarau', 'valid'],
    ['Kerkstraat 5, ', '3581 RC Utrecht', 'valid'],
    ['Oudegracht 212 bis, ', '3511 NR Utrecht', 'valid'],
    ['Björkvägen 14, ', '352 45 Växjö', 'valid'],
    ['Via Roma 10, ', '50053 Empoli', 'valid'],
    ['via Roma 10, ', '50053 Empoli', 'invalid'],
    ['piazza Dante 3, ', '50053 Empoli', 'valid'],
    ['C/ Fuencarral 118, 3º B, ', '28010 Madrid', 'valid'],
    ['Avenida Luísa Todi 118, ', '2900-452 Setúbal', 'valid'],
    ['ul. Długa 14/6, ', '31-147 Kraków', 'valid'],
    ['UL. KWIATOWA 8/12, ', '61-881 POZNAŃ', 'valid'],
    ['Spring 12, ', '98693 Ilmenau', 'invalid'],
    ['Navigate 12, ', '98693 Ilmenau', 'invalid'],
    ['Hauptstraße, ', '36037 Fulda', 'invalid'],
    ['Hauptstraße 12 hat ', '36037 Besucher', 'invalid'],
    ['Hauptstraße 12, ', '36037 Bytes', 'invalid'],
    ['Hauptstraße 12345, ', '36037 Fulda', 'invalid'],
    ['', '36037 Fulda', 'invalid'],
  ] as const)('%j and %s: %s', (before, place, verdict) => expect(behind(before, place)).toBe(verdict));

  it('proves nothing alone', () => expect(verdictOf(townBehindStreet, '36037 Fulda')).toBe('unknown'));
  it('reads any bytes', () => expectTotal(townBehindStreet));
});
