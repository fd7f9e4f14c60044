/**
 * Joins the compiled modules into a few files: a start of the command would spend a third of its time on finding and opening
 * some 300 small ones. The command, the API and the worker share chunks; what is imported lazily stays a chunk of its own, and
 * packages stay imports. The single modules remain in `dist` for the benches and are not packed.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { lazyCatalogue, withFewShapes } from './lazy-catalogue.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const ENTRIES = ['cli/main.ts', 'src/index.ts', 'src/worker/entry.ts', 'src/readers/office/workbook-entry.ts'];
/** Chunks lie one folder deep, as do two of the entries: the way from there to the root of `dist`. */
const CHUNKS = 'chunks';

/** A file beside a module, as modules name it. */
const BESIDE = /new URL\('(\.[^']+)', import\.meta\.url\)/g;

/** `export { type A, b } from './c.js';` */
const EXPORT = /export (?:type )?\{([^}]*)\} from '([^']+)';/g;
/** `import { type A, b } from '../src/index.js';` as the command's files have it. */
const API_IMPORT = /import \{([^}]*)\} from '\.\.\/src\/index\.js';/g;
const API = path.join(root, 'src/index.ts');

/** Where each name of the API is made. */
const madeIn = new Map();
for (const [, names, from] of fs.readFileSync(API, 'utf8').matchAll(EXPORT))
  for (const name of namesIn(names)) madeIn.set(name, path.resolve(path.dirname(API), from));

/**
 * The small modules that everybody uses, as one: chunks are cut by who needs which file, so each of these would be a chunk of its own,
 * and each chunk costs a start as much as it takes to open a file.
 */
const CORE = path.join(root, 'src/core');

async function joinCore() {
  const files = fs.readdirSync(CORE).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const contents = files.map((name) => `export * from './${name}';`).join('\n');
  const { outputFiles } = await build({
    ...options,
    stdin: { contents, resolveDir: CORE, loader: 'ts' },
    format: 'esm',
    write: false,
  });
  return outputFiles[0].text;
}

/** The same of those that most readers of formats stand on. */
const READERS = path.join(root, 'src/readers');
const BASICS = new Set(
  [
    ...[
      'blocks',
      'budget',
      'compressed/codecs',
      'compressed/types',
      'csv-library',
      'decoder',
      'detect-table',
      'escapes',
      'head',
      'json-path',
      'lines',
      'name-ids',
      'named-text',
      'nested-halo',
      'nesting',
    ],
    ...['positional', 'ranges', 'tables/finder', 'tables/lines', 'text', 'transcode', 'utf8', 'values'],
  ].map((name) => path.join(READERS, `${name}.js`)),
);

async function joinReaders() {
  const { outputFiles } = await build({
    ...options,
    stdin: {
      contents: [...BASICS].map((file) => `export * from './${slashed(path.relative(READERS, file))}';`).join('\n'),
      resolveDir: READERS,
      loader: 'ts',
    },
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'outside',
        setup({ onResolve }) {
          onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path: name, resolveDir }) => {
            const file = path.resolve(resolveDir, name);
            if (BASICS.has(file)) return { path: file.replace(/\.js$/, '.ts') };
            return { path: `./${slashed(path.relative(READERS, file))}`, external: true };
          });
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** @param change of a module's text, by its file */
const modulesWith = (change = (_file, text) => text) => ({
  name: 'modules',
  async setup({ onLoad, onResolve }) {
    const core = await joinCore();
    onResolve({ filter: /\/core\/[\w-]+\.js$/ }, ({ path: name, resolveDir }) =>
      path.dirname(path.resolve(resolveDir, name)) === CORE ? { path: 'core', namespace: 'core', sideEffects: false } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'core' }, () => ({ contents: core, loader: 'js' }));
    const readers = await joinReaders();
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path: name, resolveDir }) =>
      BASICS.has(path.resolve(resolveDir, name)) ? { path: 'readers', namespace: 'readers', sideEffects: false } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'readers' }, () => ({ contents: readers, loader: 'js', resolveDir: READERS }));
    // Without side effects, a module that an entry does not use is not loaded by it, though the API exports it.
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path: name, resolveDir, importer }) =>
      importer === '' ? undefined : { path: path.resolve(resolveDir, name.replace(/\.js$/, '.ts')), sideEffects: false },
    );
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: withoutRaw(change(file, fs.readFileSync(file, 'utf8')))
        .replace(BESIDE, (_, name) => besideChunk(file, name))
        .replace(API_IMPORT, (_, names) => namesIn(names).map(importDirectly).join('')),
    }));
  },
});

/** A raw template without backticks, its substitutions without braces. */
const RAW_TEMPLATE = /String\.raw`((?:[^`\\$]|\\[^`$]|\$\{[^`{}]*\}|\$(?!\{))*)`/g;

/** The same as plain templates: for each raw one V8 makes two frozen lists, and the sheets have six hundred. */
function withoutRaw(text) {
  return text.replace(RAW_TEMPLATE, (_, body) => {
    const parts = body.split(/(\$\{[^`{}]*\})/);
    return `\`${parts.map((part, i) => (i % 2 === 1 ? part : part.replaceAll('\\', '\\\\'))).join('')}\``;
  });
}

