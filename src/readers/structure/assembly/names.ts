// Ids of field paths, and of values that siblings name. An id is a node of a tree: parent and last name. Where there is no room for one
// more, all are forgotten between two blocks, and given anew: so a document with a million distinct keys costs no more memory than one
// with ten, and none of its names depends on what was met before.

// In place of an id: there is no room for it.
export const FULL: u32 = 0xffffffff;
// Bytes of a name that count; longer names are told apart by these only.
export const NAME_BYTES: u32 = 512;

// Most nodes at a time; as MOST_NAMES of the segments.
const MOST_NODES: u32 = 131072;
// Memory for one of them: the node of 16, a guess and facts of 4, two slots of 4, and 16 for names.
const BYTES_OF_NODE: u32 = 48;
const LEAST_NODES: u32 = 128;
// In a node's length: it is a value that siblings name; which of them, or several of them joined.
const CALLED: u32 = 0x80000000;
const BY: u32 = 24;
const LENGTH: u32 = 0xffff;
export const JOINED: u32 = 3;
// Longer keys say nothing of their siblings, as in siblings.ts of the readers.
const LONGEST_KIND: u32 = 32;

// What the name of a path's end says of its siblings (siblings.ts), asked once for each path.
// @ts-ignore: decorator
@external("env", "siblingKind")
declare function siblingKind(name: u32, length: u32): u32;

let limit: u32 = 0;
let nodesAt: u32 = 0;
let guessesAt: u32 = 0;
// Of each node: the kind of its name.
let factsAt: u32 = 0;
let slotsAt: u32 = 0;
let slotMask: u32 = 0;
let bytesAt: u32 = 0;
let bytesEnd: u32 = 0;
let bytesTop: u32 = 0;
let nodes: u32 = 0;
let lastCalled: u32 = 0;

// Lays the tree out from `at` in at most `bytes`; returns the address behind it.
export function layNames(at: u32, bytes: u32): u32 {
  limit = MOST_NODES;
  while (limit > LEAST_NODES && limit * BYTES_OF_NODE > bytes) limit >>= 1;
  nodesAt = at;
  guessesAt = nodesAt + limit * 16;
  factsAt = guessesAt + limit * 4;
  slotsAt = factsAt + limit * 4;
  slotMask = limit * 2 - 1;
  bytesAt = slotsAt + limit * 8;
  bytesEnd = bytesAt + limit * 16;
  memory.fill(slotsAt, 0, limit * 8);
  nodes = 0;
  clearNames();
  return bytesEnd;
}

// Forgets all paths. Only the slots in use are cleared: small items must not pay for a large table.
export function clearNames(): void {
  for (let id: u32 = 1; id < nodes; id++) store<u32>(load<u32>(nodesAt + id * 16, 12), 0);
  store<u32>(guessesAt, 0);
  bytesTop = bytesAt;
  lastCalled = 0;
  nodes = 1;
  store<u32>(factsAt, 0);
  store<u32>(nodesAt, FULL);
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

// Whether there is room for one more node, whatever its name.
// @ts-ignore: decorator
@inline
export function hasRoom(): bool {
  return nodes < limit && bytesTop + NAME_BYTES + 8 <= bytesEnd;
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

// What the key says of its siblings. Keys that are ids are many, and to ask takes longer than all else that is done for one: those that hold
// anything but letters, `_` and `-` say nothing, unless they begin with the mark of a wrapper (`$t`, `#text`, `@value`).
function kindOf(name: u32, length: u32): u32 {
  if (!length || length > LONGEST_KIND) return 0;
  const first = <u32>load<u8>(name);
  if (first != 35 && first != 36 && first != 64) {
    for (let i: u32 = 0; i < length; i++) {
      const byte = <u32>load<u8>(name + i);
      if ((byte | 32) - 97 >= 26 && byte != 95 && byte != 45) return 0;
    }
  }
  return siblingKind(name, length);
}

// Id of (parent, name), made where it is not there; `FULL` where there is no room for it. `kept` is the length as the node keeps it.
function lookUp(parent: u32, name: u32, kept: u32): u32 {
  const length = kept & LENGTH;
  let slot = hash(parent, name, length) & slotMask;
  for (;;) {
    const id = load<u32>(slotsAt + slot * 4);
    if (!id) break;
    if (isNode(id, parent, name, kept)) return id;
    slot = (slot + 1) & slotMask;
  }
  if (nodes >= limit || bytesTop + length + 8 > bytesEnd) return FULL;
  const id = nodes++;
  const at = nodesAt + id * 16;
  store<u32>(at, parent);
  store<u32>(at, bytesTop, 4);
  store<u32>(at, kept, 8);
  store<u32>(at, slotsAt + slot * 4, 12);
  memory.copy(bytesTop, name, length);
  store<u32>(guessesAt + id * 4, 0);
  store<u32>(factsAt + id * 4, kept == length ? kindOf(bytesTop, length) : 0);
  store<u32>(slotsAt + slot * 4, id);
  bytesTop += length;
  return id;
}

// Id of the path that adds a name to `parent`, or `FULL`. Records repeat their keys in one order, so what followed `previous` last
// time is tried first.
export function child(parent: u32, name: u32, bytes: u32, previous: u32): u32 {
  const length = min(bytes, NAME_BYTES);
  const guess = load<u32>(guessesAt + previous * 4);
  if (guess && isNode(guess, parent, name, length)) return guess;
  const id = lookUp(parent, name, length);
  if (id != FULL) store<u32>(guessesAt + previous * 4, id);
  return id;
}

// Id below `parent` of the path that had the id `old` before all were forgotten. To be called in the order in which they were given: then
// what one of them was is still there when its turn comes.
export function childAgain(parent: u32, old: u32): u32 {
  return lookUp(parent, nodeName(old), nodeLength(old));
}

// Id of the value at the end of `path` that `name` calls, where that is the one which came behind the last such value before; else 0.
export function knownCalled(path: u32, name: u32, bytes: u32, by: u32): u32 {
  const id = lastCalled ? load<u32>(guessesAt + lastCalled * 4) : 0;
  if (!id || !isNode(id, path, name, bytes | (by << BY) | CALLED)) return 0;
  lastCalled = id;
  return id;
}

// Id of that value, or `FULL`.
export function calledChild(path: u32, name: u32, bytes: u32, by: u32): u32 {
  const id = lookUp(path, name, bytes | (by << BY) | CALLED);
  if (id == FULL) return id;
  // The slot of the root is that of its first key.
  if (lastCalled) store<u32>(guessesAt + lastCalled * 4, id);
  lastCalled = id;
  return id;
}
