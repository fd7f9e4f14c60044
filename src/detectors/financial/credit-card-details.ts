/** What stands beside a card number: expiry date, security code, and the whole magnetic stripe. */
import { magneticStripe } from '../../validators/magnetic-stripe.js';
import { defineDetector } from '../define.js';
import { MACIE_FINANCIAL } from '../macie-pages.js';

const MONTH = '(?:0[1-9]|1[0-2])';
const YEAR = String.raw`20[2-4]\d`;
const SHORT_YEAR = String.raw`[2-4]\d`;
/** English abbreviations and full names; capitals as printed, so that the literals are fixed. */
const MONTH_NAME =
  '(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';

/** Expiry date of a card. Years 2020 to 2049, so that days and times are not read as years. */
export const creditCardExpiration = defineDetector({
  id: 'CREDIT_CARD_EXPIRATION',
  name: 'Payment card expiry date',
  category: 'financial',
  countries: [],
  regulations: ['PCI-DSS', 'GDPR', 'CCPA', 'GLBA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    `${MONTH}/${SHORT_YEAR}`,
    `${MONTH}/${YEAR}`,
    `${MONTH}-${SHORT_YEAR}`,
    `${MONTH}-${YEAR}`,
    `${MONTH_NAME} ${YEAR}`,
    `${MONTH_NAME}-${YEAR}`,
    // Split fields, where the value alone is too short: `expM=02`, `expY=2026`.
    { pattern: `(?i)exp(?:iry|iration)?_?m(?:onth|m)?=${MONTH}`, keywordMode: 'none', falseAccept: 0.0001 },
    { pattern: `(?i)exp(?:iry|iration)?_?y(?:ear|y|yyy)?=${YEAR}`, keywordMode: 'none', falseAccept: 0.0001 },
  ],
  // Neither a slash nor a hyphen beside it: not a piece of a full date such as 2026-01-22 or 12/25/2026.
  boundary: 'base64',
  falseAccept: 0.04,
  keywords: {
    mode: 'required',
    words: [
      'exp d',
      'exp m',
      'exp y',
      'expiration',
      'expiry',
      'exp date',
      'exp month',
      'exp year',
      'exp',
      'exp mm',
      'exp yy',
      'exp yyyy',
      'valid thru',
      'valid through',
      "date d'expiration",
      'gültig bis',
      'ablaufdatum',
      'fecha de vencimiento',
      'caducidad',
      'data di scadenza',
      'validade',
    ],
  },
  normal: 'alnum',
  space: 'small',
  examples: {
    match: [
      'card 4798643261622430 exp «05/28»',
      'expiration date: «05/2028»',
      'expiry «05-28» cvv 123',
      'expiry «05-2028»',
      'Expiration: «March 2029»',
      'Expiration: «Mar-2029»',
      '«expY=2026»',
      '«expM=02»',
      'exp_date=«05/28»&cvv=123',
      { column: 'expiration_date', cell: '«11/27»' },
    ],
    noMatch: [
      ['expiry 13/28', 'pattern: there is no month 13'],
      ['expiry 2028-05-28', 'boundary: pieces of a full date'],
      ['expiry 12/25/2028', 'boundary: pieces of a full date'],
      ['expiration 2028', 'pattern: a year alone is too common'],
      ['due 05/28', 'keyword: no keyword in reach'],
    ],
  },
  references: ['ISO/IEC 7813: expiry date YYMM, embossed as MM/YY', MACIE_FINANCIAL],
});

