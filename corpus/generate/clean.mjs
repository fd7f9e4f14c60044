/** Files in which nothing may be found, among them those that look most like data and are none. */
import { ALPHABET } from '../../bench/random.mjs';
import { brokenCardNumber, grouped, iban, price } from '../../bench/values/financial.mjs';
import { brokenSsn } from '../../bench/values/identity.mjs';
import { csv, miss } from './marks.mjs';

/** @param {import('../../bench/random.mjs').Random} random @returns {Record<string, string>} marked text by path */
export function cleanFiles(random) {
  const hex = (length) => random.text(ALPHABET.hex, length);
  const rows = (count, make) => Array.from({ length: count }, (_unused, i) => make(i));
  return {
    'clean/README.md': [
      '# Orchard sensors',
      '',
      'Readings of twelve sensors in the orchard, one row an hour. Version 2.14.3, released on 2026-03-01.',
      '',
      '- `readings.csv`: time as a Unix epoch, temperature, humidity',
      '- `events.jsonl`: one event a line',
      '',
      'Questions belong into the tracker; see section 4.2.1 of the manual, ISBN 978-3-16-148410-0.',
      '',
    ].join('\n'),
    'clean/story.txt':
      'The committee met on the third morning and measured the harvest again. Nobody could say how 1,250 crates had become 1,205.\n\n' +
      'Number 14 was missing, the statement said, and the account of the river was wrong: in 1987 it had been 12.5 metres deep, in 2003 only 9.\n',
    'clean/readings.csv': csv([
      ['epoch', 'sensor', 'temperature', 'humidity', 'batch'],
      ...rows(60, (i) => [1700000000 + i * 3600, 1 + (i % 12), (random.int(4000) / 100 - 5).toFixed(2), random.int(100), random.digits(9)]),
    ]),
    'clean/events.jsonl': rows(30, (i) => `${JSON.stringify({ time: 1700000000000 + i * 1000, level: random.pick(['info', 'warn']), duration_ms: random.int(5000) / 10, trace: hex(32) })}\n`).join(''),
    'clean/hashes.txt': [
      ...rows(10, () => `${hex(40)}  ${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
      `sha512-${random.text(ALPHABET.base64, 86)}==`,
      `credit card ${miss('CREDIT_CARD_NUMBER', grouped(brokenCardNumber(random), ' '), 'fails Luhn')}`,
      `SSN ${miss('USA_SOCIAL_SECURITY_NUMBER', brokenSsn(random), 'area that is never issued')}`,
      `IBAN ${miss('GERMANY_BANK_ACCOUNT_NUMBER', iban(random, 'DE').replace(/^DE../, 'DE00'), 'check digits 00')}`,
      `file ${miss('EMAIL_ADDRESS', 'icon-wide@2x.png', 'a file name')}`,
      `port ${miss('USA_SOCIAL_SECURITY_NUMBER', `5${random.digits(2)} 42 1${random.digits(3)}`, 'no keyword')} of the table`,
      '',
    ].join('\n'),
    'clean/prices.tsv': csv([['article', 'net', 'gross', 'stock'], ...rows(40, (i) => [`A-${1000 + i}`, price(random), price(random), random.int(500)])], { delimiter: '\t' }),
    'clean/layout.html': `<!doctype html>\n<html>\n<head><style>.a{margin:12px 4px;color:#${hex(6)}}</style></head>\n<body>\n<h1>Timetable</h1>\n<p>Trains leave at 07:15, 08:45 and 10:05 from platform 3.</p>\n<svg><path d="M12.5 7.25L9.75-3.125z"/></svg>\n</body>\n</html>\n`,
    'clean/build.js': `// Joins the parts; see RFC 3986, section 3.2.1.\nexport function join(parts, limit = 4096) {\n  const seed = 0x${hex(8)};\n  return parts.filter((part) => part.length < limit).join('/') + seed.toString(16);\n}\n`,
    'clean/schema.sql': `CREATE TABLE person (\n  id BIGINT PRIMARY KEY,\n  ssn CHAR(11),\n  email VARCHAR(320) NOT NULL,\n  card_number VARCHAR(19),\n  born DATE NOT NULL\n);\n`,
    'clean/service.yaml': `service:\n  port: 8443\n  replicas: 3\n  image: registry/app@sha256:${hex(64)}\n  timeout: 30s\n  password: \${DB_PASSWORD}\n`,
  };
}
