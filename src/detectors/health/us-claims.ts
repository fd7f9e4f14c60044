/** US health insurance claim numbers (before 2020) and drug codes. */
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

/** Beneficiary identification code: a letter, often with a digit or second letter. */
const BENEFICIARY = '[A-FHJKMTW][0-9A-Z]?';

export const usaHealthInsuranceClaimNumber = defineDetector({
  id: 'USA_HEALTH_INSURANCE_CLAIM_NUMBER',
  name: 'Health Insurance Claim Number (HICN), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA', 'CCPA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`[0-8]\d{8}${BENEFICIARY}`,
    String.raw`[0-8]\d{2}-\d{2}-\d{4}-${BENEFICIARY}`,
    String.raw`[0-8]\d{2}-\d{2}-\d{4}${BENEFICIARY}`,
    // Railroad Retirement Board: prefix and six digits, or nine.
    String.raw`(?:W?C?A|M?A|JA|M?H|PA|PD|WCD|WCH|W?D|WH)\d{6}`,
    String.raw`(?:W?C?A|M?A|JA|M?H|PA|PD|WCD|WCH|W?D|WH)\d{9}`,
  ],
  boundary: 'word',
  falseAccept: 0.5,
  keywords: {
    mode: 'required',
    words: [
      'health insurance claim number',
      'hic no',
      'hic no.',
      'hic number',
      'hic#',
      'hicn',
      'hicn#.',
      'hicno#',
      'health insurance claim',
      'medicare claim number',
    ],
  },
  normal: 'alnum',
  // The railroad's old numbers have six digits.
  tagFrom: 10,
  examples: {
    match: [
      'HICN «217468193A»',
      'HIC number «417-62-0958-B1»',
      'HICN «417-62-0958C2»',
      'HICN «WCA482716»',
      'HICN «MA482716035»',
      { column: 'hicn', cell: '«305127764T»' },
    ],
    noMatch: [
      ['HICN 917468193A', 'pattern: the number starts with a Social Security number'],
      ['HICN 217468193', 'pattern: the beneficiary code is missing'],
      ['lot 217468193A', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Centers for Medicare & Medicaid Services: HICN structure and beneficiary identification codes', MACIE_PHI],
});

export const usaNationalDrugCode = defineDetector({
  id: 'USA_NATIONAL_DRUG_CODE',
  name: 'National Drug Code (NDC), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA'],
  severity: { 1: 'high' },
  // Labeller, product and package: 4-4-2, 5-3-2, 5-4-1; 5-4-2 for billing, there also in one piece.
  forms: [
    String.raw`\d{4}-\d{4}-\d{2}`,
    String.raw`\d{5}-\d{3}-\d{2}`,
    String.raw`\d{5}-\d{4}-\d`,
    String.raw`\d{5}-\d{4}-\d{2}`,
    String.raw`\d{11}`,
  ],
  boundary: 'token',
  falseAccept: 1,
  keywords: { mode: 'required', words: ['national drug code', 'ndc', 'ndc code', 'ndc number', 'drug code'] },
  normal: 'digits',
  examples: {
    match: [
      'NDC «0777-3105-02»',
      'NDC «50580-449-05»',
      'NDC «54868-4120-1»',
      'NDC «54868-4120-01»',
      { column: 'ndc', cell: '«54868412001»' },
    ],
    noMatch: [
      ['NDC 077-3105-02', 'pattern: the labeller has four or five digits'],
      ['NDC 0777-3105-02-1', 'boundary: part of a longer token'],
      ['order 0777-3105-02', 'keyword: no keyword in reach'],
    ],
  },
  references: ['21 CFR 207.33: National Drug Code; 45 CFR 162.1002', MACIE_PHI],
});
