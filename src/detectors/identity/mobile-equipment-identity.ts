/** Mobile phone's own number (IMEI): model, serial, Luhn check digit. */
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';

export const mobileEquipmentIdentity = defineDetector({
  id: 'INTERNATIONAL_MOBILE_EQUIPMENT_IDENTITY',
  name: 'Mobile equipment identity (IMEI)',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA'],
  severity: { 1: 'medium' },
  forms: [String.raw`\d{15}`, String.raw`\d{2}-\d{6}-\d{6}-\d`, String.raw`\d{2} \d{6} \d{6} \d`],
  digits: 15,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['imei', 'imei number', 'imei no', 'imei1', 'imei2', 'mobile equipment identity', 'device imei'],
  },
  validator: luhn,
  normal: 'digits',
  examples: {
    match: [
      'IMEI: «352099001761481»',
      'IMEI «49-015420-323751-8»',
      'IMEI «86 123405 192837 5»',
      { column: 'imei', cell: '«356938035643809»' },
    ],
    noMatch: [
      ['IMEI: 352099001761482', 'validator: the Luhn check digit is wrong'],
      ['IMEI: 35209900176148', 'pattern: fourteen digits'],
      ['352099001761481', 'keyword: none in reach'],
    ],
  },
  references: ['3GPP TS 23.003, clause 6.2 and annex B; GSMA TS.06'],
});
