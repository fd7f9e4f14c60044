/**
 * What Amazon Macie checks of its own identifiers where the public standard asks for more. Macie states a check for payment
 * cards, SUBE cards (both Luhn) and IBAN (ISO 7064 mod 97-10); of all others it states the format, and which values it leaves out.
 * Source: Amazon Macie User Guide, detailed reference of managed data identifiers (2026).
 */
import type { Validator } from '../core/verdict.js';
import { ibanMod97 } from '../validators/iban.js';
import type { DetectorSheet, FormSpec } from './define.js';
import { wholeSheet } from './lazy-sheets.js';

/** Identifiers of which the sheets' checks refuse values that Macie reports. */
const STRICTER: ReadonlySet<string> = new Set(
  [
    'US_DRUG_ENFORCEMENT_AGENCY_NUMBER CANADA_HEALTH_NUMBER UK_NHS_NUMBER USA_NATIONAL_PROVIDER_IDENTIFIER MEDICAL_DEVICE_UDI',
    'FINLAND_DRIVERS_LICENSE SPAIN_DRIVERS_LICENSE SWEDEN_DRIVERS_LICENSE UK_DRIVERS_LICENSE GERMANY_DRIVERS_LICENSE',
    'BRAZIL_RG_NUMBER CHILE_RUT_NUMBER FRANCE_NATIONAL_IDENTIFICATION_NUMBER GERMANY_NATIONAL_IDENTIFICATION_NUMBER',
    'INDIA_AADHAAR_NUMBER ITALY_NATIONAL_IDENTIFICATION_NUMBER MEXICO_CURP_NUMBER SPAIN_DNI_NUMBER SPAIN_NIE_NUMBER',
    'GERMANY_PASSPORT_NUMBER CANADA_SOCIAL_INSURANCE_NUMBER SPAIN_SOCIAL_SECURITY_NUMBER SPAIN_NIF_NUMBER',
    'ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER ARGENTINA_ORGANIZATION_TAX_IDENTIFICATION_NUMBER AUSTRALIA_TAX_FILE_NUMBER',
    'BRAZIL_CNPJ_NUMBER BRAZIL_CPF_NUMBER COLOMBIA_INDIVIDUAL_NIT_NUMBER COLOMBIA_ORGANIZATION_NIT_NUMBER',
    'FRANCE_TAX_IDENTIFICATION_NUMBER GERMANY_TAX_IDENTIFICATION_NUMBER MEXICO_INDIVIDUAL_RFC_NUMBER',
    'MEXICO_ORGANIZATION_RFC_NUMBER SPAIN_TAX_IDENTIFICATION_NUMBER UK_TAX_IDENTIFICATION_NUMBER VEHICLE_IDENTIFICATION_NUMBER',
    // Their domestic numbers only: what Macie says of the IBAN stays.
    'FRANCE_BANK_ACCOUNT_NUMBER ITALY_BANK_ACCOUNT_NUMBER SPAIN_BANK_ACCOUNT_NUMBER',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The sheet as Macie would have it: a value that the public standard refuses still counts as of the right format, unless all its
 * digits are zero (which Macie leaves out). What passes the standard's check is `valid` as before, and so of higher confidence.
 */
export function asMacieChecks(sheet: DetectorSheet): DetectorSheet {
  if (!STRICTER.has(sheet.id)) return sheet;
  const forms = sheet.forms.map((form): string | FormSpec => {
    if (typeof form === 'string' || form.validator === undefined) return form;
    return { ...form, validator: formatOnly(form.validator) };
  });
  return { ...wholeSheet(sheet), forms, ...(sheet.validator && { validator: formatOnly(sheet.validator) }) };
}

function formatOnly(validator: Validator): Validator {
  if (validator === ibanMod97) return validator;
  const lenient: Validator = (bytes, start, end) => {
    const verdict = validator(bytes, start, end);
    return verdict === 'invalid' && !isAllZero(bytes, start, end) ? 'unknown' : verdict;
  };
  return Object.defineProperty(lenient, 'name', { value: `${validator.name}OrFormat` });
}

function isAllZero(bytes: Uint8Array, start: number, end: number): boolean {
  let zeros = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 0x30 && byte <= 0x39) return false;
    if (byte === 0x30) zeros++;
  }
  return zeros > 0;
}
