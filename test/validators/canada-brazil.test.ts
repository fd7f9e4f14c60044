/** Luhn as used for Canada's SIN, and the two check digits of CPF and CNPJ. */
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { cnpj } from '../../src/validators/br-cnpj.js';
import { cpf } from '../../src/validators/br-cpf.js';
import { luhn } from '../../src/validators/luhn.js';
import { digitChanges, digitText, expectTotal, textOf, validShare, verdictOf } from './verdicts.js';

describe('Social Insurance Number', () => {
  it('is Luhn, as stdnum says, for the first digits that persons get', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'12345679'), digitText(8), (first, rest) => {
        expect(verdictOf(luhn, first + rest) === 'valid', first + rest).toBe(stdnum.CA!.sin!.validate(first + rest).isValid);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Two check digits by the definition: weights count down from the front, remainders below two give 0. */
function brazilian(codes: readonly number[], highest: number): string {
  const own = [...codes];
  let digits = '';
  for (let pass = 0; pass < 2; pass++) {
    const sum = own.reduce((total, value, i) => {
      const weight = own.length - i + 1;
      return total + value * (highest === 9 ? ((weight - 2) % 8) + 2 : weight);
    }, 0);
    const digit = sum % 11 < 2 ? 0 : 11 - (sum % 11);
    own.push(digit);
    digits += digit;
  }
  return digits;
}

describe('cpf', () => {
  it('accepts published numbers', () => {
    for (const text of ['390.533.447-05', '11144477735', '529.982.247-25']) expect(verdictOf(cpf, text), text).toBe('valid');
  });

  it('accepts generated numbers, as stdnum does, and no other check digits', () => {
    fc.assert(
      fc.property(digitText(9), digitText(2), (front, other) => {
        const check = brazilian([...front].map(Number), 11);
        if (new Set(front).size === 1) return;
        expect(verdictOf(cpf, front + check), front + check).toBe('valid');
        expect(stdnum.BR!.cpf!.validate(front + check).isValid).toBe(true);
        expect(verdictOf(cpf, front + other)).toBe(other === check ? 'valid' : 'invalid');
        expect(stdnum.BR!.cpf!.validate(front + other).isValid).toBe(other === check);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses equal digits, which stdnum wrongly accepts', () => {
    for (const digit of '0123456789') expect(verdictOf(cpf, digit.repeat(11))).toBe('invalid');
    expect(stdnum.BR!.cpf!.validate('11111111111').isValid).toBe(true);
  });

  it('finds every wrong digit of the worked example', () => {
    for (const changed of digitChanges('452.538.644-40')) expect(verdictOf(cpf, changed), changed).toBe('invalid');
  });

  it('lets about 1 random number in 100 pass', () => {
    expect(validShare(cpf, fc.sample(digitText(11), { numRuns: 20_000, seed: 100 }))).toBeLessThan(0.014);
  });

  it('gives a verdict on any bytes', () => expectTotal(cpf));
});

describe('cnpj', () => {
  it('accepts published numbers, the alphanumeric one of 2024 too', () => {
    for (const text of ['16.727.230/0001-97', '12.ABC.345/01DE-35', '12ABC34501DE35', '11.222.333/0001-81']) {
      expect(verdictOf(cnpj, text), text).toBe('valid');
    }
  });

  it('accepts generated numbers, as stdnum does for digits, and no other check digits', () => {
    fc.assert(
      fc.property(digitText(12), digitText(2), (front, other) => {
        const check = brazilian([...front].map(Number), 9);
        if (new Set(front).size === 1) return;
        expect(verdictOf(cnpj, front + check), front + check).toBe('valid');
        expect(stdnum.BR!.cnpj!.validate(front + check).isValid, front + check).toBe(true);
        expect(verdictOf(cnpj, front + other)).toBe(other === check ? 'valid' : 'invalid');
      }),
      { numRuns: 3000 },
    );
  });

  it('counts letters by their ASCII code', () => {
    fc.assert(
      fc.property(textOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 12), (front) => {
        const check = brazilian(
          [...front].map((c) => c.charCodeAt(0) - 48),
          9,
        );
        if (new Set(front).size === 1) return;
        expect(verdictOf(cnpj, front + check), front + check).toBe('valid');
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses letters as check digits and all zeros', () => {
    expect(verdictOf(cnpj, '12ABC34501DEAB')).toBe('invalid');
    expect(verdictOf(cnpj, '00000000000000')).toBe('invalid');
  });

  it('finds every wrong digit of the worked example', () => {
    for (const changed of digitChanges('12ABC34501DE35')) expect(verdictOf(cnpj, changed), changed).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(cnpj));
});
