/** What is staged in a git repository, and what the index holds under given names. Reads the index, never the work tree. */
import { isUtf8 } from 'node:buffer';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ItemPath } from '../core/result.js';
import { DIFF, runGit } from './git-command.js';
import { absoluteName, type ByteName, joinNames, relativeName, toByteName, toItemPath } from './names.js';

/** An entry of the index. */
export interface IndexEntry extends ItemPath {
  readonly kind: 'file' | 'link' | 'submodule' | 'unmerged';
  /** Object id of the content. */
  readonly oid: string;
  /** Object id of the content in HEAD under the same or its former name; absent where all of it is new. */
  readonly before?: string;
  /** Nothing of it is staged: it was named, and all of it is to be examined. */
  readonly isWhole: boolean;
}

export interface IndexListing {
  /** In order of path bytes. */
  readonly entries: readonly IndexEntry[];
  /** Names that the index does not hold. */
  readonly unknown: readonly ItemPath[];
  /** Staged deletions. */
  readonly deleted: number;
}

const FILE = '100';
const LINK = '120000';
const SUBMODULE = '160000';
const NO_OBJECT = /^0+$/;

/**
 * Everything that is staged; with `names`, what the index holds under them: the staged change where there is one, else the whole.
 * @param names relative to the working directory, or absolute; files or folders, taken literally
 * @throws SourceError where git fails
 */
export async function listIndex(names: readonly (string | Uint8Array)[] | undefined, cwd?: string): Promise<IndexListing> {
  const raw = runGit([...DIFF, '--cached', '--raw', '-z', '--no-abbrev', '--find-renames', '--ignore-submodules=none'], cwd);
  const [text, place] = await Promise.all([raw, placeOf(names, cwd)]);
  const changes = parseRaw(text.toString('latin1'));
  const shown = (name: ByteName): ItemPath => toItemPath(place.prefix === '' ? name : relativeName(place.prefix, name));
  const staged = new Map<ByteName, IndexEntry>();
  for (const [name, { kind, oid, before }] of changes) {
    if (kind === 'deleted') continue;
    staged.set(name, { ...shown(name), kind, oid, ...(before !== undefined && { before }), isWhole: false });
  }
  const deleted = changes.size - staged.size;
  if (names === undefined) return { entries: sorted(staged), unknown: [], deleted };

  const chosen = new Map<ByteName, IndexEntry>();
  const others = new Map<ByteName, ByteName>();
  for (const given of names) {
    const name = place.inRoot(toByteText(given));
    const entry = staged.get(name);
    if (entry) chosen.set(name, entry);
    else if (!changes.has(name)) others.set(name, toByteText(given));
  }
  const unknown: ItemPath[] = [];
  const index = others.size === 0 ? new Map<ByteName, Indexed>() : await readIndex([...others.values()], place.prefix, cwd);
  for (const [name, given] of others) {
    const file = index.get(name);
    const isBelow = belowOf(name);
    const found = file ? [file] : [...index.values()].filter((entry) => isBelow(entry.name));
    for (const entry of found) {
      chosen.set(entry.name, staged.get(entry.name) ?? { ...shown(entry.name), kind: entry.kind, oid: entry.oid, isWhole: true });
    }
    if (found.length === 0 && ![...changes.keys()].some(isBelow)) unknown.push(toItemPath(given));
  }
  return { entries: sorted(chosen), unknown, deleted };
}

/** What arguments of a process hold for bytes that are no UTF-8: Node decodes them. */
const LOST = Buffer.from('\ufffd').toString('latin1');

/**
 * Whether a name of the index lies below a given one. A given name that lost bytes on its way stands for every name that is like it
 * but for them, so that what was named is examined whatever its bytes are.
 */
function belowOf(name: ByteName): (other: ByteName) => boolean {
  if (name === '') return () => true;
  if (!name.includes(LOST)) return (other) => other.startsWith(`${name}/`);
  return (other) => {
    const decoded = Buffer.from(Buffer.from(other, 'latin1').toString('utf8')).toString('latin1');
    return decoded === name || decoded.startsWith(`${name}/`);
  };
}

interface Change {
  readonly kind: IndexEntry['kind'] | 'deleted';
  readonly oid: string;
  readonly before: string | undefined;
}

