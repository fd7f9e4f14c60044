// Checksums that read bytes by table, against twins that spell the rule out with strings and big integers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Validator, Verdict } from '../../src/core/verdict.js';
import { luhnSum, readAlnum } from '../../src/validators/digits.js';
import { franceNir } from '../../src/validators/france-nir.js';
import { germanyIdnr } from '../../src/validators/germany-idnr.js';
import { ibanMod97 } from '../../src/validators/iban.js';
import { bbanLength, IBAN_COUNTRIES } from '../../src/validators/iban-registry.js';
import { passesMod11And10 } from '../../src/validators/iso7064.js';
import { italyCodiceFiscale } from '../../src/validators/italy-codice-fiscale.js';
import { swedenPersonnummer } from '../../src/validators/sweden-personnummer.js';
import { vin } from '../../src/validators/vin.js';
import { digitText, textOf, verdictOf } from './verdicts.js';

const RUNS = { numRuns: 5000, seed: 20261121 };
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SEPARATORS = /[ \-./]/g;

/** `text` with separators, letters in lower case, a character changed or one left out, each in some of the runs. */
function spelled(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(values, fc.nat(40), fc.constantFrom(' ', '-', '.', '/', '  '), fc.nat(9), fc.constantFrom(...`${DIGITS}AMZ_é`))
    .map(([text, at, separator, kind, other]) => {
      if (kind === 0) return text.slice(0, at) + separator + text.slice(at);
      if (kind === 1) return text.replace(/.{4}(?=.)/g, `$&${separator}`);
      if (kind === 2) return text.toLowerCase();
      if (kind === 3) return text.slice(0, at % (text.length + 1)) + other + text.slice((at % (text.length + 1)) + 1);
      return kind === 4 ? text.slice(0, at) + text.slice(at + 1) : text;
    });
}

/** Upper-case letters and digits of a text, or undefined where anything but separators stands between them. */
function plain(text: string): string | undefined {
  const upper = text.replace(SEPARATORS, '').replace(/[a-z]/g, (c) => c.toUpperCase());
  return /^[0-9A-Z]*$/.test(upper) ? upper : undefined;
}

/** Both give the same verdict, and each verdict but those of `never` comes up often enough. */
function expectTwins(
  validator: Validator,
  twin: (text: string) => Verdict,
  values: fc.Arbitrary<string>,
  seen: readonly Verdict[],
): void {
  const counts = { valid: 0, invalid: 0, unknown: 0 };
  fc.assert(
    fc.property(spelled(values), (text) => {
      const expected = twin(text);
      expect(verdictOf(validator, text)).toBe(expected);
      counts[expected]++;
    }),
    RUNS,
  );
  for (const verdict of seen) expect(counts[verdict], verdict).toBeGreaterThan(100);
}

describe('reading', () => {
  const any = fc.nat(30).chain((length) => textOf('09azAZ ./-_:@[`{é\0', length));

  it('takes letters and digits in upper case, skips separators, refuses the rest and what is too long', () => {
    const into = new Uint8Array(12);
    fc.assert(
      fc.property(
        fc.oneof(
          any,
          any.map((text) => text.replace(/[^\w./ -]|_/g, '')),
        ),
        (text) => {
          const bytes = Buffer.from(`A${text}A`, 'latin1');
          const expected = plain(text);
          const count = readAlnum(bytes, 1, bytes.length - 1, into);
          if (expected === undefined || expected.length > into.length) expect(count).toBe(-1);
          else expect(Buffer.from(into.subarray(0, count)).toString('latin1')).toBe(expected);
        },
      ),
      RUNS,
    );
  });

  it('sums the digits as Luhn does, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.oneof(any, fc.nat(25).chain(digitText)), (text) => {
        const bytes = Buffer.from(`7${text}7`, 'latin1');
        const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
        const sum = digits.reduce(
          (all, digit, i) => all + (i % 2 === 0 ? digit : [...String(digit * 2)].reduce((a, c) => a + Number(c), 0)),
          0,
        );
        expect(luhnSum(bytes, 1, bytes.length - 1)).toBe(sum);
      }),
      RUNS,
    );
  });
});

