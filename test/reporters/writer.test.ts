import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { OutputError } from '../../src/core/errors.js';
import { fileWriter, streamWriter } from '../../src/reporters/writer.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-writer-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

/** A stream whose writes are answered by hand. */
function heldStream(): { stream: Writable; answer: (error?: Error) => void; received: () => string } {
  let text = '';
  let answer: ((error?: Error) => void) | undefined;
  const stream = new Writable({
    write(chunk, _encoding, callback) {
      text += chunk;
      answer = callback;
    },
  });
  return { stream, answer: (error) => answer!(error), received: () => text };
}

const failure = (code: string) => Object.assign(new Error(`secret detail ${code}`), { code });

describe('streamWriter', () => {
  it('gathers small pieces and waits until the stream took a large one', async () => {
    const { stream, answer, received } = heldStream();
    const writer = streamWriter(stream, 'standard output');
    expect(writer.write('small')).toBeUndefined();
    expect(received()).toBe('');
    const pending = writer.write('x'.repeat(70_000));
    let isDone = false;
    pending!.then(() => {
      isDone = true;
    });
    await new Promise(setImmediate);
    expect(isDone).toBe(false);
    expect(received()).toHaveLength(70_005);
    answer();
    await pending;
  });

  it('closes quietly when the reader has gone', async () => {
    const { stream, answer } = heldStream();
    const writer = streamWriter(stream, 'standard output');
    const pending = writer.write('x'.repeat(70_000));
    answer(failure('EPIPE'));
    await pending;
    expect(writer.isClosed).toBe(true);
    writer.write('more');
    await writer.end();
  });

  it('says what failed in its own words', async () => {
    const { stream, answer } = heldStream();
    const writer = streamWriter(stream, 'standard output');
    writer.write('text');
    const pending = writer.end();
    answer(failure('ENOSPC'));
    await expect(pending).rejects.toThrow(OutputError);
    await expect(pending).rejects.toThrow(/^cannot write "standard output": no space is left/);
  });
});

describe('fileWriter', () => {
  it('makes the file at the end, readable by its owner only', async () => {
    fs.writeFileSync(at('a.json'), 'before', { mode: 0o644 });
    const writer = fileWriter(at('a.json'));
    writer.write('x'.repeat(200_000));
    expect(fs.readFileSync(at('a.json'), 'utf8')).toBe('before');
    const temporary = writer.paths[1]!;
    expect(fs.statSync(temporary).mode & 0o777).toBe(0o600);
    await writer.end();
    expect(fs.readFileSync(at('a.json'), 'utf8')).toBe('x'.repeat(200_000));
    expect(fs.statSync(at('a.json')).mode & 0o777).toBe(0o600);
    expect(fs.existsSync(temporary)).toBe(false);
  });

  it('replaces a link and leaves what it points to alone', async () => {
    fs.writeFileSync(at('precious'), 'precious');
    fs.symlinkSync(at('precious'), at('link'));
    const writer = fileWriter(at('link'));
    writer.write('report');
    await writer.end();
    expect(fs.readFileSync(at('precious'), 'utf8')).toBe('precious');
    expect(fs.lstatSync(at('link')).isFile()).toBe(true);
  });

  it('leaves nothing behind when it is discarded', () => {
    const writer = fileWriter(at('gone.json'));
    writer.write('report');
    writer.discard();
    expect(fs.readdirSync(folder).filter((name) => name.includes('gone'))).toEqual([]);
  });

  it('refuses a folder and a place that does not exist before the scan begins', () => {
    expect(() => fileWriter(folder)).toThrow(/it is a folder/);
    expect(() => fileWriter(at('missing/report.json'))).toThrow(/its folder does not exist/);
  });

  it('writes to devices directly and reports that they are full', async () => {
    const writer = fileWriter('/dev/full');
    expect(writer.paths).toEqual(['/dev/full']);
    writer.write('report');
    await expect(writer.end()).rejects.toThrow(/no space is left/);
    expect(fs.statSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  it('writes to a pipe', async () => {
    expect(spawnSync('mkfifo', [at('fifo')]).status).toBe(0);
    const reader = fs.openSync(at('fifo'), fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const writer = fileWriter(at('fifo'));
    writer.write('report');
    await writer.end();
    expect(fs.readFileSync(reader, 'utf8')).toBe('report');
    fs.closeSync(reader);
  });
});
