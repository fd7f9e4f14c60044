/**
 * The lists of published values, entered a second time as their publishers write them: each number is known, in its groups and without,
 * and none of its neighbours that differ by one digit is, but for those that are listed themselves.
 */
import { describe, expect, it } from 'vitest';
import type { ReservedCheck } from '../../src/core/verdict.js';
import { isTestCard } from '../../src/validators/payment-card.js';
import { isSpecimenDriverNumber } from '../../src/validators/uk-driving-licence.js';
import { isPublishedSsn } from '../../src/validators/us-ssn.js';
import { digitChanges, isReserved } from './verdicts.js';

/** Numbers that Amazon Macie ignores, by its page on managed identifiers for financial data. */
const MACIE = [
  '1220 000000 00003',
  '2222 4053 4324 8877',
  '2222 9909 0525 7051',
  '2223 0076 4872 6984',
  '2223 5771 2001 7656',
  '3056 930902 5904',
  '3434 343434 3434',
  '3528 0007 0000 0000',
  '3530 1113 3330 0000',
  '3566 0020 2036 0505',
  '3614 890064 7913',
  '3670 010200 0000',
  '3714 496353 98431',
  '3782 822463 10005',
  '3787 344936 71000',
  '3852 000002 3237',
  '4012 8888 8888 1881',
  '4111 1111 1111 1111',
  '4222 2222 2222 2',
  '4444 3333 2222 1111',
  '4462 0300 0000 0000',
  '4484 0700 0000 0000',
  '4911 8300 0000 0',
  '4917 3008 0000 0000',
  '4917 6100 0000 0000',
  '4917 6100 0000 0000 003',
  '5019 7170 1010 3742',
  '5105 1051 0510 5100',
  '5111 0100 3017 5156',
  '5185 5408 1000 0019',
  '5200 8282 8282 8210',
  '5204 2300 8000 0017',
  '5204 7400 0990 0014',
  '5420 9238 7872 4339',
  '5454 5454 5454 5454',
  '5455 3307 6000 0018',
  '5506 9004 9000 0436',
  '5506 9004 9000 0444',
  '5506 9005 1000 0234',
  '5506 9208 0924 3667',
  '5506 9224 0063 4930',
  '5506 9274 2731 7625',
  '5553 0422 4198 4105',
  '5555 5537 5304 8194',
  '5555 5555 5555 4444',
  '5610 5910 8101 8250',
  '6011 0009 9013 9424',
  '6011 0004 0000 0000',
  '6011 1111 1111 1117',
  '6304 9001 7740 2924 41',
  '6304 9506 0000 0000 00',
  '6331 1019 9999 0016',
  '6759 6498 2643 8453',
  '6799 9901 0000 0000 019',
  '7600 9244 561',
];

/** "Testing" in the documentation of Stripe. */
const STRIPE = [
  '4242 4242 4242 4242',
  '4000 0566 5566 5556',
  '2223 0031 2200 3222',
  '6011 9811 1111 1113',
  '3056 9300 0902 0004',
  '3622 720627 1667',
  '6555 9000 0060 4105',
  '6200 0000 0000 0005',
  '6200 0000 0000 0047',
  '6205 5000 0000 0000 004',
  '4000 0000 0000 0002',
  '4000 0000 0000 0069',
  '4000 0000 0000 0077',
  '4000 0000 0000 0101',
  '4000 0000 0000 0119',
  '4000 0000 0000 0127',
  '4000 0000 0000 0259',
  '4000 0000 0000 0341',
  '4000 0000 0000 3055',
  '4000 0000 0000 3063',
  '4000 0000 0000 3220',
  '4000 0000 0000 9235',
  '4000 0000 0000 9979',
  '4000 0000 0000 9987',
  '4000 0000 0000 9995',
  '4000 0025 0000 3155',
  '4000 0027 6000 3184',
  '4000 0082 6000 3178',
];

/** "Test card numbers" in the documentation of Adyen. */
const ADYEN = [
  '4988 4388 4388 4305',
  '4166 6766 6766 6746',
  '4646 4646 4646 4644',
  '4000 6200 0000 0007',
  '4000 0600 0000 0006',
  '4293 1891 0000 0008',
  '4988 0800 0000 0000',
  '4977 9494 9494 9497',
  '5100 0600 0000 0002',
  '5500 0000 0000 0004',
  '5555 4444 3333 1111',
  '5555 3412 4444 1115',
  '3700 000000 00002',
  '3600 666633 3344',
];

/** The sandboxes of Braintree and PayPal. */
const BRAINTREE = [
  '4005 5192 0000 0004',
  '4009 3488 8888 1881',
  '4012 0000 3333 0026',
  '4012 0000 7777 7777',
  '4217 6511 1111 1119',
  '4500 6000 0000 0061',
  '4000 1111 1111 1115',
  '3714 496353 92376',
  '3000 000000 0004',
  '6011 0000 0000 0004',
  '3088 0000 0000 0009',
];

/** Numbers that the SSA lists as misused, most of them from cards in wallets. */
const MISUSED = [
  '002-28-1852',
  '042-10-3580',
  '062-36-0749',
  '078-05-1120',
  '095-07-3645',
  '128-03-6045',
  '135-01-6629',
  '141-18-6941',
  '165-16-7999',
  '165-18-7999',
  '165-20-7999',
  '165-22-7999',
  '165-24-7999',
  '189-09-2294',
  '212-09-7694',
  '212-09-9999',
  '306-30-2348',
  '308-12-5070',
  '468-28-8779',
  '549-24-1889',
];

/** Of advertisements (the SSA's own of 1940, and one of 2007 for a service that guards identities), and rows of digits in manuals. */
const ADVERTISED = ['219-09-9999', '457-55-5462', '123-45-6789', '111-22-3333'];

function expectExactly(check: ReservedCheck, values: readonly string[]): void {
  const bare = values.map((value) => value.replaceAll(/\D/g, ''));
  for (const value of [...values, ...bare]) expect(isReserved(check, value), value).toBe(true);
  const known = new Set(bare);
  for (const value of bare) {
    for (const other of [...digitChanges(value), value.slice(1), value.slice(0, -1), `${value}0`, `0${value}`])
      expect(isReserved(check, other), other).toBe(known.has(other));
  }
}

describe('published values', () => {
  it('of payment cards are known, and no others', () => expectExactly(isTestCard, [...MACIE, ...STRIPE, ...ADYEN, ...BRAINTREE]));
  it('of British drivers are known, and no others', () => {
    for (const text of [
      'MORGA657054SM9IJ',
      'MORGA 657054 SM9IJ',
      'morga657054sm9ij',
      'MORGA657054SM9IJ35',
      'MORGA657054SM9IJ 35',
    ])
      expect(isReserved(isSpecimenDriverNumber, text), text).toBe(true);
    for (const text of ['MORGA657054SM9IK', 'MORGA657054SM9IJ36', 'MORGA657054SM9I', ''])
      expect(isReserved(isSpecimenDriverNumber, text), text).toBe(false);
  });
  it('of Social Security are known, and no others', () => expectExactly(isPublishedSsn, [...MISUSED, ...ADVERTISED]));
});
