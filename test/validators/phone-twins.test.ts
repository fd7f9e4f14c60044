/** Phone validators against a slow twin on text: the twin walks the packed plans digit by digit and knows no sets of lengths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFractionOrRegistry, isPhoneLookalike, isSummand } from '../../src/validators/phone-lookalikes.js';
import {
  GERMAN_AREA_CODES,
  NANP_ELSEWHERE_ROOT,
  PHONE_NODES,
  PHONE_PLAN_ROOTS,
  TRUNK_ZERO_CODES,
} from '../../src/validators/phone-metadata.js';
import {
  fictitiousPhone,
  internationalPhone,
  nationalPhone,
  otherDialledPhone,
  otherFictitiousPhone,
  otherInternationalPhone,
  type Trunk,
} from '../../src/validators/phone-number.js';
import { FICTITIOUS } from '../../src/validators/phone-reserved.js';
import { isReserved, verdictOf } from './verdicts.js';

const SEED = 20260806;
const OWN: readonly (readonly [code: number, trunk: Trunk])[] = [
  [1, 'one'],
  [33, 'zero'],
  [34, 'none'],
  [39, 'none'],
  [44, 'zero'],
  [49, 'zero'],
  [55, 'zero-and-carrier'],
];
const CODES = Object.keys(PHONE_PLAN_ROOTS).map(Number);

interface Node {
  readonly isEnd: boolean;
  readonly next: Map<string, Node>;
}

const nodes = unpack();

function unpack(): readonly Node[] {
  const packed = [...Buffer.from(PHONE_NODES, 'base64')];
  const number = (): number => {
    const byte = packed.shift()!;
    return byte < 128 ? byte : byte - 128 + 128 * number();
  };
  const found: Node[] = [{ isEnd: false, next: new Map() }];
  while (packed.length > 0) {
    const head = number();
    const next = new Map<string, Node>();
    for (let kinds = Math.floor(head / 2); kinds > 0; kinds--) {
      const mask = number();
      const child = found[found.length - number()]!;
      for (const digit of '0123456789') if ((mask >> Number(digit)) % 2) next.set(digit, child);
    }
    found.push({ isEnd: head % 2 === 1, next });
  }
  return found;
}

function isInPlan(root: number, number: string): boolean {
  let node: Node | undefined = nodes[root];
  for (const digit of number) node = node?.next.get(digit);
  return node?.isEnd ?? false;
}

const isNational = (code: number, number: string) => isInPlan(PHONE_PLAN_ROOTS[code] ?? 0, number);
const ranges = new Map(
  Object.entries(FICTITIOUS).map(([code, shapes]) => [
    Number(code),
    new RegExp(`^(?:${shapes.join('|').replaceAll('x', '\\d')})$`),
  ]),
);
const isAside = (code: number, number: string) => ranges.get(code)?.test(number) ?? false;
const isPlaceholder = (number: string) =>
  ['01234567', '12345678', '23456789'].includes(number.slice(0, 8)) || /^(\d)\1{7}/.test(number);

/** The digits of a written number, or undefined where it is none. */
function digitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  const isWritten = /^\+?[\d ./-]*(?:\([\d ./-]*\)[\d ./-]*)*$/.test(text);
  return isWritten && digits.length <= 20 ? digits : undefined;
}

/** Calling code and what follows, or undefined where the length is out of bounds or no code stands there. */
function split(digits: string): readonly [code: number, rest: string] | undefined {
  if (digits.length < 8 || digits.length > 16) return undefined;
  const length = [1, 2, 3].find((n) => CODES.includes(Number(digits.slice(0, n))));
  return length === undefined ? undefined : [Number(digits.slice(0, length)), digits.slice(length)];
}

const most = (code: number) => (code === 49 ? 11 : 15);
const belongs = (code: number, number: string) =>
  number.length <= most(code) && (isNational(code, number) || (code !== 1 && isAside(code, number)));

