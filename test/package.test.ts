/** Facts about the package that users and the supply chain rely on. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RE2_VERSION } from '../cli/regex.js';
import { VERSION } from '../src/core/version.js';
import { CATALOGUE } from '../src/detectors/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe('package.json', () => {
  it('has the version that the code prints', () => expect(manifest.version).toBe(VERSION));
  it('exports the API only', () =>
    expect(manifest.exports).toEqual({ '.': { types: './dist/src/index.d.ts', default: './dist/src/index.js' } }));
  it('has one command', () => expect(manifest.bin).toEqual({ clearset: 'dist/cli/launcher.cjs' }));
  it('runs on the Node that doctor asks for', () => expect(manifest.engines).toEqual({ node: '>=20.19' }));
  it('is an ES module under Apache-2.0', () => expect([manifest.type, manifest.license]).toEqual(['module', 'Apache-2.0']));

  it('depends on what was chosen and on nothing else, each in one exact version', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      '@aws-sdk/client-s3',
      '@noble/hashes',
      'avsc',
      'chardet',
      'csv-parse',
      'fast-glob',
      'fzstd',
      'htmlparser2',
      'hyparquet',
      'hyparquet-compressors',
      'lilconfig',
      'piscina',
      'postal-mime',
      're2js',
      'saxes',
      'unbzip2-stream',
      'unpdf',
      'xxhash-wasm',
      'xz-decompress',
      'yaml',
      'yargs',
      'yauzl',
      'zod',
    ]);
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['re2']);
    expect(manifest.optionalDependencies.re2).toBe(RE2_VERSION);
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

it('what is packed has the sheets of the sources: the build writes their patterns in another way', async () => {
  const packed = (await import(pathToFileURL(path.join(ROOT, 'dist/src/index.js')).href)) as { CATALOGUE: typeof CATALOGUE };
  const declared = (sheets: typeof CATALOGUE): string =>
    JSON.stringify(sheets, (_key, value: unknown) => (typeof value === 'function' ? 'a check' : value));
  expect(packed.CATALOGUE.length).toBe(CATALOGUE.length);
  expect(declared(packed.CATALOGUE)).toBe(declared(CATALOGUE));
});

describe('the packed files', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
  const files: string[] = JSON.parse(packed.stdout)[0].files.map((file: { path: string }) => file.path);

  it('are the build and the documents', () => {
    const others = files.filter((file) => !file.startsWith('dist/'));
    expect(others.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'docs/baseline.md',
      'docs/check.md',
      'docs/configuration.md',
      'docs/detectors.md',
      'docs/evaluation.md',
      'docs/formats.md',
      'docs/git.md',
      'docs/library.md',
      'docs/matrix.md',
      'docs/names-and-addresses.md',
      'docs/reports.md',
      'docs/s3.md',
      'examples/check-before-upload.mjs',
      'examples/mask-text.mjs',
      'examples/own-detector.mjs',
      'examples/scan-folder.mjs',
      'package.json',
      'schema/clearset.config.schema.json',
    ]);
  });

  it('hold the command, the API with its types, the worker and the WebAssembly modules', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/cli/launcher.cjs',
        'dist/cli/hook-main.cjs',
        'dist/cli/main.js',
        'dist/src/index.js',
        'dist/src/index.d.ts',
        'dist/src/worker/entry.js',
        'dist/src/engine/catalogue.tables',
        'dist/src/engine/prefilter/prefilter.wasm',
        'dist/src/readers/structure/structure.wasm',
      ]),
    );
  });

  it('hold the code once, in bundles', () => {
    const single = files.filter((file) => file.endsWith('.js') && !file.startsWith('dist/chunks/'));
    expect(single.sort()).toEqual([
      'dist/cli/main.js',
      'dist/src/index.js',
      'dist/src/readers/office/workbook-entry.js',
      'dist/src/worker/entry.js',
    ]);
  });

  it('hold no source, test or assembly', () =>
    expect(files.filter((file) => /\.ts$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]));
});

it('the command is executable and starts with the name of its interpreter', () => {
  const main = path.join(ROOT, 'dist/cli/main.js');
  expect(fs.statSync(main).mode & 0o111).toBe(0o111);
  expect(fs.readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
