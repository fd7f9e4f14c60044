/** Canadian driving licences: thirteen issuers, no check digits. */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { DRIVING_LICENCE_WORDS } from './driving-licence-words.js';
import { type LicenceShapes, licenceExamples, licenceForms } from './licence-shapes.js';

/** By province and territory, at least six characters. */
const SHAPES: LicenceShapes = {
  AB: ['999999-999', '999999999'],
  BC: ['9999999'],
  MB: ['AAAAAAA999AA'],
  NB: ['999999', '9999999'],
  NL: ['A999999999'],
  NS: ['AAAAA999999999'],
  NT: ['999999'],
  NU: ['999999999'],
  ON: ['A99999999999999', 'A9999-99999-99999'],
  PE: ['999999'],
  QC: ['A999999999999', 'A9999-999999-99'],
  SK: ['99999999'],
  YT: ['999999'],
};

export const canadaDriversLicense = defineDetector({
  id: 'CANADA_DRIVERS_LICENSE',
  name: "Driver's licence, Canada",
  category: 'pii',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: licenceForms(SHAPES),
  boundary: 'token',
  falseAccept: 1,
  keywords: { mode: 'required', words: [...DRIVING_LICENCE_WORDS, 'permis de conduire', 'numéro de permis'] },
  normal: 'alnum',
  space: 'small',
  examples: {
    match: [
      "driver's licence «L3812-40719-60528»",
      { column: 'permis_de_conduire', cell: '«T4471-120389-06»' },
      ...licenceExamples(SHAPES).map((number) => `driving licence «${number}»`),
    ],
    noMatch: [
      ['driver licence 48293', 'pattern: at least six characters'],
      ['driver licence LL812-40719-60528', 'pattern: Ontario has one letter'],
      ['L3812-40719-60528', 'keyword: no keyword in reach'],
    ],
  },
  references: ["Microsoft Purview: Canada driver's license number entity definition; provincial registries", MACIE_PII],
});
