/** The corpora are data that numbers are compared over for years: a changed byte must be a decision. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADVERSARIAL, CORPORA, corporaNamed, sha256 } from '../../bench/corpora.mjs';

const BYTES = 100_000;
/** Made from installed files, which the lockfile pins. */
const FROM_FILES = ['prose', 'source'];
const made = new Map([...CORPORA, ...ADVERSARIAL].map((corpus) => [corpus.name, corpus.make(BYTES)]));
const planted = (name: string): number => Object.values(made.get(name)!.planted).reduce((sum, count) => sum + count, 0);

describe('corpora', () => {
  it('have the bytes that were asked for', () => {
    for (const [name, { bytes }] of made) {
      expect(bytes.length, name).toBeGreaterThanOrEqual(BYTES);
      expect(bytes.length, name).toBeLessThan(BYTES * 1.1);
    }
  });

  it('keep their bytes', () => {
    const all = createHash('sha256');
    for (const [name, { bytes }] of made) if (!FROM_FILES.includes(name)) all.update(`${name}:${sha256(bytes)}\n`);
    expect(all.digest('hex')).toMatchInlineSnapshot(`"0ec5f99d0620c0b225fe2e5a08f75b3e3c67e80b62f97e392f1e48b527eba537"`);
  });

  it('repeat the body, not the head, when they are larger than what is made once', () => {
    const [corpus] = corporaNamed(['records-csv']);
    const { bytes, headBytes, planted: counts } = corpus!.make(17_000_000);
    const header = bytes.subarray(0, headBytes);
    expect(bytes.indexOf(header, 1)).toBe(-1);
    const body = bytes.subarray(headBytes);
    expect(body.subarray(0, 1000).equals(body.subarray(body.length / 2, body.length / 2 + 1000))).toBe(true);
    const rows = bytes.toString('latin1').match(/^\d{6},2025-/gm)!.length;
    expect(counts.EMAIL_ADDRESS).toBe(rows);
  });

  it('plant nothing, little or much, as their names say', () => {
    for (const kind of ['text', 'logs']) {
      expect(planted(`${kind}-never`)).toBe(0);
      expect(planted(`${kind}-rare`)).toBeLessThan(planted(`${kind}-common`) / 10);
      expect(planted(`${kind}-common`)).toBeGreaterThan(100);
    }
  });

  it('are valid in their format', () => {
    for (const { name, format } of [...CORPORA, ...ADVERSARIAL]) {
      const text = made.get(name)!.bytes.toString();
      if (format === 'json') expect(() => JSON.parse(text), name).not.toThrow();
      if (format === 'jsonl') for (const line of text.trimEnd().split('\n')) expect(() => JSON.parse(line), name).not.toThrow();
    }
  });

  it('refuse an unknown name', () => {
    expect(() => corporaNamed(['prosa'])).toThrow('no corpus is called prosa');
    expect(corporaNamed(['adversarial']).length).toBe(ADVERSARIAL.length);
  });
});

describe('the yardstick', () => {
  it('never changes', () => {
    const patterns = readFileSync(new URL('../../bench/yardstick-patterns.txt', import.meta.url));
    expect(sha256(patterns)).toBe('ae2b107f8f5de8f20de4412ef38074cad75abf3b9650dcf101c7cf62d31c4098');
    expect(patterns.toString().trimEnd().split('\n')).toHaveLength(42);
  });
});
