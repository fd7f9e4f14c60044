/** git-secrets: grep with the patterns of AWS that it registers itself. It gives lines. */
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { linesOf } from './program.mjs';

/** @type {import('./adapters.mjs').Program} */
export const gitSecrets = {
  name: 'git-secrets',
  program: 'git',
  // It cannot be asked for its version; that of the package is named with the figures.
  versionArgs: ['secrets', '--list'],
  versionOf: () => '(no version)',
  kinds: { '*': ['AWS_ACCESS_KEY_ID', 'AWS_CREDENTIALS'] },
  bytes: {},
  prepare(home) {
    for (const args of [
      ['init', '--quiet', home],
      ['-C', home, 'secrets', '--register-aws'],
    ]) {
      const { status, stderr } = spawnSync('git', args, { cwd: home, env: { ...process.env, HOME: home }, encoding: 'utf8' });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    }
  },
  args: (target) => ['secrets', '--scan', '-r', target],
  exitCodes: [0, 1],
  parse: ({ stderr }, folder) =>
    linesOf(stderr)
      .map((text) => /^(.+?):(\d+):/.exec(text))
      .filter((match) => match !== null)
      .map(([, file, line]) => ({ file: relative(folder, file), kind: 'aws', line: Number(line) })),
};
