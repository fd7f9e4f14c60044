/**
 * Copies standard input to standard output with what was found covered by `*`. Shows `createScanner` and byte spans.
 * Of a private key the lines by which it is told are covered, not all of it: such a text should not be passed on at all.
 *
 *   node examples/mask-text.mjs < corpus/sample/people/letter.txt
 */
import { createScanner } from 'clearset';

const input = await readAll(process.stdin);
const scanner = createScanner({ maxLocations: Infinity, fingerprints: false });
const { findings, problems } = await scanner.scan(input, 'standard input');

for (const { occurrences } of findings) {
  for (const { spanSpace, span } of occurrences) {
    // Spans are in bytes of the input only where nothing was unpacked on the way: see `spanSpace`.
    if (spanSpace === 'item') input.fill('*', span.start, span.end);
    else problems.push({ detail: 'a value in compressed or escaped text cannot be covered in place' });
  }
}
if (problems.length > 0) {
  // What was not examined must not pass for clean.
  for (const { detail } of problems) console.error(detail);
  process.exitCode = 3;
} else {
  process.stdout.write(input);
}

async function readAll(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
