/** Notebooks: every value with its cell and path, and no picture. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createScanner } from '../../src/index.js';
import { detectFormat, HEAD_BYTES } from '../../src/readers/index.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { fileOf, makeMemory, read, streamOf } from './support.js';

const fixture = fs.readFileSync(new URL('../fixtures/notebook/two-cells.ipynb', import.meta.url));
const format = { kind: 'notebook', encoding: 'utf-8' } as const;

describe('a notebook', () => {
  it('is told by its name, and without one by its cells', () => {
    const head = fixture.subarray(0, HEAD_BYTES);
    expect(detectFormat(head, false, 'a.ipynb')).toEqual(format);
    expect(detectFormat(head, false, 'a')).toEqual(format);
    expect(detectFormat(Buffer.from('{"cells": [1, 2]}'), true, 'a')).toEqual({ kind: 'json', encoding: 'utf-8' });
  });

  it('gives its values with cell, output and path, in blocks of every size', async () => {
    for (const blockBytes of [256, 4096, 512 * 1024]) {
      for (const source of [fileOf(fixture), streamOf(fixture, 3000)]) {
        const { values, counts, error } = await read(source, { format, blockBytes, places: true });
        expect(error).toBeUndefined();
        const found = new Map(values.filter(({ isName }) => !isName).map((value) => [value.text, value]));
        expect(found.get('NHS number 943 476 5919\n')?.location).toMatchObject({
          part: 'cell 1',
          jsonPath: '$.cells[0].source[1]',
        });
        expect(found.get('ssn = "536-90-4399"\n')?.location).toMatchObject({ part: 'cell 2', jsonPath: '$.cells[1].source[0]' });
        expect(found.get('SSN 219-09-9999\n')?.location).toMatchObject({ part: 'output of cell 2' });
        expect(found.get('<svg><text>SSN 457-55-5462</text></svg>')?.location).toMatchObject({ part: 'output of cell 2' });
        expect(found.get('python3')?.location).toEqual({ recordIndex: 0, jsonPath: '$.metadata.kernelspec.name' });
        expect(Math.max(...values.map(({ text }) => text.length))).toBeLessThan(100);
        expect(counts.bytesExamined).toBe(fixture.length);
        const at = fixture.indexOf('219-09-9999');
        expect(found.get('SSN 219-09-9999\n')).toMatchObject({ start: at - 4 });
      }
    }
  });

  it('of a hundred thousand keys gives all but the pictures', async () => {
    const picture = 'aGVsbG8g'.repeat(20);
    const output = { output_type: 'display_data', data: { 'image/png': picture, 'text/plain': 'a text' }, metadata: {} };
    const made = (from: number) =>
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${from + i}`, `value ${from + i}`]));
    const cells = [0, 1, 2].map((i) => ({ cell_type: 'code', outputs: [output], metadata: made(i * 20_000), source: [] }));
    const memory = makeMemory(undefined, 512 * 1024);
    const { values } = await read(fileOf(JSON.stringify({ cells, nbformat: 4 })), { format, memory });
    const texts = values.filter(({ isName }) => !isName).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('value '))).toEqual(Array.from({ length: 60_000 }, (_, i) => `value ${i}`));
    expect(texts.filter((text) => text === 'a text')).toHaveLength(3);
    expect(texts).not.toContain(picture);
  });

  it('finds nothing in pictures, and does not count them as text that was not decoded', async () => {
    const { findings, undecoded } = await createScanner({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'] }).scan(fixture, 'a.ipynb');
    // The other two are numbers that were published.
    expect(findings.map(({ count }) => count)).toEqual([1]);
    expect(undecoded).toBeUndefined();
    // The same as any JSON has a text in base64 that is too long.
    const plain = await createScanner({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'] }).scan(
      Buffer.from(fixture.toString().replaceAll('"cell_type"', '"kind"')),
      'a.json',
    );
    expect(plain.undecoded).toBe(1);
  });

  it('that is cut or changed is read or is a problem', async () => {
    const small = Buffer.from(fixture.toString().replace(/[A-Za-z0-9+/]{1000,}=*/g, 'iVBORw0KGgo='));
    const whole = await read(fileOf(small), { format });
    for (const cut of cuts(small)) {
      const got = await read(fileOf(cut), { format });
      outcomeOf(got);
      const before = got.values.slice(0, -1).map(({ text }) => text);
      expect(before).toEqual(whole.values.slice(0, before.length).map(({ text }) => text));
    }
    for (const flipped of flips(small, 200, 1)) outcomeOf(await read(fileOf(flipped), { format }));
  });
});
