/** Values assigned to a name, one for each rule: what stands beside them, what their name says, what they are instead of a secret. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Validator, Verdict } from '../../src/core/verdict.js';
import { assignedPassword, assignedSecret, isGuessable } from '../../src/validators/assigned-secret.js';
import { wordShare } from '../../src/validators/letter-pairs.js';
import { verdictOf } from './verdicts.js';

const SECRET = 'q7Rt2Lz9Xv4Bn8Km3Wp6';

/** The verdict on `value` in its text, of which `[from, to)` is one value of the file. */
function judge(
  validator: Validator,
  before: string,
  value: string,
  behind: string,
  around?: { from?: number; to?: number },
): Verdict {
  const bytes = Buffer.from(before + value + behind, 'latin1');
  const limits = { start: around?.from ?? 0, end: around?.to ?? bytes.length };
  return validator(bytes, before.length, before.length + value.length, limits);
}

describe('what stands behind an assigned value', () => {
  const both = (before: string, behind: string, around?: { from?: number; to?: number }) => {
    const verdict = judge(assignedSecret, before, SECRET, behind, around);
    expect(judge(assignedPassword, before, SECRET, behind, around)).toBe(verdict);
    return verdict;
  };

  it.each([...' \t\r\n,;&<"\'`)}]|#'])('may be %j where no quote stands before it', (behind) =>
    expect(both('x=', behind)).toBe('unknown'),
  );

  it.each([...'(.[{:=+*\\/?!@$%^~>-_x7'])('may not be %j', (behind) => expect(both('x=', behind)).toBe('invalid'));

  it.each([...'"\'`'])('is %s where one stands before it, as it is or escaped', (quote) => {
    expect(both(`x=${quote}`, quote)).toBe('unknown');
    expect(both(`x=\\${quote}`, `\\${quote}`)).toBe('unknown');
    for (const behind of [' ', 'x', '\\', '\\x', `x${quote}`, ...[...'"\'`'].filter((other) => other !== quote)])
      expect(both(`x=${quote}`, behind), behind).toBe('invalid');
  });

  it('may be the end of the value of the file, beyond which nothing counts', () => {
    expect(both('x=', '')).toBe('unknown');
    expect(both('x="', '')).toBe('unknown');
    expect(both('x=', 'x', { to: 2 + SECRET.length })).toBe('unknown');
    // The quote before it belongs to the file's syntax.
    expect(both('x="', ' y', { from: 3 })).toBe('unknown');
    expect(both('x="', '(y', { from: 3 })).toBe('invalid');
    // The backslash ends the value of the file and escapes nothing in it.
    expect(both('x="', '\\"', { to: 4 + SECRET.length })).toBe('invalid');
  });
});

