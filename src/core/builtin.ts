/**
 * Modules of Node's own that are loaded when the first use asks for them: each takes up to a tenth of the time in which the hook
 * is to be done, and most commits need none.
 */
export function crypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto');
}

export function zlib(): typeof import('node:zlib') {
  return process.getBuiltinModule('node:zlib');
}

export function os(): typeof import('node:os') {
  return process.getBuiltinModule('node:os');
}

export function timers(): typeof import('node:timers/promises') {
  return process.getBuiltinModule('node:timers/promises');
}

export function v8(): typeof import('node:v8') {
  return process.getBuiltinModule('node:v8');
}
