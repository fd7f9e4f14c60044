/** Part of the catalogue: numbers of Africa, Asia, Oceania and Latin America that the other parts lack; devices, banks, patients. */
import type { DetectorSheet } from './define.js';
import { mexicoClabeNumber } from './financial/mexico-clabe-number.js';
import { australiaMedicareNumber } from './health/australia-medicare-number.js';
import { icd10DiagnosisCode, medicalRecordNumber } from './health/medical-records.js';
import { newZealandHealthIndexNumber } from './health/new-zealand-health-index-number.js';
import { ecuadorIdentityCardNumber, peruDniNumber, peruRucNumber, venezuelaRifNumber } from './identity/andes.js';
import { egyptNationalIdNumber, saudiArabiaNationalIdNumber, unitedArabEmiratesIdentityNumber } from './identity/arab-states.js';
import { australiaBusinessNumber, australiaCompanyNumber } from './identity/australia-organizations.js';
import { brazilDriversLicense, brazilPisPasepNumber, brazilVoterNumber } from './identity/brazil-registers.js';
import {
  costaRicaIdentityCardNumber,
  dominicanRepublicIdentityCardNumber,
  guatemalaCuiNumber,
  guatemalaNitNumber,
} from './identity/central-america.js';
import { chinaResidentIdentityCardNumber } from './identity/china-resident-identity-card-number.js';
import { hongKongIdentityCardNumber } from './identity/hong-kong-identity-card-number.js';
import { indiaGoodsAndServicesTaxNumber, indiaPassportNumber, indiaVoterIdNumber } from './identity/india-documents.js';
import { indonesiaNationalIdentityNumber } from './identity/indonesia-national-identity-number.js';
import { japanCorporateNumber, japanIndividualNumber } from './identity/japan.js';
import { malaysiaIdentityCardNumber } from './identity/malaysia-identity-card-number.js';
import { mobileEquipmentIdentity } from './identity/mobile-equipment-identity.js';
import { newZealandInlandRevenueNumber } from './identity/new-zealand-inland-revenue-number.js';
import { nigeriaNationalIdentificationNumber } from './identity/nigeria-national-identification-number.js';
import { pakistanIdentityCardNumber } from './identity/pakistan-identity-card-number.js';
import { paraguayRucNumber } from './identity/paraguay-ruc-number.js';
import { singaporeNricNumber } from './identity/singapore-nric-number.js';
import { southAfricaIdentityNumber } from './identity/south-africa-identity-number.js';
import { southKoreaForeignerRegistrationNumber, southKoreaResidentRegistrationNumber } from './identity/south-korea.js';
import { taiwanNationalIdNumber, taiwanResidentNumber } from './identity/taiwan.js';
import { thailandNationalIdNumber } from './identity/thailand-national-id-number.js';
import { uruguayIdentityCardNumber } from './identity/uruguay-identity-card-number.js';

/** In this order in the catalogue: by continent, country, then kind. */
export const WORLD: readonly DetectorSheet[] = [
  southAfricaIdentityNumber,
  egyptNationalIdNumber,
  nigeriaNationalIdentificationNumber,
  unitedArabEmiratesIdentityNumber,
  saudiArabiaNationalIdNumber,
  pakistanIdentityCardNumber,
  indiaGoodsAndServicesTaxNumber,
  indiaVoterIdNumber,
  indiaPassportNumber,
  chinaResidentIdentityCardNumber,
  hongKongIdentityCardNumber,
  taiwanNationalIdNumber,
  taiwanResidentNumber,
  japanIndividualNumber,
  japanCorporateNumber,
  southKoreaResidentRegistrationNumber,
  southKoreaForeignerRegistrationNumber,
  singaporeNricNumber,
  malaysiaIdentityCardNumber,
  thailandNationalIdNumber,
  indonesiaNationalIdentityNumber,
  australiaMedicareNumber,
  australiaBusinessNumber,
  australiaCompanyNumber,
  newZealandHealthIndexNumber,
  newZealandInlandRevenueNumber,
  brazilDriversLicense,
  brazilPisPasepNumber,
  brazilVoterNumber,
  peruDniNumber,
  peruRucNumber,
  ecuadorIdentityCardNumber,
  venezuelaRifNumber,
  uruguayIdentityCardNumber,
  paraguayRucNumber,
  guatemalaCuiNumber,
  guatemalaNitNumber,
  costaRicaIdentityCardNumber,
  dominicanRepublicIdentityCardNumber,
  mexicoClabeNumber,
  mobileEquipmentIdentity,
  medicalRecordNumber,
  icd10DiagnosisCode,
];
