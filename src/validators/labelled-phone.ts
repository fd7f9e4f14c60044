/**
 * Phone numbers in the national writing of countries without a sheet of their own, behind a word for a phone. Whatever digits stand
 * there are a number of some plan, so the writing has to be one of that plan's too, and the word has to stand where labels do.
 * Which country it is, nothing says; no number is proved.
 */
import { byteSet } from '../core/boundary.js';
import type { ReservedCheck, Surroundings, Validator } from '../core/verdict.js';
import { latin1, utf8 } from './ascii.js';
import { digitAt } from './digits.js';
import { notADate } from './not-a-date.js';
import { groupLength, readGroups } from './phone-groups.js';
import { isFiction, nationalStart } from './phone-number.js';
import { isNationalNumber, isServiceNumber, phoneDigits, readPhoneDigits } from './phone-plan.js';
import { isFictitious } from './phone-reserved.js';
import { isNationalService, otherImpersonalPhone } from './phone-service.js';

const SPACE = 0x20;
const PLUS = 0x2b;
const UNITED_KINGDOM = 44;

/** Bytes before a number in which its label is looked for. */
const LABEL_REACH = 48;

/**
 * Countries that dial a zero first: calling code, and how many digits the first group may have, the zero among them. Sources: the formats in
 * libphonenumber's metadata, and how people part area codes by a hyphen, slash or space.
 */
const WITH_ZERO: readonly (readonly [code: number, least: number, most: number])[] = [
  [27, 3, 3],
  [31, 2, 4],
  [32, 2, 4],
  [41, 3, 3],
  [43, 2, 5],
  [46, 2, 4],
  [54, 3, 5],
  [61, 2, 4],
  [64, 2, 3],
  [81, 2, 5],
  [82, 2, 3],
  [90, 4, 4],
  [91, 3, 5],
  [353, 2, 4],
  [358, 2, 4],
];

/** Lengths of the digit groups of a number of the United States, and of Colombia. */
const AS_IN_NORTH_AMERICA = '3 3 4';
/** Countries that dial none: the lengths of a number's digit groups, and the calling codes whose numbers are written so. */
const WITHOUT_ZERO: ReadonlyMap<string, readonly number[]> = new Map([
  // Denmark, Norway, Singapore.
  ['8', [45, 47, 65]],
  ['4 4', [45, 65]],
  ['2 2 2 2', [45, 47]],
  ['3 2 3', [47]],
  // Poland, Portugal, Chile.
  ['9', [48, 351, 56]],
  ['3 3 3', [48, 351]],
  ['2 7', [48]],
  ['2 3 2 2', [48]],
  ['2 3 4', [351]],
  ['3 2 2 2', [351]],
  ['1 4 4', [56]],
  ['1 8', [56]],
  // India, Mexico, Argentina, Colombia.
  ['10', [91, 52, 57]],
  ['5 5', [91]],
  ['2 4 4', [52, 54]],
  [AS_IN_NORTH_AMERICA, [57]],
  ['3 7', [57]],
  // China.
  ['11', [86]],
  ['3 4 4', [86]],
]);

/** Digits with the zero in front: nine but behind a label, where the shortest of Austria count. */
const LEAST_ZERO_DIGITS = 9;
const LEAST_LABELLED_DIGITS = 8;
/** Groups that are a phone number's writing without a label directly before them. */
const LEAST_GROUPS = 3;

const LABEL_WORD = [
  'tel|tél|telf|tlf|tfno|fono?|fone|ph|mob|cel|cell|gsm|puh|fax|natel|call|landline|whatsapp|phones?|telephone|cellphone|mobile',
  'tele(?:foo?n|fax|fone|fonie|m[oó]vel)[a-z]{0,6}|tel[eé]fono?|téléphone|mobil(?:e|nr|nummer|telefon|t)?|mobiel|m[oó]vil|celular|cellulare',
  'handy(?:nr|nummer)?|(?:matka)?puhelin(?:numero)?|kom[oó]rk[a-z]{1,2}|kom',
].join('|');
/** What may stand between a label and its number: signs, and the words of `Phone no.: `, `call me on `. */
const BETWEEN = String.raw`(?:[\s.:=*_"'()[\]|#/-]|(?<=\P{L})(?:no|nr|num|number|nummer|numero|número|is|at|on|us|me|him|her|them|back|op|auf|unter|på|al|ao|pod)(?=\P{L}))`;
const LABEL = new RegExp(
  `(?:(?:^|[^\\p{L}\\p{N}_])(?:${LABEL_WORD})|电话(?:号码)?|電話(?:番号)?|手机(?:号码?)?|携帯(?:電話|番号)?|전화(?:번호)?|휴대(?:폰|전화)(?:번호)?|연락처)${BETWEEN}{0,14}$`,
  'iu',
);

/**
 * A number behind a label in the writing of one of the countries above, or, with a trunk zero, in three groups near one. `unknown` at
 * best: that a plan has assigned such numbers proves little. Without surroundings, a label is taken to be there. Refused: what goes on beside it, dates, amounts, other groupings.
 */
