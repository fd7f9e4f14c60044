/** Business identifier code (BIC, SWIFT code) of a bank. Eight letters have no mark of their own, so its name must stand before it. */
import { isTestBic, swiftBic } from '../../validators/swift-bic.js';
import { anyCase } from '../credentials/assignment.js';
import { defineDetector } from '../define.js';

const CODE = '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?';
/** Apart, since raw text cannot be escaped where the program is packed as ASCII. */
const O_ACUTE = 'ó';
/** `BIC`, `SWIFT-Code`, `BIC/SWIFT`, `SWIFT/BIC code no.`, `Bank Identifier Code (BIC)`, `code BIC`, `BIC of the bank`, `BIC do banco`. */
const NAME = anyCase(
  String.raw`(?:swift|bic|identifier[ _-]code)(?:[ ]?[/_(-]?[ ]?(?:swift|bic|code|codes|kod|c(?:o|${O_ACUTE})digo|codice|nr|no|number|address|id)\.?\)?){0,3}(?:[ ](?:of|der|des|de|du|do|da|del|della|van)(?:[ ](?:the|la|het))?[ ](?:bank|banque|banca|banco|beneficiary|beneficiario))?`,
);

export const swiftBicCode = defineDetector({
  id: 'SWIFT_BIC',
  name: 'Business identifier code (BIC, SWIFT code)',
  category: 'financial',
  countries: [],
  regulations: [],
  severity: { 1: 'low' },
  forms: [
    {
      before: String.raw`${NAME}["'\x60]?[ \t]{0,4}(?:is|ist|est|es)?(?:[ \t]{0,4}[:=>#|,.][ \t]{0,24}|[ \t]{1,24})["'\x60]?`,
      pattern: CODE,
      keywordMode: 'none',
    },
    // A party in a payment message (MT103 and its kin), by its code: field 51A to 58A.
    { before: ':5[1-8]A:', pattern: CODE, boundary: 'token', keywordMode: 'none' },
    { pattern: CODE, keywordMode: 'named' },
  ],
  boundary: 'digit',
  falseAccept: 0.37,
  keywords: {
    mode: 'required',
    words: [
      'swift',
      'bicfi',
      'bic',
      'swift code',
      'bic code',
      'swift bic',
      'bic swift',
      'bank identifier code',
      'business identifier code',
      'código swift',
      'código bic',
      'codice bic',
      'codice swift',
      'code bic',
      'code swift',
      'swift address',
    ],
  },
  validator: swiftBic,
  reserved: isTestBic,
  normal: 'alnum',
  space: 'wide',
  examples: {
    match: [
      'BIC: «DEUTDEFF500»',
      'IBAN … SWIFT-Code «BNPAFRPP»\n',
      'BIC:                  «BELADEBE»',
      'SWIFT/BIC do banco: «ITAUBRSP»',
      ':57A:«DEUTDEFF500»\n:59:/12345678',
      '"bic":"«UBSWCHZH80A»"',
      { column: 'swiftCode', cell: '«NDEASESS»' },
    ],
    noMatch: [
      ['BIC: DEUTXXFF', 'validator: no such country'],
      ['DEUTDEFF500', 'keyword: none before it'],
      ['cubic: DEUTDEFF', 'boundary: another word'],
      ['BIC: DEUTDEFF5001', 'boundary: longer'],
      [':57D:DEUTDEFF', 'pattern: a party by its name'],
      [{ column: 'arabic', cell: 'DEUTDEFF' }, 'keyword: another word'],
    ],
  },
  references: [
    'ISO 9362: business identifier code',
    'SWIFT: BIC policy',
    'SWIFT Standards: category 1, party fields with option A',
  ],
});
