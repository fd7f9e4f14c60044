/** Reads the configuration for a command, and says so where one lies in what is to be examined. */
import path from 'node:path';
import { type Config, ConfigError, loadConfig, provePatterns, safeText } from '../src/index.js';
import type { Arguments } from './command.js';
import * as flags from './flags.js';
import { regexChoice } from './regex.js';

/** @throws ConfigError */
export async function readConfig(given: Arguments, targets: readonly (string | Uint8Array)[]): Promise<Config> {
  const file = given.text(flags.config);
  const { config, ignored, file: used } = await loadConfig({ targets, ...(file !== undefined && { file }) });
  if (used !== undefined) await proveOwn(config, used);
  if (ignored !== undefined) {
    const name = safeText(path.relative(process.cwd(), ignored));
    process.stderr.write(`clearset: ${name} lies in what is examined and is not used; --config ${name} uses it\n`);
  }
  return config;
}

/** @throws ConfigError that names the file, where an identifier or pattern in it cannot be used */
async function proveOwn(config: Config, file: string): Promise<void> {
  try {
    await provePatterns(config, regexChoice(process.env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const name = JSON.stringify(path.relative(process.cwd(), file));
    throw new ConfigError(`${name} cannot be used: ${error.message}`, { cause: error });
  }
}
