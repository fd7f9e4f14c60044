/**
 * Scans what the command line names and prints one line a finding. Shows events, progress, abort signals and typed errors.
 *
 *   node examples/scan-folder.mjs corpus/sample/secrets
 */
import { ScanError, safeText, scan } from 'clearset';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

/** Called when items are done, in no order; here, every hundredth time. */
function showProgress({ items, bytes, totalBytes }) {
  if (items % 100 === 0) process.stderr.write(`${items} items, ${bytes} of ${totalBytes ?? '?'} bytes\n`);
}

try {
  for await (const event of scan({ targets: process.argv.slice(2), signal: stop.signal, onProgress: showProgress })) {
    if (event.kind === 'item') {
      const { path, printPath, findings, problems } = event.result;
      // A name may itself be sensitive, or hold what a terminal obeys.
      const name = safeText(printPath ?? path);
      for (const { detector, severity, count, occurrences } of findings)
        console.log(`${name}:${occurrences[0].line} ${severity} ${detector} ${count}`);
      for (const { code, detail } of problems) console.log(`${name} ${code}: ${detail}`);
    } else {
      const { findings, items, complete } = event.summary;
      console.log(`${findings} findings in ${items} items${complete ? '' : ', NOT complete'}`);
    }
  }
} catch (error) {
  // Wrong names, wrong options, a full disk. What is wrong with one file is a problem in its result instead.
  if (!(error instanceof ScanError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