/** `:100644 100755 <oid> <oid> M`, NUL, path, NUL; renames and copies have the former path in front of the new one. */
function parseRaw(text: string): Map<ByteName, Change> {
  const fields = text.split('\0');
  const changes = new Map<ByteName, Change>();
  for (let at = 0; at + 1 < fields.length; ) {
    const [, mode = '', before = '', oid = '', status = ''] = fields[at++]!.split(' ');
    if (status.startsWith('R') || status.startsWith('C')) at++;
    const name = fields[at++]!;
    const kind = status === 'U' ? 'unmerged' : status === 'D' ? 'deleted' : kindOf(mode);
    // Where it conflicts, an entry is listed once more for the side that is staged: the conflict counts.
    if (changes.get(name)?.kind === 'unmerged') continue;
    changes.set(name, { kind, oid, before: NO_OBJECT.test(before) ? undefined : before });
  }
  return changes;
}

interface Indexed {
  readonly name: ByteName;
  readonly kind: IndexEntry['kind'];
  readonly oid: string;
}

/** Longest list of names that is handed to git; beyond it, and for names that no argument can hold, the whole index is read. */
const MOST_ARGUMENT_BYTES = 50_000;

/** `100644 <oid> 0`, tab, path, NUL; a path that conflicts has up to three entries, and is one here. */
async function readIndex(names: readonly ByteName[], prefix: ByteName, cwd?: string): Promise<Map<ByteName, Indexed>> {
  const isText = names.every((name) => isUtf8(Buffer.from(name, 'latin1')) && !name.includes(LOST));
  const isShort = names.reduce((sum, name) => sum + name.length, 0) <= MOST_ARGUMENT_BYTES;
  const paths = isText && isShort ? names.map((name) => Buffer.from(name, 'latin1').toString('utf8')) : [rootFrom(prefix)];
  const found = new Map<ByteName, Indexed>();
  const text = (await runGit(['ls-files', '--stage', '-z', '--full-name', '--', ...paths], cwd)).toString('latin1');
  for (const line of text.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const [mode = '', oid = '', stage] = line.slice(0, tab).split(' ');
    const name = line.slice(tab + 1);
    found.set(name, { name, kind: stage === '0' ? kindOf(mode) : 'unmerged', oid });
  }
  return found;
}

/** The root of the repository, from the working directory. */
function rootFrom(prefix: ByteName): string {
  return '../'.repeat(prefix.split('/').length - 1) || '.';
}

function kindOf(mode: string): IndexEntry['kind'] {
  if (mode === SUBMODULE) return 'submodule';
  return mode === LINK || !mode.startsWith(FILE) ? 'link' : 'file';
}

function sorted(entries: ReadonlyMap<ByteName, IndexEntry>): IndexEntry[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

interface Place {
  /** Working directory as git names it: from the root, `''` or ending in `/`. */
  readonly prefix: ByteName;
  /** A given name, from the root. */
  inRoot(name: ByteName): ByteName;
}

/** Asks git only where the answer is not plain: hooks run in the root, with names below it. */
async function placeOf(names: readonly (string | Uint8Array)[] | undefined, cwd = process.cwd()): Promise<Place> {
  const isPlain = process.env.GIT_WORK_TREE === undefined && existsSync(path.join(cwd, '.git'));
  const isAbsolute = names?.some((name) => toByteText(name).startsWith('/')) ?? false;
  if (isPlain && !isAbsolute) return { prefix: '', inRoot: (name) => absoluteName('/', name).slice(1) };
  const answer = (await runGit(['rev-parse', '--show-prefix', '--show-toplevel'], cwd)).toString('latin1');
  const end = answer.indexOf('\n');
  const prefix = answer.slice(0, end);
  const root = answer.slice(end + 1).replace(/\n$/, '');
  return {
    prefix,
    inRoot: (name) => (name.startsWith('/') ? relativeName(root, withoutLinks(name)) : absoluteName(`/${prefix}`, name).slice(1)),
  };
}

/** git names the root without symbolic links; the name itself may be one. */
function withoutLinks(name: ByteName): ByteName {
  const slash = name.lastIndexOf('/');
  const folder = Buffer.from(name.slice(0, slash + 1), 'latin1');
  try {
    return joinNames(realpathSync(folder, 'buffer').toString('latin1'), name.slice(slash + 1));
  } catch {
    // The folder is gone: the name is compared as it was given.
    return name;
  }
}

function toByteText(name: string | Uint8Array): ByteName {
  return typeof name === 'string' ? toByteName(name) : Buffer.from(name).toString('latin1');
}
