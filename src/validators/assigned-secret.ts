/**
 * Values that are assigned to a name such as `password` or `api_key`. Nothing in such a value says what it is, so this tells it
 * from what else stands behind such names: placeholders, variables, code, texts for people, paths, words.
 */
import type { ReservedCheck, Surroundings, Validator, Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { wordShare } from './letter-pairs.js';
import { looksRandom } from './random-body.js';
import { wordFinder } from './word-finder.js';

/** Bytes to the left of a value that are looked at for its name. */
const NAME_REACH = 64;

const QUOTES = flagsOf('"\'`');
/** What may stand behind a value without quotes; a bracket would make it code. */
const ENDS = flagsOf(' \t\r\n,;&<"\'`)}]|#');
const BACKSLASH = 0x5c;

/** Names of tokens and keys that are shown to everybody, or are none: the word before the last one says so. */
const HARMLESS_NAME =
  /(?:public|publishable|pusher|vapid|csrf|xsrf|page|next|previous|cursor|continuation|design|syntax|lexer|cancellation|padding|captcha|foreign|primary|partition|cache|idempotency|search|(?<![a-z])(?:anon|prev|sync|cancel|pad|eos|bos|unk|mask|sep|cls|special|start|end|stop|first|last|current|max|min|total|count|input|output|prompt|completion|site|sort|query|object|row|file|range|lookup|group|record|index|issue|host|event|translation|ssh|gpg|pgp))[ _.-]?(?:api|access|app|site|key)?[ _.-]?(?:tokens?|key|secret)\W{0,16}(?:value\W{1,6})?$/i;
/** A name that is a verb by itself, before a value without quotes. */
const RESULT = /(?:^|[^\w.-])pass["']?[^\w"'`]*$/i;

/** Two letters that are a word of their own, and the sign behind them: behind signs as noise has them, they are none. */
const OWN_WORD = /(?:^|[^\w\])}>+~!@#$%^*]|_)[a-z]{2}[:=] ?["']?$/i;

/** The name of a secret, as clouds give them. */
const RESOURCE_NAME = /arn:[^\s"']*$/;
/** Without a piece of these, a text before a value is neither: nearly all are told so without an expression. */
const mayBeHarmless = wordFinder(
  'publi pusher vapid csrf xsrf page next prev cursor continu design syntax lexer cancel pad captcha foreign primary partition cache idempot search anon sync eos bos unk mask sep cls special start end stop first last current max min total count put prompt complet site sort query object row file range lookup group record index issue host event transl ssh pgp gpg arn:'.split(
    ' ',
  ),
);

/** Variables, templates, formats and calls of all kinds. */
const VARIABLE =
  /^(?:\$[A-Za-z_({]|\$\$|%[A-Za-z_({%]|\{|\[|<|@[A-Za-z_{]|#\{|\*|!|&[a-z]+|env[.:]|ENV\[|os\.|process\.|import\.meta|getenv|secrets?[.:]|vault:|ssm:|op:\/\/|file:|config[.:]|settings\.|self\.|this\.|var\.|data\.|local\.|module\.|props\.|req\.|request\.|args?\.|opts?\.|options\.|params?\.|ctx\.|context\.|!Ref|!Sub|!GetAtt|ENC[[(]|arn:|\/\/|\/|\.{1,2}\/|~\/|[A-Za-z]:[\\/]|--)/;
/** Something that stands for a value, anywhere in it. */
const PLACEHOLDER =
  /example|sample|placeholder|change[-_.]?(?:me|it|this)|redacted|removed|hidden|masked|dummy|fake|mock|your[-_]|^your|my[-_]|[-_]here|insert|replace|todo|fixme|foobar|foo[-_]?bar|^foo|^bar|^baz|lorem|x{3,}|\*{3,}|\.{3,}|_{3,}|-{4,}|#{3,}|0{5,}|1{5,}|12345|abcde|qwert|asdf|a1b2c3|deadbeef|cafebabe|not[-_]?(?:a|real|secret|used|set)|undefined|null/i;
/** Places of values in formats and templates. That of a format (`%s`) is a word of its own: passwords hold `%t` too. */
const TEMPLATE = /(?:^|[^a-z0-9])%[-+0-9.]{0,8}[a-z](?![a-z0-9])|\$\{|\{\{|<[a-z]/i;
/** A template from its beginning, or from end to end. */
const BRACKETED = /^(?:ENC[[(]|[$#%][{(]|\{\{|<%)|^[@!]?[{([<].*[})\]>]$/;
/** Keys that are made to be seen, by what issuers begin them with. */
const PUBLIC = /^(?:pk|pub|public|publishable)[-_.]|publishable|^phc_|^ssh-/i;
/** A placeholder has one of these pieces, three equal bytes in a row, or a byte of `SIGNS`. */
const mayBePlaceholder = wordFinder(
  'example sample placeholder change redacted removed hidden masked dummy fake mock your my- my_ -here _here insert replace todo fixme foo bar baz lorem xxx 123 abcde qwert asdf a1b deadbeef cafebabe not undefined null enc pk_ pk- pub phc ssh'.split(
    ' ',
  ),
);
/** Variables and placeholders hold one of these, but for those that begin with a hyphen or `getenv`; so do URLs and addresses. */
const SIGNS = flagsOf('$%{[<@#*!&:./~');
const HYPHEN = 0x2d;
const SMALL_G = 0x67;
/** Test doubles, and a value that is a name itself: by itself this is nothing, and in a longer text nothing to be sure of. */
const NAMES_OR_TESTS =
  /test|pass(?:w(?:or)?d|phrase|wort)|secret|token|api[-_]?key|credential|default|admin|root|user|none|string|value|private|public|login|hello|world|demo|guest|correct|wrong|invalid|valid/gi;
/** Whether there is any of them. */
const holdsNameOrTest = wordFinder(
  'test password passwd passphrase passwort secret token apikey api-key api_key credential default admin root user none string value private public login hello world demo guest correct wrong valid'.split(
    ' ',
  ),
);

const URL_OR_MAIL = /:\/\/|^[\w.+-]+@[\w-]+\.[\w.-]+$/;
const UUID = /^(?:urn:uuid:)?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** Dates, times, versions, numbers, colours, lengths. */
const NUMBER = /^[+-]?(?:0x[0-9a-f]{1,16}|[\d.,:_/TZ-]+(?:px|em|rem|ms|s|kb|mb|%)?|[v^~]?\d+\.\d+\.\d+(?:[-+][\w.-]+)?)$/i;
/** Digests that say so, and hashes of passwords. */
const DIGEST = /^(?:sha(?:1|256|384|512)|md5|pbkdf2|argon2|scrypt|bcrypt|crypt)[-:_$]|^\$(?:\d\w?|argon2\w*|pbkdf2\S*|apr1|y)\$/i;

/** Three words or more of one case, each with a number behind it perhaps: `gss_krb5_rfc1964_keydata`. */
const SNAKE = /^(?:[a-z]{2,}\d{0,4}(?:_[a-z]{2,}\d{0,4}){2,}|[A-Z]{2,}\d{0,4}(?:_[A-Z]{2,}\d{0,4}){2,})$/;

/** Letters of which as many of the neighbours stand together in words are words. Of 32 random characters 1.4 % seem so. */
const WORDS = 0.6;
/** Where no character tells it from a name, a text must be less of a word still. */
const SHORTEST_RANDOM = 8;
const SHORTEST_TOKEN = 16;
const SHORTEST_DIGEST = 20;
const LONGEST_PREFIX = 8;

/** Share of the neighbours between which the kind of character changes, above which letters are too few to be words. */
const DENSE_CHANGES = 0.6;

/** The same for letters of both cases with digits or signs: of the neighbours in names 40 % at most differ in kind, of those drawn at random 60 %. */
const MIXED_CHANGES = 0.5;
const SHORTEST_MIXED = 12;

/** From this length on, a name of which a fifth is digits is none: a prefix, and digits in hex. */
const LONG_NAME = 20;

/** Kinds of bytes, as bits. */
const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 4;
const OTHER = 8;
const kinds = new Uint8Array(256).fill(OTHER).fill(DIGIT, 0x30, 0x3a).fill(CAPITAL, 0x41, 0x5b).fill(SMALL, 0x61, 0x7b);
/** What stands between words, beside letters. */
const WORD_MARKS = flagsOf('_.:/ -');
/** What names are made of, beside letters and digits. */
const NAME_MARKS = flagsOf('_$');
/** What makes a name a path. */
const PATH_MARKS = flagsOf('./:>');
/** What numbers begin with. */
const NUMBER_STARTS = flagsOf('0123456789+-.,:_/TZtzVv^~');
/** How many kinds the bits of `kinds` stand for. */
const COUNT_OF_KINDS = Uint8Array.from({ length: 16 }, (_, bits) => [1, 2, 4, 8].filter((bit) => bits & bit).length);
const SMALL_F = 0x66;
const UNDERSCORE = 0x5f;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const AT_SIGN = 0x40;
const EXCLAMATION = 0x21;

/** Value of a password: also short ones and those of digits alone. `unknown`: people choose them. */
export const assignedPassword: Validator = (bytes, start, end, around) =>
  stands(bytes, start, end, around) && !isResult(bytes, start, around) ? refuse(bytes, start, end, true) : 'invalid';

/** The same behind a name of two letters, which noise holds as well: it does not stand behind a letter, a digit or a sign of noise. */
export const passwordBehindWord: Validator = (bytes, start, end, around) => {
  if (around !== undefined && !OWN_WORD.test(latin1(bytes, Math.max(around.start, start - NAME_REACH), start))) return 'invalid';
  return assignedPassword(bytes, start, end, around);
};

/** Value of an API key, token or secret, which machines make: eight characters and more. `unknown`: no checksum is known. */
export const assignedSecret: Validator = (bytes, start, end, around) =>
  stands(bytes, start, end, around) && !isHarmless(bytes, start, around) ? refuse(bytes, start, end, false) : 'invalid';

/** Whether an assigned value is more likely made up by a person than drawn at random. */
export const isGuessable: ReservedCheck = (bytes, start, end) => {
  if (!isRandom(bytes, start, end)) return true;
  const text = latin1(bytes, start, end);
  return UUID.test(text) || DIGEST.test(text) || URL_OR_MAIL.test(text);
};

/**
 * The same of a password: people who are made to mix their characters choose `Oryx-Lantern88`, and hardly anything but a password looks so.
 * Of 168 guessable values behind such names in 1.1 GB of packages, libraries and
 * documentation, one was written like this.
 */
export const isGuessablePassword: ReservedCheck = (bytes, start, end) =>
  isGuessable(bytes, start, end) && !isMixedByRule(bytes, start, end);

/** Shortest password that rules of the last decades let through. */
const SHORTEST_BY_RULE = 8;
/** Letters that are more than those of a command (`s!$1!$2!`). */
const FEWEST_LETTERS = 3;
/** Bytes that stand in code and in settings of programs. */
const CODE_MARKS = flagsOf('=()[]{}<>"\'`:;,\\ ');

/** Three kinds of characters at least, digits among them, no words of tests and nothing that code is made of. */
function isMixedByRule(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_BY_RULE) return false;
  const { seen } = kindsIn(bytes, start, end);
  if (COUNT_OF_KINDS[seen]! < 3 || (seen & DIGIT) === 0) return false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    if (CODE_MARKS[bytes[at]!] === 1) return false;
    if ((kinds[bytes[at]!]! & (SMALL | CAPITAL)) !== 0) letters++;
  }
  if (letters < FEWEST_LETTERS || bytes[start] === HYPHEN || holdsNameOrTest(bytes, start, end)) return false;
  const text = latin1(bytes, start, end);
  return !UUID.test(text) && !DIGEST.test(text) && !URL_OR_MAIL.test(text) && !SLUG.test(text);
}

/** Words joined by one sign and a number or two among them: a name of something (`eu-west-1`, `4-kill-who`). */
const SLUG = /^[a-z0-9]+(?:([-_.])[a-z0-9]+)(?:\1[a-z0-9]+)*$/;

/** By byte, whether it is one of the characters. */
function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(256);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

/** Whether the value ends where it must: at the quote that opened it, or where code does not go on. */
function stands(bytes: Uint8Array, start: number, end: number, around: Surroundings = { start, end }): boolean {
  if (end >= around.end) return true;
  const next = bytes[end]!;
  const opening = bytes[start - 1]!;
  if (start === around.start || QUOTES[opening] === 0) return ENDS[next] === 1;
  // In a string within a string the closing quote is escaped.
  const closing = next === BACKSLASH && end + 1 < around.end ? bytes[end + 1] : next;
  return closing === opening;
}

function isHarmless(bytes: Uint8Array, start: number, around: Surroundings | undefined): boolean {
  if (around === undefined) return false;
  const from = Math.max(around.start, start - NAME_REACH);
  if (!mayBeHarmless(bytes, from, start)) return false;
  const before = latin1(bytes, from, start);
  return HARMLESS_NAME.test(before) || RESOURCE_NAME.test(before);
}

/** Whether the name is `pass` alone and the value has no quotes: logs of tests are full of `PASS: name`. */
function isResult(bytes: Uint8Array, start: number, around: Surroundings | undefined): boolean {
  if (around === undefined) return false;
  return RESULT.test(latin1(bytes, Math.max(around.start, start - NAME_REACH), start));
}

function refuse(bytes: Uint8Array, start: number, end: number, isPassword: boolean): Verdict {
  if (isPassword && isNumber(bytes, start, end)) return PLACEHOLDER.test(latin1(bytes, start, end)) ? 'invalid' : 'unknown';
  const isNone = isStandIn(bytes, start, end) || isWord(bytes, start, end) || isSegments(bytes, start, end);
  return isNone ? 'invalid' : 'unknown';
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (kinds[bytes[at]!] !== DIGIT) return false;
  return start < end;
}

/** Variables, placeholders, addresses and numbers. The expressions are asked only where the bytes leave it open. */
function isStandIn(bytes: Uint8Array, start: number, end: number): boolean {
  let hasSign = bytes[start] === HYPHEN || bytes[start] === SMALL_G;
  let hasRun = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (SIGNS[byte] === 1) hasSign = true;
    if (at > start + 1 && byte === bytes[at - 1] && byte === bytes[at - 2]) hasRun = true;
  }
  const mayBeNumber = NUMBER_STARTS[bytes[start]!] === 1;
  const isDoubtful = hasSign || hasRun || mayBePlaceholder(bytes, start, end);
  if (!isDoubtful && !mayBeNumber) return false;
  const text = latin1(bytes, start, end);
  if (mayBeNumber && NUMBER.test(text)) return true;
  if (!isDoubtful) return false;
  if (PLACEHOLDER.test(text) || PUBLIC.test(text) || URL_OR_MAIL.test(text)) return true;
  const mayBeVariable = VARIABLE.test(text) || TEMPLATE.test(text) || text.endsWith(':');
  return mayBeVariable && (BRACKETED.test(text) || !isNoise(bytes, start, end));
}

/** Whether the kinds of characters change so often that a `*` or `${` in it is drawn, as the rest is: variables are names with signs. */
function isNoise(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < SHORTEST_MIXED) return false;
  const { seen, changes } = kindsIn(bytes, start, end);
  const share = length < SHORTEST_TOKEN ? DENSE_CHANGES : MIXED_CHANGES;
  return COUNT_OF_KINDS[seen] === 4 && changes > (length - 1) * share && looksRandom(bytes, start, end, 62);
}

/** Words, names and test doubles, alone or joined, with at most a number behind them. */
function isWord(bytes: Uint8Array, start: number, end: number): boolean {
  if (hasFewBytes(bytes, start, end)) return true;
  if (holdsNameOrTest(bytes, start, end)) {
    const rest = latin1(bytes, start, end).replace(NAMES_OR_TESTS, '');
    if (rest.length <= 3 || !/[0-9]/.test(rest) || !/[A-Za-z]/.test(rest)) return true;
  }
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((kinds[byte]! & (SMALL | CAPITAL)) === 0 && WORD_MARKS[byte] === 0) return false;
  }
  return (wordShare(bytes, start, end) ?? 1) > (end - start < SHORTEST_TOKEN ? 0.4 : WORDS);
}

/** Whether there are at most three different bytes. */
function hasFewBytes(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start];
  let [second, third] = [first, first];
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at];
    if (byte === first || byte === second || byte === third) continue;
    if (second === first) second = byte;
    else if (third === first) third = byte;
    else return false;
  }
  return true;
}

/** A property, a path or a name with digits in it: `user.auth2.token`, `path/to/file1`, `sha256Hash`. */
function isSegments(bytes: Uint8Array, start: number, end: number): boolean {
  let isPath = false;
  let isJoined = false;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (kinds[byte] === DIGIT) digits++;
    if (PATH_MARKS[byte] === 1) isPath = true;
    else if (byte === HYPHEN || byte === UNDERSCORE) isJoined = true;
    else if (at > start && kinds[byte] === CAPITAL && kinds[bytes[at - 1]!] === SMALL) isJoined = true;
  }
  if (!isPath && !isJoined) return false;
  if (isJoined && SNAKE.test(latin1(bytes, start, end))) return true;
  if (end - start >= LONG_NAME && digits * 5 >= end - start) return false;
  if (isMixed(bytes, start, end)) return false;
  return (wordShare(bytes, start, end) ?? (isPath ? 1 : 0)) > WORDS && isIdentifier(bytes, start, end);
}

/**
 * A name, a property or a path of segments, in any case: each begins with a letter, `_` or `$`, and `.`, `?.`, `::`, `->`, `/`, `:` or
 * `-` stands between two. Behind the first segment, hyphens may stand anywhere. By hand, because an expression for it takes time that
 * doubles with each hyphen.
 */
function isIdentifier(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = bytes[end - 1] === EXCLAMATION || bytes[end - 1] === QUESTION ? end - 1 : end;
  if (start >= stop || !(beginsName(bytes[start]!) || bytes[start] === AT_SIGN)) return false;
  let isFirst = true;
  for (let at = start + 1; at < stop; at++) {
    const byte = bytes[at]!;
    if (beginsName(byte) || kinds[byte] === DIGIT) continue;
    if (!isFirst && byte === HYPHEN && !(at + 1 < stop && bytes[at + 1] === GREATER)) continue;
    at += separatorAt(bytes, at, stop);
    if (at >= stop || !beginsName(bytes[at]!)) return false;
    isFirst = false;
  }
  return true;
}

function beginsName(byte: number): boolean {
  return (kinds[byte]! & (SMALL | CAPITAL)) !== 0 || NAME_MARKS[byte] === 1;
}

/** Bytes of the separator at `at`, 0 for none. */
function separatorAt(bytes: Uint8Array, at: number, stop: number): number {
  const byte = bytes[at];
  const next = at + 1 < stop ? bytes[at + 1] : undefined;
  if ((byte === QUESTION && next === FULL_STOP) || (byte === HYPHEN && next === GREATER) || (byte === COLON && next === COLON))
    return 2;
  return byte === FULL_STOP || byte === SLASH || byte === COLON || byte === HYPHEN ? 1 : 0;
}

/** Letters of both cases, digits and perhaps signs that take turns as in no name. */
function isMixed(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  const { seen, apart } = kindsIn(bytes, start, end);
  const isLong = length >= SHORTEST_MIXED;
  if (COUNT_OF_KINDS[seen]! < (isLong ? 3 : 4)) return false;
  return apart > (length - 1) * (isLong ? MIXED_CHANGES : DENSE_CHANGES);
}

interface Kinds {
  /** Bits of `kinds`. */
  seen: number;
  /** Neighbours of different kinds. */
  changes: number;
  /** The same but for those that an underscore joins, as it does the words of names. */
  apart: number;
  /** Whether all are hexadecimal digits. */
  isHex: boolean;
}

const found: Kinds = { seen: 0, changes: 0, apart: 0, isHex: true };

/** What is counted of `bytes[start, end)`; the object is overwritten by the next call. */
function kindsIn(bytes: Uint8Array, start: number, end: number): Readonly<Kinds> {
  found.seen = 0;
  found.changes = 0;
  found.apart = 0;
  found.isHex = true;
  let last = kinds[bytes[start]!]!;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const kind = kinds[byte]!;
    if (kind !== last) found.changes++;
    if (kind !== last && byte !== UNDERSCORE && bytes[at - 1] !== UNDERSCORE) found.apart++;
    if (kind === OTHER || (byte | 0x20) > SMALL_F) found.isHex = false;
    found.seen |= kind;
    last = kind;
  }
  return found;
}

/** Three kinds of characters, or sixteen of two kinds, mixed as words and names are not; also behind a prefix, as issuers set it. */
function isRandom(bytes: Uint8Array, start: number, end: number): boolean {
  if (isDrawn(bytes, start, end)) return true;
  const from = behindPrefix(bytes, start, end);
  return end - from >= SHORTEST_TOKEN && from > start && isDrawn(bytes, from, end);
}

/** Where the value goes on behind a word of small letters and `_` or `-`, or its start: `live_`, `rnd-`. */
function behindPrefix(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && kinds[bytes[at]!] === SMALL) at++;
  const isPrefix = at > start && at - start <= LONGEST_PREFIX && (bytes[at] === UNDERSCORE || bytes[at] === HYPHEN);
  return isPrefix ? at + 1 : start;
}

function isDrawn(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < SHORTEST_RANDOM) return false;
  const { seen, changes, isHex } = kindsIn(bytes, start, end);
  const isLong = length >= SHORTEST_TOKEN;
  if (COUNT_OF_KINDS[seen]! < (isLong ? 2 : 3) || changes < Math.max(4, length * 0.2)) return false;
  if (holdsNameOrTest(bytes, start, end)) return false;
  // Six letters make more of the pairs that words are made of: a third of all digests would seem to be words. Sixteen digits are few, and
  // those of the token of a .NET assembly's public key, whose name says no more in an attribute of XML.
  const isDigest = isHex && length >= SHORTEST_DIGEST;
  // Of the neighbours in a text of 94 characters drawn at random 7 in 10 differ in kind: few of its letters stand together.
  if (!isDigest && !isMixed(bytes, start, end) && (wordShare(bytes, start, end) ?? 0) > WORDS) return false;
  return looksRandom(bytes, start, end, isHex ? 16 : 62);
}
