/** Groups of Clearset's identifiers that peers name by one word, so that each adapter's table says what a peer claims and no more. */
import { CATALOGUE } from '../../dist/src/index.js';

const matching = (pattern) => CATALOGUE.map(({ id }) => id).filter((id) => pattern.test(id));

/** Every identifier, for the row of Clearset itself. */
export const ALL = CATALOGUE.map(({ id }) => id);
export const CARDS = ['CREDIT_CARD_NUMBER', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)'];
/** Accounts with a country in their name are IBANs; `BANK_ACCOUNT_NUMBER` is none. */
export const IBANS = matching(/._BANK_ACCOUNT_NUMBER$/);
/** Of the United States and Canada. */
export const US_PHONES = ['PHONE_NUMBER'];
export const PHONES = matching(/PHONE_NUMBER$/);
export const PRIVATE_KEYS = ['PKCS', 'OPENSSH_PRIVATE_KEY', 'PGP_PRIVATE_KEY', 'PUTTY_PRIVATE_KEY'];
/** Passwords and keys that only their name gives away. */
export const GENERIC = ['GENERIC_PASSWORD', 'GENERIC_SECRET'];
/** For scanners of secrets with hundreds of rules, whose list of issuers is not taken apart here. */
export const CREDENTIALS = CATALOGUE.filter(({ category }) => category === 'credentials').map(({ id }) => id);
