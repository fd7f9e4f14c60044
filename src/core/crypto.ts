/**
 * Node's hashes, loaded when the first one is asked for: the module takes a tenth of the time in which the hook is to be done,
 * and most commits need none.
 */
type Crypto = typeof import('node:crypto');

let loaded: Crypto | undefined;

export function crypto(): Crypto {
  loaded ??= process.getBuiltinModule('node:crypto');
  return loaded;
}
