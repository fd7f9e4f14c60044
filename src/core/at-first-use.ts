/**
 * Puts off what a module would make when it is loaded: V8 takes 0.2 ms to read a regular expression with Unicode classes, there are
 * dozens, and most starts need none.
 */
export function atFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
