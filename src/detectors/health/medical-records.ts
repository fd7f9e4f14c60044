/** What hospitals write about patients: record numbers and coded diagnoses. Neither has a check digit; the words beside them decide. */
import { icd10 } from '../../validators/icd10.js';
import { defineDetector } from '../define.js';

/** Every hospital numbers as it likes; six to ten digits, perhaps behind a letter, are usual. */
export const medicalRecordNumber = defineDetector({
  id: 'MEDICAL_RECORD_NUMBER',
  name: 'Medical record number',
  category: 'phi',
  countries: [],
  regulations: ['HIPAA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{6}`,
    String.raw`\d{7}`,
    String.raw`\d{8}`,
    String.raw`\d{9}`,
    String.raw`\d{10}`,
    String.raw`[A-Z]\d{6}`,
    String.raw`[A-Z]\d{7}`,
    String.raw`[A-Z]\d{8}`,
  ],
  boundary: 'token',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'mrn',
      'medical record number',
      'medical record no',
      'medical record id',
      'medical record #',
      'medical rec no',
      'hospital number',
      'hospital no',
      'patient mrn',
      'patient number',
      'patient no',
      'chart number',
      'numéro de dossier médical',
      'número de historia clínica',
      'patientennummer',
    ],
  },
  normal: 'alnum',
  // Six digits: 10^6.
  space: 'small',
  examples: {
    match: [
      'MRN: «483920»',
      'MRN: «4839201»',
      'Medical record number «48392017»',
      'MRN «483920175»',
      'MRN «4839201756»',
      'MRN «H483920»',
      'MRN «H4839201»',
      { column: 'mrn', cell: '«H48392017»' },
    ],
    noMatch: [
      ['MRN: 48392', 'pattern: five digits'],
      ['MRN: 483920-7', 'boundary: part of a longer token'],
      ['483920', 'keyword: none in reach'],
    ],
  },
  references: ['45 CFR 164.514(b)(2)(i)(H): medical record numbers as identifiers'],
});

/** A code is sensitive beside a person; a text on coding is full of them, so it takes some before they count as more than little. */
export const icd10DiagnosisCode = defineDetector({
  id: 'ICD_10_DIAGNOSIS_CODE',
  name: 'Diagnosis code (ICD-10)',
  category: 'phi',
  countries: [],
  regulations: ['HIPAA', 'GDPR'],
  severity: { 1: 'low', 100: 'medium' },
  forms: [
    String.raw`[A-Z]\d[0-9A-Z]\.[0-9A-Z]`,
    String.raw`[A-Z]\d[0-9A-Z]\.[0-9A-Z]{2}`,
    String.raw`[A-Z]\d[0-9A-Z]\.[0-9A-Z]{3}`,
    String.raw`[A-Z]\d[0-9A-Z]\.[0-9A-Z]{4}`,
    String.raw`[A-Z]\d[0-9A-Z]`,
  ],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'icd-10',
      'icd10',
      'icd code',
      'icd codes',
      'icd-10-cm',
      'icd-10-gm',
      'cie-10',
      'cim-10',
      'cid-10',
      'diagnosis code',
      'diagnosis codes',
      'diagnostic code',
      'dx code',
      'diag code',
      'principal diagnosis',
      'primary diagnosis',
      'secondary diagnosis',
      'admitting diagnosis',
    ],
  },
  validator: icd10,
  normal: 'alnum',
  // Some 70,000 codes.
  space: 'small',
  examples: {
    match: [
      'ICD-10: «E11.9»',
      'ICD-10 «M54.50»',
      'Principal diagnosis «I21.A19» found',
      'Diagnosis code: «S72.001A»',
      { column: 'icd10', cell: '«I10»' },
    ],
    noMatch: [
      ['ICD-10: E1.9', 'pattern: two characters in the category'],
      ['ICD-10: EE1.9', 'pattern: a digit follows the letter'],
      ['E11.9', 'keyword: none in reach'],
    ],
  },
  references: ['World Health Organization: ICD-10, volume 2; US CDC: ICD-10-CM official guidelines, section I.A'],
});
