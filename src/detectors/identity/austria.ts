/** Austrian social insurance number and tax number. */
import { austriaVnr } from '../../validators/austria-vnr.js';
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';

export const austriaSocialInsuranceNumber = defineDetector({
  id: 'AUSTRIA_SOCIAL_INSURANCE_NUMBER',
  name: 'Austrian social insurance number (SVNR)',
  category: 'pii',
  countries: ['AT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`, String.raw`\d{4} \d{6}`, String.raw`\d{4}-\d{6}`],
  boundary: 'digit',
  falseAccept: 0.004,
  keywords: {
    mode: 'required',
    words: [
      'sozialversicherungsnummer',
      'sozialversicherungs nr',
      'sv nummer',
      'sv nr',
      'svnr',
      'vsnr',
      'versicherungsnummer',
      'austrian social insurance number',
      'austrian social security number',
    ],
  },
  validator: austriaVnr,
  normal: 'digits',
  // A birthday and a serial of three digits: 4 × 10^7.
  space: 'small',
  examples: {
    match: [
      'Sozialversicherungsnummer: «7359120684»',
      'SVNR «3718 010498»',
      'SV-Nummer: «5836-160867»',
      { column: 'svnr', cell: '«7359120684»' },
    ],
    noMatch: [
      ['SVNR 3718 010499', 'validator: the check digit does not fit the year'],
      ['SVNR 3718 310498', 'validator: there is no 31 April'],
      ['3718 010498', 'keyword: none in reach'],
    ],
  },
  references: ['§ 31 ASVG; Dachverband der Sozialversicherungsträger: Versicherungsnummer'],
});

export const austriaTaxIdentificationNumber = defineDetector({
  id: 'AUSTRIA_TAX_IDENTIFICATION_NUMBER',
  name: 'Austrian tax number (Abgabenkontonummer)',
  category: 'pii',
  countries: ['AT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{9}`, String.raw`\d{2}-\d{3}/\d{4}`, String.raw`\d{2} \d{3}/\d{4}`],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'abgabenkontonummer',
      'abgabenkonto',
      'steuernummer',
      'steuer nr',
      'steuernr',
      'st.nr.',
      'finanzamts- und steuernummer',
      'austrian tax number',
      'austrian tax identification number',
    ],
  },
  validator: luhn,
  normal: 'digits',
  // Eight digits decide the ninth: 10^8.
  space: 'small',
  examples: {
    match: [
      'Abgabenkontonummer: «982888737»',
      'Steuernummer «65-090/2836»',
      'Steuernummer «52 189/7207»',
      { column: 'steuernummer', cell: '«52-189/7207»' },
    ],
    noMatch: [
      ['Steuernummer 65-090/2837', 'validator: the check digit is wrong'],
      ['Steuernummer 65-0902/836', 'pattern: the slash stands behind five digits'],
      ['65-090/2836', 'keyword: none in reach'],
    ],
  },
  references: ['Bundesministerium für Finanzen: Abgabenkontonummer; OECD: tax identification numbers, Austria'],
});
