/** Says how the examination of an item failed, in our own words: the error's message may quote what was read. */

export function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'the worker that examined this ran out of memory';
  if (error instanceof Error && /^worker exited with code: \d+$/.test(error.message))
    return 'the worker that examined this ended';
  return 'examining this failed unexpectedly: a fault in Clearset';
}
