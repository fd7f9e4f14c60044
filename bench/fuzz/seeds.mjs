/**
 * The files that the fuzzer breaks: all fixtures of the tests and the sample data, by the format that the product itself finds in them. Each
 * format, codec and archive that is read has at least one, or this throws: a new reader is fuzzed from its first day.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { memorySource } from '../../dist/src/core/memory-source.js';
import { ARCHIVES } from '../../dist/src/readers/archives/formats.js';
import { CODECS } from '../../dist/src/readers/compressed/codecs.js';
import { FORMATS } from '../../dist/src/readers/formats.js';
import { detectFormat, HEAD_BYTES, isZip, zipFormat } from '../../dist/src/readers/index.js';
import { zipMembers } from './containers.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['test/fixtures', 'corpus/sample'];
/** What the tests expect of fixtures, and no fixture; and what takes seconds each time: it fills all memory that it may, or is 100 MB of text and more. */
const LEFT_OUT = new Set([
  'test/fixtures/arrow/bomb.arrows',
  'test/fixtures/columnar/truth.json',
  'test/fixtures/fuzzed/endless-list.xlsb',
  'test/fixtures/parquet/bomb.parquet',
  'test/fixtures/parquet/long-entry.parquet',
  'test/fixtures/parquet/zeros.parquet',
]);

/** Where no fixture is small enough to be worth breaking: the shortest that has all of the format's parts. */
const WRITTEN = {
  'written.xml':
    '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY e "x">]><p a="536-90-4399"><ssn>536&#45;90-4399</ssn><![CDATA[<b>]]><!-- c --></p>\n',
  'written.html':
    '<table><tr><th>name<th>ssn<tr><td>A<td>536-90-4399</table><dl><dt>ssn<dd>536-90-4399</dl><input name="ssn" value="536-90-4399">\n',
};

/** @returns {Promise<ReadonlyMap<string, readonly Seed[]>>} format → files, both in the order of their names */
export async function readSeeds() {
  const seeds = [];
  for (const folder of FOLDERS) {
    for (const entry of fs.readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const name = path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      if (entry.isFile() && !LEFT_OUT.has(name)) seeds.push(await seedOf(name, fs.readFileSync(path.join(ROOT, name))));
    }
  }
  for (const [name, text] of Object.entries(WRITTEN)) seeds.push(await seedOf(name, Buffer.from(text)));
  const formats = new Map();
  for (const seed of seeds
    .filter(({ bytes }) => bytes.length > 0)
    .sort((a, b) => (`${a.format} ${a.name}` < `${b.format} ${b.name}` ? -1 : 1))) {
    formats.set(seed.format, [...(formats.get(seed.format) ?? []), seed]);
  }
  const missing = [...FORMATS.map(({ kind }) => kind), ...[...CODECS, ...ARCHIVES].map(({ name }) => name)].filter(
    (kind) => !formats.has(kind),
  );
  if (missing.length > 0) throw new Error(`no file to break is there of: ${missing.join(', ')}`);
  return formats;
}

/**
 * @typedef {{ name: string, bytes: Buffer, format: string, members?: readonly { name: Buffer, bytes: Buffer }[] }} Seed
 * `members` of what is packed as a zip.
 */
async function seedOf(name, bytes) {
  const head = bytes.subarray(0, HEAD_BYTES);
  let found = detectFormat(head, bytes.length <= HEAD_BYTES, name);
  if (!isZip(head)) return { name, bytes, format: nameOf(found) };
  found = await zipFormat(memorySource(bytes), found);
  const members = await zipMembers(bytes);
  return { name, bytes, format: nameOf(found), ...(members.length > 0 && { members }) };
}

/** What is not read is broken, too: to be found out is all that happens to it. */
const nameOf = ({ kind, codec, archive }) => codec ?? archive ?? kind;
