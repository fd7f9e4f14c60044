import { describe, expect, it } from 'vitest';
import { magneticStripe } from '../../src/validators/magnetic-stripe.js';
import { digitChanges, expectTotal, verdictOf } from './verdicts.js';

const TRACK_1 = '%B4798643261622430^DOE/JANE^28051011234567890?';
const TRACK_2 = ';4798643261622430=28051011234567890?';

describe('magneticStripe', () => {
  it('accepts both tracks', () => {
    expect(verdictOf(magneticStripe, TRACK_1)).toBe('valid');
    expect(verdictOf(magneticStripe, TRACK_1.replace('%B', '%b'))).toBe('valid');
    expect(verdictOf(magneticStripe, TRACK_2)).toBe('valid');
  });

  it('finds every wrong digit of the card number', () => {
    for (const changed of digitChanges('4798643261622430')) {
      expect(verdictOf(magneticStripe, TRACK_1.replace('4798643261622430', changed)), changed).toBe('invalid');
      expect(verdictOf(magneticStripe, TRACK_2.replace('4798643261622430', changed)), changed).toBe('invalid');
    }
  });

  it('takes the months 01 to 12 and no others', () => {
    for (let month = 0; month < 100; month++) {
      const expiry = `28${String(month).padStart(2, '0')}101`;
      const expected = month >= 1 && month <= 12 ? 'valid' : 'invalid';
      expect(verdictOf(magneticStripe, TRACK_1.replace('2805101', expiry)), expiry).toBe(expected);
      expect(verdictOf(magneticStripe, TRACK_2.replace('2805101', expiry)), expiry).toBe(expected);
    }
  });

  it('does not read a month beyond the value', () => {
    const bytes = Buffer.from(`${TRACK_2.slice(0, 20)}0512`);
    expect(magneticStripe(bytes, 0, 20)).toBe('invalid');
  });

  it('gives a verdict on any bytes', () => expectTotal(magneticStripe));
});
