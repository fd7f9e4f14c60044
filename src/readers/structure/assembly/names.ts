// Ids of field paths. An id is a node of a tree: parent and last name. Up to `exactLimit` distinct paths get a node of
// their own; behind that a path shares the node of its last name (parent `LOOSE`), and when those are used up too, that
// of its parent. So a document with a million distinct keys costs no more memory than one with ten.

export const LOOSE: u32 = 0xffffffff;
// Bytes of a name that count; longer names are told apart by these only.
export const NAME_BYTES: u32 = 512;

// Most paths with a node of their own; as many more are kept by last name.
const EXACT: u32 = 65536;
// Memory for one of them: two nodes of 16, two guesses and two facts of 4, four slots of 4, and 32 for names.
const EXACT_BYTES: u32 = 96;
// In a node's length: it is a value that siblings name; which of them, or several of them joined.
const CALLED: u32 = 0x80000000;
const BY: u32 = 24;
const LENGTH: u32 = 0xffff;
export const JOINED: u32 = 3;
// Most of these for one path, and the part of all exact ones that they may be.
const MOST_CALLED: u32 = 1024;
const CALLED_SHARE: u32 = 4;

// What the name of a path's end says of its siblings (siblings.ts), asked once for each path.
// @ts-ignore: decorator
@external("env", "siblingKind")
declare function siblingKind(name: u32, length: u32): u32;

let exactLimit: u32 = 0;
let limit: u32 = 0;
let nodesAt: u32 = 0;
let guessesAt: u32 = 0;
// Of each node: the kind of its name, and above that how many of its values siblings have named.
let factsAt: u32 = 0;
let slotsAt: u32 = 0;
let slotMask: u32 = 0;
let bytesAt: u32 = 0;
let bytesEnd: u32 = 0;
let bytesTop: u32 = 0;
let nodes: u32 = 0;
let exactNodes: u32 = 0;
let called: u32 = 0;
let calledBytes: u32 = 0;
let lastCalled: u32 = 0;

// Whether the node that `child` returned bears the name itself (else it is the parent's).
export let isNamed: bool = true;

// Lays the tree out from `at` in at most `bytes`; returns the address behind it.
export function layNames(at: u32, bytes: u32): u32 {
  exactLimit = EXACT;
  while (exactLimit > 64 && exactLimit * EXACT_BYTES > bytes) exactLimit >>= 1;
  limit = exactLimit * 2;
  nodesAt = at;
  guessesAt = nodesAt + limit * 16;
  factsAt = guessesAt + limit * 4;
  slotsAt = factsAt + limit * 4;
  slotMask = exactLimit * 4 - 1;
  bytesAt = slotsAt + exactLimit * 16;
  bytesEnd = bytesAt + exactLimit * 32;
  memory.fill(slotsAt, 0, exactLimit * 16);
  nodes = 0;
  clearNames();
  return bytesEnd;
}

// Forgets all paths. Only the slots in use are cleared: small items must not pay for a large table.
export function clearNames(): void {
  for (let id: u32 = 1; id < nodes; id++) store<u32>(load<u32>(nodesAt + id * 16, 12), 0);
  store<u32>(guessesAt, 0);
  bytesTop = bytesAt;
  exactNodes = 1;
  called = 0;
  calledBytes = 0;
  lastCalled = 0;
  nodes = 1;
  store<u32>(factsAt, 0);
  store<u32>(nodesAt, LOOSE);
  store<u32>(nodesAt, bytesAt, 4);
  store<u32>(nodesAt, 0, 8);
}

// Number of ids given, that of the root included.
export function nodeCount(): u32 {
  return nodes;
}

export function nodeParent(id: u32): u32 {
  return load<u32>(nodesAt + id * 16);
}

export function nodeName(id: u32): u32 {
  return load<u32>(nodesAt + id * 16, 4);
}

export function nodeLength(id: u32): u32 {
  return load<u32>(nodesAt + id * 16, 8) & LENGTH;
}

// Of a value that siblings name, whose node's parent is the path: 1 a type, 2 a title, 3 a name, 4 several of them. Else 0.
export function nodeCalledBy(id: u32): u32 {
  const length = load<u32>(nodesAt + id * 16, 8);
  return length & CALLED ? ((length & ~CALLED) >> BY) + 1 : 0;
}

// Kind of the name of a path's end.
// @ts-ignore: decorator
@inline
export function nodeKind(id: u32): u32 {
  return load<u8>(factsAt + id * 4);
}

// Number of values that siblings have named.
export function calledCount(): u32 {
  return called;
}

