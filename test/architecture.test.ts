/** Holds every import of src and cli against the table of rooms: who may use whom, and which file brings in which package. */
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Room → rooms that it may import, beside itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/validators': ['src/core'],
  'src/detectors': ['src/core', 'src/validators'],
  'src/engine': ['src/core', 'src/validators', 'src/detectors'],
  'src/readers': ['src/core'],
  'src/sources': ['src/core'],
  'src/reporters': ['src/core'],
  'src/config': ['src/core'],
  'src/policy': ['src/core', 'src/config'],
  'src/worker': [
    'src/core',
    'src/validators',
    'src/detectors',
    'src/engine',
    'src/readers',
    'src/sources',
    'src/config',
    'src/policy',
  ],
  'src/scan': ['src/core', 'src/config', 'src/policy', 'src/sources', 'src/worker'],
  'src/index.ts': [
    'src/core',
    'src/validators',
    'src/detectors',
    'src/engine',
    'src/readers',
    'src/sources',
    'src/reporters',
    'src/config',
    'src/policy',
    'src/worker',
    'src/scan',
  ],
  cli: ['src/index.ts'],
};

/** Packages that start slowly or are not always needed: never imported before they are used. */
const LAZY = new Set([
  '@aws-sdk/client-s3',
  '@e965/xlsx',
  '@sqlite.org/sqlite-wasm',
  'apache-arrow',
  'avsc',
  'csv-parse',
  'fzstd',
  'htmlparser2',
  'hyparquet',
  'hyparquet-compressors',
  'lilconfig',
  'piscina',
  'postal-mime',
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

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isDynamic: boolean;
  readonly isType: boolean;
}

const IMPORTS = ['src', 'cli'].flatMap(sourceFiles).flatMap(importsOf);

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.ts') && !name.includes('/assembly/'));
}

/** Static, dynamic and required imports; a `new URL('./x.js', import.meta.url)` starts a worker and counts as one. */
function importsOf(file: string): Import[] {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const [, type, target] of text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[\w*{][^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  )) {
    found.push({ file, target: target!, isDynamic: false, isType: type !== undefined });
  }
  for (const [, target] of text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ file, target: target!, isDynamic: true, isType: false });
  }
  for (const [, target] of text.matchAll(/new URL\(\s*['"](\.[^'"]+\.js)['"]\s*,\s*import\.meta\.url/g)) {
    found.push({ file, target: target!, isDynamic: true, isType: false });
  }
  return found;
}

function roomOf(file: string): string {
  if (file === 'src/index.ts') return file;
  return file.startsWith('cli/') ? 'cli' : file.split('/').slice(0, 2).join('/');
}

const isRelative = ({ target }: Import) => target.startsWith('.');
const isBuiltin = ({ target }: Import) => target.startsWith('node:') || builtinModules.includes(target);

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('imports', () => {
  it('are found by this test', () => {
    expect(IMPORTS.length).toBeGreaterThan(50);
    expect(IMPORTS.some(({ isDynamic }) => isDynamic)).toBe(true);
  });

  it('stay within the table of rooms', () => {
    const broken = IMPORTS.filter(isRelative).filter(({ file, target }) => {
      const room = roomOf(file);
      const other = roomOf(path.posix.join(path.posix.dirname(file), target).replace(/\.js$/, '.ts'));
      return other !== room && !ROOMS[room]?.includes(other);
    });
    expect(broken).toEqual([]);
  });

  it('of our own files end in .js and exist', () => {
    const broken = IMPORTS.filter(isRelative).filter(({ file, target }) => {
      const source = path.join(ROOT, path.dirname(file), target.replace(/\.js$/, '.ts'));
      return !target.endsWith('.js') || !fs.existsSync(source);
    });
    expect(broken).toEqual([]);
  });

  it('of the system start with node:', () => {
    expect(IMPORTS.filter((entry) => isBuiltin(entry) && !entry.target.startsWith('node:'))).toEqual([]);
  });

  it('of each package stand in one file', () => {
    const files = new Map<string, Set<string>>();
    for (const entry of IMPORTS) {
      if (isRelative(entry) || isBuiltin(entry) || entry.isType) continue;
      const name = packageOf(entry.target);
      files.set(name, (files.get(name) ?? new Set()).add(entry.file));
    }
    expect([...files].filter(([, users]) => users.size > 1)).toEqual([]);
  });

  it('of packages are of dependencies', () => {
    const { dependencies, optionalDependencies, peerDependencies, devDependencies } = JSON.parse(
      fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
    );
    const allowed = new Set([dependencies, optionalDependencies, peerDependencies].flatMap(Object.keys));
    // Types alone are gone when it runs.
    const isTypes = ({ isType, target }: Import) => isType && `@types/${target}` in devDependencies;
    const packages = IMPORTS.filter((entry) => !isRelative(entry) && !isBuiltin(entry) && !isTypes(entry));
    const others = packages.filter(({ target }) => !allowed.has(packageOf(target)));
    expect(others).toEqual([]);
  });

  it('of heavy packages are lazy', () => {
    expect(IMPORTS.filter(({ target, isDynamic, isType }) => LAZY.has(packageOf(target)) && !isDynamic && !isType)).toEqual([]);
  });
});
