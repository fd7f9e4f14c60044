// Validators that decode in place, against twins that decode with strings, big integers and JSON.parse.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitcoinBase58Address } from '../../src/validators/base58check.js';
import { bech32Remainder, segwitAddress } from '../../src/validators/bech32.js';
import { isSampleToken, jsonWebToken } from '../../src/validators/json-web-token.js';
import { isReserved, textOf, verdictOf } from './verdicts.js';

const SEED = 20261121;
const RUNS = { numRuns: 3000, seed: SEED };
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('base 58 with a checksum', () => {
  const encode = (bytes: Uint8Array) => {
    let text = '';
    for (let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`); rest > 0n; rest /= 58n)
      text = BASE58[Number(rest % 58n)] + text;
    return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
  };
  const twin = (text: string) => {
    if (![...text].every((c) => BASE58.includes(c))) return 'invalid';
    const number = [...text].reduce((sum, c) => sum * 58n + BigInt(BASE58.indexOf(c)), 0n);
    if (number >= 1n << 200n) return 'invalid';
    const bytes = Buffer.from(number.toString(16).padStart(50, '0'), 'hex');
    const ones = [...text].findIndex((c) => c !== '1');
    const zeros = bytes.findIndex((byte) => byte !== 0);
    if ((ones < 0 ? text.length : ones) !== (zeros < 0 ? 25 : zeros) || (bytes[0] !== 0 && bytes[0] !== 5)) return 'invalid';
    return sha256(sha256(bytes.subarray(0, 21)))
      .subarray(0, 4)
      .equals(bytes.subarray(21))
      ? 'valid'
      : 'invalid';
  };
  const address = fc
    .tuple(fc.constantFrom(0, 0, 5, 5, 6, 111), fc.nat(19), fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(3))
    .map(([version, zeros, payload, wrong]) => {
      const body = Buffer.from([version, ...payload.fill(0, 0, zeros < 14 ? 0 : zeros - 13)]);
      const check = sha256(sha256(body)).subarray(0, 4);
      if (wrong === 0) check[zeros % 4]! ^= 1;
      return encode(Buffer.concat([body, check]));
    });

  it('is decoded to the same bytes as by big integers', () => {
    const seen = { valid: 0, invalid: 0 };
    const changed = fc
      .tuple(address, fc.nat(40), fc.constantFrom('', '1', '11', 'z', '0', 'é'))
      .map(([text, i, c]) => text.slice(0, i) + c + text.slice(i + 1));
    const any = fc.integer({ min: 0, max: 70 }).chain((length) => textOf(BASE58, length));
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          changed,
          any,
          fc.nat(60).map((n) => '1'.repeat(n)),
          fc.nat(60).map((n) => 'z'.repeat(n)),
        ),
        (text) => {
          const expected = twin(text);
          expect(verdictOf(bitcoinBase58Address, text)).toBe(expected);
          seen[expected]++;
        },
      ),
      RUNS,
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(300);
  });

  it('has no digit of 58, with which the same number could be written otherwise', () => {
    let tried = 0;
    for (let seed = 0; seed < 300; seed++) {
      const body = Buffer.from([0, ...sha256(Buffer.from([seed & 255, seed >> 8])).subarray(0, 20)]);
      const text = encode(Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]));
      expect(verdictOf(bitcoinBase58Address, text)).toBe('valid');
      const at = text.search(/[^1]1/);
      if (at < 0) continue;
      // One less before it, and 58 in the place of 0. The alphabet has no 0.
      const other = `${text.slice(0, at)}${BASE58[BASE58.indexOf(text[at]!) - 1]}0${text.slice(at + 2)}`;
      expect(verdictOf(bitcoinBase58Address, other), other).toBe('invalid');
      tried++;
    }
    expect(tried).toBeGreaterThan(50);
  });
});

describe('bech32', () => {
  // The reference implementation of BIP-173.
  const polymod = (values: readonly number[]) => {
    const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
    let check = 1;
    for (const value of values) {
      const top = check >> 25;
      check = ((check & 0x1ffffff) << 5) ^ value;
      for (let i = 0; i < 5; i++) check ^= (top >> i) & 1 ? generator[i]! : 0;
    }
    return check;
  };
  const twin = (text: string) => {
    const at = text.lastIndexOf('1');
    if (at < 1 || text.length - at < 7 || (text !== text.toLowerCase() && text !== text.toUpperCase())) return -1;
    const [prefix, data] = [text.toLowerCase().slice(0, at), [...text.toLowerCase().slice(at + 1)].map((c) => BECH32.indexOf(c))];
    if (data.includes(-1)) return -1;
    const codes = [...prefix].map((c) => c.charCodeAt(0));
    return polymod([...codes.map((c) => c >> 5), 0, ...codes.map((c) => c & 31), ...data]);
  };
  it('has the remainder of the reference implementation', () => {
    let right = 0;
    const any = fc.tuple(
      fc.constantFrom('bc1', 'age-secret-key-1', '1', 'x', 'a1b1', 'a_b1'),
      textOf(`${BECH32}1bQ`, 12),
      fc.boolean(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(any, ([prefix, data, clean, upper]) => {
        const text = prefix + (clean ? data.replace(/[1bQ]/g, 'q') : data);
        const cased = upper ? text.toUpperCase() : text;
        const bytes = Buffer.from(`1${cased}q1`, 'latin1');
        expect(bech32Remainder(bytes, 1, bytes.length - 2)).toBe(twin(cased));
        if (twin(cased) >= 0) right++;
      }),
      RUNS,
    );
    expect(right).toBeGreaterThan(300);
  });

  it('is an address in version 0 with 20 or 32 bytes and Bech32, in version 1 with 32 and Bech32m, and in no other', () => {
    const prefix = [3, 3, 0, 2, 3];
    const [bech32, bech32m] = [1, 0x2bc830a3];
    for (let version = 0; version < 32; version++) {
      for (const length of [14, 41, 42, 43, 61, 62, 63, 74]) {
        for (const target of [bech32, bech32m]) {
          const data = [version, ...Array.from({ length: length - 10 }, (_, i) => (i * 7 + version) % 32)];
          const rest = polymod([...prefix, ...data, 0, 0, 0, 0, 0, 0]) ^ target;
          const check = [25, 20, 15, 10, 5, 0].map((bits) => (rest >> bits) & 31);
          const text = `bc1${[...data, ...check].map((value) => BECH32[value]).join('')}`;
          expect(text.length).toBe(length);
          const isAddress =
            target === bech32 ? version === 0 && (length === 42 || length === 62) : version === 1 && length === 62;
          expect(verdictOf(segwitAddress, text), text).toBe(isAddress ? 'valid' : 'invalid');
          expect(verdictOf(segwitAddress, text.toUpperCase())).toBe(isAddress ? 'valid' : 'invalid');
        }
      }
    }
  });
});

const jsonText = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({ alg: fc.string(), iss: fc.constantFrom('joe', 'moe'), x: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  },
  {
    weight: 3,
    arbitrary: fc
      .dictionary(fc.constantFrom('alg', 'sub', 'iss', 'typ', 'ä', '"', ''), fc.jsonValue({ maxDepth: 3 }))
      .map((value) => JSON.stringify(value)),
  },
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }).map((value) => JSON.stringify(value, undefined, 1)),
  fc.json(),
  fc.constantFrom(
    '{}',
    ' {"alg":"HS256"}',
    '{"alg":""}',
    '{"alg":"a","alg":1}',
    '{"alg":1,"alg":"a"}',
    '{"\\u0061lg":"a"}',
    '{"alg":"a","\\u0061lg":1}',
    '{"x":{"alg":"a"}}',
    '{"__proto__":{"alg":"a"}}',
    '{"sub":"1234567890"}',
    '{"sub":"12345678901","iss":"joe"}',
    '{"iss":"\\u006aoe"}',
    '{"\\u0069ss":"joe"}',
    '{"iss":"Joe"}',
    '{"name":"joe"}',
    '{"a":01}',
    '{"a":-0.5e+7,"b":1E-2}',
    '{"a":1.}',
    '{"a":-}',
    '{"a":1e}',
    '{"a":.5}',
    '{"a":tru}',
    '{"a":"\\u12g4"}',
    '{"a":"\\x"}',
    '{"a":1,}',
    '{,}',
    '{"a"}',
    '{"a":}',
    '{"a":[1,]}',
    '{"a":[}',
    '{"a":1]',
    '{"a":1}}',
    '{a:1}',
    '\ufeff{"alg":"a"}',
    '\u00a0{"alg":"a"}',
    '{"alg":"a"}\u00a0',
    `{"alg":"a","x":${'['.repeat(29)}${']'.repeat(29)}}`,
    `{"alg":"a","x":${'['.repeat(60)}${']'.repeat(60)}}`,
    `{"alg":"a","x":${'['.repeat(60)}${']'.repeat(59)}}`,
    `{"alg":"a","x":${'{"y":'.repeat(60)}1${'}'.repeat(60)}}`,
    `{"sub":"1234567890","x":"${'y'.repeat(5000)}"}`,
  ),
);
/** Such text as bytes, often with one of them changed, put in or left out. */
const json = fc
  .tuple(jsonText, fc.nat(4), fc.nat(), fc.constantFrom(...Buffer.from('{}[]",:\\ue0-.1ta \n\t\u0000\u001f'), 0xe2, 0xff))
  .map(([text, kind, place, byte]) => {
    const bytes = Buffer.from(text);
    const i = place % (bytes.length + 1);
    if (kind > 2) return bytes;
    return Buffer.concat([bytes.subarray(0, i), Buffer.from(kind === 0 ? [] : [byte]), bytes.subarray(kind === 1 ? i : i + 1)]);
  });

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return text.trimStart().startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

describe('JSON web tokens', () => {
  const decode = (part: string | undefined) => (part ? parsed(Buffer.from(part, 'base64url').toString('utf8')) : undefined);
  const part = fc.tuple(json, fc.nat(9)).map(([bytes, kind]) => {
    const text = bytes.toString(kind === 0 ? 'base64' : 'base64url');
    return kind === 1 ? `${text.slice(0, 5)}+${text.slice(5)}` : text;
  });
  const header = fc.oneof(part, fc.constant(Buffer.from('{"alg":"HS256"}').toString('base64url')));

  it('are judged as by JSON.parse, and their samples known', () => {
    const seen = { valid: 0, invalid: 0, reserved: 0 };
    fc.assert(
      fc.property(fc.array(header, { maxLength: 1 }), fc.array(part, { maxLength: 3 }), (first, rest) => {
        const token = [...first, ...rest].join('.');
        const [head, claims] = token.split('.');
        const algorithm = decode(head)?.alg;
        const expected = typeof algorithm === 'string' && algorithm !== '' && decode(claims) ? 'valid' : 'invalid';
        expect(verdictOf(jsonWebToken, token)).toBe(expected);
        const object = decode(claims);
        const sample = object?.sub === '1234567890' || object?.iss === 'joe';
        expect(isReserved(isSampleToken, token)).toBe(sample);
        seen[expected]++;
        if (sample) seen.reserved++;
      }),
      { ...RUNS, numRuns: 6000 },
    );
    expect(Math.min(seen.valid, seen.invalid, seen.reserved)).toBeGreaterThan(50);
  });
});