/** The national number without a tolerated trunk zero. */
function trunkless(code: number, rest: string): string | undefined {
  if (belongs(code, rest)) return rest;
  const isTrunk = rest.startsWith('0') && TRUNK_ZERO_CODES.includes(code) && rest.length - 1 <= most(code);
  return isTrunk && isNational(code, rest.slice(1)) ? rest.slice(1) : undefined;
}

function nationalPart(code: number, trunk: Trunk, digits: string): string | undefined {
  if (digits.length < (code === 39 ? 8 : 6)) return undefined;
  if (digits.startsWith('00')) {
    const parts = split(digits.slice(2));
    return parts?.[0] === code ? trunkless(code, parts[1]) : undefined;
  }
  const choices: Record<Trunk, readonly string[]> = {
    none: [digits],
    one: [digits.replace(/^1/, '')],
    zero: digits.startsWith('0') ? [digits.slice(1)] : [],
    'zero-and-carrier': digits.startsWith('0') ? [digits.slice(1), digits.slice(3)] : [digits],
  };
  return choices[trunk].find((number) => belongs(code, number));
}

/** A date as people write it, or a German or Italian number parted near its area code and not behind it. */
function isMiswritten(code: number, text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text.replace(/[ ./-]/g, '')) ?? [];
  const [, first, second, last] = /^(\d\d)(\d\d)(\d{4})$/.exec(text.replace(/[ ./-]/g, '')) ?? [];
  const isDay = (y: string | undefined, m: string | undefined, d: string | undefined): boolean => {
    const date = new Date(`${y}-${m}-${d}T00:00:00Z`);
    return /^(?:19|20)/.test(y ?? '') && date.getTime() >= -3e12 && date.toISOString().startsWith(`${y}-${m}-${d}`);
  };
  if (text.length === 10 && (isDay(year, month, day) || isDay(last, second, first) || isDay(last, first, second))) return true;
  const digits = text.replace(/\D/g, '');
  const area = areaOf(code, digits);
  const groups = text.match(/\d+/g)!;
  const cuts = groups.map((_, i) => groups.slice(0, i + 1).join('').length).slice(0, -1);
  const near = cuts.find((cut) => cut > 1);
  return area !== undefined && !cuts.includes(area) && near !== undefined && near <= 6;
}

/** Italy's area codes that have no four digits, as its regulator lists them. */
const SHORT_AREAS =
  '02 06 010 011 015 019 030 031 035 039 040 041 045 049 050 051 055 059 070 071 075 079 080 081 085 089 090 091 095 099'.split(
    ' ',
  );

/** Digits of the area code with its zero, where the plan has such. */
function areaOf(code: number, digits: string): number | undefined {
  if (code === 39 && digits.startsWith('0')) return SHORT_AREAS.find((area) => digits.startsWith(area))?.length ?? 4;
  if (code !== 49 || !/^0[1-9]/.test(digits)) return undefined;
  const area = GERMAN_AREA_CODES.find(([, beginning]) => new RegExp(`^0(?:${beginning})`).test(digits));
  return area && area[0] + 1;
}

function writtenTwin(text: string): string {
  const [, before, sign, behind] = /^.(\d*)([.-])(\d*)$/.exec(text) ?? [];
  if (before === undefined || behind === undefined) return 'valid';
  if (sign === '.' && before.length > 3) return 'invalid';
  if (sign === '-' && [4, 6].includes(before.length) && behind.length === before.length + 1) {
    const parts = [before.slice(2), behind.slice(3)].flatMap((rest) => rest.match(/../g)!);
    const isPosition = Number(before.slice(0, 2)) <= 90 && Number(behind.slice(0, 3)) <= 180;
    if (isPosition && parts.every((part) => Number(part) < 60)) return 'invalid';
  }
  return sign === '.' && before.length > 0 ? 'unknown' : 'valid';
}

function internationalTwin(code: number | 'other', text: string): string {
  const parts = split(digitsOf(text) ?? '');
  if (!parts) return 'invalid';
  const isOwn = OWN.some(([own]) => own === parts[0]);
  if (code === 'other' && parts[0] === 1)
    return isInPlan(NANP_ELSEWHERE_ROOT, parts[1]) && !isNational(1, parts[1]) ? writtenTwin(text) : 'invalid';
  if (code === 'other' ? isOwn : parts[0] !== code) return 'invalid';
  return trunkless(...parts) === undefined ? 'invalid' : writtenTwin(text);
}

