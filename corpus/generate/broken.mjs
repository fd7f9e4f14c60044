/** Files that are damaged or no text: what can be examined is examined, the rest is said. */
import { gzipSync } from 'node:zlib';
import * as contact from '../../bench/values/contact.mjs';
import * as identity from '../../bench/values/identity.mjs';
import { csv, mark, readMarks } from './marks.mjs';
import { signupLines, staffText } from './people.mjs';

/**
 * A file of the sample.
 * @typedef {{
 *   bytes: Buffer, labels?: import('./marks.mjs').Label[], negatives?: import('./marks.mjs').Negative[],
 *   spanSpace?: 'item' | 'member', problem?: string, skipped?: string, degraded?: boolean, why: string
 * }} SampleFile
 */

/** A file from marked text, encoded or compressed as `encode` says. @returns {SampleFile} */
export function file(marked, why, { encode = (text) => Buffer.from(text), ...rest } = {}) {
  const { text, labels, negatives } = readMarks(marked);
  return { bytes: encode(text), labels, negatives, spanSpace: 'item', why, ...rest };
}

const utf16be = (text) => Buffer.from(text, 'utf16le').swap16();

/** @param {import('../../bench/random.mjs').Random} random @returns {Record<string, SampleFile>} */
export function encodedFiles(random) {
  const member = { spanSpace: 'member' };
  return {
    'encoded/staff-utf16le-bom.txt': file(staffText(random), 'UTF-16 LE with BOM', { ...member, encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') }),
    'encoded/staff-utf16be-bom.txt': file(staffText(random), 'UTF-16 BE with BOM', { ...member, encode: (text) => utf16be(`\ufeff${text}`) }),
    'encoded/staff-utf16le.txt': file(staffText(random), 'UTF-16 LE without BOM', { ...member, encode: (text) => Buffer.from(text, 'utf16le') }),
    'encoded/staff-utf16be.txt': file(staffText(random), 'UTF-16 BE without BOM', { ...member, encode: utf16be }),
    'encoded/staff-utf8-bom.txt': file(`\ufeff${staffText(random)}`, 'UTF-8 with BOM'),
    'encoded/signups.jsonl.gz': file(signupLines(random), 'gzip', { ...member, encode: gzipSync }),
    'encoded/signups-two-members.jsonl.gz': file(signupLines(random), 'gzip of two members', {
      ...member,
      encode(text) {
        const half = text.indexOf('\n', text.length / 2) + 1;
        return Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))]);
      },
    }),
  };
}

/** @param {import('../../bench/random.mjs').Random} random @returns {Record<string, SampleFile>} */
export function brokenFiles(random) {
  const email = () => mark('EMAIL_ADDRESS', contact.email(random));
  const ssn = () => mark('USA_SOCIAL_SECURITY_NUMBER', identity.ssn(random));
  return {
    'broken/truncated.jsonl.gz': file(signupLines(random, 10), 'the second gzip member ends too early; the first is whole', {
      spanSpace: 'member',
      problem: 'malformed',
      encode: (text) => Buffer.concat([gzipSync(text), gzipSync(random.bytes(4000)).subarray(0, 9)]),
    }),
    'broken/cut.json': file(`${JSON.stringify([{ email: email(), note: 'whole' }, { email: email() }]).slice(0, -1)},{"email":"${email()}`, 'the document ends inside a string', {
      degraded: true,
    }),
    'broken/open-quote.csv': file(`${csv([['id', 'email'], [1, email()], [2, email()]])}3,"${email()}\n4,${email()}\n5,${email()}\n`, 'a quote that is never closed must not hide the rest', {
      degraded: true,
    }),
    'broken/lines.jsonl': file(`${JSON.stringify({ email: email() })}\n{"email": "${email()}", oops\n${JSON.stringify({ ssn: ssn() })}\n`, 'the second line is no JSON', { degraded: true }),
    'broken/invalid-utf8.txt': invalidUtf8(`mail `, email(), ` caf`, Buffer.of(0xe9, 0xff), ` SSN ${ssn()}\n`),
    'broken/empty.txt': { bytes: Buffer.alloc(0), why: 'an empty file holds nothing and hides nothing' },
  };
}

/** Text with bytes in it that are no UTF-8; they keep their place. @returns {SampleFile} */
function invalidUtf8(...parts) {
  // Each bad byte is a NUL while labels are taken, so offsets stay right.
  const marked = parts.map((part) => (typeof part === 'string' ? part : '\u0000'.repeat(part.length))).join('');
  const bad = parts.find((part) => typeof part !== 'string');
  return file(marked, 'bytes that are no UTF-8', {
    encode(text) {
      const bytes = Buffer.from(text);
      bad.copy(bytes, bytes.indexOf(0));
      return bytes;
    },
  });
}

/** A picture of one transparent pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==';

/** @returns {Record<string, SampleFile>} */
export function binaryFiles(random) {
  const parquet = Buffer.concat([Buffer.from('PAR1'), random.bytes(64), Buffer.from([64, 0, 0, 0]), Buffer.from('PAR1')]);
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.of(0xe2, 0xe3, 0xcf, 0xd3), Buffer.from('\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')]);
  return {
    'binary/pixel.png': { bytes: Buffer.from(PNG, 'base64'), skipped: 'media', why: 'a picture' },
    'binary/font.woff2': { bytes: Buffer.concat([Buffer.from('wOF2\0\x01\0\0', 'latin1'), random.bytes(120)]), skipped: 'font', why: 'the beginning of a font' },
    'binary/table.parquet': { bytes: parquet, problem: 'malformed', why: 'Parquet whose footer is damaged' },
    'binary/report.pdf': { bytes: pdf, problem: 'malformed', why: 'a PDF without pages' },
  };
}
