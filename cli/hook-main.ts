/**
 * The hook as a program of its own, which launcher.ts starts: bundled into one file of CommonJS, because for every commit counts
 * what Node needs to find, link and compile modules.
 */
import { parseArguments } from './command-line.js';
import { hookCommand } from './hook.js';
import { report } from './report-error.js';

process.stderr.on('error', () => undefined);
parseArguments(hookCommand, process.argv.slice(3))
  .then((given) => hookCommand.run(given, () => Promise.resolve([hookCommand])))
  .catch(report)
  .then(exit);

/** Ends at once when all is written: to take everything down one by one costs a commit milliseconds and gains nothing. */
function exit(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
