/** Dense customer records as JSON Lines and as CSV: the data sets that people really have, with a value in nearly every field. */
import { contact, credentials, financial, identity, kindOf } from '../values.mjs';
import { build } from './build.mjs';

/** Kinds of which each record holds one, in turn, under their own key. */
const NATIONAL = [
  'UK_NATIONAL_INSURANCE_NUMBER',
  'UK_NHS_NUMBER',
  'CANADA_SOCIAL_INSURANCE_NUMBER',
  'USA_NATIONAL_PROVIDER_IDENTIFIER',
  'US_DRUG_ENFORCEMENT_AGENCY_NUMBER',
  'USA_MEDICARE_BENEFICIARY_IDENTIFIER',
  'BRAZIL_CPF_NUMBER',
  'BRAZIL_CNPJ_NUMBER',
  'GERMANY_TAX_IDENTIFICATION_NUMBER',
  'FRANCE_NATIONAL_IDENTIFICATION_NUMBER',
  'SPAIN_DNI_NUMBER',
  'SPAIN_NIE_NUMBER',
  'ITALY_NATIONAL_IDENTIFICATION_NUMBER',
  'INDIA_AADHAAR_NUMBER',
  'INDIA_PERMANENT_ACCOUNT_NUMBER',
  'AUSTRALIA_TAX_FILE_NUMBER',
  'VEHICLE_IDENTIFICATION_NUMBER',
].map(kindOf);

const SECRETS = [
  'AWS_ACCESS_KEY_ID',
  'GCP_API_KEY',
  'GITHUB_TOKEN',
  'SLACK_TOKEN',
  'STRIPE_CREDENTIALS',
  'JSON_WEB_TOKEN',
  'URL_WITH_PASSWORD',
  'BITCOIN_ADDRESS',
].map(kindOf);

const NOTES = [
  'Called back, no answer',
  'Prefers "evening" calls',
  'Wants a quote\nby mail',
  'Señor Núñez, café owner',
  'path C:\\data\\in',
  'VIP; do not archive',
  '',
];

/** One customer. @param {import('./build.mjs').Planter} planter */
function customer(planter) {
  const { random } = planter;
  const national = random.pick(NATIONAL);
  const secret = random.pick(SECRETS);
  return {
    id: random.between(100000, 999999),
    created: `2025-0${random.between(1, 9)}-${random.between(10, 28)}T0${random.between(1, 9)}:15:00Z`,
    name: contact.fullName(random),
    email: planter.plant('EMAIL_ADDRESS', contact.email),
    phone: planter.plant('PHONE_NUMBER', contact.usPhone),
    mobile: contact.internationalPhone(random),
    birth: planter.plant('DATE_OF_BIRTH', identity.birthDate),
    ssn: planter.plant('USA_SOCIAL_SECURITY_NUMBER', identity.ssn),
    passport: planter.plant('USA_PASSPORT_NUMBER', identity.usPassport),
    card: planter.plant('CREDIT_CARD_NUMBER', random.chance(0.5) ? financial.cardNumber : financial.cardNumberGrouped),
    expiry: financial.cardExpiry(random),
    iban: planter.plant('GERMANY_BANK_ACCOUNT_NUMBER', (r) =>
      r.chance(0.5) ? financial.iban(r, 'DE') : financial.ibanGrouped(r, 'DE'),
    ),
    ip: contact.ipv4(random),
    mac: planter.plant('MAC_ADDRESS', contact.mac),
    place: planter.plant('LATITUDE_LONGITUDE', contact.coordinates),
    national: { key: national.key, value: planter.plant(national.id, national.make) },
    secret: { key: secret.key, value: planter.plant(secret.id, secret.make) },
    amount: random.int(1000000) / 100,
    note: random.pick(NOTES),
  };
}

