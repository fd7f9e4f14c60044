/** Checksums of tokens and flag bits of MAC addresses at their edges: no body, one character, and what stands beside each range of digits. */
import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isReservedMac, macAddress } from '../../src/validators/mac-address.js';
import { crc32, crc32Base36, crc32Base62, maybeCrc32Base62 } from '../../src/validators/token-checksum.js';
import { isReserved, verdictOf } from './verdicts.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(number: number): string {
  let digits = '';
  for (let rest = number; digits.length < 6; rest = Math.floor(rest / 62)) digits = BASE62[rest % 62] + digits;
  return digits;
}

describe('CRC-32', () => {
  it('is that of zlib on every byte', () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, i) => (i * 7 + (i >> 8)) & 255);
    for (const [start, end] of [
      [0, 0],
      [0, 1],
      [5, 261],
      [0, 600],
    ] as const)
      expect(crc32(bytes, start, end)).toBe(zlibCrc32(bytes.subarray(start, end)));
  });
});

describe('six digits in base 62', () => {
  it('stand behind one character at least', () => {
    // The checksum of nothing is 0.
    for (const text of ['ghp_000000', 'ghp000000', '000000', '00000', ''])
      expect(verdictOf(crc32Base62(4), text), text).toBe('invalid');
    for (const body of ['a', 'Zz', '0', '_-']) {
      const token = `ghp_${body}${base62(zlibCrc32(body))}`;
      expect(verdictOf(crc32Base62(4), token), token).toBe('valid');
      expect(verdictOf(maybeCrc32Base62(4), token), token).toBe('valid');
    }
  });

  it('are digits and letters, each with its value', () => {
    const bodies = Array.from({ length: 300 }, (_, i) => `body${i}`);
    const met = new Set<string>();
    for (const body of bodies) {
      const check = base62(zlibCrc32(body));
      for (const digit of check) met.add(digit);
      expect(verdictOf(crc32Base62(4), `ghp_${body}${check}`)).toBe('valid');
      for (const strange of '/:@[`{_-é') {
        for (let at = 0; at < 6; at++) {
          const wrong = check.slice(0, at) + strange + check.slice(at + 1);
          expect(verdictOf(crc32Base62(4), `ghp_${body}${wrong}`), wrong).toBe('invalid');
        }
      }
    }
    expect(met.size).toBe(62);
  });

  it('prove what fits, and leave a random body open, of which the prefix is no part', () => {
    const body = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF';
    expect(verdictOf(maybeCrc32Base62(4), `ghr_${body}`)).toBe('unknown');
    expect(verdictOf(maybeCrc32Base62(7), `example${body}`)).toBe('unknown');
    expect(verdictOf(maybeCrc32Base62(0), `example${body}`)).toBe('invalid');
    expect(verdictOf(maybeCrc32Base62(4), `ghr_${'ab'.repeat(16)}`)).toBe('invalid');
  });
});

/** Other writings of the same number: one less and a digit too high behind it, or one more and a digit below 0. */
function otherWritings(digits: string, alphabet: string, tooHigh: string, tooLow: string): readonly string[] {
  const last = alphabet.at(-1)!;
  return [...digits.slice(1)].flatMap((digit, i) => {
    const before = alphabet.indexOf(digits[i]!);
    const others: string[] = [];
    if (digit === '0' && before > 0) others.push(alphabet[before - 1]! + tooHigh);
    if (digit === last && before < alphabet.length - 1) others.push(alphabet[before + 1]! + tooLow);
    return others.map((pair) => digits.slice(0, i) + pair + digits.slice(i + 2));
  });
}

describe('digits that are none', () => {
  it('do not stand for the same number', () => {
    let tried = 0;
    for (let i = 0; i < 2000; i++) {
      const body = `body${i}`;
      const [six, seven] = [base62(zlibCrc32(body)), zlibCrc32(body).toString(36).padStart(7, '0')];
      for (const other of otherWritings(six, BASE62, '{', '/')) {
        tried++;
        expect(verdictOf(crc32Base62(4), `ghp_${body}${other}`), other).toBe('invalid');
      }
      for (const other of otherWritings(seven, '0123456789abcdefghijklmnopqrstuvwxyz', '{', '/')) {
        tried++;
        expect(verdictOf(crc32Base36, body + other), other).toBe('invalid');
      }
    }
    expect(tried).toBeGreaterThan(300);
  });
});

describe('seven digits in base 36', () => {
  it('are small letters and digits, and stand behind one character at least', () => {
    expect(verdictOf(crc32Base36, '0000000')).toBe('invalid');
    const met = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const body = i < 10 ? String(i) : `x${i}`;
      const check = zlibCrc32(body).toString(36).padStart(7, '0');
      for (const digit of check) met.add(digit);
      expect(verdictOf(crc32Base36, body + check), body).toBe('valid');
      for (const strange of '/:@[`{AZ') {
        for (let at = 0; at < 7; at++)
          expect(verdictOf(crc32Base36, body + check.slice(0, at) + strange + check.slice(at + 1))).toBe('invalid');
      }
    }
    expect(met.size).toBe(36);
  });
});

describe('MAC addresses', () => {
  it.each([
    ['001b638445e6', 'unknown'],
    ['00:1b:63:84:45:e6', 'unknown'],
    ['001b.6384.45e6', 'unknown'],
    ['02:1b:63:84:45:e6', 'unknown'],
    ['00:00:00:00:00:01', 'unknown'],
    ['12:12:12:12:12:22', 'unknown'],
    ['12:22:12:12:22:12', 'unknown'],
    ['12:12:12:12:12:12', 'invalid'],
    ['03:1b:63:84:45:e6', 'invalid'],
    ['00:1b:63:84:45:e', 'invalid'],
    ['00:1b:63:84:45:e61', 'invalid'],
    ['00:1b:63:84:45', 'invalid'],
    ['00:1b:63:84:45:g6', 'invalid'],
    ['00 1b 63 84 45 e6', 'invalid'],
    ['00/1b/63/84/45/e6', 'invalid'],
    ['', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(macAddress, text)).toBe(verdict));

  it('are samples where octets count up to ff, or digits do', () => {
    for (let first = 0; first < 256; first++) {
      const octets = [0, 1, 2, 3, 4, 5].map((step) => ((first + step) & 255).toString(16).padStart(2, '0'));
      expect(isReserved(isReservedMac, octets.join(':')), octets.join(':')).toBe(first <= 250);
      octets[5] = octets[5] === '00' ? '01' : '00';
      expect(isReserved(isReservedMac, octets.join(':')), octets.join(':')).toBe(false);
    }
    for (const text of [
      '01:23:45:67:89:ab',
      '12:34:56:78:9a:bc',
      '12:34:56:78:90:ab',
      '00:00:5e:00:53:00',
      '00:00:5e:00:53:ff',
      '11:22:33:44:55:66',
    ])
      expect(isReserved(isReservedMac, text), text).toBe(true);
    for (const text of [
      ...[
        '01:23:45:78:9a:bc',
        '12:34:56:67:89:ab',
        '01:23:45:78:90:ab',
        '12:34:57:78:9a:bc',
        '00:00:5e:00:54:00',
        '00:00:5e:01:53:00',
      ],
      ...[
        'fb:fc:fd:ff:00:00',
        '00:00:5f:00:53:00',
        '11:22:33:44:55:67',
        '11:22:33:44:55:76',
        '11:22:34:44:55:66',
        '11:22:33:44:55',
        '01:00:5e:00:53:00',
      ],
    ])
      expect(isReserved(isReservedMac, text), text).toBe(false);
  });
});