/** Card verification code: three digits, four on American Express. */
export const creditCardSecurityCode = defineDetector({
  id: 'CREDIT_CARD_SECURITY_CODE',
  name: 'Payment card security code',
  category: 'financial',
  countries: [],
  regulations: ['PCI-DSS', 'GDPR', 'CCPA', 'GLBA'],
  severity: { 1: 'medium', 2: 'high' },
  // Four digits do not start with 17 to 20: those are years, as in an expiry date beside the code, and numbers of constants.
  forms: [String.raw`\d{3}`, String.raw`(?:0\d|1[0-6]|2[1-9]|[3-9]\d)\d{2}`],
  boundary: 'token',
  falseAccept: 0.99,
  keywords: {
    mode: 'required',
    // In text the code stands right behind the word, with `code is ` between them at most: three digits are everywhere,
    // and names such as `XML_SCHEMAV_CVC_FACET_VALID = 829` hold the word.
    distance: 10,
    // Macie's "card id" is left out: column `card_id` of any table holds small numbers.
    words: [
      'card identification code',
      'card identification number',
      'card security code',
      'card validation code',
      'card validation number',
      'card verification data',
      'card verification value',
      'card verification code',
      'cvc',
      'cvc2',
      'cvv',
      'cvv2',
      'elo verification code',
      'cryptogramme visuel',
      'kartenprüfnummer',
      'prüfziffer der karte',
      'código de seguridad de la tarjeta',
      'codice di sicurezza della carta',
      'código de segurança do cartão',
    ],
  },
  normal: 'digits',
  space: 'small',
  examples: {
    match: ['CVV: «314»', 'cvc2 «0837»', { column: 'cvv', cell: '«927»' }, { column: 'cardSecurityCode', cell: '«4821»' }],
    noMatch: [
      ['CVV 12/2025', 'pattern: two digits, and a year'],
      ['cvv 27182', 'pattern: three or four digits'],
      ['code 314', 'keyword: no keyword in reach'],
      ['XML_SCHEMAV_CVC_AU, /* 1874 */', 'pattern: a year'],
      ['cvv 0.314', 'boundary: a decimal fraction'],
      ['cvc_datatype, /* 314 */', 'keyword: more than ten characters away'],
    ],
  },
  references: ['EMVCo and card networks: card verification value of 3 digits (American Express CID: 4)', MACIE_FINANCIAL],
});

/** Track 1 or 2 of a magnetic stripe as readers deliver it. */
export const creditCardMagneticStripe = defineDetector({
  id: 'CREDIT_CARD_MAGNETIC_STRIPE',
  name: 'Payment card magnetic stripe data',
  category: 'financial',
  countries: [],
  regulations: ['PCI-DSS', 'GDPR', 'CCPA', 'GLBA'],
  severity: { 1: 'high' },
  forms: [
    // Track 1: card number, name, YYMM, service code, discretionary data up to the end sentinel. 79 characters at most.
    String.raw`%[Bb]\d{12,19}\^[0-9A-Za-z /.,'()&-]{2,26}\^\d{7}[0-9A-Za-z /.,'()&=*-]{0,48}\?`,
    // Track 2: card number, YYMM, service code, discretionary data. 40 characters at most.
    String.raw`;\d{12,19}=\d{7}\d{0,17}\?`,
  ],
  boundary: 'none',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'card data',
      'iso7813',
      'mag',
      'magstripe',
      'stripe',
      'swipe',
      'iso 7813',
      'mag stripe',
      'magnetic stripe',
      'track 1',
      'track 2',
      'track1',
      'track2',
      'track data',
      'bande magnétique',
      'magnetstreifen',
      'banda magnética',
    ],
  },
  validator: magneticStripe,
  normal: 'exact',
  examples: {
    match: [
      'magstripe «%B4798643261622430^DOE/JANE^28051011234567890?»',
      'swipe: «;4798643261622430=28051011234567890?»',
      { column: 'track2', cell: '«;5265098857776465=2711101000012300000?»' },
    ],
    noMatch: [
      ['swipe ;4798643261622431=28051011234567890?', 'validator: the card number fails Luhn'],
      ['swipe ;4798643261622430=28131011234567890?', 'validator: there is no month 13'],
      ['swipe ;4798643261622430=2805101', 'pattern: no end sentinel'],
    ],
  },
  references: ['ISO/IEC 7813: financial transaction cards, tracks 1 and 2', MACIE_FINANCIAL],
});
