/** Check digits and structures of US numbers: ABA, SSN, NPI, DEA. */
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { abaRouting } from '../../src/validators/aba-routing.js';
import { deaRegistration } from '../../src/validators/us-dea.js';
import { isPublishedNpi, nationalProviderIdentifier } from '../../src/validators/us-npi.js';
import { isPublishedSsn, ssnAreaGroupSerial } from '../../src/validators/us-ssn.js';
import { digitChanges, digitText, expectTotal, isReserved, validShare, verdictOf } from './verdicts.js';

describe('abaRouting', () => {
  it('accepts routing numbers that banks publish', () => {
    for (const text of ['111000025', '021000021', '011401533', '091000019', '322271627', '0110-0001-5']) {
      expect(verdictOf(abaRouting, text), text).toBe('valid');
    }
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('111000025')) expect(verdictOf(abaRouting, changed), changed).toBe('invalid');
  });

  it('takes exactly one check digit in an assigned district and none in another', () => {
    for (let district = 0; district < 100; district++) {
      const front = `${String(district).padStart(2, '0')}271534`.slice(0, 8);
      const found = [...'0123456789'].filter((digit) => verdictOf(abaRouting, front + digit) === 'valid');
      const assigned =
        district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80;
      expect(found.length, front).toBe(assigned ? 1 : 0);
    }
  });

  it('refuses all zeros', () => expect(verdictOf(abaRouting, '000000000')).toBe('invalid'));
  it('gives a verdict on any bytes', () => expectTotal(abaRouting));
});

describe('ssnAreaGroupSerial', () => {
  it('never says valid, and refuses areas, groups and serials that are not issued', () => {
    expect(verdictOf(ssnAreaGroupSerial, '536-90-4399')).toBe('unknown');
    for (const text of [
      '000-12-3456',
      '666-12-3456',
      '900-12-3456',
      '999-12-3456',
      '536-00-4399',
      '536-90-0000',
      '111-11-1111',
    ]) {
      expect(verdictOf(ssnAreaGroupSerial, text), text).toBe('invalid');
    }
  });

  it('agrees with stdnum on random numbers', () => {
    // The oracle refuses published numbers, which are only reserved here, and 123-12-3123, which SSA does not list.
    // It takes serial 0000, which SSA never issues.
    fc.assert(
      fc.property(digitText(9), (text) => {
        if (isReserved(isPublishedSsn, text) || text === '123123123') return;
        const expected = stdnum.US!.ssn!.validate(text).isValid && !text.endsWith('0000');
        expect(verdictOf(ssnAreaGroupSerial, text) !== 'invalid', text).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('knows the numbers that became public, and no other', () => {
    for (const text of ['078-05-1120', '219-09-9999', '457 55 5462', '123456789', '111-22-3333'])
      expect(isReserved(isPublishedSsn, text)).toBe(true);
    for (const text of ['078-05-1121', '536-90-4399']) expect(isReserved(isPublishedSsn, text)).toBe(false);
  });

  it('gives a verdict on any bytes', () => expectTotal(ssnAreaGroupSerial));
});

describe('nationalProviderIdentifier', () => {
  it("accepts the number of the rule's own example, and knows it", () => {
    expect(verdictOf(nationalProviderIdentifier, '1234567893')).toBe('valid');
    expect(isReserved(isPublishedNpi, '1234567893')).toBe(true);
    expect(isReserved(isPublishedNpi, '1178217406')).toBe(false);
  });

  it('is Luhn with 80840 in front, by the definition', () => {
    fc.assert(
      fc.property(fc.constantFrom('1', '2'), digitText(9), (first, rest) => {
        const digits = [...`80840${first}${rest}`].reverse().map(Number);
        const sum = digits.reduce((total, d, i) => total + (i % 2 === 0 ? d : d < 5 ? 2 * d : 2 * d - 9), 0);
        expect(verdictOf(nationalProviderIdentifier, first + rest)).toBe(sum % 10 === 0 ? 'valid' : 'invalid');
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses other first digits', () => {
    const share = validShare(nationalProviderIdentifier, fc.sample(digitText(10), { numRuns: 20_000, seed: 80840 }));
    expect(share).toBeGreaterThan(0.016);
    expect(share).toBeLessThan(0.024);
  });

  it('finds every wrong digit', () => {
    for (const changed of digitChanges('1178217406'))
      expect(verdictOf(nationalProviderIdentifier, changed), changed).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(nationalProviderIdentifier));
});

describe('deaRegistration', () => {
  it('accepts numbers with the right last digit, and one of ten', () => {
    for (const text of ['AB1234563', 'FH0925721', 'A92352552']) expect(verdictOf(deaRegistration, text), text).toBe('valid');
    fc.assert(
      fc.property(digitText(6), (digits) => {
        const found = [...'0123456789'].filter((digit) => verdictOf(deaRegistration, `FH${digits}${digit}`) === 'valid');
        expect(found.length).toBe(new Set(digits).size === 1 && found.length === 0 ? 0 : 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every wrong digit but a change by five at an even place, which doubling hides', () => {
    const [letters, digits] = ['FH', '0925721'];
    for (let i = 0; i < 7; i++) {
      for (const other of '0123456789') {
        if (other === digits[i]) continue;
        const hidden = i % 2 === 1 && i < 6 && Math.abs(Number(other) - Number(digits[i])) === 5;
        const changed = letters + digits.slice(0, i) + other + digits.slice(i + 1);
        expect(verdictOf(deaRegistration, changed), changed).toBe(hidden ? 'valid' : 'invalid');
      }
    }
  });

  it('has seven digits, of which none is left from the last number', () => {
    for (const text of ['FH092572', 'FH09257210', 'F0925721', 'FH09257A1', 'FH', 'F', '']) {
      expect(verdictOf(deaRegistration, 'FH0925721')).toBe('valid');
      expect(verdictOf(deaRegistration, text), text).toBe('invalid');
    }
  });

  it('gives a verdict on any bytes', () => expectTotal(deaRegistration));
});
