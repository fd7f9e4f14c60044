/** Three or four digits may be a security code, unless they are called a PIN. */
import { describe, expect, it } from 'vitest';
import { cardSecurityCode } from '../../src/validators/card-security-code.js';
import { expectTotal, verdictOf } from './verdicts.js';

function behind(before: string): string {
  const bytes = Buffer.from(`${before}2718`);
  return cardSecurityCode(bytes, before.length, bytes.length, { start: 0, end: bytes.length });
}

describe('cardSecurityCode', () => {
  it.each([
    ['CVV 314 PIN ', 'invalid'],
    ['cvv: 314, pin: ', 'invalid'],
    ['"cvv":"314","pin":"', 'invalid'],
    ['cvv=314&pin_', 'unknown'],
    ['PIN code: ', 'invalid'],
    ['pin-no. ', 'invalid'],
    ['spin: ', 'unknown'],
    ['pin is not the CVV ', 'unknown'],
    ['CVV ', 'unknown'],
    ['', 'unknown'],
  ] as const)('%j: %s', (before, verdict) => expect(behind(before)).toBe(verdict));

  it('is open where it stands alone', () => expect(verdictOf(cardSecurityCode, '314')).toBe('unknown'));
  it('reads any bytes', () => expectTotal(cardSecurityCode));
});