/** Fields of a sheet that nobody reads who scans, as the formatter leaves them. */
const SHOWN_FIELDS = /^( *)(?:examples: \{\n[\s\S]*?^\1\}|references: \[(?:[^\n]*\]|\n[\s\S]*?^\1\])),\n/gm;

const lazyIndex = await lazyCatalogue(path.join(dist, 'src/detectors'));

/**
 * Sheets for the hook: made when they are needed, and a tenth shorter, since V8 looks up each string of a program when it reads what it
 * has kept of it.
 */
function hookModule(file, text) {
  if (file === path.join(root, 'src/detectors/index.ts')) return lazyIndex;
  return file.includes(`${path.sep}detectors${path.sep}`) ? text.replace(SHOWN_FIELDS, '') : text;
}

/** Modules say where a file lies from where they lie; bundled, they lie elsewhere. */
function besideChunk(file, name) {
  return `new URL('../${slashed(path.relative(root, path.resolve(path.dirname(file), name)))}', import.meta.url)`;
}

/** Chunks are cut between files: whoever imports the file of the API would load all that it exports. */
function importDirectly(name) {
  const from = path.relative(path.join(root, 'cli'), madeIn.get(name) ?? API.replace(/\.ts$/, '.js'));
  return `import { ${name} } from '${slashed(from)}';`;
}

function slashed(name) {
  return name.split(path.sep).join('/');
}

/** Names of values in a list of names; types are gone when it runs. */
function namesIn(list) {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

const { sheetsHash } = await import(pathToFileURL(path.join(dist, 'src/worker/rules-hash.js')).href);
const { CATALOGUE } = await import(pathToFileURL(path.join(dist, 'src/detectors/index.js')).href);

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  define: { IS_PACKED: 'true', CATALOGUE_HASH: JSON.stringify(sheetsHash(CATALOGUE)) },
};
/** @type {import('esbuild').BuildOptions} */
const common = { ...options, allowOverwrite: true, metafile: true, plugins: [modulesWith()] };
const { metafile } = await build({
  ...common,
  entryPoints: ENTRIES.map((entry) => path.join(root, entry)),
  outdir: dist,
  outbase: root,
  chunkNames: `${CHUNKS}/[name]-[hash]`,
  splitting: true,
  format: 'esm',
});
for (const output of Object.keys(metafile.outputs)) checkPaths(path.join(root, output));

// The hook is one file of CommonJS: modules of the other kind take Node as long to load as it takes itself to start.
const hook = path.join(dist, 'cli/hook-main.cjs');
await build({
  ...common,
  entryPoints: [path.join(root, 'cli/hook-main.ts')],
  plugins: [modulesWith(hookModule)],
  outfile: hook,
  format: 'cjs',
  define: { ...common.define, 'import.meta.url': 'moduleUrl' },
  // What V8 compiled before knows no more where it comes from, and cannot import.
  supported: { 'dynamic-import': false },
  // Of what CommonJS gives a module (cli/launcher.ts), the program needs no more.
  banner: { js: '(function (require, __filename) {\nconst moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  footer: { js: '})' },
});
checkPaths(hook, 'moduleUrl');
// V8 looks up each name of a program when it reads what it has kept of it; short ones are few.
const short = { minifyIdentifiers: true, minifyWhitespace: true, charset: 'ascii', target: options.target };
fs.writeFileSync(hook, (await transform(withFewShapes(fs.readFileSync(hook, 'utf8')), short)).code);
checkAscii(hook);
// What V8 makes of it is kept under this name (cli/launcher.ts).
const buildId = createHash('sha256').update(fs.readFileSync(hook)).digest('hex').slice(0, 16);
await build({
  ...common,
  entryPoints: [path.join(root, 'cli/launcher.ts')],
  outfile: path.join(dist, 'cli/launcher.cjs'),
  format: 'cjs',
  external: ['./main.js'],
  plugins: [],
  define: { ...common.define, BUILD_ID: JSON.stringify(buildId) },
});

/**
 * @throws where a bundle that is read as one byte a character (cli/launcher.ts) holds others. Raw templates and regular expressions are
 * packed as they are written, so that what they hold beyond ASCII has to be escaped, or put in from a plain string.
 */
function checkAscii(file) {
  const [found] = fs.readFileSync(file, 'utf8').match(/.{0,40}[^\0-\x7f].{0,40}/) ?? [];
  if (found !== undefined) throw new Error(`${path.relative(root, file)} is not ASCII: ${found}`);
}

/** @throws where a bundle names a file that is not there: a module of an entry that lies elsewhere than the chunks */
function checkPaths(file, url = 'import.meta.url') {
  for (const [, name, from] of fs.readFileSync(file, 'utf8').matchAll(/new URL\("(\.[^"]+)", ?([\w.]+)\)/g)) {
    if (from !== url) continue;
    const target = path.resolve(path.dirname(file), name);
    if (!fs.existsSync(target))
      throw new Error(`${path.relative(root, file)} names ${path.relative(root, target)}, which does not exist`);
  }
}
