/**
 * Values that are assigned to a name such as `password` or `api_key`. Nothing in such a value says what it is, so this tells it
 * from what else stands behind such names: placeholders, variables, code, texts for people, paths, words.
 */
import type { ReservedCheck, Surroundings, Validator, Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { wordShare } from './letter-pairs.js';
import { looksRandom } from './random-body.js';

/** Bytes to the left of a value that are looked at for its name. */
const NAME_REACH = 64;

const QUOTES = '"\'`';
/** What may stand behind a value without quotes; a bracket would make it code. */
const ENDS = new Set(' \t\r\n,;&<"\'`)}]|#');

/** Names of tokens and keys that are shown to everybody, or are none: the word before the last one says so. */
const HARMLESS_NAME =
  /(?:public|publishable|csrf|xsrf|page|next|previous|cursor|continuation|design|syntax|lexer|cancellation|padding|captcha|foreign|primary|partition|cache|idempotency|search|(?<![a-z])(?:anon|prev|sync|cancel|pad|eos|bos|unk|mask|sep|cls|special|start|end|stop|first|last|current|max|min|total|count|input|output|prompt|completion|site|sort|query))[ _.-]?(?:api|access)?[ _.-]?(?:tokens?|key|secret)\W{0,16}(?:value\W{1,6})?$/i;
/** A name that is a verb by itself, before a value without quotes. */
const RESULT = /(?:^|[^\w.-])pass["']?[^\w"'`]*$/i;

/** The name of a secret, as clouds give them. */
const RESOURCE_NAME = /arn:[^\s"']*$/;

/** Variables, templates, formats and calls of all kinds. */
const VARIABLE =
  /^(?:\$[A-Za-z_({]|\$\$|%[A-Za-z_({%]|\{|\[|<|@[A-Za-z_{]|#\{|\*|!|&[a-z]+|env[.:]|ENV\[|os\.|process\.|import\.meta|getenv|secrets?[.:]|vault:|ssm:|op:\/\/|file:|config[.:]|settings\.|self\.|this\.|var\.|data\.|local\.|module\.|props\.|req\.|request\.|args?\.|opts?\.|options\.|params?\.|ctx\.|context\.|!Ref|!Sub|!GetAtt|arn:|\/\/|\/|\.{1,2}\/|~\/|[A-Za-z]:[\\/]|--)/;
/** Something that stands for a value, anywhere in it. */
const PLACEHOLDER =
  /example|sample|placeholder|change[-_.]?(?:me|it|this)|redacted|removed|hidden|masked|dummy|fake|mock|your[-_]|^your|my[-_]|[-_]here|insert|replace|todo|fixme|foobar|foo[-_]?bar|^foo|^bar|^baz|lorem|x{3,}|\*{3,}|\.{3,}|_{3,}|-{4,}|#{3,}|0{5,}|1{5,}|12345|abcde|qwert|asdf|a1b2c3|deadbeef|cafebabe|not[-_]?(?:a|real|secret|used|set)|undefined|null|%[a-z]|\$\{|\{\{|<[a-z]/i;
/** Test doubles, and a value that is a name itself: by itself this is nothing, and in a longer text nothing to be sure of. */
const NAME_OR_TEST =
  /test|pass(?:w(?:or)?d|phrase|wort)|secret|token|api[-_]?key|credential|default|admin|root|user|none|string|value|private|public|login|hello|world|demo|guest|correct|wrong|invalid|valid/i;
/** All of them. */
const NAMES_OR_TESTS = new RegExp(NAME_OR_TEST, 'gi');

const URL_OR_MAIL = /:\/\/|^[\w.+-]+@[\w-]+\.[\w.-]+$/;
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** Dates, times, versions, numbers, colours, lengths. */
const NUMBER = /^[+-]?(?:0x[0-9a-f]{1,8}|[\d.,:_/TZ-]+(?:px|em|rem|ms|s|kb|mb|%)?|[v^~]?\d+\.\d+\.\d+(?:[-+][\w.-]+)?)$/i;
const DIGITS = /^\d+$/;
/** Digests that say so, and hashes of passwords. */
const DIGEST = /^(?:sha(?:1|256|384|512)|md5|pbkdf2|argon2|scrypt|bcrypt|crypt)[-:_$]|^\$(?:\d\w?|argon2\w*|pbkdf2\S*|apr1|y)\$/i;
/** A name, a property, a path of segments, in any case, with digits only at its end or as single ones. */
const IDENTIFIER = /^[A-Za-z_$@][\w$]*(?:(?:\??\.|::|->|[/:-])[A-Za-z_$][\w$-]*)*[?!]?$/;

/** Letters of which as many of the neighbours stand together in words are words. Of 32 random characters 1.4 % seem so. */
const WORDS = 0.6;
/** Where no character tells it from a name, a text must be less of a word still. */
const SHORTEST_RANDOM = 8;
const SHORTEST_TOKEN = 16;

/** Value of a password: also short ones and those of digits alone. `unknown`: people choose them. */
export const assignedPassword: Validator = (bytes, start, end, around) =>
  stands(bytes, start, end, around) && !isResult(bytes, start, around) ? refuse(latin1(bytes, start, end), true) : 'invalid';

/** Value of an API key, token or secret, which machines make: eight characters and more. `unknown`: no checksum is known. */
export const assignedSecret: Validator = (bytes, start, end, around) =>
  stands(bytes, start, end, around) && !isHarmless(bytes, start, around) ? refuse(latin1(bytes, start, end), false) : 'invalid';

/** Whether an assigned value is more likely made up by a person than drawn at random. */
export const isGuessable: ReservedCheck = (bytes, start, end) => {
  const text = latin1(bytes, start, end);
  return UUID.test(text) || DIGEST.test(text) || URL_OR_MAIL.test(text) || !isRandom(text, bytes, start, end);
};

/** Whether the value ends where it must: at the quote that opened it, or where code does not go on. */
function stands(bytes: Uint8Array, start: number, end: number, around: Surroundings = { start, end }): boolean {
  if (end >= around.end) return true;
  const opening = start > around.start ? String.fromCharCode(bytes[start - 1]!) : '';
  const next = String.fromCharCode(bytes[end]!);
  if (!QUOTES.includes(opening) || opening === '') return ENDS.has(next);
  // In a string within a string the closing quote is escaped.
  const closing = next === '\\' && end + 1 < around.end ? String.fromCharCode(bytes[end + 1]!) : next;
  return closing === opening;
}

function isHarmless(bytes: Uint8Array, start: number, around: Surroundings | undefined): boolean {
  if (around === undefined) return false;
  const before = latin1(bytes, Math.max(around.start, start - NAME_REACH), start);
  return HARMLESS_NAME.test(before) || RESOURCE_NAME.test(before);
}

/** Whether the name is `pass` alone and the value has no quotes: logs of tests are full of `PASS: name`. */
function isResult(bytes: Uint8Array, start: number, around: Surroundings | undefined): boolean {
  if (around === undefined) return false;
  return RESULT.test(latin1(bytes, Math.max(around.start, start - NAME_REACH), start));
}

function refuse(text: string, isPassword: boolean): Verdict {
  const isNone =
    VARIABLE.test(text) ||
    PLACEHOLDER.test(text) ||
    URL_OR_MAIL.test(text) ||
    NUMBER.test(text) ||
    isWord(text) ||
    isSegments(text) ||
    text.endsWith(':');
  if (!isNone) return 'unknown';
  return isPassword && DIGITS.test(text) && !PLACEHOLDER.test(text) ? 'unknown' : 'invalid';
}

/** Words, names and test doubles, alone or joined, with at most a number behind them. */
function isWord(text: string): boolean {
  const rest = text.replace(NAMES_OR_TESTS, '');
  if (rest.length <= 3 || new Set(text).size <= 3) return true;
  if (rest.length < text.length && (!/[0-9]/.test(rest) || !/[A-Za-z]/.test(rest))) return true;
  if (!/^[A-Za-z_.:/ -]+$/.test(text)) return false;
  return (wordShare(text) ?? 1) > (text.length < SHORTEST_TOKEN ? 0.4 : WORDS);
}

/** A property, a path or a name with digits in it: `user.auth2.token`, `path/to/file1`, `sha256Hash`. */
function isSegments(text: string): boolean {
  if (!IDENTIFIER.test(text)) return false;
  if (/[./:>]/.test(text)) return (wordShare(text) ?? 1) > WORDS;
  return /[_-]|[a-z][A-Z]/.test(text) && (wordShare(text) ?? 0) > WORDS;
}

/** Three kinds of characters, or sixteen of two kinds, mixed as words and names are not. */
function isRandom(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length < SHORTEST_RANDOM || NAME_OR_TEST.test(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length;
  const changes = [...text].filter((_, i) => i > 0 && kindOf(text, i) !== kindOf(text, i - 1)).length;
  const isLong = text.length >= SHORTEST_TOKEN;
  if (kinds < (isLong ? 2 : 3) || changes < Math.max(4, text.length * 0.2)) return false;
  if ((wordShare(text) ?? 0) > WORDS) return false;
  return looksRandom(bytes, start, end, /^[0-9a-fA-F]+$/.test(text) ? 16 : 62);
}

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 97 && code <= 122 ? 3 : 0;
}
