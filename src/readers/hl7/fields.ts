/**
 * Which fields of an HL7 message hold what, for those that identify somebody. Numbers are those of HL7 2.5.1 (chapters 3, 4 and 6), the same
 * from 2.1 on; the names are the words under which detectors know such values.
 */

/** How a field is built of components (HL7 2.5.1, chapter 2A). */
export type FieldKind =
  /** One value (ST, TS, SI): the first component, under that name. */
  | { readonly kind: 'value'; readonly name: string }
  /** XPN: family name, given name, further ones. */
  | { readonly kind: 'name' }
  /** XAD: street, other designation, city, state, code. */
  | { readonly kind: 'address' }
  /** XTN: the number as one text; in later versions with its parts behind it. */
  | { readonly kind: 'phone' }
  /** CX: an identifier, whose type is its fifth component. */
  | { readonly kind: 'identifier'; readonly name: string }
  /** XCN: identifier and name of a clinician. */
  | { readonly kind: 'clinician' }
  /** CE, CWE: code, text, coding system. */
  | { readonly kind: 'code'; readonly name: string };

const value = (name: string): FieldKind => ({ kind: 'value', name });
const identifier = (name: string): FieldKind => ({ kind: 'identifier', name });
const code = (name: string): FieldKind => ({ kind: 'code', name });
const NAME: FieldKind = { kind: 'name' };
const ADDRESS: FieldKind = { kind: 'address' };
const PHONE: FieldKind = { kind: 'phone' };
const CLINICIAN: FieldKind = { kind: 'clinician' };
const BIRTH = value('date of birth');
const SSN = value('social security number');

/** By segment and number of the field. */
export const FIELDS: ReadonlyMap<string, ReadonlyMap<number, FieldKind>> = new Map(
  Object.entries({
    PID: {
      2: identifier('medical record number'),
      3: identifier('medical record number'),
      4: identifier('medical record number'),
      5: NAME,
      6: NAME,
      7: BIRTH,
      9: NAME,
      11: ADDRESS,
      13: PHONE,
      14: PHONE,
      19: SSN,
      20: value('drivers license'),
    },
    PD1: { 4: CLINICIAN },
    NK1: { 2: NAME, 4: ADDRESS, 5: PHONE, 6: PHONE, 16: BIRTH, 30: NAME, 31: PHONE, 37: SSN },
    GT1: { 3: NAME, 5: ADDRESS, 6: PHONE, 7: PHONE, 8: BIRTH, 12: SSN },
    IN1: { 16: NAME, 18: BIRTH, 19: ADDRESS, 49: identifier('insured id') },
    IN2: { 2: SSN, 6: value('medicare beneficiary identifier') },
    PV1: { 7: CLINICIAN, 8: CLINICIAN, 9: CLINICIAN, 17: CLINICIAN },
    ORC: { 10: CLINICIAN, 11: CLINICIAN, 12: CLINICIAN, 14: PHONE },
    OBR: { 10: CLINICIAN, 16: CLINICIAN, 17: PHONE, 28: CLINICIAN, 31: code('diagnosis code'), 44: code('procedure code') },
    DG1: { 3: code('diagnosis code'), 16: CLINICIAN },
    PR1: { 3: code('procedure code'), 11: CLINICIAN, 12: CLINICIAN },
    FT1: { 19: code('diagnosis code'), 20: CLINICIAN, 25: code('procedure code') },
    RXE: { 2: code('ndc'), 13: CLINICIAN },
    RXD: { 2: code('ndc') },
    RXO: { 1: code('ndc'), 14: CLINICIAN },
    MRG: { 1: identifier('medical record number'), 7: NAME },
    ROL: { 4: CLINICIAN, 11: ADDRESS, 12: PHONE },
    STF: { 3: NAME, 6: BIRTH, 10: PHONE, 11: ADDRESS },
  }).map(([segment, fields]) => [segment, new Map(Object.entries(fields).map(([number, kind]) => [Number(number), kind]))]),
);

/** Types of identifiers (HL7 table 0203) that are not what the field's name says. */
export const IDENTIFIER_TYPES: ReadonlyMap<string, string> = new Map([
  ['SS', 'social security number'],
  ['MC', 'medicare beneficiary identifier'],
  ['DL', 'drivers license'],
  ['PPN', 'passport number'],
  ['NPI', 'npi'],
  ['DEA', 'dea number'],
  ['TAX', 'tax identification number'],
  ['AN', 'visit'],
  ['VN', 'visit'],
]);

/** Coding systems (HL7 table 0396) that say more than the field. */
export const CODING_SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['I10', 'icd 10'],
  ['I10C', 'icd 10'],
  ['ICD10', 'icd 10'],
  ['ICD10CM', 'icd 10'],
  ['C4', 'cpt'],
  ['CPT', 'cpt'],
  ['HCPCS', 'hcpcs'],
  ['NDC', 'ndc'],
]);

export const NAME_PARTS: readonly string[] = ['family name', 'given name', 'middle name'];
/** Of an address: street, other designation, city, state, postal code. */
export const ADDRESS_PARTS: readonly (string | undefined)[] = ['street address', undefined, 'city', undefined, 'postal code'];
