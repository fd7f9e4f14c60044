/** The progress line on a terminal's standard error: bytes, rate, time left. It never mixes with the report. */
import { bytesText, durationText, plural } from '../src/index.js';

/** What is known while a scan runs. */
export interface Progress {
  readonly bytes: number;
  readonly items: number;
  /** Bytes to be examined in all, once everything is listed. */
  readonly totalBytes?: number;
}

export interface ProgressLine {
  update(progress: Progress): void;
  /** Takes the line away, before something else is printed or for good. */
  clear(): void;
}

/** Redraws at most this often (ms): ten times a second looks steady. */
const INTERVAL = 100;

/** @param now clock in ms, for tests */
export function progressLine(stream: NodeJS.WriteStream, isEnabled: boolean, now: () => number = Date.now): ProgressLine {
  const startedAt = now();
  let drawnAt = startedAt;
  let isDrawn = false;
  return {
    update(progress) {
      const time = now();
      if (!isEnabled || time - drawnAt < INTERVAL) return;
      drawnAt = time;
      isDrawn = true;
      stream.write(`\r\u001b[K${progressText(progress, (time - startedAt) / 1000).slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (isDrawn) stream.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

/** `1.2 GB of 4.0 GB (30 %), 1,234 items, 210.0 MB/s, 14 s left` */
export function progressText({ bytes, items, totalBytes }: Progress, seconds: number): string {
  const rate = seconds > 0 ? bytes / seconds : 0;
  const share = totalBytes ? ` of ${bytesText(totalBytes)} (${Math.floor((100 * bytes) / totalBytes)} %)` : '';
  const left = totalBytes && rate > 0 ? `, ${durationText(Math.max(0, totalBytes - bytes) / rate)} left` : '';
  return `${bytesText(bytes)}${share}, ${plural(items, 'item')}, ${bytesText(Math.round(rate))}/s${left}`;
}
