/** French NIR with its key; Corsican departments 2A and 2B. Thirteen digits without the key prove nothing and are left out. */
import { franceNir } from '../../validators/france-nir.js';
import { defineDetector } from '../define.js';

/** 01-12; 20-42 and 50-99 stand for an unknown month. */
const MONTH = '(?:0[1-9]|1[0-2]|[235-9]\\d|4[0-2])';

export const franceNationalIdentificationNumber = defineDetector({
  id: 'FRANCE_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'French social security number (NIR)',
  category: 'pii',
  countries: ['FR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`[123478]\d{2}${MONTH}\d{10}`,
    String.raw`[123478]\d{2}${MONTH}2[AB]\d{8}`,
    String.raw`[123478] \d{2} ${MONTH} \d{2} \d{3} \d{3} \d{2}`,
    String.raw`[123478] \d{2} ${MONTH} 2[AB] \d{3} \d{3} \d{2}`,
    String.raw`[123478]\d{2}${MONTH}\d{8} \d{2}`,
    String.raw`[123478]\d{2}${MONTH}2[AB]\d{6} \d{2}`,
  ],
  boundary: 'digit',
  falseAccept: 0.006,
  keywords: {
    mode: 'required',
    words: [
      'assurance sociale',
      'carte nationale d’identité',
      "carte nationale d'identité",
      'cni',
      'code sécurité sociale',
      'French social security number',
      'fssn#',
      'insee',
      'insurance number',
      'national id number',
      'nationalid#',
      "numéro d'assurance",
      'sécurité sociale',
      'sécurité sociale non.',
      'sécurité sociale numéro',
      'social',
      'social security',
      'social security number',
      'socialsecuritynumber',
      'ss#',
      'ssn',
      'ssn#',
      'nir',
      'numéro de sécurité sociale',
      'numero de securite sociale',
      'securite sociale',
      'numéro de sécu',
      'numéro insee',
      'n° ss',
      'nss',
      'french social security',
    ],
  },
  validator: franceNir,
  normal: 'alnum',
  examples: {
    match: [
      'Numéro de sécurité sociale : «185057800608491»',
      'NIR «1 85 05 78 006 084 91»',
      'Insee: «185072A00608467»',
      'sécurité sociale «1 85 07 2A 006 084 67»',
      'NIR: «1850578006084 91»',
      'NIR: «268032B123045 58»',
      { column: 'numero_securite_sociale', cell: '«278071412304531»' },
    ],
    noMatch: [
      ['NIR 185057800608492', 'validator: the key is wrong'],
      ['NIR 585057800608491', 'pattern: no such sex digit'],
      ['185057800608491', 'keyword: none in reach'],
    ],
  },
  references: [
    'INSEE: Numéro d’inscription au répertoire des personnes physiques',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
