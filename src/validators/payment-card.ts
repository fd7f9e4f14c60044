/** Checks of payment card numbers beyond Luhn: long numbers written in groups, the networks' test numbers, and numbers too regular to be issued. */
import type { ReservedCheck, Verdict } from '../core/verdict.js';
import { hasNearGroups, readRegularity } from './card-regularity.js';
import { digitAt, readDigits } from './digits.js';
import { passesGs1 } from './gs1.js';
import { luhn } from './luhn.js';
import { publishedValues } from './published-values.js';

/**
 * Luhn for numbers of 17 to 19 digits in groups `4-4-4-4-n`. A card of 16 digits with its security code or expiry year
 * behind it looks the same (`6011 1491 2024 4727 123`), and passes Luhn as a whole 1 time in 10; so the number is refused
 * where the digits before the last group are a valid number already. The price: 1 real long number in 10 is found
 * without its last group. Example: 6217 9514 0830 6899 970 is valid, its first 16 digits are not.
 */
export function luhnOfLongGroups(bytes: Uint8Array, start: number, end: number): Verdict {
  let group = end;
  while (group > start && digitAt(bytes, group - 1) >= 0) group--;
  if (luhn(bytes, start, group) === 'valid') return 'invalid';
  return luhn(bytes, start, end);
}

/**
 * Test numbers that card networks and payment processors publish: Amazon Macie's list of ignored numbers, and the
 * documentation pages on testing of Stripe, Adyen, Braintree and PayPal.
 */
export const isTestCard = publishedValues([
  '122000000000003',
  '2222405343248877',
  '2222990905257051',
  '2223007648726984',
  '2223577120017656',
  '30569309025904',
  '34343434343434',
  '3528000700000000',
  '3530111333300000',
  '3566002020360505',
  '36148900647913',
  '36700102000000',
  '371449635398431',
  '378282246310005',
  '378734493671000',
  '38520000023237',
  '4012888888881881',
  '4111111111111111',
  '4222222222222',
  '4444333322221111',
  '4462030000000000',
  '4484070000000000',
  '4911830000000',
  '4917300800000000',
  '4917610000000000',
  '4917610000000000003',
  '5019717010103742',
  '5105105105105100',
  '5111010030175156',
  '5185540810000019',
  '5200828282828210',
  '5204230080000017',
  '5204740009900014',
  '5420923878724339',
  '5454545454545454',
  '5455330760000018',
  '5506900490000436',
  '5506900490000444',
  '5506900510000234',
  '5506920809243667',
  '5506922400634930',
  '5506927427317625',
  '5553042241984105',
  '5555553753048194',
  '5555555555554444',
  '5610591081018250',
  '6011000990139424',
  '6011000400000000',
  '6011111111111117',
  '630490017740292441',
  '630495060000000000',
  '6331101999990016',
  '6759649826438453',
  '6799990100000000019',
  '76009244561',
  // Stripe
  '4242424242424242',
  '4000056655665556',
  '2223003122003222',
  '6011981111111113',
  '3056930009020004',
  '36227206271667',
  '6555900000604105',
  '6200000000000005',
  '6200000000000047',
  '6205500000000000004',
  '4000000000000002',
  '4000000000000069',
  '4000000000000077',
  '4000000000000101',
  '4000000000000119',
  '4000000000000127',
  '4000000000000259',
  '4000000000000341',
  '4000000000003055',
  '4000000000003063',
  '4000000000003220',
  '4000000000009235',
  '4000000000009979',
  '4000000000009987',
  '4000000000009995',
  '4000002500003155',
  '4000002760003184',
  '4000008260003178',
  // Adyen
  '4988438843884305',
  '4166676667666746',
  '4646464646464644',
  '4000620000000007',
  '4000060000000006',
  '4293189100000008',
  '4988080000000000',
  '4977949494949497',
  '5100060000000002',
  '5500000000000004',
  '5555444433331111',
  '5555341244441115',
  '370000000000002',
  '36006666333344',
  // Braintree and PayPal
  '4005519200000004',
  '4009348888881881',
  '4012000033330026',
  '4012000077777777',
  '4217651111111119',
  '4500600000000061',
  '4000111111111115',
  '371449635392376',
  '30000000000004',
  '6011000000000004',
  '3088000000000009',
]);

const ARTICLE_DIGITS = 13;

const article = new Uint8Array(ARTICLE_DIGITS);

/** Whether thirteen solid digits are an article number by their check digit. */
function isArticleNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== ARTICLE_DIGITS || readDigits(bytes, start, end, article) !== ARTICLE_DIGITS) return false;
  return passesGs1(article, ARTICLE_DIGITS);
}

/** Five equal digits in a row: one random number of 16 digits in 1,000. */
const UNLIKELY_RUN = 5;
/** Five different digits at most: one random number of 16 digits in 260. */
const UNLIKELY_DIGITS = 5;
/** Six digits that count up or down by one: one random number in 50,000. */
const UNLIKELY_COUNT = 6;

/** Ids of 64 bits, of which databases and networks are full, have 17 to 19 digits; of the networks of cards only UnionPay gives out many as long. */
const LONG_DIGITS = 17;
const UNION_PAY = [0x36, 0x32];

/** Solid digits: written in groups, they are a card's. */
function isLongId(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < LONG_DIGITS || (bytes[start] === UNION_PAY[0] && bytes[start + 1] === UNION_PAY[1])) return false;
  for (let at = start; at < end; at++) if (digitAt(bytes, at) < 0) return false;
  return true;
}

/**
 * `isTestCard`, and what makes other numbers of programs and tables look like cards where no keyword stands by: five equal
 * digits or five different ones at most (`2513212511214154`, strokes of a Chinese character), six digits that count
 * (`6543210123456788`), groups that are neighbours of each other (`4440 4445 4452 4457`, a row of a table), and 17 to 19 digits in one
 * that are not UnionPay's (`4490754344616552161`, a star). One issued number of up to 16 digits in 100 is among them, and of the thirteen digits that Visa gave out in the last century one in 10, which have the check digit of an
 * article number (EAN-13) as well: it has confidence `low` where it stands alone, and that of all others beside a keyword.
 */
export const isUnlikelyCard: ReservedCheck = (bytes, start, end) => {
  if (isTestCard(bytes, start, end) || isArticleNumber(bytes, start, end) || isLongId(bytes, start, end)) return true;
  const { longestRun, longestCount, different } = readRegularity(bytes, start, end);
  return (
    longestRun >= UNLIKELY_RUN ||
    different <= UNLIKELY_DIGITS ||
    longestCount >= UNLIKELY_COUNT ||
    hasNearGroups(bytes, start, end)
  );
};
