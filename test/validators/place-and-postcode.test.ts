/** Cities and their postal codes: both must agree. */
import { describe, expect, it } from 'vitest';
import {
  AU_STATE_CODES,
  australiaPlace,
  CA_PROVINCE_CODES,
  canadaPlace,
  continentalPlace,
  isInLicences,
  US_STATE_CODES,
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
      ['Springfield, IL 01234', 'invalid'],
      ['Springfield, IL 59999', 'invalid'],
      ['Springfield, IL 60000', 'valid'],
      ['Springfield, IL 62999', 'valid'],
      ['Springfield, IL 63000', 'invalid'],
      ['Smallville, GA 39901', 'unknown'],
      ['Smallville, GA 39701', 'invalid'],
      ['Springfield, IL 6270', 'invalid'],
      ['Springfield IL62704', 'invalid'],
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
      ['Smallville, AB T5V 2T6', 'unknown'],
      ['Smallville, AB A5V 2T6', 'invalid'],
      ['Smallville, AB B5V 2T6', 'invalid'],
      ['Smallville, ZZ M5V 2T6', 'invalid'],
      ['Toronto, ON M5V 2T6X', 'invalid'],
      ['Toronto, ON M5V 2T66', 'invalid'],
      ['Toronto M5V2T6', 'invalid'],
    ],
  ],
  [
    australiaPlace,
    [
      ['Parramatta NSW 2150', 'valid'],
      ['Smallville VIC 3999', 'unknown'],
      ['Sydney NSW 3000', 'invalid'],
      ['Sydney NSW 1150', 'valid'],
      ['Smallville ZZZ 2150', 'invalid'],
      ['Parramatta NSW 21500', 'invalid'],
      ['Parramatta NSW 215', 'invalid'],
    ],
  ],
  [
    ukPlace,
    [
      ['London SW1A 2AA', 'valid'],
      ['Smallville, M1 1AE', 'unknown'],
      ['London ZZ1 1AA', 'invalid'],
      ['London N1 1AA', 'valid'],
      ['London SW10 1AA', 'valid'],
      ['London SW1_ 2AA', 'invalid'],
      ['London SW1A 2AAB', 'invalid'],
      ['London SW1A2AA', 'invalid'],
    ],
  ],
  [
    continentalPlace,
    [
      ['10115 Berlin', 'valid'],
      ['10115 Berlin Mitte', 'valid'],
      ['14195 Berlin', 'valid'],
      ['15195 Berlin', 'invalid'],
      ['09111 Berlin', 'invalid'],
      ['61348 Bad Homburg', 'valid'],
      ['61348 Bad Homburg Mitte', 'valid'],
      ['61348 Bad', 'invalid'],
      ['61348', 'invalid'],
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

describe('codes of states and provinces', () => {
  it('are those of the postal services', () => {
    const us =
      'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY';
    expect([...US_STATE_CODES].sort()).toEqual(us.split(' ').sort());
    expect([...CA_PROVINCE_CODES].sort()).toEqual('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));
    expect([...AU_STATE_CODES].sort()).toEqual('ACT NSW NT QLD SA TAS VIC WA'.split(' '));
  });
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