function dialledTwin(text: string): string {
  const digits = digitsOf(text) ?? '';
  const parts = digits.startsWith('00') ? split(digits.slice(2)) : undefined;
  return !parts || OWN.some(([own]) => own === parts[0]) || trunkless(...parts) === undefined ? 'invalid' : 'unknown';
}

const isFiction = (code: number, number: string | undefined) =>
  number !== undefined && (isAside(code, number) || isPlaceholder(number));

function fictionTwin(code: number, trunk: Trunk, text: string): boolean {
  const digits = digitsOf(text);
  if (digits === undefined) return false;
  if (!text.startsWith('+')) return isFiction(code, nationalPart(code, trunk, digits));
  const parts = split(digits);
  return isFiction(code, trunkless(code, parts ? parts[1] : digits));
}

function otherFictionTwin(text: string): boolean {
  const parts = split((digitsOf(text) ?? '').slice(text.startsWith('+') ? 0 : 2));
  return parts !== undefined && isFiction(parts[0], trunkless(...parts));
}

/** A number that the plan has, of any length: a way through its nodes. */
const inPlan = (root: number) =>
  fc.array(fc.nat(99), { minLength: 16, maxLength: 16 }).map((choices) => {
    let node = nodes[root]!;
    let number = '';
    for (const choice of choices) {
      if (node.next.size === 0 || (node.isEnd && choice < 30)) break;
      const [digit, child] = [...node.next][choice % node.next.size]!;
      number += digit;
      node = child;
    }
    return number;
  });

const national = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...OWN.map(([code]) => code), 61, 353, 41, 7, 993).chain((code) => {
      return inPlan(PHONE_PLAN_ROOTS[code]!).map((number) => [code, number] as const);
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...CODES)
      .chain((code) => inPlan(PHONE_PLAN_ROOTS[code]!).map((number) => [code, number] as const)),
  },
  { weight: 1, arbitrary: inPlan(NANP_ELSEWHERE_ROOT).map((number) => [1, number] as const) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          ...Object.entries(FICTITIOUS).flatMap(([code, shapes]) => shapes.map((shape) => [Number(code), shape] as const)),
        ),
        fc.stringMatching(/^\d{10}$/),
      )
      .map(([[code, shape], digits]) => [code, shape.replaceAll('x', (_, at: number) => digits[at % 10]!)] as const),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...CODES), fc.constantFrom('1234567890', '2345678900', '3333333333', '23456789')),
  },
);
/** Written as international, dialled or national number, whole or in groups, right or with one digit more, less or changed. */
const text = fc
  .tuple(
    national,
    fc.constantFrom('+', '+', '00', '', '0', '1', '015', '+0', '('),
    fc.constantFrom('', '', '0', '(0)', '.'),
    fc.array(fc.tuple(fc.nat(15), fc.constantFrom(' ', '-', '.', '/', ' (', ')', '')), { maxLength: 3 }),
    fc.option(fc.tuple(fc.nat(14), fc.constantFrom('', '7', '0', '55')), { freq: 4 }),
  )
  .map(([[code, number], lead, trunk, signs, change]) => {
    const changed = change ? number.slice(0, change[0]) + change[1] + number.slice(change[0] + 1) : number;
    let written = (lead === '+' || lead === '00' ? String(code) + trunk : '') + changed;
    for (const [at, sign] of signs) written = written.slice(0, at) + sign + written.slice(at);
    return lead + written;
  });

