/** Vehicle identification number: seventeen characters of which the last four are digits. */
import { vin } from '../../validators/vin.js';
import { defineDetector } from '../define.js';

/** All characters but I, O and Q. */
const X = '[A-HJ-NPR-Z0-9]';

export const vehicleIdentificationNumber = defineDetector({
  id: 'VEHICLE_IDENTIFICATION_NUMBER',
  name: 'Vehicle identification number (VIN)',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 100: 'medium' },
  forms: [String.raw`[A-HJ-NPR-Z1-9]${X}{12}\d{4}`],
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
      'chassis',
      'fahrzeug identifizierungsnummer',
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
    match: [
      'VIN: «1M8GDM9AXKP042788»',
      'Fahrgestellnummer «WVWZZZ1JZXW000001»',
      'VIN «WVWZZZAAZLP123456»',
      { column: 'vin', cell: '«1HGBH41JXMN109186»' },
    ],
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
