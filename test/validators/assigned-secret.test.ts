// Assigned passwords and secrets are judged on bytes, with expressions where these leave it open: against twins that ask all of them.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/verdict.js';
import { assignedPassword, assignedSecret, isGuessable } from '../../src/validators/assigned-secret.js';
import { wordShare } from '../../src/validators/letter-pairs.js';
import { looksRandom } from '../../src/validators/random-body.js';
import { textOf } from './verdicts.js';

const SEED = 20261121;
const RUNS = { numRuns: 10_000, seed: SEED };
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const HARMLESS_NAME =
  /(?:public|publishable|pusher|vapid|csrf|xsrf|page|next|previous|cursor|continuation|design|syntax|lexer|cancellation|padding|captcha|foreign|primary|partition|cache|idempotency|search|(?<![a-z])(?:anon|prev|sync|cancel|pad|eos|bos|unk|mask|sep|cls|special|start|end|stop|first|last|current|max|min|total|count|input|output|prompt|completion|site|sort|query|object|row|file|range|lookup|group|record|index|issue|host|event|translation|ssh|gpg|pgp))[ _.-]?(?:api|access|app|site|key)?[ _.-]?(?:tokens?|key|secret)\W{0,16}(?:value\W{1,6})?$/i;
const RESOURCE_NAME = /arn:[^\s"']*$/;
const VARIABLE =
  /^(?:\$[A-Za-z_({]|\$\$|%[A-Za-z_({%]|\{|\[|<|@[A-Za-z_{]|#\{|\*|!|&[a-z]+|env[.:]|ENV\[|os\.|process\.|import\.meta|getenv|secrets?[.:]|vault:|ssm:|op:\/\/|file:|config[.:]|settings\.|self\.|this\.|var\.|data\.|local\.|module\.|props\.|req\.|request\.|args?\.|opts?\.|options\.|params?\.|ctx\.|context\.|!Ref|!Sub|!GetAtt|ENC[[(]|arn:|\/\/|\/|\.{1,2}\/|~\/|[A-Za-z]:[\\/]|--)/;
const PLACEHOLDER =
  /example|sample|placeholder|change[-_.]?(?:me|it|this)|redacted|removed|hidden|masked|dummy|fake|mock|your[-_]|^your|my[-_]|[-_]here|insert|replace|todo|fixme|foobar|foo[-_]?bar|^foo|^bar|^baz|lorem|x{3,}|\*{3,}|\.{3,}|_{3,}|-{4,}|#{3,}|0{5,}|1{5,}|12345|abcde|qwert|asdf|a1b2c3|deadbeef|cafebabe|not[-_]?(?:a|real|secret|used|set)|undefined|null/i;
const TEMPLATE = /(?:^|[^a-z0-9])%[-+0-9.]{0,8}[a-z](?![a-z0-9])|\$\{|\{\{|<[a-z]/i;
const BRACKETED = /^(?:ENC[[(]|[$#%][{(]|\{\{|<%)|^[@!]?[{([<].*[})\]>]$/;
const PUBLIC = /^(?:pk|pub|public|publishable)[-_.]|publishable|^phc_|^ssh-/i;
const SNAKE = /^(?:[a-z]{2,}\d{0,4}(?:_[a-z]{2,}\d{0,4}){2,}|[A-Z]{2,}\d{0,4}(?:_[A-Z]{2,}\d{0,4}){2,})$/;
const NAME_OR_TEST =
  /test|pass(?:w(?:or)?d|phrase|wort)|secret|token|api[-_]?key|credential|default|admin|root|user|none|string|value|private|public|login|hello|world|demo|guest|correct|wrong|invalid|valid/i;
const URL_OR_MAIL = /:\/\/|^[\w.+-]+@[\w-]+\.[\w.-]+$/;
const UUID = /^(?:urn:uuid:)?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const NUMBER = /^[+-]?(?:0x[0-9a-f]{1,16}|[\d.,:_/TZ-]+(?:px|em|rem|ms|s|kb|mb|%)?|[v^~]?\d+\.\d+\.\d+(?:[-+][\w.-]+)?)$/i;
const DIGEST = /^(?:sha(?:1|256|384|512)|md5|pbkdf2|argon2|scrypt|bcrypt|crypt)[-:_$]|^\$(?:\d\w?|argon2\w*|pbkdf2\S*|apr1|y)\$/i;
const NAMES_OR_TESTS = new RegExp(NAME_OR_TEST, 'gi');
const IDENTIFIER = /^[A-Za-z_$@][\w$]*(?:(?:\??\.|::|->|[/:-])[A-Za-z_$][\w$-]*)*[?!]?$/;

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 24 }).chain((length) => textOf(BASE64, length)) },
  fc.integer({ min: 1, max: 8 }).chain((length) => textOf('abAB01-_.:/>?!$@{}[]%*#<&~+= xX', length)),
  fc.integer({ min: 1, max: 6 }).chain((length) => textOf('0123456789', length)),
  fc.constantFrom(
    ...'example your my-x foo bar x-here change_me xXx *** ... ___ ---- 00000 11111 12345 abcde a1b2c3 not-set null %a ${ {{ <a getenv'.split(
      ' ',
    ),
    ...'test password passphrase pass api-key apiKey token user invalid world service path name auth client value'.split(' '),
    ...'env. $( -- ./ os. https:// a@b.cd -> :: ?. px v1.2.3 0xff sha256- $2b$ 2024-01-02T03 Ärger'.split(' '),
    '123e4567-e89b-12d3-a456-426614174000',
  ),
);
const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('').slice(0, 60));
/** What may stand before a value. */
const name = fc
  .array(
    fc.constantFrom(
      'csrf',
      'public',
      'next',
      'My',
      '_',
      '-',
      ' ',
      '.',
      'token',
      'Key',
      'api',
      'secret',
      '=',
      '"',
      'anon',
      'arn:a:',
      'x',
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

/** Share of common pairs, on the bytes of the text. */
function share(text: string): number | undefined {
  return wordShare(Buffer.from(text, 'latin1'), 0, text.length);
}

function isWord(text: string): boolean {
  const rest = text.replace(NAMES_OR_TESTS, '');
  if (rest.length <= 3 || new Set(text).size <= 3) return true;
  if (rest.length < text.length && (!/[0-9]/.test(rest) || !/[A-Za-z]/.test(rest))) return true;
  return /^[A-Za-z_.:/ -]+$/.test(text) && (share(text) ?? 1) > (text.length < 16 ? 0.4 : 0.6);
}

const kindOf = (c: string): number => [/[a-z]/, /[A-Z]/, /[0-9]/, /./s].findIndex((kind) => kind.test(c));

/** How many kinds of characters, between how many neighbours they change, and between how many of these no underscore stands. */
function kindsIn(text: string): { count: number; changes: number; apart: number } {
  const changed = [...text].flatMap((c, i) => (i > 0 && kindOf(c) !== kindOf(text[i - 1]!) ? [text[i - 1]! + c] : []));
  const apart = changed.filter((pair) => !pair.includes('_')).length;
  return { count: new Set([...text].map(kindOf)).size, changes: changed.length, apart };
}

function isNoise(text: string): boolean {
  const { count, changes } = kindsIn(text);
  const isChanging = changes > (text.length - 1) * (text.length < 16 ? 0.6 : 0.5);
  return text.length >= 12 && count === 4 && isChanging && looksRandom(Buffer.from(text, 'latin1'), 0, text.length, 62);
}

function isMixed(text: string): boolean {
  const { count, apart } = kindsIn(text);
  return text.length >= 12 ? count >= 3 && apart > (text.length - 1) * 0.5 : count === 4 && apart > (text.length - 1) * 0.6;
}

function isSegments(text: string): boolean {
  if (SNAKE.test(text)) return true;
  if (text.length >= 20 && text.replace(/[^0-9]/g, '').length * 5 >= text.length) return false;
  if (isMixed(text) || !IDENTIFIER.test(text)) return false;
  if (/[./:>]/.test(text)) return (share(text) ?? 1) > 0.6;
  return /[_-]|[a-z][A-Z]/.test(text) && (share(text) ?? 0) > 0.6;
}

function isStandIn(text: string): boolean {
  if ([PLACEHOLDER, PUBLIC, URL_OR_MAIL, NUMBER].some((pattern) => pattern.test(text))) return true;
  return (VARIABLE.test(text) || TEMPLATE.test(text) || text.endsWith(':')) && (BRACKETED.test(text) || !isNoise(text));
}

function twin(text: string, isPassword: boolean): Verdict {
  if (!isStandIn(text) && !isWord(text) && !isSegments(text)) return 'unknown';
  return isPassword && /^\d+$/.test(text) && !PLACEHOLDER.test(text) ? 'unknown' : 'invalid';
}

function isRandom(text: string): boolean {
  const rest = /^[a-z]{1,8}[_-](.{16,})$/s.exec(text)?.[1];
  return isDrawn(text) || (rest !== undefined && isDrawn(rest));
}

function isDrawn(text: string): boolean {
  if (text.length < 8 || NAME_OR_TEST.test(text)) return false;
  const { count, changes } = kindsIn(text);
  if (count < (text.length >= 16 ? 2 : 3) || changes < Math.max(4, text.length * 0.2)) return false;
  const isHex = /^[0-9a-fA-F]+$/.test(text);
  return (
    ((isHex && text.length >= 20) || isMixed(text) || (share(text) ?? 0) <= 0.6) &&
    looksRandom(Buffer.from(text, 'latin1'), 0, text.length, isHex ? 16 : 62)
  );
}

describe('values assigned to a name', () => {
  it.each(['KOmQ%O!C#Q8D', 'vaE!qxDy%t7@Erm-u', '2rClF%0!1hbRN'])('are no formats where a password holds %%: %s', (text) => {
    const bytes = Buffer.from(text);
    expect(assignedPassword(bytes, 0, bytes.length)).toBe('unknown');
    expect(isGuessable(bytes, 0, bytes.length)).toBe(false);
  });

  it.each(['%s', '%-12s', '%s:%s', 'user-%d', '%(password)s'])('may be a format: %s', (text) => {
    const bytes = Buffer.from(text);
    expect(assignedPassword(bytes, 0, bytes.length)).toBe('invalid');
  });

  it('are refused as by expressions alone', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(value, fc.boolean(), (text, isPassword) => {
        const verdict = twin(text, isPassword);
        seen.add(`${verdict} ${isPassword}`);
        const bytes = Buffer.from(`7${text}B`, 'latin1');
        expect((isPassword ? assignedPassword : assignedSecret)(bytes, 1, bytes.length - 1)).toBe(verdict);
      }),
      RUNS,
    );
    expect(seen.size).toBe(4);
  });

  it('are guessable as by expressions alone', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(value, (text) => {
        const expected = [UUID, DIGEST, URL_OR_MAIL].some((pattern) => pattern.test(text)) || !isRandom(text);
        seen.add(expected);
        const bytes = Buffer.from(`9${text}9`, 'latin1');
        expect(isGuessable(bytes, 1, bytes.length - 1)).toBe(expected);
      }),
      RUNS,
    );
    expect(seen.size).toBe(2);
  });

  it.each([
    ['!Kq83*zXv71Wp', 'begins as a tag'],
    ['*Kq83-zXv71Wp', 'begins as an alias'],
    ['/pZ8kQ2vT7mXwL4nRs9Yb1Cd+gHj3KzVe6tYuIoP', 'begins as a path'],
    ['k$9|Vq!2x~T;Lw0)Rz<7+pY#dN&3cJ*Hb{8mF}1s', 'holds what begins an element'],
    ['lAtcvTY4RiJ2Ze', 'has letters as words have them'],
    ['live_e7c4e90d2b58f1a63e0d74c92fb158a3', 'has a prefix'],
    ['vqkh wzra tmbx efju', 'is in groups'],
  ])('are drawn at random: %s %s', (text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect([assignedPassword(bytes, 0, bytes.length), isGuessable(bytes, 0, bytes.length)]).toEqual(['unknown', false]);
  });

  it.each([
    '$(Env.DB2_p)-x',
    '{{Values.Db1_x}}',
    'ENC(q7Rt2Lz9Xv4Bn8Km3Wp6)',
    'ENC[AES256_GCM,data:q7Rt2]',
    'pk_live_q7Rt2Lz9Xv4Bn8Km3Wp6',
    'sb_publishable_q7Rt2Lz9Xv4Bn8',
    'gss_krb5_rfc1964_keydata',
    'SSL_OP_NO_TLSv1',
    '0x7EC2DBB6F4DBF434',
  ])('are no secrets: %s', (text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(assignedSecret(bytes, 0, bytes.length)).toBe('invalid');
  });

  it('are as random in hex as in letters: of 1,000 digests at most ten are taken for words', () => {
    const digests = Array.from({ length: 1000 }, (_, i) => createHash('md5').update(`${i}`).digest('hex'));
    const guessed = digests.filter((text) => isGuessable(Buffer.from(text), 0, 32));
    expect(guessed.length).toBeLessThanOrEqual(10);
  });

  it('are no names where a prefix stands before digits in hex', () => {
    const text = Buffer.from('live_e7c4e90d2b58f1a63e0d74c92fb158a3', 'latin1');
    expect(assignedSecret(text, 0, text.length)).toBe('unknown');
  });

  it('are no secrets behind names of what everybody may see', () => {
    const secret = 'q7Rt2Lz9Xv4Bn8Km3Wp6';
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(name, (before) => {
        const isHarmless = HARMLESS_NAME.test(before) || RESOURCE_NAME.test(before);
        seen.add(isHarmless);
        const bytes = Buffer.from(before + secret);
        const verdict = assignedSecret(bytes, before.length, bytes.length, { start: 0, end: bytes.length });
        expect(verdict).toBe(isHarmless ? 'invalid' : 'unknown');
      }),
      RUNS,
    );
    expect(seen.size).toBe(2);
  });

  it('are judged in a time that does not grow with their hyphens', () => {
    const bytes = Buffer.from(`${'a-'.repeat(120)}+Q7`);
    const begin = performance.now();
    assignedSecret(bytes, 0, bytes.length);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
