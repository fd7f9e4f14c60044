/**
 * Makes `corpus/sample` and its labels in `corpus/manifest.json` from a seed. All values are synthetic; check digits are
 * right where a format has them, so that the scan has something to find, and they belong to nobody on purpose.
 *
 * node corpus/make-sample.mjs [FOLDER]     FOLDER: where to write `sample/` and `manifest.json`; default: beside this file
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from '../bench/random.mjs';
import { binaryFiles, brokenFiles, encodedFiles, file } from './generate/broken.mjs';
import { cleanFiles } from './generate/clean.mjs';
import { packedFiles } from './generate/packed.mjs';
import { peopleFiles } from './generate/people.mjs';
import { secretFiles } from './generate/secrets.mjs';

const SEED = 'clearset sample 1';

/** All files of the sample. @returns {Record<string, import('./generate/broken.mjs').SampleFile>} */
function sampleFiles() {
  // Each part has its own sequence, so that a new file in one does not change the others.
  const random = (part) => new Random(`${SEED} ${part}`);
  const plain = (files, why) => Object.fromEntries(Object.entries(files).map(([path, text]) => [path, file(text, why)]));
  return {
    ...plain(cleanFiles(random('clean')), 'nothing to find'),
    ...plain(peopleFiles(random('people')), 'people and money'),
    ...plain(secretFiles(random('secrets')), 'credentials'),
    ...encodedFiles(random('encoded')),
    ...brokenFiles(random('broken')),
    ...binaryFiles(random('binary')),
    ...packedFiles(),
  };
}

const target = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
rmSync(join(target, 'sample'), { recursive: true, force: true });
const files = {};
for (const [path, { bytes, ...entry }] of Object.entries(sampleFiles())) {
  mkdirSync(dirname(join(target, 'sample', path)), { recursive: true });
  writeFileSync(join(target, 'sample', path), bytes);
  files[path] = entry;
}
const manifest = { seed: SEED, licence: 'Apache-2.0', provenance: 'made by corpus/make-sample.mjs; synthetic values', files };
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
