/** Keywords in the names of columns and fields: what ends a word there, and what may stand inside one. */
import { describe, expect, it } from 'vitest';
import { keywordAtEnd, keywordAtPathEnd, keywordsInNames } from '../../src/engine/names.js';

const has = (name: string, word: string) => keywordsInNames([name], [word]).length > 0;

describe('keywords in names', () => {
  it.each([
    ['SSN', 'ssn'],
    ['user_ssn', 'ssn'],
    ['user-ssn-hash', 'ssn'],
    ['ssn2', 'ssn'],
    ['userSsn', 'ssn'],
    ['userSSN', 'ssn'],
    ['SSNNumber', 'ssn'],
    ['ssnNumber', 'SSN'],
    ['Social Security', 'social security'],
    ['social_security', 'social security'],
    ['social-security', 'social security'],
    ['socialSecurity', 'social security'],
    ['mypassportnumber', 'passport'],
    ['xcardnumberx', 'card number'],
    ['xfiscalx', 'fiscal'],
    ['xcarteidx', 'car te id'],
    ['ss#', 'ss#'],
    ['n° carte', 'carte'],
    ['social.security', 'social security'],
    ['payment.card.number', 'card number'],
    ['MÉDICO', 'médico'],
    ['me\u0301dico', 'médico'],
    ['médico', 'me\u0301dico'],
    ['\u212Aarte', 'karte'],
    ['ſsn', 'ssn'],
    ['user身分証', '身分証'],
    ['顧客番号一覧', '番号'],
    ['СНИЛС', 'снилс'],
    ['userпас', 'пас'],
  ])('%s holds %s', (name, word) => {
    expect(has(name, word)).toBe(true);
  });

  it.each([
    ['assn', 'ssn'],
    ['ssns', 'ssn'],
    ['Spin', 'pin'],
    ['xcartex', 'carte'],
    ['xpin1234x', 'pin1234'],
    ['ésin', 'sin'],
    ['e\u0301sin', 'sin'],
    ['social__security', 'social security'],
    ['social..security', 'social security'],
    ['dnie\u0301', 'dnie'],
    ['cafetería', 'café'],
    ['fıne', 'fine'],
    ['пасa', 'пасс'],
    ['cod', 'code'],
    ['', 'code'],
  ])('%s does not hold %s', (name, word) => {
    expect(has(name, word)).toBe(false);
  });

  it('gives every word once, by name, place, length and index', () => {
    const words = ['number', 'card number', 'card', 'user', 'CARD', 'iban'];
    expect(keywordsInNames(['user', 'card_number', 'userCard'], words)).toEqual([3, 1, 2, 4, 0]);
  });

  it.each([
    [['social', 'security'], 'social security'],
    [['providers', 'mailjet', 'apiKeyPrivate'], 'mailjet api key'],
    [['mailjet.com', 'apiKey'], 'com api key'],
    [['user', 'tax', 'id', 'number'], 'tax id number'],
  ])('goes on from one name of %j to the next with %s', (names, word) => {
    expect(keywordsInNames(names, [word])).toEqual([0]);
  });

  it.each([
    [['pass', 'port'], 'passport'],
    [['social', 'x', 'security'], 'social security'],
    [['asocial', 'ssn'], 'l ssn'],
    [['add', 'apiKey'], 'dd api key'],
    [['security', 'social'], 'social security'],
  ])('does not read %j as %s', (names, word) => {
    expect(keywordsInNames(names, [word])).toEqual([]);
  });

  it('takes what one name says before what two say together', () => {
    expect(keywordsInNames(['tax', 'id', 'card'], ['tax id', 'card'])).toEqual([1, 0]);
  });
});

describe('the keyword with which a name ends', () => {
  const words = ['token', 'access token', 'password', 'bic'];

  it.each([
    ['password', 'password'],
    ['dbPassword', 'password'],
    ['DB_PASSWORD_2', 'password'],
    ['mypassword', 'password'],
    ['user_access_token', 'access token'],
    ['accessToken', 'access token'],
    ['refreshtoken', undefined],
    ['bankBic', 'bic'],
    ['arabic', undefined],
    ['BIC (SWIFT-Code)', 'bic'],
    ['Password *', 'password'],
    ['password?:', 'password'],
    ['Access Token (optional) *', 'access token'],
    ['hint (password)', 'password'],
    ['passwordHint', undefined],
    ['token_type', undefined],
    ['', undefined],
    ['42', undefined],
  ])('of %s', (name, word) => {
    const index = keywordAtEnd(name, words);
    expect(index === undefined ? undefined : words[index]).toBe(word);
  });
});

describe('the keyword with which a path ends', () => {
  const words = ['name family', 'api key', 'created by', 'name'];

  it.each([
    [['patient', 'name', 'family'], 'name family'],
    [['Name', 'Family'], 'name family'],
    [['patient.name.family'], 'name family'],
    [['Name. family'], 'name family'],
    [['name.'], 'name'],
    [['legalName', 'family'], 'name family'],
    [['filename', 'family'], undefined],
    [['name', 'use', 'family'], undefined],
    [['font', 'family'], undefined],
    [['name', 'product family'], undefined],
    [['meta', 'created', 'by'], 'created by'],
    [['created', 'name'], 'name'],
    [['api', 'keys'], undefined],
    [['family'], undefined],
    [['name', ''], undefined],
    [[], undefined],
  ])('of %j', (names, word) => {
    const index = keywordAtPathEnd(names, words);
    expect(index === undefined ? undefined : words[index]).toBe(word);
  });
});
