/** Reads the examples of sheets: text with its values between « and ». */
import type { DetectorSheet, MatchExample } from '../../src/detectors/define.js';
import type { ReferenceInput } from '../../src/engine/reference.js';

export interface Example {
  /** The example as it stands in the sheet, for messages and tables. */
  readonly title: string;
  readonly input: ReferenceInput;
  /** Marked spans in bytes of the text or cell. */
  readonly marked: readonly (readonly [start: number, end: number])[];
}

export function readExample(example: MatchExample): Example {
  const isText = typeof example === 'string';
  const source = isText ? example : example.cell;
  const marked: [number, number][] = [];
  let text = '';
  for (const [index, piece] of source.split(/[«»]/).entries()) {
    const start = Buffer.byteLength(text);
    text += piece;
    if (index % 2 === 1) marked.push([start, Buffer.byteLength(text)]);
  }
  const bytes = new TextEncoder().encode(text);
  return {
    title: isText ? example : `${example.column} | ${example.cell}`,
    input: isText ? { text: bytes } : { values: [{ bytes, names: [example.column] }] },
    marked,
  };
}

/** The marked values of a sheet as text. */
export function exampleValues(sheet: DetectorSheet): string[] {
  return sheet.examples.match.flatMap((example) => {
    const { input, marked } = readExample(example);
    const bytes = 'text' in input ? input.text : input.values[0]!.bytes;
    return marked.map(([start, end]) => new TextDecoder().decode(bytes.subarray(start, end)));
  });
}
