/** detect-secrets of Yelp, where it is in PATH. It gives lines. All credentials count. */
import { relative, resolve } from 'node:path';
import { CREDENTIALS } from './identifiers.mjs';

/** @type {import('./adapters.mjs').Program} */
export const detectSecrets = {
  name: 'detect-secrets',
  program: 'detect-secrets',
  versionArgs: ['--version'],
  versionOf: (stdout) => stdout.trim(),
  kinds: { '*': CREDENTIALS },
  bytes: {},
  args: (target) => ['scan', '--all-files', '--no-verify', '--cores', '1', target],
  exitCodes: [0],
  parse: ({ stdout, cwd }, folder) =>
    Object.entries(JSON.parse(stdout).results).flatMap(([file, found]) =>
      found.map(({ type, line_number }) => ({ file: relative(folder, resolve(cwd, file)), kind: type, line: line_number })),
    ),
};
