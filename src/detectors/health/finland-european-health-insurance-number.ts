/** Finnish European Health Insurance Card: the prefix of the Finnish institution and ten digits. */
import { ehic } from '../../validators/ehic.js';
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

export const finlandEuropeanHealthInsuranceNumber = defineDetector({
  id: 'FINLAND_EUROPEAN_HEALTH_INSURANCE_NUMBER',
  name: 'European Health Insurance Card number, Finland',
  category: 'phi',
  countries: ['FI'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`8024680246\d{10}`, String.raw`8024680246 \d{10}`, String.raw`8024680246-\d{10}`],
  boundary: 'digit',
  falseAccept: 1e-9,
  keywords: {
    mode: 'required',
    words: [
      'ehic',
      'ehic#',
      'finland health insurance card',
      'finlandehicnumber#',
      'finska sjukförsäkringskort',
      'hälsokort',
      'health card',
      'health card number',
      'health insurance card',
      'health insurance number',
      'sairaanhoitokortin',
      'sairausvakuutuskortti',
      'sairausvakuutusnumero',
      'sjukförsäkring nummer',
      'sjukförsäkringskort',
      'suomen sairausvakuutuskortti',
      'suomi ehic numero',
      'terveyskortti',
      'eurooppalainen sairaanhoitokortti',
      'kela kortti',
    ],
  },
  validator: ehic,
  normal: 'digits',
  examples: {
    match: [
      'Sairaanhoitokortin numero «80246802460012345678»',
      'EHIC «8024680246 0000004567»',
      'EHIC «8024680246-0000004567»',
      { column: 'ehic', cell: '«80246802460012345678»' },
    ],
    noMatch: [
      ['EHIC 80246802450012345678', 'pattern: another institution'],
      ['EHIC 80246802460000000000', 'validator: no card 0'],
      ['80246802460012345678', 'keyword: none in reach'],
    ],
  },
  references: [
    'Decision S2 of the Administrative Commission (EU), technical specifications of the European Health Insurance Card; Kela',
    MACIE_PHI,
  ],
});
