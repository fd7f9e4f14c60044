/**
 * The one list behind the matrix of formats: 200 labelled values, twenty identifiers of ten people. All of it is made up by the
 * published rules of the numbers (bench/values.mjs), the same for the same seed; every file of the matrix holds these values.
 *
 *     node corpus/generate/formats/matrix/values.mjs > test/fixtures/matrix/values.json
 */
import { Random } from '../../../../bench/random.mjs';
import { financial, kindOf } from '../../../../bench/values.mjs';

/** Identifiers that are certain in a column or behind a label of their own, at the default confidence. */
const IDS = [
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'USA_SOCIAL_SECURITY_NUMBER',
  'CREDIT_CARD_NUMBER',
  'GERMANY_BANK_ACCOUNT_NUMBER',
  'UK_BANK_ACCOUNT_NUMBER',
  'USA_BANK_ROUTING_NUMBER',
  'UK_NATIONAL_INSURANCE_NUMBER',
  'UK_NHS_NUMBER',
  'CANADA_SOCIAL_INSURANCE_NUMBER',
  'USA_NATIONAL_PROVIDER_IDENTIFIER',
  'US_DRUG_ENFORCEMENT_AGENCY_NUMBER',
  'USA_MEDICARE_BENEFICIARY_IDENTIFIER',
  'BRAZIL_CPF_NUMBER',
  'FRANCE_NATIONAL_IDENTIFICATION_NUMBER',
  'SPAIN_DNI_NUMBER',
  'INDIA_AADHAAR_NUMBER',
  'VEHICLE_IDENTIFICATION_NUMBER',
  'AWS_ACCESS_KEY_ID',
  'GITHUB_TOKEN',
];
const ROWS = 10;
/** Words beside the values in which nothing is to be found; each format has to quote, escape or encode some of them. */
const NOTES = ['plain words', 'with, a comma', 'a "quoted" word', 'tab\tinside', '<b>bold</b> & more', 'semi; colon', 'a | bar', "it's", 'C:\\new', ''];

const random = new Random('matrix');
/** Solid, so that it can also be stored as a number; the others are written as their kinds are. */
const makers = { CREDIT_CARD_NUMBER: financial.cardNumber };
const columns = IDS.map((detector) => {
  const { key, label } = kindOf(detector);
  return { detector, name: key, label };
});
const rows = Array.from({ length: ROWS }, (_, i) => ({
  id: i + 1,
  note: NOTES[i],
  values: IDS.map((id) => (makers[id] ?? kindOf(id).make)(random)),
}));
process.stdout.write(`${JSON.stringify({ columns, rows }, null, 1)}\n`);
