/** Part of the catalogue: national and tax numbers of the rest of Europe and its neighbours, and the identifiers that Macie has beside them. */

import type { DetectorSheet } from './define.js';
import { finlandEuropeanHealthInsuranceNumber } from './health/finland-european-health-insurance-number.js';
import { franceHealthInsuranceNumber } from './health/france-health-insurance-number.js';
import { medicalDeviceUdiNumber } from './health/medical-device-udi.js';
import { usaHealthcareProcedureCode } from './health/us-procedure-code.js';
import { argentinaDniNumber } from './identity/argentina-dni-number.js';
import { austriaSocialInsuranceNumber, austriaTaxIdentificationNumber } from './identity/austria.js';
import { bulgariaUnifiedCivilNumber } from './identity/bulgaria-unified-civil-number.js';
import { colombiaCitizenshipCardNumber } from './identity/colombia-citizenship-card.js';
import { croatiaPersonalIdentificationNumber } from './identity/croatia-personal-identification-number.js';
import { cyprusTaxIdentificationNumber } from './identity/cyprus-tax-identification-number.js';
import { czechSlovakBirthNumber } from './identity/czech-slovak-birth-number.js';
import { estoniaPersonalCode, lithuaniaPersonalCode } from './identity/estonia-lithuania-personal-code.js';
import { greeceSocialSecurityNumber, greeceTaxIdentificationNumber } from './identity/greece.js';
import { hungarySocialSecurityNumber, hungaryTaxIdentificationNumber } from './identity/hungary.js';
import { icelandIdentificationNumber } from './identity/iceland-identification-number.js';
import { irelandPersonalPublicServiceNumber } from './identity/ireland-personal-public-service-number.js';
import { israelIdentityNumber } from './identity/israel-identity-number.js';
import { italyVatNumber } from './identity/italy-vat-number.js';
import { latviaPersonalCode } from './identity/latvia-personal-code.js';
import { luxembourgNationalIdentificationNumber } from './identity/luxembourg-national-identification-number.js';
import { maltaIdentityCardNumber } from './identity/malta-identity-card-number.js';
import { MASTER_CITIZEN_SHEETS } from './identity/master-citizen-number.js';
import { romaniaPersonalNumericCode } from './identity/romania-personal-numeric-code.js';
import { russiaIndividualTaxIdentificationNumber, russiaInsuranceAccountNumber } from './identity/russia.js';
import { sloveniaTaxIdentificationNumber } from './identity/slovenia-tax-identification-number.js';
import { switzerlandSocialSecurityNumber } from './identity/switzerland-social-security-number.js';
import { turkiyeIdentificationNumber } from './identity/turkiye-identification-number.js';
import { ukraineTaxIdentificationNumber } from './identity/ukraine-tax-identification-number.js';

/** In this order in the catalogue: countries by name, then what belongs to no region of Europe. */
export const EUROPE_NATIONAL: readonly DetectorSheet[] = [
  austriaSocialInsuranceNumber,
  austriaTaxIdentificationNumber,
  bulgariaUnifiedCivilNumber,
  croatiaPersonalIdentificationNumber,
  cyprusTaxIdentificationNumber,
  czechSlovakBirthNumber,
  estoniaPersonalCode,
  lithuaniaPersonalCode,
  greeceSocialSecurityNumber,
  greeceTaxIdentificationNumber,
  hungaryTaxIdentificationNumber,
  hungarySocialSecurityNumber,
  icelandIdentificationNumber,
  irelandPersonalPublicServiceNumber,
  italyVatNumber,
  latviaPersonalCode,
  luxembourgNationalIdentificationNumber,
  maltaIdentityCardNumber,
  romaniaPersonalNumericCode,
  ...MASTER_CITIZEN_SHEETS,
  sloveniaTaxIdentificationNumber,
  switzerlandSocialSecurityNumber,
  turkiyeIdentificationNumber,
  israelIdentityNumber,
  ukraineTaxIdentificationNumber,
  russiaIndividualTaxIdentificationNumber,
  russiaInsuranceAccountNumber,
  finlandEuropeanHealthInsuranceNumber,
  franceHealthInsuranceNumber,
  argentinaDniNumber,
  colombiaCitizenshipCardNumber,
  usaHealthcareProcedureCode,
  medicalDeviceUdiNumber,
];
