/** Vehicle identification number: seventeen characters of which the last four are digits. At most eight letters lead, since place 9 is a digit or X. */
import { vin } from '../../validators/vin.js';
import { defineDetector } from '../define.js';

/** All characters but I, O and Q; the letters of them. */
const X = '[A-HJ-NPR-Z0-9]';
const L = '[A-HJ-NPR-Z]';

export const vehicleIdentificationNumber = defineDetector({
  id: 'VEHICLE_IDENTIFICATION_NUMBER',
  name: 'Vehicle identification number (VIN)',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 100: 'medium' },
  forms: [
    String.raw`(?:[1-9]${X}{12}|${L}\d${X}{11}|${L}{2}\d${X}{10}|${L}{3}\d${X}{9}|${L}{4}\d${X}{8}|${L}{5}\d${X}{7}|${L}{6}\d${X}{6}|${L}{7}\d${X}{5}|${L}{8}\d${X}{4})\d{4}`,
  ],
  boundary: 'word',
  falseAccept: 0.35,
  keywords: {
    mode: 'required',
    words: [
      'Fahrgestellnummer',
      'numarul de identificare',
      'numarul seriei de sasiu',
      'numer VIN',
      'Número de Identificação do Veículo',
      'Número de Identificación de Automóviles',
      "numéro d'identification du véhicule",
      'vehicle identification number',
      'vin',
      'VIN numeris',
      'vin number',
      'chassis number',
      'chassis no',
      'fahrzeug-identifizierungsnummer',
      'fahrzeugidentifizierungsnummer',
      'fin',
      'número de chasis',
      'numero de chasis',
      'número de bastidor',
      'bastidor',
      'numéro de châssis',
      'numero di telaio',
      'telaio',
      'número do chassi',
      'chassi',
      'chassisnummer',
    ],
  },
  validator: vin,
  normal: 'alnum',
  examples: {
    match: ['VIN: «1M8GDM9AXKP042788»', 'Fahrgestellnummer «WVWZZZ1JZXW000001»', { column: 'vin', cell: '«1HGBH41JXMN109186»' }],
    noMatch: [
      ['VIN: 1M8GDM9AXKPO42788', 'pattern: the letter O'],
      ['VIN: 11111111111111111', 'validator: one character throughout'],
      ['1M8GDM9AXKP042788', 'keyword: none in reach'],
    ],
  },
  references: [
    'ISO 3779',
    'ISO 3780',
    '49 CFR 565.15',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
