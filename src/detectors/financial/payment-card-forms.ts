/** Forms and keywords that both card number sheets share, so that the two stay disjoint: one with a keyword, one without. */
import { luhnOfLongGroups } from '../../validators/payment-card.js';
import type { FormSpec } from '../define.js';

/** First four digits of each network, by its published issuer ranges. Visa Electron lies within Visa. */
const AMEX = String.raw`3[47]\d{2}`;
const DANKORT = '5019';
const DINERS = String.raw`3(?:0[0-5]\d|095|[689]\d{2})`;
const DISCOVER = String.raw`6(?:011|4[4-9]\d|5\d{2})`;
const JCB = String.raw`35(?:2[89]|[3-8]\d)`;
const MASTERCARD = String.raw`(?:5[1-5]\d{2}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720))`;
const UNIONPAY = String.raw`62\d{2}`;
const VISA = String.raw`4\d{3}`;

/** Networks whose numbers may have 16 to 19 digits. */
const LONG = `(?:${DINERS}|${JCB}|${DISCOVER}|${UNIONPAY})`;
const LONG_OR_VISA = `(?:${VISA}|${DINERS}|${JCB}|${DISCOVER}|${UNIONPAY})`;
const SIXTEEN = `(?:${VISA}|${MASTERCARD}|${DANKORT}|${DINERS}|${JCB}|${DISCOVER}|${UNIONPAY})`;

function longGroups(pattern: string): FormSpec {
  return { pattern, validator: luhnOfLongGroups };
}

/** All digits in one piece, 13 to 19. */
const SOLID: readonly string[] = [
  String.raw`${VISA}\d{9}`,
  String.raw`${DINERS}\d{10}`,
  String.raw`(?:${AMEX}|${DINERS})\d{11}`,
  String.raw`${SIXTEEN}\d{12}`,
  String.raw`${LONG}\d{13}`,
  String.raw`${LONG}\d{14}`,
  String.raw`${LONG_OR_VISA}\d{15}`,
];

/** As embossed: 4-4-4-4 for 16 digits, 4-6-5 American Express, 4-6-4 Diners, 4-3-3-3 old Visa, 6-13 UnionPay. */
const SPACED: readonly (string | FormSpec)[] = [
  String.raw`${VISA} \d{3} \d{3} \d{3}`,
  String.raw`${DINERS} \d{6} \d{4}`,
  String.raw`${DINERS} \d{4} \d{4} \d{2}`,
  String.raw`${AMEX} \d{6} \d{5}`,
  String.raw`${AMEX} \d{4} \d{4} \d{3}`,
  String.raw`${SIXTEEN} \d{4} \d{4} \d{4}`,
  longGroups(String.raw`${LONG} \d{4} \d{4} \d{4} \d`),
  longGroups(String.raw`${LONG} \d{4} \d{4} \d{4} \d{2}`),
  longGroups(String.raw`${LONG_OR_VISA} \d{4} \d{4} \d{4} \d{3}`),
  String.raw`62\d{4} \d{13}`,
];

const HYPHENATED: readonly (string | FormSpec)[] = [
  String.raw`${VISA}-\d{3}-\d{3}-\d{3}`,
  String.raw`${DINERS}-\d{6}-\d{4}`,
  String.raw`${DINERS}-\d{4}-\d{4}-\d{2}`,
  String.raw`${AMEX}-\d{6}-\d{5}`,
  String.raw`${AMEX}-\d{4}-\d{4}-\d{3}`,
  String.raw`${SIXTEEN}-\d{4}-\d{4}-\d{4}`,
  longGroups(String.raw`${LONG}-\d{4}-\d{4}-\d{4}-\d`),
  longGroups(String.raw`${LONG}-\d{4}-\d{4}-\d{4}-\d{2}`),
  longGroups(String.raw`${LONG_OR_VISA}-\d{4}-\d{4}-\d{4}-\d{3}`),
  String.raw`62\d{4}-\d{13}`,
];

export const PAYMENT_CARD_FORMS: readonly (string | FormSpec)[] = [...SOLID, ...SPACED, ...HYPHENATED];

/**
 * Share of random numbers of 16 digits that start like a card (Visa 10 %, Mastercard 10 %, Diners 3.6 %, Discover 1.6 %,
 * UnionPay 1 %, JCB 0.6 %) and pass Luhn (10 %). Other lengths have fewer issuers.
 */
export const PAYMENT_CARD_FALSE_ACCEPT = 0.027;

/** Macie's words, then the same in the languages of large card markets. Everyday words are guarded by Luhn. */
export const PAYMENT_CARD_WORDS: readonly string[] = [
  'account number',
  'american express',
  'amex',
  'bank card',
  'c card',
  'card',
  'cc #',
  'ccn',
  'check card',
  'cred card',
  'credit',
  'credit card',
  'credit cards',
  'credit no',
  'credit num',
  'dankort',
  'debit',
  'debit card',
  'debit no',
  'debit num',
  'diners club',
  'discover',
  'electron',
  'japanese card bureau',
  'jcb',
  'mastercard',
  'mc',
  'pan',
  'payment account number',
  'payment card number',
  'pcn',
  'pmnt #',
  'pmnt card',
  'pmnt no',
  'pmnt number',
  'union pay',
  'visa',
  'card no',
  'card num',
  'card number',
  'cards',
  'cc no',
  'cc num',
  'cc number',
  'master card',
  'maestro',
  'carte bancaire',
  'carte de crédit',
  'carte de credit',
  'numéro de carte',
  'kreditkarte',
  'kreditkartennummer',
  'kartennummer',
  'karten nr',
  'tarjeta',
  'tarjeta de crédito',
  'tarjeta de credito',
  'carta di credito',
  'numero carta',
  'cartão',
  'cartao',
  'cartão de crédito',
  'creditcard',
  'kaartnummer',
  'karta kredytowa',
  'numer karty',
  'クレジットカード',
  'カード番号',
  '信用卡',
  '银行卡',
];
