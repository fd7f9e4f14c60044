/** A pair of latitude and longitude in decimal degrees: range check, no proof. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { digitAt } from './digits.js';

/**
 * Rule (ISO 6709): latitude −90 to 90, then longitude −180 to 180. The letters N, S, E, W, degree signs and brackets are
 * skipped. 0,0 is refused: it stands for "no position". Example: 41.948614,-87.655311. Never `valid`: half of random pairs pass.
 */
export function coordinates(bytes: Uint8Array, start: number, end: number): Verdict {
  let part = 0;
  let value = 0;
  let scale = 0;
  let inNumber = false;
  let isZero = true;
  for (let i = start; i <= end; i++) {
    const digit = i < end ? digitAt(bytes, i) : -1;
    if (digit >= 0) {
      inNumber = true;
      if (digit > 0) isZero = false;
      value = scale === 0 ? value * 10 + digit : value + digit * scale;
      if (scale > 0) scale /= 10;
    } else if (inNumber && scale === 0 && bytes[i] === 0x2e && i < end) {
      scale = 0.1;
    } else if (inNumber) {
      part++;
      if (part > 2 || value > (part === 1 ? 90 : 180)) return 'invalid';
      value = 0;
      scale = 0;
      inNumber = false;
    }
  }
  return part === 2 && !isZero ? 'unknown' : 'invalid';
}

/** Degrees around 0,0 without land: the nearest is Cape Three Points in Ghana, at 4.7° N 2.1° W. */
const OPEN_SEA = 4;

/**
 * Whether both numbers are below 4 degrees: open sea in the Gulf of Guinea, and where unit vectors, angles in radians and shares lie
 * (`-2.01041204, -0.52983629`).
 */
export const isOpenSea: ReservedCheck = (bytes, start, end) => {
  let integer = 0;
  let inFraction = false;
  for (let i = start; i <= end; i++) {
    const digit = i < end ? digitAt(bytes, i) : -1;
    if (digit >= 0) {
      if (!inFraction) integer = integer * 10 + digit;
    } else if (i < end && bytes[i] === 0x2e) inFraction = true;
    else {
      if (integer >= OPEN_SEA) return false;
      integer = 0;
      inFraction = false;
    }
  }
  return true;
};
