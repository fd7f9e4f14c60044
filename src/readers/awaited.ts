/** Waiting inside of a reader's steps: what a promise gives or throws comes out where it is waited for. */

/** To be called as `yield* awaited(promise)`. @throws what the promise throws, so that the reader can catch it */
export function* awaited<T>(promise: Promise<T>): Generator<Promise<void>, T, void> {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  yield promise.then(
    (value) => {
      outcome = { value };
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  if ('error' in outcome!) throw outcome.error;
  return outcome!.value;
}
