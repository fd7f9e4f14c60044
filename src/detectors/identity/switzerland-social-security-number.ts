/** Swiss social security number (AHV, AVS, OASI): 756, nine digits, check digit. With its dots it needs no keyword. */
import { isPublishedAhv, switzerlandAhv } from '../../validators/switzerland-ahv.js';
import { defineDetector } from '../define.js';

export const switzerlandSocialSecurityNumber = defineDetector({
  id: 'SWITZERLAND_SOCIAL_SECURITY_NUMBER',
  name: 'Swiss social security number (AHV)',
  category: 'pii',
  countries: ['CH'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`756\d{10}`,
    { pattern: String.raw`756\.\d{4}\.\d{4}\.\d{2}`, keywordMode: 'none' },
    String.raw`756 \d{4} \d{4} \d{2}`,
  ],
  boundary: 'digit',
  falseAccept: 0.0001,
  keywords: {
    mode: 'required',
    words: [
      'ahv',
      'ahv nummer',
      'ahv nr',
      'ahvn13',
      'avs',
      'n° avs',
      'numéro avs',
      'navs13',
      'numero avs',
      'oasi number',
      'sozialversicherungsnummer',
      'versichertennummer',
      'numéro d’assuré',
      "numéro d'assuré",
      'numéro de sécurité sociale',
      'swiss social security number',
    ],
  },
  validator: switzerlandAhv,
  reserved: isPublishedAhv,
  normal: 'digits',
  examples: {
    match: [
      'AHV-Nummer: «7565463637291»',
      'born 1971, «756.3534.1509.08», Bern',
      'N° AVS «756 9300 5920 26»',
      { column: 'ahv', cell: '«756.3534.1509.08»' },
    ],
    noMatch: [
      ['AHV-Nummer: 756.3534.1509.09', 'validator: the check digit is wrong'],
      ['AHV-Nummer: 757.3534.1509.08', 'pattern: prefix is not 756'],
      ['7565463637291', 'keyword: none in reach'],
    ],
  },
  references: [
    'Verordnung über die Alters- und Hinterlassenenversicherung (AHVV), art. 133; Zentrale Ausgleichsstelle: AHV-Nummer',
  ],
});
