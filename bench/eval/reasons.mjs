/**
 * Why a detector stays below what each should reach. A figure below it without a reason here fails the guard, and so does a reason that
 * has become needless: neither a new miss nor an old excuse goes unseen.
 */

/** Recall and precision that each detector should reach in each part. */
export const SHOULD_REACH = 0.9;

/** By part, then by detector. */
const REASONS = {
  dev: {
    ARGENTINA_DNI_NUMBER: 'seven and eight digits without a check digit: a number of an order beside the word is one, too',
    AUSTRALIA_DRIVERS_LICENSE: 'ten digits without a check digit: a number of an order beside the word is one, too',
    AWS_CREDENTIALS: 'as `secret` in the state of Terraform, found by that name alone',
    BANK_ACCOUNT_NUMBER: 'accounts of other countries, in their own lengths and with letters; `account` alone is any account',
    BELGIUM_DRIVERS_LICENSE: 'ten digits without a check digit: a number of an order beside the word is one, too',
    BRAZIL_CNPJ_NUMBER: 'of those with letters, some begin with two of them, at which nothing is looked for',
    BRAZIL_RG_NUMBER: 'nine solid digits are any number but in a field of that name',
    COLOMBIA_CITIZENSHIP_CARD_NUMBER:
      'no check digit: any number of an order beside `cédula` is one, and one in ten a Uruguayan one',
    DRIVERS_LICENSE:
      'no check digit: a number of an order beside the word is one; numbers of five characters (Kansas, Ohio) are left out',
    GENERIC_PASSWORD: 'passwords that people made up of fewer than three kinds of characters are `low`: samples look so as well',
    INTERNATIONAL_PHONE_NUMBER: 'national writing of many countries in sentences, without a word for a phone before it',
    ITALY_PASSPORT_NUMBER: 'two letters and seven digits without a check digit: an invoice beside the word looks the same',
    ITALY_PHONE_NUMBER: 'numbers of India, Sweden and the Netherlands that begin with an Italian area code',
    ITALY_VAT_NUMBER: 'below `STCD2`, as a table of SAP has it: eleven digits of which one in ten passes its check',
    LATITUDE_LONGITUDE:
      'as two fields with nothing of somebody beside them: tables of towns and airports have them as well; with a slash',
    MEDICAL_DEVICE_UDI: 'the form of ICCBBA has neither a check nor a beginning rare enough to be looked for',
    MEDICAL_RECORD_NUMBER: 'behind the system of a FHIR identifier, and below `IPP` in a table without a word for a patient',
    NAME: 'in sentences and dialogues of the documents written unseen: no list has them, and no word for a person stands beside',
    SPAIN_PHONE_NUMBER: 'Polish numbers have nine digits as well, and begin as Spanish ones do',
    URUGUAY_IDENTITY_CARD_NUMBER: 'one number in ten beside `cédula` passes its check',
    USA_HEALTHCARE_PROCEDURE_CODE: 'below `px`, which is a unit of length nearly everywhere',
    VAULT_TOKEN:
      'the tokens of before 2022 begin with `s.`, as members in minified code do; by their name they are a GENERIC_SECRET',
  },
  held: {
    CREDIT_CARD_EXPIRATION:
      'passports and medicines expire, too; as in Amazon Macie, `exp` and a month are enough without a card',
    CREDIT_CARD_MAGNETIC_STRIPE:
      'Amazon Macie asks for a keyword, and the second track of a dump is too far from it; its number is reported',
    LINODE_API_TOKEN: 'called a token before it and Linode in a comment behind it; by its name it is a GENERIC_SECRET',
    MEDICAL_DEVICE_UDI: 'the form of ICCBBA has neither a check nor a beginning rare enough to be looked for',
    MEDICAL_RECORD_NUMBER:
      'in FHIR its type stands beside it and not on its path; `Fallnummer` is taken for one, which one template is not',
    MEXICO_ORGANIZATION_RFC_NUMBER:
      'one in five of the values begins with `&`, at which nothing is looked for; of companies very few do',
    PINECONE_API_KEY: 'the id of a project on the lines above `pinecone_api_key` has the shape of the older keys',
    UK_PHONE_NUMBER: 'in lists and letterheads without a word for it: other numbers begin with 0, too',
    URUGUAY_IDENTITY_CARD_NUMBER: 'one number in ten beside `cédula` passes its check',
    USA_HEALTHCARE_PROCEDURE_CODE: 'a table of two rows: three must keep to a header before it names their cells',
  },
  snippets: {
    INTERNATIONAL_PHONE_NUMBER: 'an example in the manual of a library for phone numbers, which nothing tells from a number',
    MAC_ADDRESS: 'one begins with an odd octet, which no device has',
    ADDRESS: 'of companies and universities in notices of copyright, without a word for it',
    NAME: 'of authors in notices of copyright and lists of changes: names in text need a word for a person or stand in the lists',
  },
};

/** @typedef {import('./figures.mjs').Figures & { id: string }} Entry */

/** @param {Entry} entry */
export function isBelow({ recall, precision }) {
  return recall < SHOULD_REACH || precision < SHOULD_REACH;
}

/** @param {string} part @param {string} id @returns {string | undefined} */
export function reasonFor(part, id, reasons = REASONS) {
  return reasons[part]?.[id];
}

/**
 * What lacks a reason, and which reasons nothing lacks, in words.
 * @param {readonly import('./summary.mjs').PartSummary[]} parts
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} reasons
 * @returns {string[]}
 */
export function unexplained(parts, reasons = REASONS) {
  return parts.flatMap(({ name, detectors, unstructured }) => {
    const below = new Set([...detectors, ...unstructured].filter(isBelow).map(({ id }) => id));
    return [
      ...[...below]
        .filter((id) => reasonFor(name, id, reasons) === undefined)
        .map((id) => `${name}: ${id} is below ${SHOULD_REACH}, and bench/eval/reasons.mjs does not say why`),
      ...Object.keys(reasons[name] ?? {})
        .filter((id) => !below.has(id))
        .map((id) => `${name}: ${id} reaches ${SHOULD_REACH}; its reason is needless`),
    ];
  });
}
