/** Values of a page as text, by what its column holds. Text stays bytes, which are copied as they are. */
import { dateText, decimalBytesText, decimalText, textBytes, timestampText, uuidText, wholeText } from '../decoded-text.js';
import { type PageValues, valueAt } from './byte-arrays.js';
import type { Leaf } from './leaves.js';

/** Julian day of 1970-01-01, from which old timestamps count. */
const JULIAN_EPOCH = 2_440_588;
const HIGH_WORD = 0x1_0000_0000;

/** Text of the value at an index of a page's values; undefined where nothing can match in it. */
export type ValueText = (index: number) => string | Uint8Array | undefined;

/** @param everyValue whether numbers with a fraction are given as well */
export function valueTexts(leaf: Leaf, values: PageValues, everyValue: boolean): ValueText {
  const value = valueAt(values);
  const number = (index: number): number => Number(value(index));
  switch (leaf.kind) {
    case 'text':
      return (index) => value(index) as Uint8Array;
    case 'bytes':
      return (index) => textBytes(value(index) as Uint8Array);
    case 'uuid':
      return (index) => uuidText(value(index) as Uint8Array);
    case 'integer':
      return integerTexts(values);
    case 'unsigned':
      return leaf.element.type === 'INT64'
        ? (index) => String(BigInt.asUintN(64, BigInt(value(index) as bigint)))
        : (index) => String(number(index) >>> 0);
    case 'double':
      return everyValue ? (index) => String(value(index)) : (index) => wholeText(value(index) as number);
    case 'decimal':
      return (index) => decimalOf(value(index), leaf.scale);
    case 'date':
      return (index) => dateText(number(index));
    case 'timestamp':
      return (index) => timestampText(number(index) / leaf.perSecond);
    case 'int96':
      return (index) => {
        const nanoseconds = value(index) as bigint;
        const seconds = Number(nanoseconds & 0xffff_ffff_ffff_ffffn) / 1e9;
        return timestampText((Number(nanoseconds >> 64n) - JULIAN_EPOCH) * 86_400 + Math.floor(seconds));
      };
    default:
      return everyValue ? (index) => String(value(index)) : () => undefined;
  }
}

/** Most whole numbers fit a double: to read their two halves is quicker than to make a `bigint` of each. */
function integerTexts(values: PageValues): ValueText {
  const value = valueAt(values);
  if (!(values instanceof BigInt64Array)) return (index) => String(value(index));
  const low = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const high = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  return (index) => {
    const number = high[2 * index + 1]! * HIGH_WORD + low[2 * index]!;
    return String(Number.isSafeInteger(number) ? number : values[index]);
  };
}

function decimalOf(unscaled: unknown, scale: number): string | Uint8Array | undefined {
  if (unscaled instanceof Uint8Array) return decimalBytesText(unscaled, scale);
  return decimalText(BigInt(unscaled as number | bigint), scale);
}
