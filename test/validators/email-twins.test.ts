/** E-mail addresses against a slow twin on text, whose patterns say what the validators read byte by byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailAddress, isReservedEmail } from '../../src/validators/email-address.js';
import { TOP_LEVEL_DOMAINS } from '../../src/validators/tld-table.js';
import { expectTotal, isReserved, verdictOf } from './verdicts.js';

const SEED = 20260807;
const domains = new Set(TOP_LEVEL_DOMAINS.split(' '));

/** One pattern for each mail program's way to make ids unique, on the text before the `@`. */
const MADE_BY_PROGRAM = [
  /^\d{12}[.-].*$/,
  /^\d{13}.*$/,
  /^[0-9A-F]{8}\.\d{5,8}$/,
  /^\d{4,}(?:\.\d{3,}){2,}$/,
  /^\d{10}[.-]\d.*$/,
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/,
  /^[0-9a-f]{32}.*$/,
  /^\d+\.\d+\.JavaMail\..*$/,
  /^[0-9a-z]{9,12}\.fsf$/,
  /^OF[0-9A-F]{8}\.[0-9A-F]{8}-ON.*$/,
  /^0[0-9A-Z]{13}$/,
  /^CA[0-9A-Za-z+_=-]{40,}$/,
];
const RESERVED_HOST = /(?:^|\.)(?:example|invalid|localhost|test|example\.(?:com|net|org|edu|[^.]{2,3}|[^.]{1,3}\.[^.]{2,3}))$/i;

function isMessage(local: string): boolean {
  if (local.replace(/\D/g, '').length < 4 && !local.endsWith('.fsf')) return false;
  return MADE_BY_PROGRAM.some((way) => way.test(local));
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  if (host.length > 253 || labels.length < 2) return false;
  if (!labels.every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label))) return false;
  return domains.has(labels.at(-1)!.toLowerCase()) || RESERVED_HOST.test(host);
}

function twin(text: string): string {
  const at = text.indexOf('@');
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || at > 64 || text.length > 254 || /^\.|\.\.|\.$/.test(local) || !isHost(host)) return 'invalid';
  const isFile = /(?:^|\.)\dx?\.[^.]+$/i.test(host) || /^[^.]+\.py$/i.test(host);
  const isNoise = /\d/.test(local) && local.replace(/[.%+_-]/g, '').length < 4 && !/[^\0-`]/.test(text);
  return isFile || isNoise || isMessage(local) ? 'invalid' : 'valid';
}

function isReservedTwin(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 0) return false;
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  const isPassword = /^(?:(?:my|your)?(?:password|passwd|passw0rd|pass|pwd|secret)|anonymous|anoncvs)$/i.test(local);
  const isSsh = /(?:^|\.)(?:openssh\.com|libssh\.org|tinyssh\.org)$/i.test(host);
  return local === 'git' || isPassword || isSsh || RESERVED_HOST.test(host);
}

const some = (pattern: RegExp) => fc.stringMatching(pattern);
const ids = [
  /^\d{9,14}[.-]?[A-Za-z0-9.]{0,6}$/,
  /^[0-9A-F]{7,9}\.\d{4,9}$/,
  /^\d{3,5}(?:\.\d{2,4}){1,4}$/,
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/,
  /^[0-9a-f]{31,33}[.x]?\d{0,4}$/,
  /^\d{1,9}\.\d{0,13}\.JavaMail[.x][a-z]{0,4}$/,
  /^[0-9a-z]{8,13}\.fsf$/,
  /^OF[0-9A-F]{8}\.[0-9A-F]{8}-ON[0-9A-F.-]{0,20}$/,
  /^0[0-9A-Z]{12,14}$/,
  /^CA[0-9A-Za-z+_=-]{38,44}$/,
].map(some);
const word = fc
  .tuple(
    fc.constantFrom('', '', 'my', 'your', 'yours'),
    fc.constantFrom('password', 'passwd', 'passw0rd', 'pass', 'pwd', 'secret', 'anonymous', 'anoncvs', 'git', 'sarahs'),
    fc.constantFrom('', '', '1', 's'),
    fc.boolean(),
  )
  .map(([whose, name, end, isUpper]) => (isUpper ? (whose + name + end).toUpperCase() : whose + name + end));
const local = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...ids) },
  { weight: 2, arbitrary: word },
  { weight: 3, arbitrary: some(/^[A-Za-z0-9._%+-]{0,20}$/) },
  { weight: 1, arbitrary: some(/^[a-z.0-9]{62,66}$/) },
);
const label = fc.oneof(
  { weight: 5, arbitrary: some(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,9}[A-Za-z0-9])?$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2', '2x', '3X', '12x', 'x', 'x2', '9', 'openssh', 'libssh', 'tinyssh', 'example', 'com', 'ssh'),
  },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom('', '-a', 'a-', 'a_b'), some(/^[a-z]{62,64}$/)) },
);
const top = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('com', 'org', 'net', 'COM', 'py', 'Py', 'edu', 'de', 'museum', 'md', 'xn--p1ai') },
  { weight: 2, arbitrary: fc.constantFrom(...domains) },
  { weight: 2, arbitrary: fc.constantFrom('example', 'TEST', 'localhost', 'invalid', 'internal', 'png', 'c', '21', '', 'co-m') },
);
const host = fc.tuple(fc.array(label, { maxLength: 3 }), top).map(([labels, last]) => [...labels, last].join('.'));
/** One character of a part changed, so that near misses of each pattern come up. */
const changed = (part: fc.Arbitrary<string>) =>
  fc
    .tuple(part, fc.option(fc.tuple(fc.nat(40), fc.constantFrom(...'0aAgGzZ.-_@')), { freq: 3 }))
    .map(([text, change]) => (change ? text.slice(0, change[0]) + change[1] + text.slice(change[0] + 1) : text));
const long = fc.tuple(local, fc.nat(40)).map(([text, more]) => `${text}@${'abcdefghi.'.repeat(18)}${'x'.repeat(1 + more)}.com`);
const address = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(changed(local), host).map((parts) => parts.join('@')) },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: local },
);

describe('e-mail addresses', () => {
  it('are judged as the twin judges their text', () => {
    const counts = { valid: 0, invalid: 0, reserved: 0, open: 0 };
    fc.assert(
      fc.property(address, (text) => {
        const verdict = twin(text);
        const reserved = isReservedTwin(text);
        expect(verdictOf(emailAddress, text), text).toBe(verdict);
        expect(isReserved(isReservedEmail, text), text).toBe(reserved);
        counts[verdict as 'valid']++;
        counts[reserved ? 'reserved' : 'open']++;
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(1500);
  });

  it('name a message in each way that the twin knows, and nearly in none', () => {
    const counts = { message: 0, mailbox: 0 };
    fc.assert(
      fc.property(changed(fc.oneof(...ids)), (text) => {
        const value = `${text.replaceAll('@', 'a')}@analytical.org`;
        const verdict = twin(value);
        expect(verdictOf(emailAddress, value), value).toBe(verdict);
        counts[verdict === 'valid' ? 'mailbox' : 'message']++;
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(2000);
  });

  it('get a verdict on any bytes', () => expectTotal(emailAddress));
});
