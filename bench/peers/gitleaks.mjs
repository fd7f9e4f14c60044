/** gitleaks, where it is in PATH (version 8.19 or newer, which has `dir`). Its rules' issuers are not taken apart: all credentials count. */
import { relative } from 'node:path';
import { CREDENTIALS } from './identifiers.mjs';

/** @type {import('./adapters.mjs').Program} */
export const gitleaks = {
  name: 'gitleaks',
  program: 'gitleaks',
  versionArgs: ['version'],
  versionOf: (stdout) => stdout.trim(),
  kinds: { '*': CREDENTIALS },
  bytes: {},
  args: (target) => ['dir', target, '--report-format', 'json', '--report-path', '-', '--no-banner', '--exit-code', '0'],
  exitCodes: [0],
  parse: ({ stdout }, folder) =>
    JSON.parse(stdout).map(({ File, RuleID, StartLine, Secret }) => ({
      file: relative(folder, File),
      kind: RuleID,
      line: StartLine,
      value: Secret,
    })),
};
