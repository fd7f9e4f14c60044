/**
 * Fields that go together: a column `account` may hold anything, beside `sort_code` it holds bank accounts; a latitude is a place only
 * with its longitude. Says, for the forms whose `doubt` is `companion`, what their columns are called and what has to stand beside them.
 */

/** What the fields of a detector are called, and what goes with them in the same record. */
export interface Companion {
  /** The ends of the fields' own names, as keywords are spelled. */
  readonly words: readonly string[];
  /** Of the field that goes with it: its words in small letters, with one space between them. */
  readonly beside: RegExp;
  /** What it is called beside a colon in a text, where not all that `beside` says would be looked for. */
  readonly labels: readonly string[];
  /**
   * Whether the two share the rest of their names (`start_lat` and `start_lng`). Then the part of `words` is taken out of one
   * and that of `beside` out of the other.
   */
  readonly sharesName: boolean;
}

const NUMBER = '(?: (?:numbers?|no|num|nbr|nr|codes?|id|cd))?';

export const ACCOUNT_WORDS = [
  ...['account', 'acct', 'acc', 'account number', 'account no', 'account num', 'account nbr', 'account id'],
  ...['acct number', 'acct no', 'acct num', 'acct nbr', 'acc number', 'acc no', 'a/c', 'a/c number', 'a/c no'],
];

export const LATITUDE_WORDS = ['lat', 'latitude'];
export const LONGITUDE_WORDS = ['lon', 'lng', 'long', 'longitude'];

const LATITUDE = /(?:^|(?<= ))lat(?= \d*$|\d*$)|latitude(?=[ \d]*$)/;
const LONGITUDE = /(?:^|(?<= ))(?:lon|lng|long)(?= \d*$|\d*$)|longitude(?=[ \d]*$)/;

/** By detector id. One detector may have fields of two kinds, each beside the other. */
export const COMPANIONS: Readonly<Record<string, readonly Companion[]>> = {
  BANK_ACCOUNT_NUMBER: [
    {
      words: ACCOUNT_WORDS,
      beside: new RegExp(
        `^(?:.* )?(?:routing|rtn|aba|bsb|ifsc|swift|bic|swift bic|bank code|bank branch|transit|institution (?:number|no|code))(?: transit)?${NUMBER}$|^bank(?: name)?$`,
      ),
      labels: [
        ...[
          'routing',
          'routing number',
          'routing no',
          'routing #',
          'aba',
          'aba number',
          'rtn',
          'bsb',
          'bsb number',
          'ifsc',
          'ifsc code',
        ],
        ...[
          'swift',
          'swift code',
          'bic',
          'swift bic',
          'bank code',
          'transit number',
          'transit no',
          'institution number',
          'bank name',
        ],
      ],
      sharesName: false,
    },
  ],
  UK_BANK_ACCOUNT_NUMBER: [
    {
      words: ACCOUNT_WORDS,
      beside: new RegExp(`^(?:.* )?(?:sort ?code|sorting code)${NUMBER}$`),
      labels: ['sort code', 'sorting code'],
      sharesName: false,
    },
  ],
  LATITUDE_LONGITUDE: [
    { words: LATITUDE_WORDS, beside: LONGITUDE, labels: LONGITUDE_WORDS, sharesName: true },
    { words: LONGITUDE_WORDS, beside: LATITUDE, labels: LATITUDE_WORDS, sharesName: true },
  ],
};
