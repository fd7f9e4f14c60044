/** What users of the library call to examine targets: the runs without the limits that only tests set. */
import { checkCheckCall, checkScanCall } from './calls.js';
import { type CheckOptions, type CheckRun, runCheck } from './check.js';
import type { ScanEvent, ScanOptions } from './options.js';
import { runScan } from './run.js';

/**
 * Scans files, folders, objects of S3 and standard input. Yields one event an item in the order of path bytes, then one `end`
 * with the summary. Nothing is written but what an archive that comes as a stream needs on the way (a temporary file without a name), and
 * nothing leaves the process but the requests for what `s3://` targets name.
 * @throws UsageError when called wrongly: at once for an option that there is not or of the wrong kind, else before the first event
 */
export function scan(options: ScanOptions): AsyncGenerator<ScanEvent, void, void> {
  checkScanCall(options);
  return runScan(options);
}

/**
 * Checks a data set: profiles its columns over all items and judges them by a policy. Nothing is written and nothing leaves the
 * process.
 * @throws UsageError when called wrongly, ConfigError where the policy is wrong; both before anything is examined
 */
export async function check(options: CheckOptions): Promise<CheckRun> {
  checkCheckCall(options);
  return runCheck(options);
}
