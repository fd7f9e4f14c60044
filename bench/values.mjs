/** The generators of single values that bench and sample corpus share, by the detector that should find them. */
import * as contact from './values/contact.mjs';
import * as credentials from './values/credentials.mjs';
import * as financial from './values/financial.mjs';
import * as identity from './values/identity.mjs';

export { contact, credentials, financial, identity };

/**
 * A kind of value that can be planted in text: the detector's id, the words that put it in context, and its maker.
 * @typedef {{ id: string, label: string, key: string, make: (random: import('./random.mjs').Random) => string }} Kind
 */

/** Kinds that are planted with their keyword before them. `key` is a column or field name. @type {readonly Kind[]} */
export const KINDS = [
  { id: 'EMAIL_ADDRESS', label: 'e-mail', key: 'email', make: contact.email },
  { id: 'PHONE_NUMBER', label: 'phone', key: 'phone_number', make: contact.usPhone },
  { id: 'USA_SOCIAL_SECURITY_NUMBER', label: 'SSN', key: 'ssn', make: identity.ssn },
  { id: 'CREDIT_CARD_NUMBER', label: 'credit card', key: 'card_number', make: financial.cardNumberGrouped },
  { id: 'GERMANY_BANK_ACCOUNT_NUMBER', label: 'IBAN', key: 'iban', make: (random) => financial.ibanGrouped(random, 'DE') },
  { id: 'UK_BANK_ACCOUNT_NUMBER', label: 'IBAN', key: 'iban_gb', make: (random) => financial.iban(random, 'GB') },
  { id: 'NETHERLANDS_BANK_ACCOUNT_NUMBER', label: 'IBAN', key: 'iban_nl', make: (random) => financial.iban(random, 'NL') },
  { id: 'USA_BANK_ROUTING_NUMBER', label: 'routing number', key: 'routing_number', make: financial.routingNumber },
  { id: 'IPV6_ADDRESS', label: 'IPv6 address', key: 'ipv6', make: contact.ipv6 },
  { id: 'MAC_ADDRESS', label: 'MAC address', key: 'mac_address', make: contact.mac },
  { id: 'DATE_OF_BIRTH', label: 'date of birth', key: 'date_of_birth', make: identity.birthDate },
  { id: 'LATITUDE_LONGITUDE', label: 'coordinates', key: 'coordinates', make: contact.coordinates },
  { id: 'USA_PASSPORT_NUMBER', label: 'US passport', key: 'passport_number', make: identity.usPassport },
  { id: 'DRIVERS_LICENSE', label: "driver's license", key: 'drivers_license', make: identity.californiaLicence },
  {
    id: 'UK_NATIONAL_INSURANCE_NUMBER',
    label: 'national insurance number',
    key: 'national_insurance_number',
    make: identity.nationalInsurance,
  },
  { id: 'UK_NHS_NUMBER', label: 'NHS', key: 'nhs_number', make: identity.nhsNumber },
  { id: 'CANADA_SOCIAL_INSURANCE_NUMBER', label: 'social insurance number', key: 'social_insurance_number', make: identity.sin },
  { id: 'USA_NATIONAL_PROVIDER_IDENTIFIER', label: 'NPI', key: 'npi', make: identity.npi },
  { id: 'US_DRUG_ENFORCEMENT_AGENCY_NUMBER', label: 'DEA number', key: 'dea_number', make: identity.dea },
  { id: 'USA_MEDICARE_BENEFICIARY_IDENTIFIER', label: 'MBI', key: 'mbi', make: identity.medicareBeneficiary },
  { id: 'BRAZIL_CPF_NUMBER', label: 'CPF', key: 'cpf', make: identity.cpf },
  { id: 'BRAZIL_CNPJ_NUMBER', label: 'CNPJ', key: 'cnpj', make: identity.cnpj },
  { id: 'GERMANY_TAX_IDENTIFICATION_NUMBER', label: 'Steuer-ID', key: 'steuernummer', make: identity.steuerId },
  { id: 'FRANCE_NATIONAL_IDENTIFICATION_NUMBER', label: 'INSEE', key: 'insee', make: identity.nir },
  { id: 'SPAIN_DNI_NUMBER', label: 'DNI', key: 'dni', make: identity.dni },
  { id: 'SPAIN_NIE_NUMBER', label: 'NIE', key: 'nie', make: identity.nie },
  { id: 'ITALY_NATIONAL_IDENTIFICATION_NUMBER', label: 'codice fiscale', key: 'codice_fiscale', make: identity.codiceFiscale },
  { id: 'INDIA_AADHAAR_NUMBER', label: 'Aadhaar', key: 'aadhaar', make: identity.aadhaar },
  { id: 'INDIA_PERMANENT_ACCOUNT_NUMBER', label: 'PAN card', key: 'pan_number', make: identity.pan },
  { id: 'POLAND_NATIONAL_ID_NUMBER', label: 'PESEL', key: 'pesel', make: identity.pesel },
  { id: 'AUSTRALIA_TAX_FILE_NUMBER', label: 'tax file number', key: 'tfn', make: identity.taxFileNumber },
  { id: 'VEHICLE_IDENTIFICATION_NUMBER', label: 'VIN', key: 'vin', make: identity.vin },
  { id: 'AWS_ACCESS_KEY_ID', label: 'access key', key: 'aws_access_key_id', make: credentials.awsAccessKeyId },
  { id: 'AWS_CREDENTIALS', label: 'aws_secret_access_key', key: 'aws_secret_access_key', make: credentials.awsSecretKey },
  { id: 'GCP_API_KEY', label: 'google api key', key: 'google_api_key', make: credentials.gcpApiKey },
  { id: 'GITHUB_TOKEN', label: 'token', key: 'github_token', make: credentials.githubToken },
  { id: 'SLACK_TOKEN', label: 'slack', key: 'slack_token', make: credentials.slackToken },
  { id: 'STRIPE_CREDENTIALS', label: 'stripe', key: 'stripe_key', make: credentials.stripeKey },
  { id: 'JSON_WEB_TOKEN', label: 'bearer', key: 'session_jwt', make: credentials.jsonWebToken },
  { id: 'URL_WITH_PASSWORD', label: 'dsn', key: 'database_url', make: credentials.urlWithPassword },
  { id: 'BITCOIN_ADDRESS', label: 'bitcoin wallet', key: 'bitcoin_address', make: credentials.bitcoinAddress },
  { id: 'ETHEREUM_ADDRESS', label: 'ethereum wallet', key: 'ethereum_address', make: credentials.ethereumAddress },
];

/** A kind by its detector's id. @param {string} id @returns {Kind} */
export function kindOf(id) {
  const kind = KINDS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no generator makes ${id}`);
  return kind;
}
