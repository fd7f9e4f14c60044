/** Procedure codes of US health care (HCPCS): Level I, which is CPT, and Level II. Shapes only; the code lists are not ours to ship. */
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

export const usaHealthcareProcedureCode = defineDetector({
  id: 'USA_HEALTHCARE_PROCEDURE_CODE',
  name: 'Healthcare procedure code (HCPCS, CPT), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{5}`,
    String.raw`\d{4}[FTU]`,
    String.raw`[A-EGHJ-MP-V]\d{4}`,
    String.raw`\d{5}-[0-9A-Z]{2}`,
    String.raw`\d{4}[FTU]-[0-9A-Z]{2}`,
    String.raw`[A-EGHJ-MP-V]\d{4}-[0-9A-Z]{2}`,
  ],
  boundary: 'token',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'current procedural terminology',
      'hcpcs',
      'hcpcs code',
      'healthcare common procedure coding system',
      'cpt code',
      'cpt codes',
      'cpt 4',
      'cpt',
      'procedure code',
      'procedure codes',
      'proc code',
      'proc cd',
      'procedure cd',
    ],
  },
  normal: 'alnum',
  // Five characters.
  space: 'small',
  examples: {
    match: [
      'HCPCS «J1885»',
      'CPT code «99213»',
      'CPT code «0042T»',
      'CPT code «99213-25»',
      'HCPCS: «A4253-NU»',
      'CPT code «3044F-8P»',
      { column: 'hcpcs', cell: '«G0008»' },
      { column: 'proc_cd', cell: '«76805»' },
    ],
    noMatch: [
      ['HCPCS 9921', 'pattern: four digits only'],
      ['HCPCS F1885', 'pattern: no Level II letter F'],
      ['part 99213', 'keyword: none in reach'],
    ],
  },
  references: ['Centers for Medicare & Medicaid Services: HCPCS general information; 45 CFR 162.1002', MACIE_PHI],
});
