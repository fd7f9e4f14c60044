/** Latitude and longitude in decimal degrees, as a pair and each alone: range check, no proof. */
import type { ReservedCheck, Validator, Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';

const DOT = 0x2e;
const ZERO = 0x30;
const MOST_LATITUDE = 90;
const MOST_LONGITUDE = 180;

/**
 * Rule (ISO 6709): latitude −90 to 90, then longitude −180 to 180. The letters N, S, E, W, degree signs and brackets are
 * skipped. 0,0 is refused: it stands for "no position". Example: 41.948614,-87.655311. Never `valid`: half of random pairs pass.
 */
export function coordinates(bytes: Uint8Array, start: number, end: number): Verdict {
  let parts = 0;
  let notZero = 0;
  for (let i = start; i < end; i++) {
    let digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) continue;
    let degrees = 0;
    while (digit >= 0 && digit <= 9) {
      degrees = degrees * 10 + digit;
      digit = ++i < end ? bytes[i]! - ZERO : -1;
    }
    notZero |= degrees === 0 ? 0 : 1;
    const fraction = i + 1;
    if (i < end && bytes[i] === DOT) {
      for (i = fraction; i < end; i++) {
        digit = bytes[i]! - ZERO;
        if (digit < 0 || digit > 9) break;
        notZero |= digit;
      }
    }
    const most = parts === 0 ? MOST_LATITUDE : MOST_LONGITUDE;
    if (++parts > 2 || degrees > most || (degrees === most && isMore(most, bytes, fraction, i))) return 'invalid';
  }
  return parts === 2 && notZero !== 0 ? 'unknown' : 'invalid';
}

/**
 * Rule (ISO 6709): a number of -90 to 90 with decimals, and not 0, which stands for "no position". Example: 52.520008. Never `valid`.
 */
export const latitudeAlone: Validator = (bytes, start, end) => degreesUpTo(MOST_LATITUDE, bytes, start, end);

/** The same of -180 to 180. Example: -113.404954. */
export const longitudeAlone: Validator = (bytes, start, end) => degreesUpTo(MOST_LONGITUDE, bytes, start, end);

function degreesUpTo(most: number, bytes: Uint8Array, start: number, end: number): Verdict {
  const degrees = Math.abs(Number(latin1(bytes, start, end)));
  return degrees > 0 && degrees <= most ? 'unknown' : 'invalid';
}

/**
 * Whether the digits in `bytes[start, end)`, a fraction, make `degrees` more, as numbers of double precision add up: half of their
 * last bit, about 7e-15 degrees, is nothing. Asked only at the limit itself.
 */
function isMore(degrees: number, bytes: Uint8Array, start: number, end: number): boolean {
  let value = degrees;
  let scale = 0.1;
  for (let i = start; i < end; i++) {
    value += (bytes[i]! - ZERO) * scale;
    scale /= 10;
  }
  return value > degrees;
}

/** Degrees around 0,0 without land: the nearest is Cape Three Points in Ghana, at 4.7° N 2.1° W. */
const OPEN_SEA = 4;

/**
 * Whether both numbers are below 4 degrees: open sea in the Gulf of Guinea, and where unit vectors, angles in radians and shares lie
 * (`-2.01041204, -0.52983629`). Of one number alone this says nothing: London lies at 0.1° W.
 */
export const isOpenSea: ReservedCheck = (bytes, start, end) => {
  let integer = 0;
  let inFraction = false;
  let points = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (inFraction) continue;
      integer = integer * 10 + digit;
      if (integer >= OPEN_SEA) return false;
    } else if (byte === DOT) {
      inFraction = true;
      points++;
    } else {
      integer = 0;
      inFraction = false;
    }
  }
  return points > 1;
};
