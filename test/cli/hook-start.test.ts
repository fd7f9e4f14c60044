/** What a hook makes at its start: as few sheets as it needs, and nothing of a build that is not its own. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { folderOf, MAIN, SSN_LINE } from './command.js';
import { GIT_ENV, type Repository, repository } from './repository.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = path.join(path.dirname(MAIN), 'hook-main.cjs');
/** Of ten files of our own source code, which made one when this was written. */
const MOST_SHEETS = 8;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly [{ readonly startOffset: number; readonly endOffset: number; readonly count: number }];
    }[];
  }[];
}

/** How often the program's function was called that makes a sheet of an id: once for each sheet. V8 counts calls. */
function sheetsMade(repo: Repository): number {
  const folder = folderOf({});
  repo.hook([], { env: { NODE_V8_COVERAGE: folder } });
  const [report] = fs.readdirSync(folder);
  const { result } = JSON.parse(fs.readFileSync(path.join(folder, report!), 'utf8')) as Coverage;
  const { functions } = result.find(({ url }) => url === `file://${PROGRAM}`)!;
  const program = fs.readFileSync(PROGRAM, 'latin1');
  const makers = functions.filter(({ ranges: [{ startOffset, endOffset }] }) => {
    const text = program.slice(startOffset, endOffset);
    return CATALOGUE.every(({ id }) => text.includes(`case${JSON.stringify(id)}:`));
  });
  // Functions stand in the order in which they begin: the innermost last.
  return makers.at(-1)!.ranges[0].count;
}

describe('the sheets that a hook makes', () => {
  it('are few for source code', () => {
    const repo = repository();
    const names = fs.readdirSync(path.join(ROOT, 'src/engine')).filter((name) => name.endsWith('.ts'));
    for (const name of names.slice(0, 10)) repo.stage(name, fs.readFileSync(path.join(ROOT, 'src/engine', name)));
    const made = sheetsMade(repo);
    expect(made).toBeLessThanOrEqual(MOST_SHEETS);
  });

  it('are those of what is found', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    expect(sheetsMade(repo)).toBeGreaterThan(0);
  });
});

it('tables of another build are refused, in plain words', () => {
  const dist = path.dirname(path.dirname(MAIN));
  const copy = path.join(folderOf({}), 'dist');
  fs.cpSync(dist, copy, {
    recursive: true,
    filter: (name) => fs.statSync(name).isDirectory() || /\.(?:cjs|tables|wasm)$/.test(name),
  });
  const file = path.join(copy, 'src/engine/catalogue.tables');
  const tables = fs.readFileSync(file);
  const at = tables.indexOf('"sheets":"') + '"sheets":"'.length;
  tables[at] = tables[at] === 0x30 ? 0x31 : 0x30;
  fs.writeFileSync(file, tables);
  const repo = repository();
  repo.stage('a.txt', SSN_LINE);
  const { status, stderr } = spawnSync(process.execPath, [path.join(copy, 'cli/launcher.cjs'), 'hook'], {
    cwd: repo.folder,
    env: { ...process.env, ...GIT_ENV },
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('a file of this installation is of another build: catalogue.tables; install Clearset anew');
});
