/** Values on the line below their label, as forms have them whose boxes were copied as text (`Mobile phone⏎022 107 4956`). */
import type { FieldNames } from '../../core/field-names.js';
import { mayEndLabel } from '../../core/label-ends.js';
import { COLON, endsLine, type Label, type LabelText, labelOfLine, nameEnd, WIDE_COLON } from './labels.js';
import { type Span, valueOfLine } from './values.js';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A value with the label above it. */
export interface Below {
  readonly label: Label;
  readonly value: Span;
}

/** The values that begin in `[from, to)` and are all of a line, where the line above is a label and holds no value. In ascending order. */
export function* valuesBelow(text: LabelText, from: number, to: number, fieldNames: FieldNames): Generator<Below, void, void> {
  const { bytes, length, back, forward } = text;
  // A line that a blank leads begins before its value does.
  let newline = bytes.indexOf(NEWLINE, Math.max(0, from - back));
  for (; newline >= 0 && newline < Math.min(to, length); newline = bytes.indexOf(NEWLINE, newline + 1)) {
    const end = newline > 0 && bytes[newline - 1] === RETURN ? newline - 1 : newline;
    if (!mayEndLabel(fieldNames.ends, bytes, nameEnd(bytes, end, Math.max(0, newline - back)))) continue;
    const value = valueOfLine(text, newline, newline + forward);
    if (value === undefined || value.start < from || value.start >= to) continue;
    const label = labelOfLine(text, newline);
    if (label === undefined || hasColon(bytes, newline, Math.min(length, newline + forward))) continue;
    yield { label, value };
  }
}

/** Whether the line behind `newline` says itself what it holds. */
function hasColon(bytes: Buffer, newline: number, limit: number): boolean {
  for (let at = newline + 1; at < limit && !endsLine(bytes[at]!); at++) {
    const byte = bytes[at]!;
    if (byte === COLON && (at + 1 === limit || bytes[at + 1]! <= 0x20)) return true;
    if (byte === WIDE_COLON[0] && at + 2 < limit && bytes[at + 1] === WIDE_COLON[1] && bytes[at + 2] === WIDE_COLON[2])
      return true;
  }
  return false;
}
