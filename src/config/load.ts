/**
 * Finds and reads the configuration file. It is data, never code: a data set or repository that brings one along must not run
 * anything, nor silence what is found in it. The only file that knows lilconfig and yaml, both loaded when there is a file.
 */
import fs from 'node:fs';
import path from 'node:path';
import { os } from '../core/builtin.js';
import { aName, aText, checkCall, listOf, type Rules } from '../core/call.js';
import { ConfigError } from '../core/errors.js';
import { whyNotPlain } from '../core/plain-file.js';
import { readAllowLists } from './allow-lists.js';
import type { Config } from './config.js';
import { whyUnreadable } from './why-unreadable.js';

/** In this order: the first one in a folder counts. */
export const CONFIG_NAMES: readonly string[] = ['clearset.config.yaml', 'clearset.config.yml', 'clearset.config.json'];

export interface ConfigQuery {
  /** Folder from which to look upward, to the root of its repository or the user's home. Default: the working directory. */
  readonly from?: string;
  /** A file that is named: nothing is looked for, and it may lie anywhere. */
  readonly file?: string;
  /** What is to be examined; a configuration found in it is not used. */
  readonly targets?: readonly (string | Uint8Array)[];
}

export interface LoadedConfig {
  /** Empty where there is no file. Names of files in it are absolute. */
  readonly config: Config;
  /** The file that is used. */
  readonly file?: string;
  /** A file that was found inside a target and is therefore not used. */
  readonly ignored?: string;
}

const QUERY = { from: aText, file: aText, targets: listOf(aName) } satisfies Rules<ConfigQuery>;

/** @throws UsageError when called wrongly, ConfigError where a file cannot be read or says what is not allowed */
export async function loadConfig(query: ConfigQuery = {}): Promise<LoadedConfig> {
  checkCall('loadConfig', query, QUERY);
  const { from = process.cwd(), file, targets = [] } = query;
  const found = file === undefined ? findFile(path.resolve(from)) : path.resolve(from, file);
  if (found === undefined) return { config: {} };
  if (file === undefined && targets.some((target) => isInside(found, target))) return { config: {}, ignored: found };
  // A name that the user gave is shown as it was given.
  const shown = file ?? (path.relative(from, found) || found);
  if (file !== undefined && !fs.existsSync(found))
    throw new ConfigError(`${JSON.stringify(shown)} cannot be read: there is no such file`);
  if (!CONFIG_NAMES.some((name) => path.extname(name) === path.extname(found)))
    throw new ConfigError(`${JSON.stringify(shown)} cannot be used: a configuration is a .yaml, .yml or .json file`);
  const content = await readData(found, shown);
  const { parseConfig } = await import('./schema.js');
  const config = await parseConfig(content ?? {}, shown);
  const baseline = config.baseline && { baseline: path.resolve(path.dirname(found), config.baseline) };
  const allowLists = config.allowLists && { allowLists: readAllowLists(config.allowLists, found, shown) };
  return { config: { ...config, ...baseline, ...allowLists }, file: found };
}

/** The nearest configuration from a folder upward. Cheap, because most runs have none: nothing is loaded for it. */
function findFile(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => path.join(folder, name)).find((name) => fs.existsSync(name));
    if (found !== undefined) return found;
    const isRoot = fs.existsSync(path.join(folder, '.git')) || folder === os().homedir();
    if (isRoot || folder === path.dirname(folder)) return undefined;
  }
}

/** Whether a file lies in a target folder, links followed. */
function isInside(file: string, target: string | Uint8Array): boolean {
  if (target === '-') return false;
  try {
    const folder = fs.realpathSync(typeof target === 'string' ? target : Buffer.from(target));
    const below = path.relative(folder, fs.realpathSync(file));
    return below === '' || (!path.isAbsolute(below) && below.split(path.sep)[0] !== '..');
  } catch (error) {
    // A target that is not there holds nothing; the scan will say so.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** @throws ConfigError that says where a file is wrong, and nothing of what stands there */
async function readData(file: string, shown: string): Promise<unknown> {
  const { lilconfig } = await import('lilconfig');
  const refuse = (): never => {
    throw new ConfigError(`${JSON.stringify(shown)} cannot be used: a configuration is data, not a program`);
  };
  const yaml = (_: string, content: string): Promise<unknown> => parseYaml(content, shown);
  const loaders = { '.yaml': yaml, '.yml': yaml, '.json': (_: string, content: string) => parseJson(content, shown) };
  const reader = lilconfig('clearset', {
    searchPlaces: [...CONFIG_NAMES],
    loaders: { ...loaders, '.js': refuse, '.cjs': refuse, '.mjs': refuse, noExt: refuse },
  });
  try {
    const why = whyNotPlain(file);
    if (why !== undefined) throw new ConfigError(`${JSON.stringify(shown)} cannot be read: ${why}`);
    const result = await reader.load(file);
    return result?.config;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${JSON.stringify(shown)} cannot be read: ${whyUnreadable(error)}`, { cause: error });
  }
}

async function parseYaml(content: string, shown: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(content, { prettyErrors: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    throw new ConfigError(
      `${JSON.stringify(shown)} is not valid YAML${place === undefined ? '' : `: see line ${place.line}, column ${place.col}`}`,
    );
  }
  try {
    return document.toJS();
  } catch {
    // Aliases that have no anchor, or so many of them that they would fill the memory.
    throw new ConfigError(`${JSON.stringify(shown)} is not valid YAML: an alias cannot be resolved`);
  }
}

function parseJson(content: string, shown: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new ConfigError(`${JSON.stringify(shown)} is not valid JSON`);
  }
}
