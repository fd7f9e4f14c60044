/** How an error ends a command: what is printed, and the exit code. */
import { EXIT, ScanError, safeText } from '../src/index.js';

/** Known errors are one line. An unknown one is a bug and keeps its stack, but not its message: it may quote what was read. */
export function report(error: unknown): number {
  if (error instanceof ScanError) {
    process.stderr.write(`clearset: ${safeText(error.message)}\n`);
    return error.exitCode;
  }
  process.stderr.write(`clearset: unexpected error, please report it\n${withoutMessage(error)}\n`);
  return EXIT.error;
}

function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  return [`${error.name}${code}`, ...frames].join('\n');
}
