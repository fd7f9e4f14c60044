/**
 * Unique device identifiers of medical devices: an implant's leads to its bearer. Each agency has its own writing; the third, of
 * ICCBBA for blood and tissue (`=/` and sixteen characters), is left out: it has no check, and nothing rare enough to be looked for.
 */
import { medicalDeviceUdi } from '../../validators/medical-device-udi.js';
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

/** GS1: device, then dates of manufacture (11) or expiry (17), lot (10) and serial number (21). */
const GTIN = String.raw`\(01\)\d{14}`;
const DATE = String.raw`\(1[17]\)\d{6}`;
const LOT = String.raw`\(10\)[0-9A-Za-z]{1,20}`;
const SERIAL = String.raw`\(21\)[0-9A-Za-z]{1,20}`;
/** HIBCC: plus, labeller, product and a digit for the unit, before the check character. A shorter product would leave too few values. */
const HIBC = String.raw`\+[A-Z][0-9A-Z]{5,21}\d`;

export const medicalDeviceUdiNumber = defineDetector({
  id: 'MEDICAL_DEVICE_UDI',
  name: 'Unique device identifier (UDI), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    GTIN,
    GTIN + DATE,
    GTIN + SERIAL,
    GTIN + DATE + LOT,
    GTIN + DATE + SERIAL,
    GTIN + DATE + LOT + SERIAL,
    GTIN + DATE + DATE + LOT + SERIAL,
    `${HIBC}[0-9A-Z]`,
    // The space, which is the check character of 1 in 43, is left out: a space ends most values.
    `${HIBC}[$%+./-]`,
    // With the production data behind a slash, the check character is the last of all.
    String.raw`${HIBC}/\$[0-9A-Z]{2,30}`,
    String.raw`${HIBC}/\$\$[0-9A-Z]{2,30}`,
  ],
  boundary: 'word',
  falseAccept: 0.025,
  keywords: {
    mode: 'required',
    words: [
      'blood',
      'blood bag',
      'dev id',
      'device id',
      'device identifier',
      'gs1',
      'hibcc',
      'iccbba',
      'med',
      'udi',
      'unique device id',
      'unique device identifier',
      'udi di',
      'implant',
    ],
  },
  validator: medicalDeviceUdi,
  normal: 'alnum',
  examples: {
    match: [
      'UDI: «(01)01985318421022»',
      'UDI «(01)09153543214975(17)271130»',
      'UDI «(01)04770555554766(21)A7K3»',
      'UDI «(01)01985318421022(17)280131(10)L0442»',
      'UDI «(01)01985318421022(11)240131(21)0099X»',
      'UDI «(01)01985318421022(17)280131(10)L0442(21)77310»',
      'device identifier «(01)09153543214975(11)141231(17)150707(10)A213B1(21)1234»',
      'UDI «+M4821KX70PQ31L»',
      'UDI «+M4821KX70PQ991-»',
      'UDI «+M4821KX70PQ31/$LOT4711F»',
      'UDI «+A123BJC5D6E71/$$52001510X3C»',
      { column: 'udi', cell: '«(01)04770555554766»' },
    ],
    noMatch: [
      ['UDI: (01)01985318421023', 'validator: the check digit is wrong'],
      ['UDI +M4821KX70PQ31M', 'validator: the check character is wrong'],
      ['UDI: (02)01985318421022', 'pattern: (02) is the content of a case'],
      ['part (01)01985318421022', 'keyword: none in reach'],
    ],
  },
  references: [
    '21 CFR 801.20 and 830.20; FDA: UDI formats by FDA-accredited issuing agency',
    'GS1 General Specifications; ANSI/HIBC 2.6',
    MACIE_PHI,
  ],
});
