/** Reads the configuration for a command, and says so where one lies in what is to be examined. */
import path from 'node:path';
import { type Config, ConfigError, type LoadedConfig, loadConfig, provePatterns, safeText } from '../src/index.js';
import type { Arguments } from './command.js';
import * as flags from './flags.js';
import { regexChoice } from './regex.js';

/** @throws ConfigError */
export async function readConfig(given: Arguments, targets: readonly (string | Uint8Array)[]): Promise<Config> {
  return (await readConfigFile(given, targets)).config;
}

/** With the file that is used. @throws ConfigError */
export async function readConfigFile(
  given: Arguments,
  targets: readonly (string | Uint8Array)[],
): Promise<Pick<LoadedConfig, 'config' | 'file'>> {
  const file = given.text(flags.config);
  const { config, ignored, file: used } = await loadConfig({ targets, ...(file !== undefined && { file }) });
  if (used !== undefined) await withName(used, () => provePatterns(config, regexChoice(process.env)));
  if (ignored !== undefined) {
    const name = safeText(path.relative(process.cwd(), ignored));
    process.stderr.write(`clearset: ${name} lies in what is examined and is not used; --config ${name} uses it\n`);
  }
  return { config, ...(used !== undefined && { file: used }) };
}

/** @throws ConfigError that names the file, where something in it cannot be used */
export async function withName<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const name = JSON.stringify(path.relative(process.cwd(), file));
    throw new ConfigError(`${name} cannot be used: ${error.message}`, { cause: error });
  }
}