describe('numbers with letters', () => {
  it('IBAN: the remainder of one long number', () => {
    const remainder = (iban: string) => {
      const number = [...iban.slice(4), ...iban.slice(0, 4)].map((c) => Number.parseInt(c, 36)).join('');
      return BigInt(number) % 97n;
    };
    const lengths = new Map(IBAN_COUNTRIES.map((country) => [country.code, 4 + bbanLength(country.bban)]));
    const twin = (text: string): Verdict => {
      const iban = plain(text);
      if (!iban || iban.length !== lengths.get(iban.slice(0, 2)) || !/^..\d\d/.test(iban)) return 'invalid';
      const check = Number(iban.slice(2, 4));
      return check >= 2 && check <= 98 && remainder(iban) === 1n ? 'valid' : 'invalid';
    };
    const account = fc.constantFrom(...lengths).chain(([code, length]) =>
      fc.tuple(fc.constantFrom(DIGITS, DIGITS + LETTERS), fc.nat(9)).chain(([alphabet, wrong]) =>
        textOf(alphabet, length - 4).map((bban) => {
          const check = 98n - remainder(`${code}00${bban}`);
          // Where the sum is right, the check digits 00, 01 and 99 are wrong all the same.
          const stated = wrong === 0 && check < 4n ? check + 97n - 2n * 97n * (check > 2n ? 0n : 1n) : check;
          return code + String(stated < 0n ? check : stated).padStart(2, '0') + bban;
        }),
      ),
    );
    expectTwins(ibanMod97, twin, account, ['valid', 'invalid']);
    for (const country of IBAN_COUNTRIES) {
      for (const check of ['00', '01', '99']) {
        const example = country.example.slice(0, 2) + check + country.example.slice(4);
        expect(verdictOf(ibanMod97, example)).toBe(twin(example));
      }
    }
  });

  it('codice fiscale: both tables of values', () => {
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    const plainDigit = (c: string) => (/\d/.test(c) ? Number(c) : 'LMNPQRSTUV'.indexOf(c));
    const checkOf = (code: string) => {
      const values = [...code.slice(0, 15)].map((c, i) => {
        const value = /\d/.test(c) ? Number(c) : LETTERS.indexOf(c);
        return i % 2 === 0 ? odd[value]! : value;
      });
      return LETTERS[values.reduce((a, b) => a + b, 0) % 26]!;
    };
    const twin = (text: string): Verdict => {
      const code = plain(text);
      if (code?.length !== 16) return 'invalid';
      const [y1, y2, , tens, units] = [...code.slice(6, 11)].map(plainDigit) as [number, number, number, number, number];
      const month = 'ABCDEHLMPRST'.indexOf(code[8]!) + 1;
      if (month === 0 || tens < 0 || units < 0 || y1 < 0 || y2 < 0) return 'invalid';
      const day = (tens * 10 + units) % 40;
      const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
      return tens <= 7 && day >= 1 && day <= longest && checkOf(code) === code[15] ? 'valid' : 'invalid';
    };
    const digit = `${DIGITS}LMNPQRSTUV`;
    const values = fc
      .tuple(
        textOf(LETTERS, 6),
        textOf(digit, 2),
        textOf('ABCDEHLMPRSTF', 1),
        textOf(digit, 2),
        textOf(LETTERS, 1),
        textOf(digit, 3),
      )
      .map((parts) => parts.join('') + checkOf(parts.join('')));
    expectTwins(italyCodiceFiscale, twin, values, ['valid', 'invalid']);
  });

  it('vehicle identification number: transliteration and weights', () => {
    const value = (c: string) =>
      /\d/.test(c)
        ? Number(c)
        : '12345678 12345 7 923456789'[LETTERS.indexOf(c)] === ' '
          ? -1
          : Number('12345678 12345 7 923456789'[LETTERS.indexOf(c)]);
    const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    const checkOf = (text: string) => '0123456789X'[[...text].reduce((sum, c, i) => sum + value(c) * weights[i]!, 0) % 11];
    const twin = (text: string): Verdict => {
      const number = plain(text);
      if (number?.length !== 17 || number[0] === '0' || /[IOQ]/.test(number) || /^\d*$/.test(number) || /^(.)\1*$/.test(number))
        return 'invalid';
      return number[8] === checkOf(number) ? 'valid' : 'unknown';
    };
    const values = fc
      .tuple(
        fc.oneof(textOf('0123456789ABCDEFGHJKLMNPRSTUVWXYZ', 17), digitText(17), textOf('AAAAAAAAAAAAAAAAAAAI', 17)),
        fc.boolean(),
      )
      .map(([text, right]) => (right && !/[IOQ]/.test(text) ? text.slice(0, 8) + checkOf(text) + text.slice(9) : text));
    expectTwins(vin, twin, values, ['valid', 'invalid', 'unknown']);
  });

  it('NIR: the remainder of the whole number, Corsica included', () => {
    const keyOf = (number: string) => 97n - (BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n);
    const twin = (text: string): Verdict => {
      const code = plain(text);
      if (!code || !/^\d{5}(?:\d\d|2[AB])\d{8}$/.test(code)) return 'invalid';
      const month = Number(code.slice(3, 5));
      if (
        month === 0 ||
        (month > 12 && month < 20) ||
        (month > 42 && month < 50) ||
        Number(code.slice(0, 13).replace(/\D/g, '1')) === 0
      )
        return 'invalid';
      const number = `${code.slice(0, 5)}${code.slice(5, 7).replace('2A', '19').replace('2B', '18')}${code.slice(7, 13)}`;
      return BigInt(code.slice(13)) === keyOf(number) ? 'valid' : 'invalid';
    };
    const values = fc
      .tuple(
        digitText(3),
        fc.constantFrom('01', '12', '13', '20', '42', '43', '50', '99', '00'),
        fc.constantFrom('2A', '2B', '2C', '1A', '75', '01'),
        digitText(6),
      )
      .map(([year, month, place, rest]) => {
        const number = year + month + place + rest;
        return (
          number +
          String(
            /^\d{5}(?:\d\d|2[AB])/.test(number)
              ? keyOf(`${year}${month}${place.replace('2A', '19').replace('2B', '18')}${rest}`)
              : 11,
          ).padStart(2, '0')
        );
      });
    expectTwins(franceNir, twin, values, ['valid', 'invalid']);
  });
});

