/** Indian Aadhaar number: twelve digits with a Verhoeff check digit. */
import { indiaAadhaar } from '../../validators/india-aadhaar.js';
import { defineDetector } from '../define.js';

export const indiaAadhaarNumber = defineDetector({
  id: 'INDIA_AADHAAR_NUMBER',
  name: 'Indian Aadhaar number',
  category: 'pii',
  countries: ['IN'],
  regulations: ['DPDP'],
  severity: { 1: 'high' },
  forms: [String.raw`[2-9]\d{11}`, String.raw`[2-9]\d{3} \d{4} \d{4}`, String.raw`[2-9]\d{3}-\d{4}-\d{4}`],
  boundary: 'digit',
  falseAccept: 0.08,
  keywords: {
    mode: 'required',
    words: [
      'aadhaar',
      'aadhar',
      'adhaar',
      'uidai',
      'adhar',
      'aadhaar number',
      'aadhaar no',
      'aadhaar card',
      'uid number',
      'unique identification number',
      'आधार',
      'আধার',
      'ஆதார்',
      'ఆధార్',
      'આધાર',
      'ಆಧಾರ್',
      'ആധാർ',
      'ਆਧਾਰ',
    ],
  },
  validator: indiaAadhaar,
  normal: 'digits',
  examples: {
    match: [
      'Aadhaar: «234123412346»',
      'Aadhaar no. «2341 2341 2346»',
      'UIDAI «5723-9104-7862»',
      { column: 'aadhaar', cell: '«572391047862»' },
    ],
    noMatch: [
      ['Aadhaar: 234123412347', 'validator: the check digit is wrong'],
      ['Aadhaar: 134123412346', 'pattern: first digit below 2'],
      ['234123412346', 'keyword: none in reach'],
    ],
  },
  references: ['UIDAI: A UID numbering scheme', 'Amazon Macie: managed data identifiers for personally identifiable information'],
});
