/**
 * Scans real folders and shows what is reported in them, to judge false hits: package folders and documentation hold
 * nearly no personal data, so most of what is found there is wrong.
 *
 * node bench/real-files.mjs [--examples 5] [--detector ID] FOLDER…
 *
 * No character of a value is printed: the preview is masked, and what surrounds it is shown as its shape.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { figure } from './measure.mjs';

const { values: flags, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { examples: { type: 'string', default: '5' }, detector: { type: 'string' } },
});
if (folders.length === 0) throw new Error('name at least one folder');

const CLI = fileURLToPath(new URL('../dist/cli/launcher.cjs', import.meta.url));
/** Bytes shown as shape on each side. */
const AROUND = 24;

/** Letters as `a` or `A`, digits as `9`, runs of more than three shortened; other characters as they are. */
function shape(text) {
  return text
    .replace(/[\p{Ll}\p{Lo}]/gu, 'a')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\d/g, '9')
    .replace(/\s+/g, ' ')
    .replace(/(a|A|9)\1{3,}/g, '$1$1$1…');
}

/** Shapes before and behind a span of a stored file. */
function surroundings({ path, spanSpace, span }) {
  if (spanSpace !== 'item' || path.includes('!')) return '';
  const file = openSync(path, 'r');
  const part = (from, to) => {
    const bytes = Buffer.alloc(Math.max(0, to - from));
    return shape(bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, from)));
  };
  const text = `${part(Math.max(0, span.start - AROUND), span.start)}«»${part(span.end, span.end + AROUND)}`;
  closeSync(file);
  return text;
}

const byDetector = new Map();
let summary = null;
const scan = spawn(process.execPath, [CLI, 'scan', ...folders, '--format', 'ndjson', '--no-progress', '--fail-on', 'none'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const line of createInterface({ input: scan.stdout })) {
  const record = JSON.parse(line);
  if (record.kind === 'summary') summary = record;
  if (record.kind !== 'occurrence' && record.kind !== 'finding') continue;
  const entry = byDetector.get(record.detector) ?? { count: 0, items: 0, keywords: new Map(), examples: [] };
  byDetector.set(record.detector, entry);
  if (record.kind === 'finding') {
    entry.count += record.count;
    entry.items++;
    continue;
  }
  entry.keywords.set(record.keyword, (entry.keywords.get(record.keyword) ?? 0) + 1);
  // At most one example an item, so that one file does not fill the list.
  if (entry.examples.at(-1)?.path !== record.path) entry.examples.push(record);
}
if (summary === null) throw new Error('the scan ended without a summary');

const hundredMegabytes = summary.bytesExamined / 1e8;
console.log(
  `${figure(summary.bytesExamined / 1e6)} MB in ${summary.items} items examined, ${summary.occurrences} occurrences, ${figure(summary.occurrences / hundredMegabytes)} in 100 MB`,
);
const ordered = [...byDetector]
  .filter(([id]) => flags.detector === undefined || id === flags.detector)
  .sort(([, a], [, b]) => b.count - a.count);
for (const [id, { count, items, keywords, examples }] of ordered) {
  const words = [...keywords].sort(([, a], [, b]) => b - a).slice(0, 4);
  console.log(
    `\n${id}: ${count} in ${items} items, ${figure(count / hundredMegabytes)} in 100 MB; keywords ${words.map(([word, times]) => `${word ?? '(none)'} ${times}`).join(', ')}`,
  );
  // Spread over the list: the first few would all come from one folder.
  const step = Math.max(1, Math.floor(examples.length / Number(flags.examples)));
  for (const example of examples.filter((_unused, i) => i % step === 0).slice(0, Number(flags.examples)))
    console.log(`  ${example.confidence} ${example.preview}  in  ${surroundings(example)}  ${example.path}:${example.line}`);
}