describe('numbers of digits', () => {
  const mod11And10 = (digits: readonly number[]) => {
    let product = 10;
    for (const digit of digits) product = (2 * ((product + digit) % 10 === 0 ? 10 : (product + digit) % 10)) % 11;
    return product;
  };

  it('MOD 11,10: the products of the rule', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 15 }), (digits) => {
        const right = (mod11And10(digits.slice(0, -1)) + digits.at(-1)!) % 10 === 1;
        expect(passesMod11And10(Uint8Array.from(digits), digits.length)).toBe(right);
      }),
      RUNS,
    );
  });

  it('IdNr: one value twice or three times among ten digits', () => {
    const twin = (text: string): Verdict => {
      const number = text.replace(SEPARATORS, '');
      if (!/^[1-9]\d{10}$/.test(number)) return 'invalid';
      const counts = [...DIGITS].map((digit) => number.slice(0, 10).split(digit).length - 1);
      if (counts.filter((count) => count > 1).length !== 1 || Math.max(...counts) > 3 || /(\d)\1\1/.test(number.slice(0, 10)))
        return 'invalid';
      return (mod11And10([...number.slice(0, 10)].map(Number)) + Number(number[10])) % 10 === 1 ? 'valid' : 'invalid';
    };
    const values = fc
      .tuple(
        fc.shuffledSubarray([...DIGITS], { minLength: 10 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }),
        fc.boolean(),
      )
      .map(([digits, copies, right]) => {
        for (const [from, to] of copies) digits[to] = digits[from]!;
        const check = (11 - mod11And10(digits.map(Number))) % 10;
        return digits.join('') + (right ? check : '5');
      });
    expectTwins(germanyIdnr, twin, values, ['valid', 'invalid']);
  });

  it('personnummer: what stands behind a plus, and only inside the value', () => {
    for (const [text, verdict] of [
      ['811228-9874', 'valid'],
      ['811228+9874', 'valid'],
      ['8112289874', 'valid'],
      ['19811228-9874', 'valid'],
      ['811228+987+', 'invalid'],
      ['811228+98745', 'invalid'],
      ['+', 'invalid'],
    ] as const) {
      const bytes = Buffer.from(`+${text}+9874`);
      expect(swedenPersonnummer(bytes, 1, 1 + text.length), text).toBe(verdict);
    }
  });
});
