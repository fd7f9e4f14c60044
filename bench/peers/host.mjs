/**
 * The process in which a peer of npm runs, so that its time and memory are its own and what it breaks is nobody else's.
 *
 * node bench/peers/host.mjs NAME PACKAGES FOLDER find|pass [BYTES]
 *
 * Reads the files of FOLDER in path order until BYTES are read. `find` prints a JSON line a file, `{ path, bytes, places }` or
 * `{ path, bytes, error }`; `pass` calls the peer and prints only how much it was given and how many files it refused.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEERS } from './adapters.mjs';
import { byteOffsets } from './bytes.mjs';
import { filesIn } from './files.mjs';

const [name, folder, target, mode, limit = 'Infinity'] = process.argv.slice(2);
const peer = PEERS.find((one) => one.name === name);
if (peer?.open === undefined) throw new Error(`no package is called ${name}`);
const require = createRequire(join(folder, 'here.cjs'));
const load = (id) => import(pathToFileURL(isAbsolute(id) ? id : require.resolve(id)).href);
// Some peers greet on standard output, where the answer goes.
console.info = () => {};
const { find, pass } = await peer.open({ folder, load });

let bytes = 0;
let refused = 0;
for (const path of filesIn(target, Number(limit))) {
  const file = join(target, path);
  const text = readFileSync(file, 'utf8');
  const size = Buffer.byteLength(text);
  bytes += size;
  try {
    if (mode === 'pass') await pass(text, file);
    else process.stdout.write(`${JSON.stringify({ path, bytes: size, places: inBytes(await find(text, file), text) })}\n`);
  } catch (error) {
    refused++;
    if (mode === 'find')
      process.stdout.write(`${JSON.stringify({ path, bytes: size, error: String(error.message).slice(0, 200) })}\n`);
  }
}
if (mode === 'pass') process.stdout.write(`${JSON.stringify({ bytes, refused })}\n`);

function inBytes(found, text) {
  const before = byteOffsets(text);
  return found.map((one) => (one.start === undefined ? one : { kind: one.kind, start: before(one.start), end: before(one.end) }));
}
