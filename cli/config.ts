/** Reads the configuration for a command, and says so where one lies in what is to be examined. */
import path from 'node:path';
import { type Config, loadConfig, safeText } from '../src/index.js';
import type { Arguments } from './command.js';
import * as flags from './flags.js';

/** @throws ConfigError */
export async function readConfig(given: Arguments, targets: readonly (string | Uint8Array)[]): Promise<Config> {
  const file = given.text(flags.config);
  const { config, ignored } = await loadConfig({ targets, ...(file !== undefined && { file }) });
  if (ignored !== undefined) {
    const name = safeText(path.relative(process.cwd(), ignored));
    process.stderr.write(`clearset: ${name} lies in what is examined and is not used; --config ${name} uses it\n`);
  }
  return config;
}
