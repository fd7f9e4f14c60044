/**
 * Files in binary formats for the sample: written by other programs, taken from the fixtures of the tests. Their labels are numbers of
 * values, because places differ from format to format.
 */
import { readFileSync } from 'node:fs';

const FIXTURES = new URL('../../test/fixtures/', import.meta.url);

/** By name in the sample: the fixture, what is in it, and how many values of each detector. */
const PACKED = {
  'people.parquet': [
    'parquet/duckdb-zstd.parquet',
    'nested columns, by DuckDB',
    { USA_SOCIAL_SECURITY_NUMBER: 1492, DATE_OF_BIRTH: 240, ADDRESS: 240, EMAIL_ADDRESS: 240 },
  ],
  'people.zip': ['archives/people.zip', 'a table in an archive', { USA_SOCIAL_SECURITY_NUMBER: 200 }],
  'people.csv.zst': ['archives/people.csv.zst', 'a table, compressed', { USA_SOCIAL_SECURITY_NUMBER: 200 }],
  'people.xlsx': [
    'office/xlsxwriter.xlsx',
    'a workbook with formatted text, by XlsxWriter',
    { USA_SOCIAL_SECURITY_NUMBER: 2, GERMANY_BANK_ACCOUNT_NUMBER: 1, PHONE_NUMBER: 1 },
  ],
  'letter.docx': ['office/python-docx.docx', 'a letter with a table, by python-docx', { USA_SOCIAL_SECURITY_NUMBER: 1, GERMANY_BANK_ACCOUNT_NUMBER: 3 }],
  'letter.pdf': ['pdf/groff.pdf', 'a page, by groff', { USA_SOCIAL_SECURITY_NUMBER: 1, GERMANY_BANK_ACCOUNT_NUMBER: 1 }],
  'letter.eml': ['mail/plain.eml', 'a message', { USA_SOCIAL_SECURITY_NUMBER: 1, EMAIL_ADDRESS: 2 }],
};

/** @returns {Record<string, import('./broken.mjs').SampleFile>} */
export function packedFiles() {
  return Object.fromEntries(
    Object.entries(PACKED).map(([name, [fixture, why, counts]]) => [
      `packed/${name}`,
      { bytes: readFileSync(new URL(fixture, FIXTURES)), counts, why },
    ]),
  );
}
