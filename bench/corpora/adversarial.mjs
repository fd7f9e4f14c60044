/**
 * The worst inputs that we know for a scanner that looks for candidates first: each repeats one thing that a prefilter
 * marks, a keyword gate lets through or a regular expression runs on for long. A new slow input goes here with its cause.
 */
import { ALPHABET } from '../random.mjs';
import { build } from './build.mjs';

/** Name, format, what it attacks, and the text that is repeated (or made anew for each piece). */
const CASES = [
  ['jwt-prefix', 'text', 'literal prefix that begins again in its own tail', 'eyJ-eyJ-eyJ_'],
  ['jwt-words', 'text', 'literal prefix at each word, long tails', (r) => `eyJ${r.text(ALPHABET.base64url, 200)}.eyJ `],
  ['digit-hyphen', 'text', 'digit groups of one', '1-1-1-1-1-1-'],
  [
    'digit-space',
    'text',
    'groups of four that never end: a card could start at each',
    (r) => `${r.digits(4)} ${r.digits(4)} ${r.digits(4)} ${r.digits(4)} `,
  ],
  ['digit-run', 'text', 'one long number', (r) => r.digits(64)],
  [
    'digit-triples',
    'text',
    'groups of three with changing separators: phones, SIN, SSN',
    (r) => `${r.digits(3)}${r.pick('-. /')}${r.digits(3)}${r.pick('-. /')}`,
  ],
  ['digit-dots', 'text', 'dotted numbers: addresses, CPF, versions', (r) => `${r.int(300)}.${r.int(300)}.`],
  ['digit-comma', 'text', 'nine digits and a comma: a hundred kinds of number', (r) => `${r.digits(9)},`],
  ['at-signs', 'text', 'e-mail marks without an end', 'a@a@a@a@a@a@'],
  ['mail-local', 'text', 'local parts that could reach far back', `${'a.'.repeat(40)}@b `],
  ['mail-labels', 'text', 'host names of many labels', `x@${'a.'.repeat(60)} `],
  ['cookie-word', 'text', 'a header that begins again in its own value', 'cookie: cookie: cookie: '],
  ['cookie-line', 'text', 'header with a value of 4 KB on each line', (r) => `Cookie: ${r.text(ALPHABET.base62, 4096)}\n`],
  ['authorization', 'text', 'header prefix before a short body', 'Authorization: Basic a Authorization: Basic '],
  ['pem-begin', 'text', 'key block that never has a body', '-----BEGIN RSA PRIVATE KEY-----'],
  ['pem-dashes', 'text', 'beginnings of a key block', '-----BEGIN '],
  ['dashes', 'text', 'hyphens', '-'],
  ['url-user', 'text', 'URL authorities without an end', '://a:a@://b:b@'],
  ['url-scheme', 'text', 'scheme and a long user', `http://${'a'.repeat(200)}:`],
  [
    'keyword-digit',
    'text',
    'keyword next to digits: the gate is always open',
    (r) => `ssn${r.digits(9)} card${r.digits(16)} npi${r.digits(10)} `,
  ],
  ['keyword-only', 'text', 'keywords without a value', 'social security number credit card passport driver license '],
  [
    'keyword-far',
    'text',
    'number with its keyword just out of reach',
    (r) => `ssn${' '.repeat(31)}${r.digits(9)}${' '.repeat(31)}`,
  ],
  [
    'iban-prefix',
    'text',
    'country code and check digits, then anything',
    (r) => `${r.pick(['DE', 'FR', 'GB', 'NL', 'ES'])}${r.digits(2)} ${r.text(ALPHABET.upper + ALPHABET.digit, 4)} `,
  ],
  [
    'iban-solid',
    'text',
    'right country, length and classes, wrong check digits',
    (r) => `DE${r.digits(20)} GB${r.digits(2)}${r.text(ALPHABET.upper, 4)}${r.digits(14)} `,
  ],
  [
    'upper-digit',
    'text',
    'short words of letters and digits',
    (r) => `${r.text(ALPHABET.upper, 2)}${r.digits(7)} ${r.text(ALPHABET.upper, 1)}${r.digits(8)} `,
  ],
  ['vin-shape', 'text', 'seventeen letters and digits', (r) => `${r.text('ABCDEFGHJKLMNPRSTUVWXYZ0123456789', 17)} `],
  ['letter-digit', 'text', 'a change of class at each byte', 'a1b2c3d4e5f6'],
  ['hex-colons', 'text', 'MAC and IPv6 groups without an end', (r) => `${r.text(ALPHABET.hex, 2)}:`],
  ['ipv6-groups', 'text', 'IPv6 groups of four without an end', (r) => `${r.text(ALPHABET.hex, 4)}:`],
  ['plus-signs', 'text', 'international prefix before a digit', '+1+1+1+1+'],
  ['parentheses', 'text', 'area codes', '(212) (212) (212) '],
  ['dates', 'text', 'dates in a row beside a keyword', 'dob 01/01/1990 01/01/1990 01.01.1990 '],
  [
    'aws-secret',
    'text',
    'forty characters of base64 after their keyword',
    (r) => `aws_secret_access_key ${r.text(ALPHABET.hex, 40)} `,
  ],
  ['multibyte', 'text', 'characters of two to four bytes around digits', 'é1ß2я3漢4😀5'],
  ['nul-bytes', 'text', 'NUL between digits', `1${'\u0000'}2${'\u0000'}`],
  ['newlines', 'text', 'empty lines', '\n'],
  ['rivals', 'text', 'one span that several countries claim: equal rivals in each line', (r) => `passport no ${r.digits(9)}\n`],
  [
    'first-words',
    'text',
    'first words of long keywords beside numbers',
    (r) => `${r.pick(['social', 'national', 'driver', 'health', 'customer', 'tax'])} ${r.digits(9)} `,
  ],
  [
    'json-deep',
    'json',
    'nesting of two hundred levels',
    (r) => `${'{"a":['.repeat(100)}${r.between(100000000, 999999999)}${']}'.repeat(100)},`,
  ],
  ['json-long', 'json', 'one string as long as the file', (r) => `${r.digits(9)} x `],
  [
    'json-escapes',
    'jsonl',
    'each character of each value escaped',
    (r) => `{"ssn":"${[...r.digits(9)].map((digit) => `\\u003${digit}`).join('')}"}\n`,
  ],
  ['json-keys', 'jsonl', 'a new key in each record', (r) => `{"k${r.digits(9)}":{"v${r.digits(9)}":"x"}}\n`],
  [
    'json-short',
    'jsonl',
    'values of three characters',
    (r) => `[${Array.from({ length: 30 }, () => `"${r.digits(3)}"`).join(',')}]\n`,
  ],
  ['json-quotes', 'jsonl', 'strings that hold escaped quotes only', `{"a":"${'\\"'.repeat(50)}"}\n`],
  ['csv-short', 'csv', 'cells of three characters', (r) => `${Array.from({ length: 20 }, () => r.digits(3)).join(',')}\n`],
  ['csv-quotes', 'csv', 'cells of doubled quotes', `${Array.from({ length: 10 }, () => `"${'""'.repeat(6)}"`).join(',')}\n`],
];

const columns = (count) => `${Array.from({ length: count }, (_unused, i) => `name${String.fromCharCode(97 + i)}`).join(',')}\n`;

/** What stands once before and behind the repeated part, where that is no whole document. */
const FRAMES = {
  'json-deep': ['[', '0]'],
  'json-long': ['["', '"]'],
  'csv-short': [columns(20), ''],
  'csv-quotes': [columns(10), ''],
};

/** @type {readonly import('./build.mjs').Corpus[]} */
export const ADVERSARIAL = CASES.map(([short, format, question, text]) => {
  const name = `adversarial/${short}`;
  const [head, tail] = FRAMES[short] ?? ['', ''];
  return {
    name,
    question,
    format,
    make(bytes) {
      const piece = typeof text === 'string' ? () => text.repeat(Math.ceil(256 / text.length)) : ({ random }) => text(random);
      const made = build({ name, bytes, head, piece });
      return { ...made, bytes: Buffer.concat([made.bytes, Buffer.from(tail)]) };
    },
  };
});
