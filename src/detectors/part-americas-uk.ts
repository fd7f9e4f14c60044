/** Part of the catalogue: payment cards, bank accounts, the Americas and the United Kingdom. */
import type { DetectorSheet } from './define.js';
import { creditCardExpiration, creditCardMagneticStripe, creditCardSecurityCode } from './financial/credit-card-details.js';
import { creditCardNumber, creditCardNumberNoKeyword } from './financial/credit-card-number.js';
import { IBAN_SHEETS } from './financial/iban.js';
import { bankAccountNumber } from './financial/us-bank-account.js';
import { usaBankRoutingNumber } from './financial/us-routing.js';
import { ukNhsNumber } from './health/uk-nhs-number.js';
import { usaHealthInsuranceClaimNumber, usaNationalDrugCode } from './health/us-claims.js';
import {
  usaMedicareBeneficiaryIdentifier,
  usaNationalProviderIdentifier,
  usDrugEnforcementAgencyNumber,
} from './health/us-identifiers.js';
import { brazilCnpjNumber, brazilCpfNumber } from './identity/brazil.js';
import { brazilCepCode, brazilRgNumber } from './identity/brazil-civil.js';
import { canadaPassportNumber, canadaSocialInsuranceNumber } from './identity/canada.js';
import { canadaDriversLicense } from './identity/canada-driving-licence.js';
import { canadaNationalIdentificationNumber } from './identity/canada-permanent-resident.js';
import { ukDriversLicense, ukPassportNumber } from './identity/uk-documents.js';
import { ukElectoralRollNumber } from './identity/uk-electoral.js';
import { ukNationalInsuranceNumber } from './identity/uk-national-insurance.js';
import { driversLicense } from './identity/us-driving-licence.js';
import { usaPassportNumber } from './identity/us-passport.js';
import { usaSocialSecurityNumber } from './identity/us-social-security.js';
import { usaEmployerIdentificationNumber, usaIndividualTaxIdentificationNumber } from './identity/us-tax.js';

export const AMERICAS_UK: readonly DetectorSheet[] = [
  creditCardNumber,
  creditCardNumberNoKeyword,
  creditCardExpiration,
  creditCardSecurityCode,
  creditCardMagneticStripe,
  bankAccountNumber,
  usaBankRoutingNumber,
  usaSocialSecurityNumber,
  usaIndividualTaxIdentificationNumber,
  usaEmployerIdentificationNumber,
  usaPassportNumber,
  driversLicense,
  usaMedicareBeneficiaryIdentifier,
  usaNationalProviderIdentifier,
  usDrugEnforcementAgencyNumber,
  usaHealthInsuranceClaimNumber,
  usaNationalDrugCode,
  ukNationalInsuranceNumber,
  ukNhsNumber,
  ukPassportNumber,
  ukDriversLicense,
  ukElectoralRollNumber,
  canadaSocialInsuranceNumber,
  canadaPassportNumber,
  canadaDriversLicense,
  canadaNationalIdentificationNumber,
  brazilCpfNumber,
  brazilCnpjNumber,
  brazilRgNumber,
  brazilCepCode,
  ...IBAN_SHEETS,
];