// @ts-ignore: decorator
@inline
function isSame(a: u32, b: u32, length: u32): bool {
  let i: u32 = 0;
  while (i + 8 <= length) {
    if (load<u64>(a + i) != load<u64>(b + i)) return false;
    i += 8;
  }
  const rest = length - i;
  return rest == 0 || (load<u64>(a + i) ^ load<u64>(b + i)) << (<u64>(64 - rest * 8)) == 0;
}

// @ts-ignore: decorator
@inline
function isNode(id: u32, parent: u32, name: u32, length: u32): bool {
  const at = nodesAt + id * 16;
  return load<u32>(at) == parent && load<u32>(at, 8) == length && isSame(load<u32>(at, 4), name, length & LENGTH);
}

function hash(parent: u32, name: u32, length: u32): u32 {
  const factor: u64 = 0x9e3779b97f4a7c15;
  let h = ((<u64>parent) ^ ((<u64>length) << 32)) * factor;
  let i: u32 = 0;
  while (i + 8 <= length) {
    h = (h ^ (h >>> 29) ^ load<u64>(name + i)) * factor;
    i += 8;
  }
  const rest = length - i;
  if (rest) h = (h ^ (h >>> 29) ^ (load<u64>(name + i) << (<u64>(64 - rest * 8)))) * factor;
  return <u32>(h >>> 32);
}

// Id of (parent, name), 0 if it is not there; makes it if `make` and there is room. `kept` is the length as the node keeps it.
function lookUp(parent: u32, name: u32, kept: u32, make: bool): u32 {
  const length = kept & LENGTH;
  let slot = hash(parent, name, length) & slotMask;
  for (;;) {
    const id = load<u32>(slotsAt + slot * 4);
    if (!id) break;
    if (isNode(id, parent, name, kept)) return id;
    slot = (slot + 1) & slotMask;
  }
  if (!make || nodes >= limit || bytesTop + length + 8 > bytesEnd) return 0;
  const id = nodes++;
  const at = nodesAt + id * 16;
  store<u32>(at, parent);
  store<u32>(at, bytesTop, 4);
  store<u32>(at, kept, 8);
  store<u32>(at, slotsAt + slot * 4, 12);
  memory.copy(bytesTop, name, length);
  bytesTop += length;
  store<u32>(guessesAt + id * 4, 0);
  store<u32>(factsAt + id * 4, kept == length ? siblingKind(name, length) : 0);
  store<u32>(slotsAt + slot * 4, id);
  return id;
}

// Id of the path that adds a name to `parent`. Records repeat their keys in one order, so what followed `previous` last
// time is tried first.
export function child(parent: u32, name: u32, bytes: u32, previous: u32): u32 {
  const length = min(bytes, NAME_BYTES);
  isNamed = true;
  const guess = load<u32>(guessesAt + previous * 4);
  if (guess && isNode(guess, parent, name, length)) return guess;
  const mayMake = exactNodes < exactLimit;
  const before = nodes;
  let id = lookUp(parent, name, length, mayMake);
  if (id) {
    exactNodes += nodes - before;
    store<u32>(guessesAt + previous * 4, id);
    return id;
  }
  id = lookUp(LOOSE, name, length, true);
  if (id) return id;
  isNamed = false;
  return parent;
}

// Id of the value at the end of `path` that `name` calls, where that is the one which came behind the last such value before; else 0.
export function knownCalled(path: u32, name: u32, bytes: u32, by: u32): u32 {
  const id = lastCalled ? load<u32>(guessesAt + lastCalled * 4) : 0;
  if (!id || !isNode(id, path, name, bytes | (by << BY) | CALLED)) return 0;
  lastCalled = id;
  return id;
}

// Id of that value; that of the path where there are too many.
export function calledChild(path: u32, name: u32, bytes: u32, by: u32): u32 {
  const facts = factsAt + path * 4;
  const mayMake =
    load<u32>(facts) >> 8 < MOST_CALLED && called < exactLimit / CALLED_SHARE && calledBytes + bytes <= (bytesEnd - bytesAt) / CALLED_SHARE;
  const before = nodes;
  const id = lookUp(path, name, bytes | (by << BY) | CALLED, mayMake);
  if (!id) return path;
  if (nodes > before) {
    called++;
    calledBytes += bytes;
    store<u32>(facts, load<u32>(facts) + 256);
  }
  // The slot of the root is that of its first key.
  if (lastCalled) store<u32>(guessesAt + lastCalled * 4, id);
  lastCalled = id;
  return id;
}
