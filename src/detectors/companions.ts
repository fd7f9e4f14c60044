/**
 * Fields that go together: a column `account` may hold anything, beside `sort_code` it holds bank accounts; a latitude beside
 * an e-mail address is where somebody is. Says, for the forms whose `doubt` is `companion`, what their columns are called and what has to stand beside them.
 */

/** What the fields of a detector are called, and what goes with them in the same record. */
export interface Companion {
  /** The ends of the fields' own names, as keywords are spelled. */
  readonly words: readonly string[];
  /** Of the field that goes with it: its words in small letters, with one space between them. */
  readonly beside: RegExp;
  /** What it is called beside a colon in a text, where not all that `beside` says would be looked for. */
  readonly labels: readonly string[];
  /** Ends of the path to the field that are passed over: what goes with `user.location.lat` stands in `user`. */
  readonly within?: RegExp;
}

const NUMBER = '(?: (?:numbers?|no|num|nbr|nr|codes?|id|cd))?';

export const ACCOUNT_WORDS = [
  ...['account', 'acct', 'acc', 'account number', 'account no', 'account num', 'account nbr', 'account id'],
  ...['acct number', 'acct no', 'acct num', 'acct nbr', 'acc number', 'acc no', 'a/c', 'a/c number', 'a/c no'],
];

export const LATITUDE_WORDS = ['lat', 'latitude'];
export const LONGITUDE_WORDS = ['lon', 'lng', 'long', 'longitude'];

/**
 * What makes a place one of somebody: tables of towns, airports, shops and the nodes of maps have latitude and longitude as well. Not
 * names and phones, which shops have, nor owners. Or the field says itself whose place it is.
 */
const SOMEBODY =
  /^(?:.* )?(?:user|customer|client|member|employee|patient|driver|rider|passenger|visitor|subscriber|person|e ?mail|mobile|msisdn|imei|imsi|device|first name|last name|full name|surname|dob|date of birth|ssn|ip)(?: (?:id|name|uuid|no|number|address|addr|email))*$|^(?:.* )?(?:pick ?up|drop ?off|home|user|gps|last known) ?(?:lat|latitude|lon|lng|long|longitude)$|^gps ?(?:latitude|longitude)$/;
const SOMEBODY_LABELS = [
  'email',
  'e-mail',
  'user',
  'user id',
  'customer',
  'customer id',
  'device',
  'device id',
  'mobile',
  'ip address',
];
const PLACE_HOLDERS = /^(?:geo|gps|geolocation|location|coords|coordinates|coordinate|position|point|latlng|latlon)$/i;

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
    },
  ],
  UK_BANK_ACCOUNT_NUMBER: [
    {
      words: ACCOUNT_WORDS,
      beside: new RegExp(`^(?:.* )?(?:sort ?code|sorting code)${NUMBER}$`),
      labels: ['sort code', 'sorting code'],
    },
  ],
  LATITUDE_LONGITUDE: [
    { words: LATITUDE_WORDS, beside: SOMEBODY, labels: SOMEBODY_LABELS, within: PLACE_HOLDERS },
    { words: LONGITUDE_WORDS, beside: SOMEBODY, labels: SOMEBODY_LABELS, within: PLACE_HOLDERS },
  ],
};
