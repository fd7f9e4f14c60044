// Validators of issuers' tokens: GitLab's checksum against zlib, and what tells random tokens without a prefix from hashes and names.
import { createHash } from 'node:crypto';
import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeOf, mixedBody, randomBody, randomEnd } from '../../src/validators/random-body.js';
import { crc32Base36 } from '../../src/validators/token-checksum.js';
import { expectTotal, textOf, verdictOf } from './verdicts.js';

const SEED = 20261121;
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE62 = `${BASE36}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** As the issuer makes it: payload, length of the payload in base 36, checksum of all that in base 36. */
function routableToken(payload: string, version: string): string {
  const checked = `glpat-${payload}.${version}${payload.length.toString(36).padStart(2, '0')}`;
  return checked + zlibCrc32(checked).toString(36).padStart(7, '0');
}

describe('routable tokens of GitLab', () => {
  const token = fc
    .tuple(fc.integer({ min: 27, max: 80 }), fc.constantFrom('', '01.'))
    .chain(([length, version]) => textOf(`${BASE62}-_`, length).map((payload) => routableToken(payload, version)));

  it('are valid with their checksum, and with no other character in any place', () => {
    fc.assert(
      fc.property(token, fc.nat(), fc.constantFrom(...BASE36), (text, place, other) => {
        expect(verdictOf(crc32Base36, text)).toBe('valid');
        const at = place % text.length;
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        expect(verdictOf(crc32Base36, changed)).toBe(changed === text ? 'valid' : 'invalid');
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('have no capital letters in the checksum', () => {
    const text = routableToken('bzoxCnU6NHg3CkD4cN9CkD4cN9CkD', '');
    expect(verdictOf(crc32Base36, text.slice(0, -7) + text.slice(-7).toUpperCase())).toBe(
      /[a-z]/.test(text.slice(-7)) ? 'invalid' : 'valid',
    );
    expect(verdictOf(crc32Base36, '0000000')).toBe('invalid');
  });

  it('get a verdict on any bytes', () => expectTotal(crc32Base36));
});

describe('mixed bodies', () => {
  it.each([32, 40, 64])('are random base 62 of %i characters in 98 of 100 cases', (length) => {
    const texts = fc.sample(textOf(BASE62, length), { numRuns: 5000, seed: SEED });
    const refused = texts.filter((text) => verdictOf(mixedBody(0), text) === 'invalid').length;
    expect(refused).toBeLessThan(100);
  });

  it('are no digests in hex', () => {
    for (const name of ['md5', 'sha1', 'sha256']) {
      for (let i = 0; i < 500; i++) {
        const digest = createHash(name).update(String(i)).digest('hex');
        expect(verdictOf(mixedBody(0), digest)).toBe('invalid');
        expect(verdictOf(mixedBody(0), digest.toUpperCase())).toBe('invalid');
      }
    }
  });

  it.each([
    'getServerSidePropsForAuthenticatedUs3r',
    'MAX_CONNECTIONS_PER_HOST_AND_PORTs1',
    'ThirtyTwoCharactersOfCamelCase01',
    'xXxXxXxXxXxX1xXxXxXxXxX1xXxXxXxX',
  ])('are not %s', (text) => {
    expect(verdictOf(mixedBody(0), text)).toBe('invalid');
  });

  it('begin behind the prefix', () => {
    expect(verdictOf(mixedBody(8), `00000000${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF'}`)).toBe('unknown');
    expect(verdictOf(mixedBody(0), `00000000${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF'}`)).toBe('invalid');
  });

  it('get a verdict on any bytes', () => expectTotal(mixedBody(4)));
});

describe('bodies of one class and length', () => {
  const base32 = madeOf('a-z2-7', 20, randomBody(0, 32));

  it.each([
    ['k3vq7zt2mwbx5hdn4ycg', 'unknown', 'twenty characters'],
    ['k3vq7zt2mwbx5hdn4yc', 'invalid', 'one too few'],
    ['k3vq7zt2mwbx5hdn4ycgs', 'invalid', 'one too many'],
    ['k3vq7zt2mwbx5hdn4yc1', 'invalid', 'a digit outside of the class'],
    ['k3vq7zt2mwbx5hdn4ycG', 'invalid', 'a capital'],
    ['aaaaaaaaaaaaaaaaaaaa', 'invalid', 'no random body'],
  ] as const)('%s is %s: %s', (text, verdict) => {
    expect(verdictOf(base32, text)).toBe(verdict);
  });

  it('get a verdict on any bytes', () => expectTotal(base32));
});

describe('random ends', () => {
  it('say nothing of what stands before them', () => {
    const text = `${'A'.repeat(30)}aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF`;
    expect(verdictOf(randomEnd(32), text)).toBe('unknown');
    expect(verdictOf(randomEnd(50), text)).toBe('invalid');
  });

  it('get a verdict on any bytes, shorter ones too', () => expectTotal(randomEnd(20)));
});
