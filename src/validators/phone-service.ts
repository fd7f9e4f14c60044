/**
 * Phone numbers that are no person's: hotlines and the switchboards of companies (toll free, premium rate, shared cost, universal
 * access), as the numbering plans mark them, beside those set aside for fiction. They are reported as reserved, not dropped: a field
 * that is called a phone number holds what its person gave. Which of them a person does use after all cannot be known.
 */
import type { ReservedCheck } from '../core/verdict.js';
import { codeWithin, fictitiousPhone, nationalStart, otherFictitiousPhone, type Trunk, trunkless } from './phone-number.js';
import { isServiceNumber, readPhoneDigits } from './phone-plan.js';

const PLUS = 0x2b;

/**
 * Whether the number lies in a range set aside for fiction, is a placeholder, or a service of the plan, in either writing.
 * @param rivals calling codes with a trunk zero whose services this plan takes for numbers of its own (`0845 …` in Germany)
 */
export function impersonalPhone(code: number, trunk: Trunk, rivals: readonly number[] = []): ReservedCheck {
  const isFictitious = fictitiousPhone(code, trunk);
  return (bytes, start, end) => {
    if (isFictitious(bytes, start, end)) return true;
    const count = readPhoneDigits(bytes, start, end);
    if (bytes[start] !== PLUS)
      return isNationalService(code, trunk, count) || rivals.some((rival) => isNationalService(rival, 'zero', count));
    const from = trunkless(code, codeWithin(0, count) & 3, count);
    return from >= 0 && isServiceNumber(code, from, count);
  };
}

/** Whether the digits read last, `count` of them and without `+`, are a service of the plan. */
export function isNationalService(code: number, trunk: Trunk, count: number): boolean {
  const from = nationalStart(code, trunk, count);
  return from >= 0 && isServiceNumber(code, from, count);
}

/** The same with `+` or `00` for the calling codes without a sheet of their own. */
export const otherImpersonalPhone: ReservedCheck = (bytes, start, end) => {
  if (otherFictitiousPhone(bytes, start, end)) return true;
  const count = readPhoneDigits(bytes, start, end);
  const at = bytes[start] === PLUS ? 0 : 2;
  const found = codeWithin(at, count);
  const from = trunkless(found >> 2, at + (found & 3), count);
  return from >= 0 && isServiceNumber(found >> 2, from, count);
};
