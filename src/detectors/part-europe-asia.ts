/** Part of the catalogue: national, tax and passport numbers of Europe, Asia, Oceania and Latin America; dates, places, vehicles. */

import { latitudeLongitude } from './contact/latitude-longitude.js';
import type { DetectorSheet } from './define.js';
import { canadaHealthNumber } from './health/canada-health-number.js';
import { europeanHealthInsuranceCardNumber } from './health/european-health-insurance-card-number.js';
import { argentinaIndividualTaxNumber } from './identity/argentina-individual-tax-number.js';
import { argentinaOrganizationTaxNumber } from './identity/argentina-organization-tax-number.js';
import { argentinaSubeCard } from './identity/argentina-sube-card.js';
import { australiaTaxFileNumber } from './identity/australia-tax-file-number.js';
import { belgiumNationalNumber } from './identity/belgium-national-number.js';
import { chileRutNumber } from './identity/chile-rut-number.js';
import { colombiaIndividualNit } from './identity/colombia-individual-nit.js';
import { colombiaOrganizationNit } from './identity/colombia-organization-nit.js';
import { dateOfBirth } from './identity/date-of-birth.js';
import { denmarkCprNumber } from './identity/denmark-cpr-number.js';
import { finlandPersonalIdentityCode } from './identity/finland-personal-identity-code.js';
import { franceNationalIdentificationNumber } from './identity/france-national-identification-number.js';
import { francePassportNumber } from './identity/france-passport-number.js';
import { franceTaxIdentificationNumber } from './identity/france-tax-identification-number.js';
import { germanyNationalIdentificationNumber } from './identity/germany-national-identification-number.js';
import { germanyPassportNumber } from './identity/germany-passport-number.js';
import { germanyTaxIdentificationNumber } from './identity/germany-tax-identification-number.js';
import { indiaAadhaarNumber } from './identity/india-aadhaar-number.js';
import { indiaPermanentAccountNumber } from './identity/india-permanent-account-number.js';
import { italyNationalIdentificationNumber } from './identity/italy-national-identification-number.js';
import { italyPassportNumber } from './identity/italy-passport-number.js';
import { mexicoCurpNumber } from './identity/mexico-curp-number.js';
import { mexicoIndividualRfc } from './identity/mexico-individual-rfc.js';
import { mexicoOrganizationRfc } from './identity/mexico-organization-rfc.js';
import { netherlandsCitizenServiceNumber } from './identity/netherlands-citizen-service-number.js';
import { norwayNationalIdentityNumber } from './identity/norway-national-identity-number.js';
import { polandNationalIdNumber } from './identity/poland-national-id-number.js';
import { portugalTaxIdentificationNumber } from './identity/portugal-tax-identification-number.js';
import { spainDniNumber } from './identity/spain-dni-number.js';
import { spainNieNumber } from './identity/spain-nie-number.js';
import { spainNifNumber } from './identity/spain-nif-number.js';
import { spainPassportNumber } from './identity/spain-passport-number.js';
import { spainSocialSecurityNumber } from './identity/spain-social-security-number.js';
import { spainTaxIdentificationNumber } from './identity/spain-tax-identification-number.js';
import { swedenPersonalIdentityNumber } from './identity/sweden-personal-identity-number.js';
import { ukTaxIdentificationNumber } from './identity/uk-tax-identification-number.js';
import { vehicleIdentificationNumber } from './identity/vehicle-identification-number.js';

/** In this order in the catalogue: by continent, country, then kind. */
export const EUROPE_ASIA: readonly DetectorSheet[] = [
  germanyTaxIdentificationNumber,
  germanyPassportNumber,
  germanyNationalIdentificationNumber,
  franceNationalIdentificationNumber,
  francePassportNumber,
  franceTaxIdentificationNumber,
  spainDniNumber,
  spainNifNumber,
  spainNieNumber,
  spainTaxIdentificationNumber,
  spainPassportNumber,
  spainSocialSecurityNumber,
  italyNationalIdentificationNumber,
  italyPassportNumber,
  polandNationalIdNumber,
  netherlandsCitizenServiceNumber,
  belgiumNationalNumber,
  swedenPersonalIdentityNumber,
  norwayNationalIdentityNumber,
  finlandPersonalIdentityCode,
  denmarkCprNumber,
  portugalTaxIdentificationNumber,
  ukTaxIdentificationNumber,
  indiaAadhaarNumber,
  indiaPermanentAccountNumber,
  australiaTaxFileNumber,
  argentinaIndividualTaxNumber,
  argentinaOrganizationTaxNumber,
  argentinaSubeCard,
  chileRutNumber,
  colombiaIndividualNit,
  colombiaOrganizationNit,
  mexicoCurpNumber,
  mexicoIndividualRfc,
  mexicoOrganizationRfc,
  canadaHealthNumber,
  europeanHealthInsuranceCardNumber,
  vehicleIdentificationNumber,
  latitudeLongitude,
  dateOfBirth,
];
