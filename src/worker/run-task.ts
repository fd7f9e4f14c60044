/** Answers one message with another: what a worker does for the main thread, and the main thread for itself when little is to do. */
import type { ItemResult } from '../core/result.js';
import { Ahead } from './ahead.js';
import type { Control } from './control.js';
import { countersBetween } from './counters.js';
import { ItemScanner } from './scan-item.js';
import type { WorkerSettings } from './settings.js';
import type { ItemsReply, Reply, Work, WorkReply } from './task.js';

/** One for each thread. @throws ConfigError where a sheet does not compile */
export function newScanner(settings: WorkerSettings): ItemScanner {
  return new ItemScanner(settings);
}

/** @throws only for bugs, and whatever ends a thread */
export async function runWork(scanner: ItemScanner, work: Work, control: Control): Promise<Reply> {
  const before = scanner.counters();
  const { requests, bytesRead } = scanner.objects.counts;
  control.beat();
  const reply = await answer(scanner, work, control);
  const now = scanner.objects.counts;
  return {
    reply,
    counters: countersBetween(before, scanner.counters()),
    ...(now.requests > requests && { s3: { requests: now.requests - requests, bytesRead: now.bytesRead - bytesRead } }),
    regexEngine: scanner.engine.regexEngine,
  };
}

async function answer(scanner: ItemScanner, work: Work, control: Control): Promise<WorkReply> {
  if (work.kind === 'items') return scanItems(scanner, work, control);
  if (work.kind === 'range') return { kind: 'range', aggregate: await scanner.scanRange(work, control) };
  const cuts = await scanner.probe(work.item, work.cutting);
  if (cuts) return { kind: 'cuts', ...cuts };
  return work.cutting.from > 0 ? { kind: 'uncut' } : scanItems(scanner, { items: [work.item] }, control);
}

/** Items that were not begun when the scan was stopped are left out at the end. */
async function scanItems(
  scanner: ItemScanner,
  { items }: Pick<Work & { kind: 'items' }, 'items'>,
  control: Control,
): Promise<ItemsReply> {
  const clean = new Float64Array(items.length);
  const others: ItemResult[] = [];
  let done = 0;
  const ahead = items.some(({ source }) => source === 's3') ? new Ahead(items, scanner.objects, control) : undefined;
  try {
    for (const item of items) {
      if (control.isStopped()) break;
      ahead?.from(done);
      const answer = scanner.scan(item, control);
      const result = answer instanceof Promise ? await answer : answer;
      const isClean = isPlain(result);
      clean[done++] = isClean ? result.bytesExamined : -1;
      if (!isClean) others.push(result);
    }
  } finally {
    ahead?.end();
  }
  return { kind: 'items', clean: clean.slice(0, done), others };
}

/** Whether the number of bytes says everything of the result. */
function isPlain(result: ItemResult): boolean {
  const isQuiet = result.findings.length === 0 && result.problems.length === 0 && result.skipped === undefined;
  const isBare =
    result.members === undefined &&
    !result.baselined &&
    result.allowed === undefined &&
    result.undecoded === undefined &&
    result.misnamed === undefined &&
    result.profile === undefined;
  return isQuiet && isBare && result.degraded === 0 && result.bytesFound === result.bytesExamined;
}