export const labelledPhone: Validator = (bytes, start, end, around) => {
  if (bytes[start] === PLUS || (around !== undefined && goesOn(bytes, start, end, around))) return 'invalid';
  const count = readPhoneDigits(bytes, start, end);
  if (count < LEAST_LABELLED_DIGITS || isDialledAbroad() || beginsAsDate(bytes, start, end)) return 'invalid';
  // The sheet of its country reports it.
  if (isFiction(bytes, start, end)) return 'invalid';
  const hasZero = phoneDigits[0] === 0;
  const groups = readGroups(bytes, start, end);
  if (!(hasZero ? isZeroNumber(groups, count) : isBareNumber(bytes, start, groups, count))) return 'invalid';
  const isEnough = hasZero && groups >= LEAST_GROUPS && count >= LEAST_ZERO_DIGITS;
  return isEnough || around === undefined || hasLabel(bytes, start, around) ? 'unknown' : 'invalid';
};

/** Numbers of which a plan says that they are no person's own; those of other writings are told by `otherImpersonalPhone`. */
export const labelledImpersonalPhone: ReservedCheck = (bytes, start, end, around) => {
  const count = readPhoneDigits(bytes, start, end);
  if (bytes[start] === PLUS || isDialledAbroad()) return otherImpersonalPhone(bytes, start, end, around);
  const hasZero = phoneDigits[0] === 0;
  const from = hasZero ? 1 : 0;
  if (hasZero && isNationalService(UNITED_KINGDOM, 'zero', count)) return true;
  const codes = hasZero ? WITH_ZERO.map(([code]) => code) : codesOfWriting(writingOf(readGroups(bytes, start, end)));
  const owners = codes.filter((code) => nationalStart(code, hasZero ? 'zero' : 'none', count) >= 0);
  const services = owners.filter((code) => isServiceNumber(code, from, count));
  if (owners.some((code) => isFictitious(code, from, count))) return true;
  return hasZero && isCommonService() ? services.length > 0 : owners.length > 0 && services.length === owners.length;
};

/** Whether the digits read last begin with 0800, 0808 or 0900, which are services in nearly every plan. */
function isCommonService(): boolean {
  const [, first, second, third] = phoneDigits;
  return second === 0 && ((first === 8 && (third === 0 || third === 8)) || (first === 9 && third === 0));
}

/** Whether the digits read last begin with the two zeros before a calling code. */
function isDialledAbroad(): boolean {
  return phoneDigits[0] === 0 && phoneDigits[1] === 0;
}

function isZeroNumber(groups: number, count: number): boolean {
  const first = groupLength(0);
  return WITH_ZERO.some(
    ([code, least, most]) => (groups === 1 || (first >= least && first <= most)) && nationalStart(code, 'zero', count) >= 0,
  );
}

function isBareNumber(bytes: Uint8Array, start: number, groups: number, count: number): boolean {
  const writing = writingOf(groups);
  // With a hyphen or dot it is North America's; Colombia has spaces.
  if (writing === AS_IN_NORTH_AMERICA && bytes[start + 3] !== SPACE) return false;
  // The same countries' placeholder, in place of an area code; Mexico City's 55 stands by itself.
  const is555 = phoneDigits[0] === 5 && phoneDigits[1] === 5 && phoneDigits[2] === 5;
  if (is555 && groupLength(0) !== 2) return false;
  return codesOfWriting(writing).some((code) => isNationalNumber(code, 0, count));
}

/** Lengths of the groups that `readGroups` read last. */
function writingOf(groups: number): string {
  return Array.from({ length: groups }, (_, i) => groupLength(i)).join(' ');
}

/** Calling codes of the countries that part a number so. */
function codesOfWriting(writing: string): readonly number[] {
  return WITHOUT_ZERO.get(writing) ?? [];
}

/** Bytes of a date with its two signs. */
const WRITTEN_DATE = 10;

/** Whether it is a date, or one with what stands behind it (`03.11.2025 14`), or has two slashes, as tax numbers do. */
function beginsAsDate(bytes: Uint8Array, start: number, end: number): boolean {
  const text = latin1(bytes, start, end);
  if (text.indexOf('/') !== text.lastIndexOf('/')) return true;
  const isParted = end - start > WRITTEN_DATE && digitAt(bytes, start + WRITTEN_DATE) < 0;
  return notADate(bytes, start, isParted ? start + WRITTEN_DATE : end) === 'invalid';
}

/** Between the digit groups of one number; on its right also what goes on as an amount or an hour. */
const JOINTS = byteSet(' ()./-');
const JOINTS_BEHIND = byteSet(' ()./,:-');

/** Whether digits go on beside the number, so that it is a piece of a longer one, an amount, or stands before an hour. */
function goesOn(bytes: Uint8Array, start: number, end: number, around: Surroundings): boolean {
  if (start - 2 >= around.start && JOINTS[bytes[start - 1]!] && digitAt(bytes, start - 2) >= 0) return true;
  return end + 1 < around.end && JOINTS_BEHIND[bytes[end]!] === 1 && digitAt(bytes, end + 1) >= 0;
}

function hasLabel(bytes: Uint8Array, start: number, around: Surroundings): boolean {
  const from = Math.max(around.start, start - LABEL_REACH);
  return LABEL.test(utf8(bytes, from, start));
}
