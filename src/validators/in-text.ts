/**
 * Numbers whose writing alone says what they are (`219-46-8193`, `07 84 46 51 48`), where no keyword stands beside them: in a text, and not
 * where a word says that something else is numbered. A field of its own is called what it holds, so there its name must say it.
 */
import type { Surroundings, Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/** What is numbered, directly before a number. */
const NUMBERED =
  /(?:^|[^A-Za-z])(?:file|parts?|no|nr|num|number|ref|reference|order|ticket|case|item|drawing|box|serial|sku|id|batch|lot|invoice|policy|account|acct|claim|docket|model|page|section|rule|form|bill|version|build|isbn|code|key|sample|job|run|tracking|shelf|shelves|bin|rack|row|slot|list|pallet|room|zone|aisle|shipment|product|asset|catalog|register|patent|permit|license|licence)\.?(?: no\.?| number)?:? ?#?$|#$/i;
const NUMBERED_REACH = 24;

const [SPACE, ZERO, NINE, FULL_STOP, COMMA] = [0x20, 0x30, 0x39, 0x2e, 0x2c];
/** What may stand on either side, beside bytes outside ASCII: anything else goes on with the number, or is code. */
const LEFT = flagsOf(' \t\r\n("\'[:,;>*|');
const RIGHT = flagsOf(' \t\r\n)"\'].,;:!?<*|');

/** `check`, for values that stand in a text without a word for what they are. */
export function inText(check: Validator): Validator {
  const inSentence: Validator = (bytes, start, end, around) =>
    around === undefined || standsInText(bytes, start, end, around) ? check(bytes, start, end, around) : 'invalid';
  // `clearset explain` calls a check by its name.
  return Object.defineProperty(inSentence, 'name', { value: check.name });
}

function standsInText(bytes: Uint8Array, start: number, end: number, { start: from, end: to }: Surroundings): boolean {
  if (start === from && end === to) return false;
  if (start > from && (LEFT[bytes[start - 1]!] === 0 || isDigitAt(bytes, start - 2, from, to))) return false;
  if (end < to && (RIGHT[bytes[end]!] === 0 || isDigitAt(bytes, end + 1, from, to))) return false;
  // A full stop or a comma with a letter directly behind it goes on: a name of a file, of a member.
  if (end + 1 < to && (bytes[end] === FULL_STOP || bytes[end] === COMMA) && bytes[end + 1]! > NINE) return false;
  if (isHexPair(bytes, start - 3, from, to) || isHexPair(bytes, end + 1, from, to)) return false;
  return !NUMBERED.test(latin1(bytes, Math.max(from, start - NUMBERED_REACH), start));
}

/** Beyond the neighbour: groups of digits go on there. */
function isDigitAt(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  return at >= from && at < to && bytes[at]! >= ZERO && bytes[at]! <= NINE;
}

/** Whether two hexadecimal digits stand alone there: a dump of bytes. */
function isHexPair(bytes: Uint8Array, at: number, from: number, to: number): boolean {
  if (at < from || at + 2 > to || !isHex(bytes[at]!) || !isHex(bytes[at + 1]!)) return false;
  const [left, right] = [at > from ? bytes[at - 1]! : SPACE, at + 2 < to ? bytes[at + 2]! : SPACE];
  return left <= SPACE && right <= SPACE;
}

function isHex(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || ((byte | SPACE) >= 0x61 && (byte | SPACE) <= 0x66);
}

/** By byte, whether it is one of the characters, or outside ASCII. */
function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(256).fill(1, 0x80);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

/** Whether groups of two digits count up or down (`01 02 03 04 05`), or all are the same. */
export function countsInPairs(bytes: Uint8Array, start: number, end: number): boolean {
  let last = -1;
  let step: number | undefined;
  for (let at = start; at + 1 < end; at += 3) {
    const pair = (bytes[at]! - ZERO) * 10 + bytes[at + 1]! - ZERO;
    if (last >= 0) {
      if (step !== undefined && pair - last !== step) return false;
      step = pair - last;
    }
    last = pair;
  }
  return true;
}