describe('phone validators', () => {
  it('judge written numbers as the twin does', () => {
    const counts: Record<string, number> = {};
    const note = (kind: string, answer: string | boolean) => {
      counts[`${kind} ${answer}`] = (counts[`${kind} ${answer}`] ?? 0) + 1;
    };
    fc.assert(
      fc.property(text, (value) => {
        for (const [code, trunk] of OWN) {
          const abroad = internationalTwin(code, value);
          expect(verdictOf(internationalPhone(code), value), `+${code} ${value}`).toBe(abroad);
          const isNumber = nationalPart(code, trunk, digitsOf(value) ?? '') !== undefined && !isMiswritten(code, value);
          const inside = isNumber ? 'unknown' : 'invalid';
          expect(verdictOf(nationalPhone(code, trunk), value), `${code} ${value}`).toBe(inside);
          const fiction = fictionTwin(code, trunk, value);
          expect(isReserved(fictitiousPhone(code, trunk), value), `${code} ${value}`).toBe(fiction);
          note('abroad', abroad);
          note(`inside ${code}`, inside);
          note(`fiction ${code}`, fiction);
        }
        const other = internationalTwin('other', value);
        expect(verdictOf(otherInternationalPhone, value), value).toBe(other);
        const dialled = dialledTwin(value);
        expect(verdictOf(otherDialledPhone, value), value).toBe(dialled);
        const fiction = otherFictionTwin(value);
        expect(isReserved(otherFictitiousPhone, value), value).toBe(fiction);
        note('other', other);
        note('dialled', dialled);
        note('other fiction', fiction);
      }),
      { seed: SEED, numRuns: 8000 },
    );
    for (const [kind, count] of Object.entries(counts)) expect(count, kind).toBeGreaterThan(20);
    // Each answer of each validator, but for Spain: its plan has neither a range set aside nor a placeholder.
    expect(Object.keys(counts).length).toBe(3 + 14 + 13 + 3 + 2 + 2);
  });
});

describe('what only looks like a number, at the edges', () => {
  it.each([
    ['+9000-18000', true],
    ['+7953-09709', true],
    ['+4959-17959', true],
    ['+495359-0970959', true],
    ['+1234.5', true],
    ['+9100-00000', false],
    ['+0000-18100', false],
    ['+4960-09709', false],
    ['+4953-09769', false],
    ['+495360-0970900', false],
    ['+4953 09709', false],
    ['+4953/09709', false],
    ['+4953-9709', false],
    ['+4953-009709', false],
    ['+123.5', false],
    ['+12345', false],
    ['+1.2.3', false],
    ['+', false],
  ] as const)('%s is none: %s', (text, expected) => expect(isReserved(isPhoneLookalike, text)).toBe(expected));

  it.each([
    ['+1.8003569377', true],
    ['+352.36450611', true],
    ['+1234.5', false],
    ['+.5', false],
    ['+123', false],
    ['+1.2.3', false],
    ['+1-2', false],
  ] as const)('%s may be a fraction: %s', (text, expected) => {
    const bytes = Buffer.from(`7${text}.5`);
    expect(isFractionOrRegistry(bytes, 1, 1 + text.length)).toBe(expected);
  });

  it('is added to an operand before it, a string among them that ends there', () => {
    const summand = (before: string, behind: string) => {
      const bytes = Buffer.from(`${before}+468242149${behind}`);
      return isSummand(bytes, before.length, before.length + 10);
    };
    for (const before of [')', ']', '_', '$', 'a"', "1'", 'Z`']) expect(summand(before, ';'), before).toBe(true);
    for (const before of ['', '"', '="', ' "', '[', '(', ' ', '=', 'x', '7', '-'])
      expect(summand(before, ';'), before).toBe(false);
    for (const quote of ['"', "'", '`']) {
      expect(summand(`a${quote}`, quote), quote).toBe(false);
      expect(summand(`a${quote}`, ''), quote).toBe(true);
    }
  });
});

describe('what only looks like a number', () => {
  const signed = fc.stringMatching(/^\+\d{0,8}[.-]?\d{0,8}[ .-]?\d{0,3}$/);

  it('is what the twin says', () => {
    fc.assert(
      fc.property(signed, (value) => {
        const twin = writtenTwin(value);
        expect(isReserved(isPhoneLookalike, value), value).toBe(twin === 'invalid');
        if (twin !== 'invalid') expect(isReserved(isFractionOrRegistry, value), value).toBe(twin === 'unknown');
      }),
      { seed: SEED, numRuns: 10_000 },
    );
  });
});
