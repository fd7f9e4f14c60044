/** Says how the examination of an item failed, in our own words: the error's message may quote what was read. */
import { debuglog } from 'node:util';

/** `NODE_DEBUG=clearset` shows where a fault lies: the frames of its stack, never its message. */
const debug = debuglog('clearset');

export function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'the worker that examined this ran out of memory';
  if (error instanceof Error && /^worker exited with code: \d+$/.test(error.message))
    return 'the worker that examined this ended';
  if (error instanceof Error)
    debug(
      '%s\n%s',
      error.name,
      error.stack
        ?.split('\n')
        .filter((line) => /^ {4}at /.test(line))
        .join('\n'),
    );
  return 'examining this failed unexpectedly: a fault in Clearset';
}
