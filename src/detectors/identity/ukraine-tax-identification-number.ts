/** Ukrainian taxpayer number of a person: days since 1899, serial, check digit. */
import { ukraineRntrc } from '../../validators/ukraine-rntrc.js';
import { defineDetector } from '../define.js';

export const ukraineTaxIdentificationNumber = defineDetector({
  id: 'UKRAINE_TAX_IDENTIFICATION_NUMBER',
  name: 'Ukrainian individual taxpayer number (RNOKPP)',
  category: 'pii',
  countries: ['UA'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.05,
  keywords: {
    mode: 'required',
    words: [
      'рнокпп',
      'реєстраційний номер облікової картки платника податків',
      'ідентифікаційний номер',
      'ідентифікаційний код',
      'ідентифікаційний податковий номер',
      'іпн',
      'rnokpp',
      'rntrc',
      'ukrainian tax number',
      'ukrainian taxpayer number',
    ],
  },
  validator: ukraineRntrc,
  normal: 'digits',
  examples: {
    match: ['РНОКПП: «2971130779»', 'ІПН «3521409412»', { column: 'rnokpp', cell: '«3352164978»' }],
    noMatch: [
      ['РНОКПП: 2971130778', 'validator: the check digit is wrong'],
      ['РНОКПП: 5571130772', 'validator: born after 2035'],
      ['2971130779', 'keyword: none in reach'],
    ],
  },
  references: ['Положення про реєстрацію фізичних осіб у Державному реєстрі фізичних осіб – платників податків'],
});
