/** Japanese numbers of persons (My Number) and of organisations, each with a check digit. */
import { japanCorporateNumber as corporateCheck } from '../../validators/japan-corporate-number.js';
import { japanMyNumber } from '../../validators/japan-my-number.js';
import { defineDetector } from '../define.js';

export const japanIndividualNumber = defineDetector({
  id: 'JAPAN_INDIVIDUAL_NUMBER',
  name: 'Japanese individual number (My Number)',
  category: 'pii',
  countries: ['JP'],
  regulations: ['APPI'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{12}`, String.raw`\d{4} \d{4} \d{4}`, String.raw`\d{4}-\d{4}-\d{4}`],
  digits: 12,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'my number',
      'mynumber',
      'my number card',
      'individual number',
      'japan individual number',
      'マイナンバー',
      '個人番号',
      'kojin bango',
      'kojinbango',
    ],
  },
  validator: japanMyNumber,
  normal: 'digits',
  examples: {
    match: [
      'My Number: «123456789018»',
      'マイナンバー «4829 1035 7713»',
      '個人番号：«7390-2841-5562»',
      { column: 'my_number', cell: '«482910357713»' },
    ],
    noMatch: [
      ['My Number: 123456789019', 'validator: the check digit is wrong'],
      ['My Number: 000000000000', 'validator: equal digits'],
      ['123456789018', 'keyword: none in reach'],
    ],
  },
  references: ['Ministry of Internal Affairs and Communications of Japan: Ordinance 85 of 2014, article 5'],
});

/** Organisations' numbers are public; with them stand addresses and bank details. */
export const japanCorporateNumber = defineDetector({
  id: 'JAPAN_CORPORATE_NUMBER',
  name: 'Japanese corporate number',
  category: 'pii',
  countries: ['JP'],
  regulations: [],
  severity: { 1: 'low' },
  forms: [String.raw`\d{13}`, String.raw`\d-\d{4}-\d{4}-\d{4}`],
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['corporate number', 'houjin bangou', 'hojin bango', 'houjinbangou', '法人番号', '会社法人等番号'],
  },
  validator: corporateCheck,
  normal: 'digits',
  examples: {
    match: ['Corporate number «5835678256246»', { column: '法人番号', cell: '«4-0100-0101-2345»' }],
    noMatch: [
      ['Corporate number 4835678256246', 'validator: the check digit is wrong'],
      ['Corporate number 0835678256246', 'validator: the check digit is never 0'],
      ['5835678256246', 'keyword: none in reach'],
    ],
  },
  references: ['National Tax Agency of Japan: corporate number publication site, check digit'],
});
