/** `npm start`: shows what a scan looks like on the bundled, synthetic sample, and ends with 0 though it finds a lot. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Exit codes of a scan that ran to its end. */
const CLEAN = 0;
const INCOMPLETE = 3;

console.log(`Clearset finds sensitive data in files. This scans corpus/sample, a made-up data set that comes along: some files are
clean, some hold invented personal, financial and secret values, some are broken on purpose to show how that is reported.

$ clearset scan corpus/sample --fail-on none
`);
const { status, error } = spawnSync(process.execPath, ['dist/cli/launcher.cjs', 'scan', 'corpus/sample', '--fail-on', 'none'], {
  cwd: root,
  stdio: 'inherit',
});
if (error) throw error;
if (status !== CLEAN && status !== INCOMPLETE) process.exit(status ?? 1);
console.log(`
Scan your own: node dist/cli/launcher.cjs scan <file or folder>… (or install it: npm install -g . && clearset --help)
A scan ends with exit code 1 where it finds something (this one was told --fail-on none), else with 3 where it could not examine everything.`);