describe('the name of a value', () => {
  const verdict = (before: string, behind = '') => judge(assignedPassword, before, SECRET, behind);

  it.each(['pass: ', 'PASS ', 'x pass=', 'ok\npass ==> ', '"pass": ', "'pass' = ", '(pass:'])('%j is a result', (before) =>
    expect(verdict(before)).toBe('invalid'),
  );

  it.each(['pass: "', '"pass": "', 'compass: ', 'my_pass: ', 'db.pass=', 'db-pass=', 'pass: foo=', 'passt: ', ''])(
    '%j is none',
    (before) => expect(verdict(before, /["']$/.exec(before)?.[0] ?? '')).toBe('unknown'),
  );

  it('is looked for in 64 bytes of the same value', () => {
    const gap = ' '.repeat(60);
    expect(verdict(`${'x '.repeat(200)}pass${gap}`)).toBe('invalid');
    expect(verdict(`pass ${gap}`)).toBe('unknown');
    expect(judge(assignedPassword, 'pass: ', SECRET, '', { from: 6 })).toBe('unknown');
    expect(judge(assignedSecret, 'csrf_token: ', SECRET, '')).toBe('invalid');
    expect(judge(assignedSecret, 'csrf_token: ', SECRET, '', { from: 12 })).toBe('unknown');
    expect(judge(assignedSecret, 'arn:aws:iam:role/x-1:secret=', SECRET, '')).toBe('invalid');
    expect(judge(assignedSecret, `arn:${'x'.repeat(61)}`, SECRET, '')).toBe('unknown');
  });

  it('may be followed by the word for a value', () => {
    for (const before of ['csrf_token value=', 'csrf_token" value = "', 'next-page-token.value: '])
      expect(judge(assignedSecret, before, SECRET, /"$/.exec(before)?.[0] ?? ''), before).toBe('invalid');
    for (const before of ['csrf_token values=', 'csrf_token value of=', 'my_token value='])
      expect(judge(assignedSecret, before, SECRET, ''), before).toBe('unknown');
  });
});

/** Behind each, the same random letters and digits, which are a secret by themselves. */
// Kinds of characters change seldom in it: what changes all the time is drawn, whatever it begins with.
const TAIL = 'kqzvwx7381';

describe('instead of a secret', () => {
  it.each([
    ...['../', './', '/', '//', '~/', 'C:\\', 'd:/', 'param.', 'params.', 'opt.', 'opts.', 'arg.', 'args.', 'options.'],
    ...[
      'config.',
      'config:',
      'secret.',
      'secret:',
      'secrets.',
      'secrets:',
      '&a',
      'env.',
      'env:',
      'ENV[',
      'os.',
      'process.',
      'vault:',
    ],
    ...[
      '$a',
      '${',
      '$(',
      '%{',
      '{',
      '[',
      '<',
      '@a',
      '#{',
      '*',
      '!',
      '--',
      'import.meta',
      'getenv',
      'op://',
      'file:',
      'arn:',
      'this.',
    ],
  ])('%s begins a variable', (start) => {
    for (const validator of [assignedPassword, assignedSecret]) expect(verdictOf(validator, start + TAIL)).toBe('invalid');
  });

  it.each(['', '5:/', 'config+', 'secret+', 'secrets+', '-', '~', 'environ+'])('%j begins none', (start) => {
    expect(verdictOf(assignedSecret, start + TAIL)).toBe('unknown');
  });

  it.each([
    ...['changeme', 'change_me', 'change.it', 'change-this', 'notreal', 'not_used', 'not-set', 'foobar', 'foo-bar', 'foo_bar'],
    ...['XxX', '***', '...', '___', '----', '00000', '11111', '12345', 'abcde', 'deadbeef', '${', '{{', '<a', 'my-', '-here'],
  ])('%s holds a place', (word) => {
    for (const validator of [assignedPassword, assignedSecret]) expect(verdictOf(validator, `kqzv${word}wx7381`)).toBe('invalid');
  });

  it.each(['change+me', 'not+real', 'foo+bar', 'Xx', '---', '__', '0000', '1111', '1234', 'abcd'])('%s holds none', (word) => {
    expect(verdictOf(assignedSecret, `q7${word}2Lz9Xv4B`)).toBe('unknown');
  });

  it.each([
    'v10.22.33-rc.14b',
    '10.22.33-beta7x',
    '10.22.33+b7x',
    '~1.22.3',
    '1.22.33',
    '0xff00ff00',
    '12px',
    '2024-01-02T03:04Z',
  ])('%s is a number or version', (text) => {
    for (const validator of [assignedPassword, assignedSecret]) expect(verdictOf(validator, text)).toBe('invalid');
  });

  it.each(['v10.22.33_q7', 'x10.22.33-rc.14b', '10.22.33-rc.14b!', '0xff00ff00ffg'])('%s is none', (text) =>
    expect(verdictOf(assignedSecret, text)).toBe('unknown'),
  );

  it('is an address', () => {
    expect(verdictOf(assignedSecret, 'ada7@host7.org9')).toBe('invalid');
    expect(verdictOf(assignedSecret, 'ada7@host7')).toBe('unknown');
  });

  it.each([
    ['service.client2', 'invalid'],
    ['service.client2!', 'invalid'],
    ['service.client2?', 'invalid'],
    ['service.client2#', 'unknown'],
    ['@/components/button2', 'invalid'],
    ['client-service-2', 'invalid'],
    ['client-2service', 'unknown'],
    ['service.client2-', 'invalid'],
    ['client->service2', 'invalid'],
    ['client.service->call2', 'invalid'],
    ['client:>service2', 'unknown'],
    ['client?.service2', 'invalid'],
    ['client?serviceName2', 'unknown'],
    ['client::service2', 'invalid'],
    ['client/:service2', 'unknown'],
    ['client:s2', 'invalid'],
    ['Service2', 'unknown'],
    ['serviceName2', 'invalid'],
  ] as const)('a name of segments, by the characters between them: %s is %s', (text, verdict) => {
    for (const [before, behind] of [
      ['', ''],
      ['a', '>'],
      ['7A', 'B3'],
      ['=', '9'],
    ] as const) {
      const bytes = Buffer.from(before + text + behind);
      expect(assignedSecret(bytes, before.length, before.length + text.length), before).toBe(verdict);
    }
  });

  it('is a word, whatever stands behind it', () => {
    for (const behind of ['', '9', 'B3']) {
      const bytes = Buffer.from(`serviceclient${behind}`);
      expect(assignedSecret(bytes, 0, 13)).toBe('invalid');
    }
  });

  it('is a name or test, but for what is left without them: more than three characters, with letters and digits', () => {
    for (const text of ['passwordX1b', 'passwdX1b', 'X1btest', 'testtoken1234', 'xyzabtest'])
      expect(verdictOf(assignedSecret, text), text).toBe('invalid');
    for (const text of ['passwdX1b9', 'X1b9test']) expect(verdictOf(assignedSecret, text), text).toBe('unknown');
  });

  it('is nothing, or of three different characters at most', () => {
    for (const text of ['', 'q', 'q7', 'q7R', 'q7Rq7Rq7R']) expect(verdictOf(assignedSecret, text), text).toBe('invalid');
    expect(verdictOf(assignedPassword, '')).toBe('invalid');
    expect(verdictOf(assignedPassword, 'q7R!')).toBe('unknown');
  });
});

describe('what machines do not draw at random', () => {
  const guessable = (text: string) => isGuessable(Buffer.from(`A${text}A`), 1, text.length + 1);

  it('a UUID, in braces or not', () => {
    expect(guessable('7f9c2ba4-e88f-4a53-9d1b-c3f2e6a80d47')).toBe(true);
    expect(guessable('{7f9c2ba4-e88f-4a53-9d1b-c3f2e6a80d47}')).toBe(true);
  });

  it.each([
    '7f9c2ba4-e88f-4a53-9d1b_c3f2e6a80d47',
    '7f9c2ba-e88f-4a53-9d1b-c3f2e6a80d47',
    '7f9c2ba4-e8f-4a53-9d1b-c3f2e6a80d47',
    '7f9c2ba4-e88f-4a3-9d1b-c3f2e6a80d47',
    '7f9c2ba4-e88f-4a53-9db-c3f2e6a80d47',
    '7f9c2ba4-e88f-4a53-9d1b-c3f2e6a80d4',
    '7f9c2bg4-e88f-4a53-9d1b-c3f2e6a80d47',
  ])('no UUID: %s', (text) => expect(guessable(text)).toBe(false));

  it.each([
    '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub',
    '$argon2$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub',
    '$pbkdf2-sha256$29000$N2YMIWQs5bw$q7Rt2Lz9Xv4Bn8Km3Wp6',
    '$pbkdf2$29000$N2YMIWQs5bw$q7Rt2Lz9Xv4Bn8Km3Wp6',
    '$2b$12$R9h7cIPz0gi5URNNX3kh2OPST9',
    '$1$R9h7cIPz$gi5URNNX3kh2OPST9',
    '$y$j9T$F5Jx5fExrKuPp53x',
    '$apr1$R9h7cIPz$gi5URNNX3kh2',
    'sha256-q7Rt2Lz9Xv4Bn8Km3Wp6',
    'bcrypt$q7Rt2Lz9Xv4Bn8Km3Wp6',
  ])('a digest that says so: %s', (text) => expect(guessable(text)).toBe(true));

  it.each(['$argonXid$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub', 'shaX256-q7Rt2Lz9Xv4Bn8Km3Wp6'])('none: %s', (text) =>
    expect(guessable(text)).toBe(false),
  );

  it('hex that reads as words, up to 19 digits', () => {
    const digests = Array.from({ length: 4000 }, (_, i) => createHash('md5').update(`w${i}`).digest('hex'));
    const wordy = (length: number) =>
      digests
        .map((text) => text.slice(0, length))
        .filter((text) => (wordShare(Buffer.from(text), 0, length) ?? 0) > 0.6 && /[a-f]\d.*[a-f]\d.*[a-f]\d/.test(text));
    for (const length of [16, 19]) {
      expect(wordy(length).length).toBeGreaterThan(20);
      expect(wordy(length).filter((text) => !guessable(text))).toEqual([]);
    }
    expect(wordy(20).length).toBeGreaterThan(20);
    expect(wordy(20).filter(guessable).length).toBeLessThan(wordy(20).length / 10);
  });
});
