/** Identifiers of US health care: beneficiaries, providers and prescribers. */
import { publishedValues } from '../../validators/published-values.js';
import { deaRegistration } from '../../validators/us-dea.js';
import { isPublishedNpi, nationalProviderIdentifier } from '../../validators/us-npi.js';
import { defineDetector } from '../define.js';
import { rareInSentences } from '../in-sentences.js';
import { MACIE_PHI } from '../macie-pages.js';

/** Letters of a Medicare Beneficiary Identifier: all but S, L, O, I, B and Z; and with digits. */
const MBI_LETTER = '[AC-HJKMNP-RT-Y]';
const MBI_ANY = '[0-9AC-HJKMNP-RT-Y]';
const MBI_FIRST = String.raw`[1-9]${MBI_LETTER}${MBI_ANY}\d`;
const MBI_SECOND = String.raw`${MBI_LETTER}${MBI_ANY}\d`;
const MBI_THIRD = String.raw`${MBI_LETTER}{2}\d{2}`;

export const usaMedicareBeneficiaryIdentifier = defineDetector({
  id: 'USA_MEDICARE_BENEFICIARY_IDENTIFIER',
  name: 'Medicare Beneficiary Identifier (MBI), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA', 'CCPA'],
  severity: { 1: 'high' },
  forms: [
    `${MBI_FIRST}${MBI_SECOND}${MBI_THIRD}`,
    rareInSentences(`${MBI_FIRST}-${MBI_SECOND}-${MBI_THIRD}`),
    `${MBI_FIRST}-${MBI_SECOND}-${MBI_THIRD}`,
    `${MBI_FIRST} ${MBI_SECOND} ${MBI_THIRD}`,
  ],
  boundary: 'word',
  falseAccept: 0.22,
  keywords: {
    mode: 'required',
    words: ['mbi', 'medicare beneficiary', 'medicare number', 'medicare no', 'medicare id', 'medicare'],
  },
  // The number on the specimen card that CMS publishes.
  reserved: publishedValues(['1EG4TE5MK72', '1EG4TE5MK73']),
  normal: 'alnum',
  examples: {
    match: [
      'MBI «3FW7QK2HN94»',
      'Mrs. Lee, «8C04-RY9-TU31», was seen today',
      'Medicare number «8C04-RY9-TU31»',
      'mbi «5AA2 CD4 EF06»',
      { column: 'mbi', cell: '«2KH8DV6MP15»' },
    ],
    noMatch: [
      ['MBI 0FW7QK2HN94', 'pattern: the first digit is not 0'],
      ['MBI 3SW7QK2HN94', 'pattern: the letter S is not used'],
      ['lot 3FW7QK2HN94', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Centers for Medicare & Medicaid Services: Understanding the MBI format', MACIE_PHI],
});

export const usaNationalProviderIdentifier = defineDetector({
  id: 'USA_NATIONAL_PROVIDER_IDENTIFIER',
  name: 'National Provider Identifier (NPI), US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA'],
  severity: { 1: 'high' },
  forms: [String.raw`[12]\d{9}`],
  boundary: 'digit',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'hipaa',
      'n.p.i',
      'national provider',
      'npi',
      'national provider identifier',
      'npi number',
      'npi no',
      'provider id',
      'provider number',
    ],
  },
  validator: nationalProviderIdentifier,
  reserved: isPublishedNpi,
  normal: 'digits',
  space: 'small',
  examples: {
    match: ['NPI: «1178217406»', { column: 'npi', cell: '«1833586732»' }],
    noMatch: [
      ['NPI: 1178217407', 'validator: Luhn with the prefix 80840'],
      ['NPI: 3178217402', 'pattern: the first digit is 1 or 2'],
      ['epoch 1178217406', 'keyword: no keyword in reach'],
    ],
  },
  references: ['45 CFR 162.406; Centers for Medicare & Medicaid Services: NPI check digit', MACIE_PHI],
});

export const usDrugEnforcementAgencyNumber = defineDetector({
  id: 'US_DRUG_ENFORCEMENT_AGENCY_NUMBER',
  name: 'DEA registration number, US',
  category: 'phi',
  countries: ['US'],
  regulations: ['HIPAA'],
  severity: { 1: 'high' },
  forms: [String.raw`[A-HJ-MPRSTUX][A-Z9]\d{7}`],
  boundary: 'word',
  falseAccept: 0.07,
  keywords: {
    mode: 'required',
    words: [
      'dea number',
      'dea registration',
      'dea',
      'dea no',
      'dea #',
      'drug enforcement',
      'dea license',
      'dea registration number',
    ],
  },
  validator: deaRegistration,
  normal: 'alnum',
  examples: {
    match: ['DEA number «FH0925721»', { column: 'dea_number', cell: '«A92352552»' }],
    noMatch: [
      ['DEA number FH0925722', 'validator: check digit'],
      ['DEA number ZH0925721', 'pattern: no registrant type Z'],
      ['lot FH0925721', 'keyword: no keyword in reach'],
    ],
  },
  references: ['US Drug Enforcement Administration, Diversion Control Division: DEA number', MACIE_PHI],
});