/** Escapes every character outside ASCII, as many serializers do. */
function asciiJson(value) {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function jsonLine(planter) {
  const c = customer(planter);
  const record = {
    id: c.id,
    created_at: c.created,
    customer: { full_name: c.name, email: c.email, date_of_birth: c.birth, contact: { phone_number: c.phone, mobile: c.mobile } },
    ssn: c.ssn,
    payment: { card_number: c.card, card_expiry: c.expiry, iban: c.iban, amount: c.amount, currency: 'EUR' },
    documents: [{ type: 'passport', passport_number: c.passport }, { [c.national.key]: c.national.value }],
    device: { ip_address: c.ip, mac_address: c.mac, coordinates: c.place },
    credentials: { [c.secret.key]: c.secret.value },
    note: c.note,
  };
  return `${planter.random.chance(0.5) ? asciiJson(record) : JSON.stringify(record)}\n`;
}

/** @type {import('./build.mjs').Corpus} */
export const recordsJsonl = {
  name: 'records-jsonl',
  question: 'JSON Lines with an identifier in nearly every field, nested, some with escapes',
  format: 'jsonl',
  make: (bytes) => build({ name: 'records-jsonl', bytes, piece: jsonLine }),
};

const HEADER =
  'id,created_at,full_name,email,phone_number,mobile,date_of_birth,ssn,card_number,card_expiry,iban,amount,passport_number,national_kind,national_id,ip_address,mac_address,coordinates,secret_kind,credentials,note\n';

const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

function csvLine(planter) {
  const c = customer(planter);
  // The national id has no keyword in the column's name, so it needs the one in its own cell.
  const national = `${kindLabel(c.national.key)}: ${c.national.value}`;
  const row = [
    c.id,
    c.created,
    c.name,
    c.email,
    c.phone,
    c.mobile,
    c.birth,
    c.ssn,
    c.card,
    c.expiry,
    c.iban,
    c.amount,
    c.passport,
    c.national.key,
    national,
    c.ip,
    c.mac,
    c.place,
    c.secret.key,
    // The column's name says nothing of the kind, so the cell does.
    `${c.secret.key}=${c.secret.value}`,
    c.note,
  ];
  return `${row.map(cell).join(',')}\n`;
}

const LABELS = new Map(NATIONAL.map(({ key, label }) => [key, label]));
const kindLabel = (key) => LABELS.get(key) ?? key;

/** @type {import('./build.mjs').Corpus} */
export const recordsCsv = {
  name: 'records-csv',
  question: 'the same records as CSV with a header, some cells quoted',
  format: 'csv',
  make: (bytes) => build({ name: 'records-csv', bytes, head: HEADER, piece: csvLine }),
};

function numberLine({ random }) {
  const cells = [
    random.between(1, 999999999),
    random.between(1500000000, 1760000000),
    random.between(1500000000000, 1760000000000),
    financial.price(random),
    (random.int(2000000) / 1e6 - 1).toFixed(6),
    `${random.int(100)}.${random.digits(2)}`,
    random.digits(12),
    `${random.int(9)}.${random.digits(4)}e-0${random.between(1, 9)}`,
    random.between(1, 100),
  ];
  return `${cells.join(',')}\n`;
}

/** @type {import('./build.mjs').Corpus} */
export const numbersCsv = {
  name: 'numbers-csv',
  question: 'CSV of ids, epochs, prices and floats: digits everywhere and nothing to find',
  format: 'csv',
  make: (bytes) =>
    build({ name: 'numbers-csv', bytes, head: 'row,created,created_ms,price,score,rate,object,loss,level\n', piece: numberLine }),
};

/** One value in each record: JSON Lines as chat transcripts for training, whose long strings are free text with escapes. */
function chatLine(planter) {
  const { random } = planter;
  const turns = Array.from({ length: random.between(4, 12) }, (_unused, i) => ({
    role: i % 2 === 0 ? 'user' : 'assistant',
    content:
      Array.from({ length: random.between(20, 80) }, () => random.pick(CHAT_WORDS)).join(' ') +
      (random.chance(0.05) ? `\nMy e-mail is ${planter.plant('EMAIL_ADDRESS', contact.email)}\n` : '\n'),
  }));
  return `${JSON.stringify({ id: `conv-${random.digits(8)}`, messages: turns })}\n`;
}

const CHAT_WORDS =
  'please could you explain how this function returns the list of items "quoted" and then\nwrites the result into a table with three columns sorted by date like before thanks that is 42 better I would rather use the café example instead'.split(
    ' ',
  );

/** @type {import('./build.mjs').Corpus} */
export const chatJsonl = {
  name: 'chat-jsonl',
  question: 'training transcripts: JSON strings of several hundred characters, most with escapes',
  format: 'jsonl',
  make: (bytes) => build({ name: 'chat-jsonl', bytes, piece: chatLine }),
};

/** Near misses of many kinds, for the corpora that must stay silent. */
export const NEAR_MISSES = [
  financial.brokenCardNumber,
  (random) => financial.grouped(financial.brokenCardNumber(random), ' '),
  identity.brokenSsn,
  (random) => financial.iban(random, 'DE').replace(/^DE../, 'DE00'),
  (random) => identity.vin(random).toLowerCase(),
  (random) => credentials.githubToken(random).slice(0, -3),
  (random) => `${random.between(300, 999)}.${random.digits(3)}.${random.digits(3)}.1`,
  (random) => `${random.digits(2)}-${random.digits(2)}-${random.digits(1)}`,
  (random) => `0000-00-${random.digits(2)}`,
  (random) => random.digits(random.between(20, 30)),
];
