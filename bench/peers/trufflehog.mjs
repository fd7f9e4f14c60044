/** trufflehog, where it is in PATH: without verification, which would ask the issuers. All credentials count. */
import { relative } from 'node:path';
import { CREDENTIALS } from './identifiers.mjs';
import { linesOf } from './program.mjs';

/** @type {import('./adapters.mjs').Program} */
export const trufflehog = {
  name: 'trufflehog',
  program: 'trufflehog',
  versionArgs: ['--version'],
  versionOf: (stdout, stderr) => (stdout + stderr).trim().replace(/^trufflehog /, ''),
  kinds: { '*': CREDENTIALS },
  bytes: {},
  args: (target) => ['filesystem', target, '--json', '--no-verification', '--no-update', '--concurrency', '1'],
  exitCodes: [0],
  parse: ({ stdout }, folder) =>
    linesOf(stdout)
      .map((line) => JSON.parse(line))
      .filter(({ SourceMetadata }) => SourceMetadata?.Data?.Filesystem !== undefined)
      .map(({ DetectorName, Raw, SourceMetadata: { Data } }) => ({
        file: relative(folder, Data.Filesystem.file),
        kind: DetectorName,
        line: Data.Filesystem.line,
        value: Raw,
      })),
};
