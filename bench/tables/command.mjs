/** The whole command on a file or folder, once: clock, processor time of all its threads, peak memory, what it found. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const PROCESSOR_TIME = new URL('../processor-time.mjs', import.meta.url).href;
const MOST_OUTPUT = 2 ** 30;

/**
 * `clearset scan --format json --stats FILE TARGET --jobs N`
 * @returns {{ clock: number, cpu: number, peak: number, findings: readonly object[] }} seconds from start to end of the process, and of processor
 *   time; peak memory in MB as --stats says
 * @throws where it fails, or something was not examined
 */
export function scan(target, jobs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-tables-'));
  const statsFile = path.join(folder, 'stats.json');
  const args = [
    '--import',
    PROCESSOR_TIME,
    CLI,
    'scan',
    '--format',
    'json',
    '--stats',
    statsFile,
    target,
    '--jobs',
    String(jobs),
  ];
  const started = performance.now();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  const clock = (performance.now() - started) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`the scan of ${target} ended with ${status}: ${stderr.slice(-500)}`);
  const { peakMemoryBytes } = JSON.parse(fs.readFileSync(statsFile, 'utf8'));
  fs.rmSync(folder, { recursive: true });
  const { findings, summary } = JSON.parse(stdout);
  if (!summary.complete || summary.problems > 0) throw new Error(`the scan of ${target} is not complete`);
  return { clock, cpu: Number(output[3]), peak: peakMemoryBytes / 1e6, findings };
}
