import { describe, expect, it } from 'vitest';
import { distinctHash, fingerprintOf, nameTag, normalise, tagOf } from '../../src/core/fingerprint.js';

const bytesOf = (text: string) => Buffer.from(text);
const hash = (text: string, normal: 'digits' | 'alnum' | 'lower' | 'exact') =>
  distinctHash(bytesOf(text), 0, bytesOf(text).length, normal);

describe('normalise', () => {
  it.each([
    ['digits', '4111-1111 11', '4111111111'],
    ['alnum', 'de89 3704-x', 'DE893704X'],
    ['lower', 'Jane@Example.COM', 'jane@example.com'],
    ['exact', 'Ab c', 'Ab c'],
  ] as const)('%s', (normal, text, expected) => {
    const bytes = bytesOf(`<${text}>`);
    expect(Buffer.from(normalise(bytes, 1, bytes.length - 1, normal)).toString()).toBe(expected);
    expect(hash(text, normal)).toBe(hash(expected, 'exact'));
  });
});

describe('tags', () => {
  it('publish as much of a hash as the size of the value space allows', () => {
    expect(tagOf(bytesOf('x'), 'A', 'token')).toMatch(/^[0-9a-f]{16}$/);
    expect(tagOf(bytesOf('x'), 'A', 'wide')).toMatch(/^[0-9a-f]{4}$/);
    expect(tagOf(bytesOf('x'), 'A', 'small')).toBe('');
  });

  it('are withheld from values with fewer letters and digits before the last dot than asked for', () => {
    const tag = (text: string, tagFrom: number) => tagOf(bytesOf(text), 'A', 'wide', tagFrom);
    expect(tag('ab@c.travel', 3)).toMatch(/^[0-9a-f]{4}$/);
    expect(tag('ab@c.travel', 4)).toBe('');
    expect(tag('+49 30 123', 7)).toBe(tag('+49 30 123', 0));
    expect(tag('+49 30 123', 8)).toBe('');
  });

  it('differ by value and by detector', () => {
    const tags = [tagOf(bytesOf('x'), 'A', 'token'), tagOf(bytesOf('y'), 'A', 'token'), tagOf(bytesOf('x'), 'B', 'token')];
    expect(new Set(tags).size).toBe(3);
  });

  it('are a contract: baselines made by earlier versions hold them', () => {
    expect(tagOf(bytesOf('4111111111111111'), 'CREDIT_CARD_NUMBER', 'wide')).toBe('29ef');
    expect(tagOf(bytesOf('4111111111111111'), 'CREDIT_CARD_NUMBER', 'token')).toBe('29efaf36e1b0b00f');
    expect(fingerprintOf('data/a.csv', 'CREDIT_CARD_NUMBER', 'abcd', 0)).toBe('e0803322513cfd00353f74988daa9358');
    expect(nameTag('4111111111111111.csv')).toBe('8f8e7e39');
  });
});

it('fingerprints differ in path, detector, tag and ordinal', () => {
  const prints = [
    fingerprintOf('a', 'D', 't', 0),
    fingerprintOf('b', 'D', 't', 0),
    fingerprintOf('a', 'E', 't', 0),
    fingerprintOf('a', 'D', 'u', 0),
    fingerprintOf('a', 'D', 't', 1),
  ];
  expect(new Set(prints).size).toBe(5);
});

it('distinctHash keeps 200,000 similar values apart', () => {
  const seen = new Set<number>();
  const bytes = new Uint8Array(16).fill(0x30);
  for (let n = 0; n < 200_000; n++) {
    for (let value = n, i = 15; value > 0; value = Math.floor(value / 10), i--) bytes[i] = 0x30 + (value % 10);
    seen.add(distinctHash(bytes, 0, 16, 'digits'));
  }
  expect(seen.size).toBe(200_000);
  expect([...seen].every(Number.isSafeInteger)).toBe(true);
});
