/** Files about people and their money, as exports, letters, logs and training data hold them. */
import * as contact from '../../bench/values/contact.mjs';
import * as financial from '../../bench/values/financial.mjs';
import * as identity from '../../bench/values/identity.mjs';
import { csv, mark, miss } from './marks.mjs';

/** @param {import('../../bench/random.mjs').Random} random @returns {Record<string, string>} marked text by path */
export function peopleFiles(random) {
  const rows = (count, make) => Array.from({ length: count }, (_unused, i) => make(i));
  const put = (id, make) => mark(id, make(random));
  const email = () => put('EMAIL_ADDRESS', contact.email);
  const phone = () => put('PHONE_NUMBER', contact.usPhone);
  const ssn = () => put('USA_SOCIAL_SECURITY_NUMBER', identity.ssn);
  const card = () => put('CREDIT_CARD_NUMBER', financial.cardNumberGrouped);
  const iban = (country, id) => mark(id, financial.ibanGrouped(random, country));
  const germanIban = () => iban('DE', 'GERMANY_BANK_ACCOUNT_NUMBER');
  const born = () => put('DATE_OF_BIRTH', identity.birthDate);
  const name = () => contact.fullName(random);
  return {
    'people/customers.csv': csv([
      ['id', 'name', 'email', 'phone_number', 'ssn', 'credit_card_number', 'balance'],
      ...rows(25, (i) => [1000 + i, name(), email(), phone(), ssn(), card(), financial.price(random)]),
    ]),
    'people/quoted.csv': csv(
      [['name', 'note', 'date_of_birth'], ...rows(8, () => [name(), `said "yes", mail ${email()}\nand asked again`, born()])],
      { always: true },
    ),
    'people/kunden.csv': csv(
      [['Kunde', 'Steuer-ID', 'IBAN', 'Betrag'], ...rows(12, () => [name(), put('GERMANY_TAX_IDENTIFICATION_NUMBER', identity.steuerId), germanIban(), `${random.int(900)},${random.digits(2)}`])],
      { delimiter: ';' },
    ),
    'people/patients.tsv': csv(
      [
        ['patient', 'nhs number', 'date_of_birth', 'npi', 'dea_number', 'mbi'],
        ...rows(10, () => [
          name(),
          put('UK_NHS_NUMBER', identity.nhsNumber),
          born(),
          put('USA_NATIONAL_PROVIDER_IDENTIFIER', identity.npi),
          put('US_DRUG_ENFORCEMENT_AGENCY_NUMBER', identity.dea),
          put('USA_MEDICARE_BENEFICIARY_IDENTIFIER', identity.medicareBeneficiary),
        ]),
      ],
      { delimiter: '\t' },
    ),
    'people/applicants.json': `${JSON.stringify(
      {
        exported: '2026-02-11',
        applicants: rows(6, () => ({
          name: name(),
          'passport number': put('USA_PASSPORT_NUMBER', identity.usPassport),
          contact: { email: email(), phone: phone() },
          identity: { 'codice fiscale': put('ITALY_NATIONAL_IDENTIFICATION_NUMBER', identity.codiceFiscale), dni: put('SPAIN_DNI_NUMBER', identity.dni) },
        })),
      },
      null,
      2,
    )}\n`,
    'people/users.jsonl': rows(
      20,
      (i) => `${JSON.stringify({ id: i, user: { email: email(), aadhaar: put('INDIA_AADHAAR_NUMBER', identity.aadhaar) }, tax: { cpf: put('BRAZIL_CPF_NUMBER', identity.cpf) }, score: random.int(100) / 100 })}\n`,
    ).join(''),
    'people/transcripts.jsonl': rows(8, () => {
      const content = `Hello,\nmy social security number is ${ssn()}\nand my mail is ${email()}\tplease "fix" it`;
      return `${JSON.stringify({ messages: [{ role: 'user', content }, { role: 'assistant', content: 'I have deleted that. Is there anything else?' }] })}\n`;
    }).join(''),
    'people/letter.txt': `Dear ${name()},\n\nplease pay to IBAN ${germanIban()} until the end of the month.\nMy credit card ${card()} was refused.\n\nYou can reach me at ${email()} or by phone ${phone()}.\nOrder ${miss('CREDIT_CARD_NUMBER', financial.brokenCardNumber(random), 'fails Luhn')} stays open.\n`,
    'people/minutes.md': `# Minutes\n\nPresent, with their national insurance numbers:\n\n${rows(6, () => `- ${name()}, ${email()}, national insurance number ${put('UK_NATIONAL_INSURANCE_NUMBER', identity.nationalInsurance)}\n`).join('')}\nNext meeting on 2026-04-02.\n`,
    'people/service.log': rows(15, (i) => `2026-01-0${1 + (i % 9)}T10:0${i % 10}:12Z INFO login user=${email()} took=${random.int(900)}ms\n`).join(''),
    'people/dump.sql': `INSERT INTO person (id, email, pesel) VALUES\n${rows(5, (i) => `  (${i}, '${email()}', '${financial.orderNumber(random)}')`).join(',\n')};\n-- ssn ${ssn()}\n`,
    'people/page.html': `<!doctype html>\n<html><body>\n<p>Write to <a href="mailto:${email()}">us</a>.</p>\n<p>VIN: ${put('VEHICLE_IDENTIFICATION_NUMBER', identity.vin)}</p>\n<p>Tax file number ${put('AUSTRALIA_TAX_FILE_NUMBER', identity.taxFileNumber)}</p>\n</body></html>\n`,
    'people/payments.csv': csv([
      ['reference', 'iban', 'routing_number', 'amount'],
      ...rows(10, (i) => [
        `R-${100 + i}`,
        i % 2 === 0 ? iban('GB', 'UK_BANK_ACCOUNT_NUMBER') : iban('NL', 'NETHERLANDS_BANK_ACCOUNT_NUMBER'),
        put('USA_BANK_ROUTING_NUMBER', financial.routingNumber),
        financial.price(random),
      ]),
    ]),
    'people/places.csv': csv([['city', 'coordinates'], ...rows(6, () => [random.pick(contact.CITIES)[0], put('LATITUDE_LONGITUDE', contact.coordinates)])]),
  };
}

/** Text for the files in UTF-16, with letters outside ASCII. @param {import('../../bench/random.mjs').Random} random */
export function staffText(random) {
  const line = () => `Müller–${contact.fullName(random)}: ${mark('EMAIL_ADDRESS', contact.email(random))}, SSN ${mark('USA_SOCIAL_SECURITY_NUMBER', identity.ssn(random))}\r\n`;
  return Array.from({ length: 12 }, line).join('');
}

/** JSON Lines for the compressed files. @param {import('../../bench/random.mjs').Random} random */
export function signupLines(random, count = 40) {
  const line = (_unused, i) =>
    `${JSON.stringify({ id: i, email: mark('EMAIL_ADDRESS', contact.email(random)), payment: { card_number: mark('CREDIT_CARD_NUMBER', financial.cardNumber(random)) } })}\n`;
  return Array.from({ length: count }, line).join('');
}
