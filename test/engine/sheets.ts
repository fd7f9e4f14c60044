/** Small made-up sheets, so that a rule of the engine is tested without the catalogue. */
import type { ReservedCheck, Validator } from '../../src/core/verdict.js';
import { type DetectorSheet, defineDetector } from '../../src/detectors/define.js';

/** A sheet with everything that a test does not care about filled in. */
export function sheet(id: string, fields: Partial<DetectorSheet> & Pick<DetectorSheet, 'forms'>): DetectorSheet {
  return defineDetector({
    id,
    name: id,
    category: 'pii',
    countries: [],
    regulations: [],
    severity: { 1: 'low' },
    boundary: 'digit',
    falseAccept: 0.5,
    keywords: { mode: 'none', words: [] },
    examples: { match: [], noMatch: [] },
    references: ['made up for a test'],
    ...fields,
  });
}

const digitSum = (bytes: Uint8Array, start: number, end: number) =>
  bytes.subarray(start, end).reduce((sum, byte) => sum + (byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : 0), 0);

/** Valid if the digits add up to a multiple of ten. */
export const sumOfTen: Validator = (bytes, start, end) => (digitSum(bytes, start, end) % 10 === 0 ? 'valid' : 'invalid');

/** Refutes values without a nine, proves nothing. */
export const hasNine: Validator = (bytes, start, end) => (bytes.subarray(start, end).includes(0x39) ? 'unknown' : 'invalid');

/** Values that begin with a zero are reserved. */
export const leadingZero: ReservedCheck = (bytes, start) => bytes[start] === 0x30;
