/** Cities and their postal codes: both must agree. */
import { describe, expect, it } from 'vitest';
import {
  australiaPlace,
  canadaPlace,
  continentalPlace,
  isInLicences,
  ukPlace,
  usPlace,
} from '../../src/validators/place-and-postcode.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe.each([
  [
    usPlace,
    [
      ['Springfield, IL 62704-1234', 'valid'],
      ['New York NY 10001', 'valid'],
      ['Smallville, KS 66002', 'unknown'],
      ['Springfield, IL 90210', 'invalid'],
      ['Springfield, ZZ 62704', 'invalid'],
    ],
  ],
  [
    canadaPlace,
    [
      ['Toronto, ON M5V 2T6', 'valid'],
      ['Toronto M5V 2T6', 'valid'],
      ['Smallville, ON M5V 2T6', 'unknown'],
      ['Smallville M5V 2T6', 'invalid'],
      ['Toronto, BC M5V 2T6', 'invalid'],
    ],
  ],
  [
    australiaPlace,
    [
      ['Parramatta NSW 2150', 'valid'],
      ['Smallville VIC 3999', 'unknown'],
      ['Sydney NSW 3000', 'invalid'],
    ],
  ],
  [
    ukPlace,
    [
      ['London SW1A 2AA', 'valid'],
      ['Smallville, M1 1AE', 'unknown'],
      ['London ZZ1 1AA', 'invalid'],
    ],
  ],
  [
    continentalPlace,
    [
      ['10115 Berlin', 'valid'],
      ['10115 Berlin Mitte', 'valid'],
      ['60311 Frankfurt am Main', 'valid'],
      ['75001 Paris', 'valid'],
      ['00184 Roma', 'valid'],
      ['28013 Madrid', 'valid'],
      ['10115 München', 'invalid'],
      ['12345 Items', 'invalid'],
    ],
  ],
] as const)('%o', (check, cases) => {
  it.each(cases)('%s: %s', (text, verdict) => expect(verdictOf(check, text)).toBe(verdict));
  it('never throws', () => expectTotal(check));
});

describe('the office at the end of licences', () => {
  const isLicence = (text: string) => isInLicences(Buffer.from(text), 0, text.length);

  it.each([
    'Boston, MA 02110-1301',
    'Boston, MA 02111-1307',
    'Boston, MA 02110-1335',
    '51 Franklin Street',
    '59 Temple Place, Suite 330',
  ])('%s', (text) => {
    expect(isLicence(text)).toBe(true);
  });

  it.each(['Boston, MA 02110', 'Boston, MA 02110-1302', 'Cambridge, MA 02139', '2110-1301'])('not %s', (text) => {
    expect(isLicence(text)).toBe(false);
  });
});
