import { describe, expect, it } from 'vitest';
import { useColor } from '../../cli/color.js';
import { progressLine, progressText } from '../../cli/progress.js';
import { nearest } from '../../src/index.js';

describe('nearest', () => {
  const words = ['scan', 'detectors', 'doctor', 'format', 'files-from'];
  it.each([
    ['sacn', 'scan'],
    ['detector', 'detectors'],
    ['FORMAT', 'format'],
    ['filesfrom', 'files-from'],
    ['xyz', undefined],
    ['a', undefined],
    ['', undefined],
  ])('%s → %s', (word, expected) => expect(nearest(word, words)).toBe(expected));
});

describe('useColor', () => {
  const terminal = { isTTY: true };
  const pipe = { isTTY: false };
  it.each([
    ['auto', terminal, {}, true],
    ['auto', pipe, {}, false],
    ['auto', terminal, { TERM: 'dumb' }, false],
    ['auto', terminal, { NO_COLOR: '1' }, false],
    ['auto', terminal, { NO_COLOR: '' }, true],
    ['auto', pipe, { FORCE_COLOR: '1' }, true],
    ['auto', terminal, { FORCE_COLOR: '0' }, false],
    ['auto', pipe, { CLICOLOR_FORCE: '1' }, true],
    ['auto', pipe, { CLICOLOR_FORCE: '0' }, false],
    ['auto', pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['always', pipe, { NO_COLOR: '1' }, true],
    ['never', terminal, { FORCE_COLOR: '1' }, false],
  ])('%s %j %j → %s', (flag, stream, environment, expected) => expect(useColor(flag, stream, environment)).toBe(expected));
});

describe('progress', () => {
  it('tells bytes, share, items, rate and time left', () => {
    expect(progressText({ bytes: 250e6, items: 1234, totalBytes: 1e9 }, 2)).toBe(
      '250.0 MB of 1.0 GB (25 %), 1,234 items, 125.0 MB/s, 6.0 s left',
    );
    expect(progressText({ bytes: 1000, items: 1 }, 1)).toBe('1.0 kB, 1 item, 1.0 kB/s');
    expect(progressText({ bytes: 0, items: 0 }, 0)).toBe('0 B, 0 items, 0 B/s');
  });

  it('draws ten times a second at most, within the width, and takes the line away', () => {
    let time = 0;
    const written: string[] = [];
    const stream = { columns: 20, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    const line = progressLine(stream, true, () => time);
    for (; time < 250; time++) line.update({ bytes: time, items: 1 });
    expect(written).toEqual(
      ['\r\u001b[K100 B, 1 item, 1.0 k', '\r\u001b[K200 B, 1 item, 1.0 k'].map((text) => text.slice(0, 4 + 19)),
    );
    line.clear();
    line.clear();
    expect(written.slice(2)).toEqual(['\r\u001b[K']);
  });

  it('draws nothing when it is switched off', () => {
    const stream = { write: () => expect.fail('must not write') } as unknown as NodeJS.WriteStream;
    const line = progressLine(stream, false);
    line.update({ bytes: 1, items: 1 });
    line.clear();
  });
});
