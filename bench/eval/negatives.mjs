/**
 * Values that look like data and are none, by the kind that a template names: `{{-order-number}}`. None of them may be
 * reported as anything.
 */
import { ALPHABET } from '../random.mjs';
import { luhnDigit } from '../values/checksums.mjs';

const pad = (value, length = 2) => String(value).padStart(length, '0');

/** Day of the last years as year, month, day. */
function day(random) {
  return [random.between(2015, 2026), random.between(1, 12), random.between(1, 28)];
}

/** Digits that are no number of a card or device: such a number would be one for anybody who checks it. */
function integer(random, length) {
  for (;;) {
    const digits = String(random.between(1, 9)) + random.digits(length - 1);
    if (length < 12 || luhnDigit(digits.slice(0, -1)) !== digits.at(-1)) return digits;
  }
}

/** Check digit of ISBN-13, EAN-13 and other numbers of GS1: weights 1 and 3 in turn. */
function gs1Digit(body) {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[i]) * (i % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function gs1(random, prefix) {
  const body = prefix + random.digits(12 - prefix.length);
  return body + gs1Digit(body);
}

function isbn10(random) {
  const body = random.digits(9);
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(body[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return body + (check === 10 ? 'X' : check);
}

function uuid(random) {
  const hex = (length) => random.text(ALPHABET.hex, length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick('89ab')}${hex(3)}-${hex(12)}`;
}

const hex = (length) => (random) => random.text(ALPHABET.hex, length);
const upper = (random, length) => random.text(ALPHABET.upper, length);
const version = (random) => `${random.int(20)}.${random.int(40)}.${random.int(60)}`;

/** @type {Readonly<Record<string, (random: import('../random.mjs').Random) => string>>} */
export const NEGATIVES = {
  'order-number': (random) =>
    random.pick([
      `ORD-${integer(random, 8)}`,
      `SO${integer(random, 7)}`,
      integer(random, 10),
      `${random.between(100, 999)}-${integer(random, 7)}-${integer(random, 7)}`,
    ]),
  uuid,
  guid: (random) => uuid(random).toUpperCase(),
  sha1: hex(40),
  sha256: hex(64),
  sha512: hex(128),
  md5: hex(32),
  crc32: hex(8),
  hex: (random) => hex(random.pick([8, 12, 16, 24]))(random),
  'git-commit': (random) => hex(random.pick([7, 40]))(random),
  etag: (random) => `W/"${hex(16)(random)}"`,
  epoch: (random) => String(1_600_000_000 + random.int(180_000_000)),
  'epoch-ms': (random) => `${1_600_000_000 + random.int(180_000_000)}${random.digits(3)}`,
  isbn13: (random) => gs1(random, random.pick(['978', '979'])),
  isbn10,
  issn: (random) => `${random.digits(4)}-${random.digits(4)}`,
  ean13: (random) => gs1(random, random.pick(['40', '50', '73', '871'])),
  price: (random) => `${random.between(1, 9999)}.${random.digits(2)}`,
  amount: (random) => `${random.between(1, 9)},${random.digits(3)}.${random.digits(2)}`,
  percent: (random) => `${random.int(100)}.${random.digits(1)}%`,
  'coordinates-like': (random) => `${random.int(89)}.${random.digits(4)}, ${random.int(179)}.${random.digits(4)}`,
  version,
  'ip-like-version': (random) => `${version(random)}.${random.int(9000) + 1000}`,
  'phone-like-id': (random) =>
    random.pick([
      `${random.between(200, 999)}-${random.digits(3)}-${random.digits(5)}`,
      `${random.digits(4)}-${random.digits(4)}-${random.digits(4)}`,
      `${random.digits(3)}/${random.digits(7)}`,
    ]),
  invoice: (random) =>
    random.pick([
      `INV-${random.between(2015, 2026)}-${random.digits(5)}`,
      `RE${random.digits(7)}`,
      `F${random.between(2015, 2026)}/${random.digits(4)}`,
    ]),
  tracking: (random) =>
    random.pick([
      `1Z${random.text(ALPHABET.upper + ALPHABET.digit, 6)}${random.digits(10)}`,
      `TRK${integer(random, 12)}`,
      integer(random, 14),
    ]),
  sku: (random) => `${upper(random, 3)}-${random.digits(4)}-${upper(random, 2)}`,
  'part-number': (random) => `${upper(random, 2)}${random.digits(4)}-${random.digits(3)}`,
  serial: (random) => `SN${random.text(ALPHABET.upper + ALPHABET.digit, 10)}`,
  ticket: (random) => `${upper(random, 4)}-${random.between(100, 99999)}`,
  date: (random) => {
    const [year, month, date] = day(random);
    return random.pick([
      `${year}-${pad(month)}-${pad(date)}`,
      `${pad(date)}.${pad(month)}.${year}`,
      `${pad(date)}/${pad(month)}/${year}`,
    ]);
  },
  time: (random) => `${pad(random.int(24))}:${pad(random.int(60))}:${pad(random.int(60))}`,
  timestamp: (random) => {
    const [year, month, date] = day(random);
    return `${year}-${pad(month)}-${pad(date)}T${pad(random.int(24))}:${pad(random.int(60))}:${pad(random.int(60))}Z`;
  },
  year: (random) => String(random.between(1950, 2026)),
  base64: (random) => random.bytes(random.pick([24, 48, 96])).toString('base64'),
  decimal: (random) => `${random.int(1000)}.${random.digits(6)}`,
  color: (random) => `#${hex(6)(random)}`,
  size: (random) => `${random.between(20, 4000)}x${random.between(20, 4000)}`,
  port: (random) => String(random.between(1024, 65535)),
  count: (random) => String(random.between(2, 99_999)),
};

/**
 * A value of a kind. `integerN` is a whole number of N digits, 1 to 40.
 * @throws where no kind has the name
 */
export function negative(kind, random) {
  const make = NEGATIVES[kind];
  if (make !== undefined) return make(random);
  const length = Number(/^integer([1-9]\d?)$/.exec(kind)?.[1]);
  if (length >= 1 && length <= 40) return integer(random, length);
  throw new Error(
    `no hostile value is called ${kind}; there are ${Object.keys(NEGATIVES).join(', ')}, and integerN for N digits`,
  );
}
