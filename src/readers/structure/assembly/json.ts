// Finds the strings, numbers and keys of JSON, and keeps the path to them. It never looks back: what does not parse is given as
// one value up to the end of the line (JSON lines) or of the input (a JSON document), and counted.
import { find, join, maskEqual, prefixXor, validMask } from './chunk';
import { child, childAgain, clearNames, FULL, hasRoom, nodeKind } from './names';
import { calledNode, copySiblings, GIVEN, giveName, keepSiblings, laySiblings, openSiblings, siblingBytes, siblingsUsed, useSiblings } from './siblings';
import {
  blockAt,
  capacity,
  clearTable,
  columnsAt,
  CONTINUED,
  ESCAPED,
  firstEntry,
  IS_NAME,
  isFull,
  isQuiet,
  nextEntry,
  put,
  setCount,
  shortest,
} from './table';

// What may come next.
const TOP: u32 = 0;
const AFTER: u32 = 1;
const VALUE: u32 = 2;
const KEY: u32 = 3;
const COLON: u32 = 4;
const COMMA: u32 = 5;

// Kind of a value that the input cut.
const NONE: u32 = 0;
const IN_STRING: u32 = 1;
const IN_SCALAR: u32 = 2;
const IN_TEXT: u32 = 3;

// Levels with a name and an index; deeper values have the names of this level.
const NAMED_DEPTH: u32 = 1024;
// Levels whose kind is known; deeper, brackets are counted and strings are values.
const KNOWN_DEPTH: u32 = 65536;
// Longest number or word; what is longer is no JSON, so that numbers are never given in pieces.
const SCALAR_BYTES: u32 = 128;
// `true`, `null` and the beginning of `false` as little-endian numbers.
const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const FALS: u32 = 0x736c6166;

const KINDS_AT: u32 = 64 + (NAMED_DEPTH + 1) * 16;
const SIBLINGS_AT: u32 = KINDS_AT + KNOWN_DEPTH / 8 + 8;

let isLines: bool = false;
let stateAt: u32 = 0;
let levelsAt: u32 = 0;
let kindsAt: u32 = 0;

export let jsonDepth: u32 = 0;
export let jsonRecords: u32 = 0;
export let jsonDegraded: u32 = 0;
// 1 where a record has begun and not ended.
export let jsonInRecord: u32 = 0;
// What stands where the last scan stopped: kind of the unfinished value, whether it is a key, whether it has escapes.
export let jsonCut: u32 = 0;
export let jsonCutIsKey: u32 = 0;
let expected: u32 = TOP;
let valueNode: u32 = 0;
let lastKey: u32 = 0;
let textMode: bool = false;
let inside: bool = false;
export let jsonCutEscaped: u32 = 0;

function copyBytes(): u32 {
  return SIBLINGS_AT + siblingBytes();
}

// Bytes that `layJson` takes: the state of the scan and two copies of it.
export function jsonStateBytes(): u32 {
  return copyBytes() * 3;
}

export function layJson(at: u32): void {
  stateAt = at;
  levelsAt = at + 64;
  kindsAt = at + KINDS_AT;
  laySiblings(at + SIBLINGS_AT);
}

export function jsonBegin(lines: bool): void {
  isLines = lines;
  jsonDepth = 0;
  jsonRecords = 0;
  jsonDegraded = 0;
  jsonInRecord = 0;
  jsonCut = NONE;
  jsonCutIsKey = 0;
  expected = TOP;
  valueNode = 0;
  lastKey = 0;
  textMode = false;
  inside = false;
  jsonCutEscaped = 0;
  useSiblings(false);
  store<u32>(levelsAt, 0);
}

export function jsonEnter(): void {
  inside = true;
}

// Remembers the state at the beginning of a block (copy 1) or behind it (copy 2).
export function jsonSave(copy: u32): void {
  store<u32>(stateAt, jsonDepth);
  store<u32>(stateAt, jsonRecords, 4);
  store<u32>(stateAt, jsonDegraded, 8);
  store<u32>(stateAt, jsonInRecord, 12);
  store<u32>(stateAt, jsonCut, 16);
  store<u32>(stateAt, jsonCutIsKey, 20);
  store<u32>(stateAt, expected, 24);
  store<u32>(stateAt, valueNode, 28);
  store<u32>(stateAt, lastKey, 32);
  store<u32>(stateAt, u32(textMode), 36);
  store<u32>(stateAt, u32(inside), 40);
  store<u32>(stateAt, jsonCutEscaped, 44);
  store<u32>(stateAt, u32(siblingsUsed()), 48);
  copyState(stateAt + copy * copyBytes(), stateAt);
}

export function jsonRestore(copy: u32): void {
  copyState(stateAt, stateAt + copy * copyBytes());
  jsonDepth = load<u32>(stateAt);
  jsonRecords = load<u32>(stateAt, 4);
  jsonDegraded = load<u32>(stateAt, 8);
  jsonInRecord = load<u32>(stateAt, 12);
  jsonCut = load<u32>(stateAt, 16);
  jsonCutIsKey = load<u32>(stateAt, 20);
  expected = load<u32>(stateAt, 24);
  valueNode = load<u32>(stateAt, 28);
  lastKey = load<u32>(stateAt, 32);
  textMode = load<u32>(stateAt, 36) != 0;
  inside = load<u32>(stateAt, 40) != 0;
  jsonCutEscaped = load<u32>(stateAt, 44);
  useSiblings(load<u32>(stateAt, 48) != 0);
}

// Copies no more than the levels in use.
function copyState(to: u32, from: u32): void {
  const depth = load<u32>(from);
  const levels = min(depth, NAMED_DEPTH) + 1;
  memory.copy(to, from, 64);
  memory.copy(to + 64, from + 64, levels * 16);
  memory.copy(to + KINDS_AT, from + KINDS_AT, (min(depth, KNOWN_DEPTH) >> 3) + 1);
  if (load<u32>(from, 48)) copySiblings(to + SIBLINGS_AT, from + SIBLINGS_AT, depth);
}

// For the path: the kind of level 1 to depth, the index in an array, and the bytes of the name in an object.
export function levelIsObject(level: u32): bool {
  return isObjectAt(level);
}

export function levelIndex(level: u32): u32 {
  return load<u32>(levelsAt + level * 16, 4);
}

// Node of the level's name.
export function levelNode(level: u32): u32 {
  return load<u32>(levelsAt + level * 16, 8);
}

// Forgets all ids but those on the path, which get new ones. To be called between two scans, where no value is at hand in pieces.
export function jsonRenew(): void {
  const isPath = valueNode == levelPath(jsonDepth);
  clearNames();
  const levels = min(jsonDepth, NAMED_DEPTH);
  let path: u32 = 0;
  for (let level: u32 = 1; level <= levels; level++) {
    const at = levelsAt + level * 16;
    store<u32>(at, path);
    const name = load<u32>(at, 8);
    if (!isObjectAt(level) || !name) continue;
    path = childAgain(path, name);
    store<u32>(at, path, 8);
  }
  valueNode = isPath ? levelPath(jsonDepth) : path;
  lastKey = 0;
}

// @ts-ignore: decorator
@inline
function isObjectAt(level: u32): bool {
  return level <= KNOWN_DEPTH && ((load<u8>(kindsAt + (level >> 3)) >> (level & 7)) & 1) != 0;
}

// Opens a level whose own path is `node`.
function openLevel(level: u32, node: u32, isObject: bool): void {
  openSiblings(level, node);
  if (level <= NAMED_DEPTH) {
    const at = levelsAt + level * 16;
    store<u32>(at, node);
    store<u64>(at, 0, 4);
  }
  if (level <= KNOWN_DEPTH) {
    const at = kindsAt + (level >> 3);
    const bit: u32 = 1 << (level & 7);
    store<u8>(at, isObject ? load<u8>(at) | bit : load<u8>(at) & ~bit);
  }
}

// @ts-ignore: decorator
@inline
function levelPath(level: u32): u32 {
  return load<u32>(levelsAt + min(level, NAMED_DEPTH) * 16);
}

// @ts-ignore: decorator
@inline
function beginRecord(): void {
  if (!jsonInRecord) {
    jsonInRecord = 1;
    jsonRecords++;
  }
}

// What may come behind a value at the top.
// @ts-ignore: decorator
@inline
function afterTop(): u32 {
  jsonInRecord = u32(isLines);
  return isLines ? AFTER : TOP;
}

// Takes the finished key [start, end) into the path of `level`, whose own path is `parent`; returns the id of the key's path, or `FULL`.
function takeKey(level: u32, parent: u32, start: u32, end: u32): u32 {
  if (level > NAMED_DEPTH) return parent;
  const id = child(parent, start, end - start, lastKey);
  if (id == FULL) return id;
  lastKey = id;
  store<u32>(levelsAt + level * 16, id, 8);
  return id;
}

// Whether the scan has to stop before a value: siblings may call it something for which there is no room. A quiet scan meets no new names.
// @ts-ignore: decorator
@inline
function isCrowded(node: u32): bool {
  return nodeKind(node) != 0 && !hasRoom() && !isQuiet();
}

// Whether a scalar may begin so: a number, true, false, null, NaN, Infinity.
// @ts-ignore: decorator
@inline
function startsScalar(byte: u32): bool {
  return byte - 48 < 10 || byte == 45 || byte == 116 || byte == 102 || byte == 110 || byte == 78 || byte == 73;
}

// End of the scalar that started at `start` and ends before `end`, without the spaces behind it.
// @ts-ignore: decorator
@inline
function scalarEnd(start: u32, end: u32): u32 {
  while (end > start && load<u8>(end - 1) <= 32) end--;
  return end;
}

// Id of a number or word by what its siblings call it.
// @ts-ignore: decorator
@inline
function scalarNode(depth: u32, node: u32, bytes: u32): u32 {
  return nodeKind(node) ? calledNode(depth, node, bytes) : node;
}

// true, false and null are not examined, unless every value is counted.
// @ts-ignore: decorator
@inline
function isLiteral(start: u32, length: u32): bool {
  const four = load<u32>(start);
  return length == 4 ? four == TRUE || four == NULL : length == 5 && four == FALS && load<u8>(start + 4) == 101;
}

// Takes the name of a key whose first piece is [start, end). There is room for it: nothing was scanned since it was asked for.
export function jsonLongKey(start: u32, end: u32): void {
  valueNode = takeKey(jsonDepth, levelPath(jsonDepth), start, end);
}

// Id of the names of the value that was cut.
export function jsonCutName(): u32 {
  if (jsonCut == IN_TEXT) return 0;
  return jsonCutIsKey ? levelPath(jsonDepth) : valueNode;
}

// Scans [at, to). `pieceAt` is where the value's bytes begin in this block if the scan starts inside one.
// Returns the address from which the next scan must start: `to`, or the start of the value that is not finished. That may be a whole one for
// whose name there is no room: behind what is left of a block, `jsonRenew` makes it.
export function jsonScan(at: u32, to: u32, final: bool, pieceAt: u32): u32 {
  clearTable();
  jsonCutIsKey = 0;
  // Locals in place of globals, which would be read and written for every mark.
  const into = columnsAt();
  const room = capacity;
  const block = blockAt;
  const lines = isLines;
  let entries = firstEntry();
  let want = expected;
  let depth = jsonDepth;
  let node = valueNode; // path of the value that comes next
  let path = levelPath(depth); // path of the level itself
  let object = isObjectAt(depth);
  const vQuote = i8x16.splat(34);
  const vBackslash = i8x16.splat(92);
  const vSpace = i8x16.splat(32);
  const vNewline = i8x16.splat(10);
  const vCase = i8x16.splat(32);
  const vOpen = i8x16.splat(123);
  const vClose = i8x16.splat(125);
  const vColon = i8x16.splat(58);
  const vComma = i8x16.splat(44);
  let p = at;
  let string: u32 = 0; // address of the open string's first byte
  let scalar: u32 = 0; // address of the open scalar
  let text: u32 = textMode ? at : 0;
  let continued: u32 = 0;
  let escapedBefore: u32 = 0;
  let inString: u64 = 0;
  let escapeCarry: u64 = 0;
  let otherCarry: u64 = 0;
  let lastBackslash: u32 = 0;

  if (inside) {
    inside = false;
    continued = CONTINUED;
    if (jsonCut == IN_STRING) {
      string = pieceAt;
      inString = ~(<u64>0);
      escapedBefore = jsonCutEscaped;
    } else {
      text = pieceAt;
    }
  }

  while (p < to) {
    entries = nextEntry(entries);
    if (isFull(entries)) break;
    if (text) {
      const end = lines ? find(p, to, 10) : to;
      if (end == to && !final) {
        p = to;
        break;
      }
      entries = put(into, room, block, entries, text, end - u32(lines && end > text && load<u8>(end - 1) == 13), 0, continued);
      continued = 0;
      text = 0;
      textMode = false;
      depth = 0;
      jsonInRecord = 0;
      want = TOP;
      node = 0;
      object = false;
      p = end + 1;
      inString = 0;
      escapeCarry = 0;
      otherCarry = 0;
      continue;
    }
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const valid = validMask(p, to);
    let quotes = maskEqual(a, b, c, d, vQuote) & valid;
    const backslashes = maskEqual(a, b, c, d, vBackslash) & valid;
    if (backslashes | escapeCarry) {
      // A backslash that is itself escaped escapes nothing: runs of odd length end in an escape.
      const even: u64 = 0x5555555555555555;
      const starts = backslashes & ~escapeCarry;
      const follows = (starts << 1) | escapeCarry;
      const oddStarts = starts & ~even & ~follows;
      const sum = oddStarts + starts;
      const carry = u64(sum < starts);
      const escaped = (even ^ (sum << 1)) & follows;
      quotes &= ~escaped;
      escapeCarry = carry;
    }
    const strings = prefixXor(quotes) ^ inString;
    inString = <u64>((<i64>strings) >> 63);
    const folded0 = v128.or(a, vCase);
    const folded1 = v128.or(b, vCase);
    const folded2 = v128.or(c, vCase);
    const folded3 = v128.or(d, vCase);
    const marks = join(
      v128.or(v128.or(i8x16.eq(folded0, vOpen), i8x16.eq(folded0, vClose)), v128.or(i8x16.eq(a, vColon), i8x16.eq(a, vComma))),
      v128.or(v128.or(i8x16.eq(folded1, vOpen), i8x16.eq(folded1, vClose)), v128.or(i8x16.eq(b, vColon), i8x16.eq(b, vComma))),
      v128.or(v128.or(i8x16.eq(folded2, vOpen), i8x16.eq(folded2, vClose)), v128.or(i8x16.eq(c, vColon), i8x16.eq(c, vComma))),
      v128.or(v128.or(i8x16.eq(folded3, vOpen), i8x16.eq(folded3, vClose)), v128.or(i8x16.eq(d, vColon), i8x16.eq(d, vComma))),
    );
    const spaces = join(i8x16.le_u(a, vSpace), i8x16.le_u(b, vSpace), i8x16.le_u(c, vSpace), i8x16.le_u(d, vSpace));
    const others = ~(marks | spaces | quotes | strings);
    const scalars = others & ~((others << 1) | otherCarry);
    otherCarry = others >>> 63;
    let bits = quotes | (marks & ~strings) | scalars;
    if (lines) bits |= maskEqual(a, b, c, d, vNewline);
    bits &= valid;
    let error: u32 = 0; // where the text begins that does not parse
    let restart: u32 = 0;
    let isCut = false; // there is no room for the name of the value or key at hand

    while (bits) {
      const bit = ctz(bits);
      const pos = p + <u32>bit;
      const byte = <u32>load<u8>(pos);
      bits &= bits - 1;
      if (scalar) {
        const end = scalarEnd(scalar, pos);
        if (end - scalar > SCALAR_BYTES) {
          error = scalar;
          break;
        }
        if (isCrowded(node)) {
          isCut = true;
          break;
        }
        if (!depth) beginRecord();
        if (!shortest || !isLiteral(scalar, end - scalar)) entries = put(into, room, block, entries, scalar, end, scalarNode(depth, node, end - scalar), 0);
        want = depth ? COMMA : afterTop();
        scalar = 0;
      }
      if (byte == 34 && (quotes >> bit) & 1) {
        let close = pos;
        if (!string) {
          if (want == COMMA || want == COLON || want == AFTER) {
            if (depth <= KNOWN_DEPTH) {
              error = pos;
              break;
            }
          }
          string = pos + 1;
          // Inside a string the next mark can only be its end or, in lines, a newline.
          if (!bits) break;
          close = p + <u32>ctz(bits);
          if (load<u8>(close) != 34) continue;
          bits &= bits - 1;
        }
        let flags = continued | escapedBefore;
        if (backslashes) {
          const before = backslashes & (((<u64>1) << (close - p)) - 1);
          const last = before ? p + 63 - <u32>clz(before) : lastBackslash;
          if (last >= string) flags |= ESCAPED;
        } else if (lastBackslash >= string) {
          flags |= ESCAPED;
        }
        if (want == KEY) {
          // A key in pieces has been taken with its first one.
          const key = continued ? node : takeKey(depth, path, string, close);
          if (key == FULL) {
            isCut = true;
            break;
          }
          node = key;
          entries = put(into, room, block, entries, string, close, path, flags | IS_NAME);
          want = COLON;
          if (bits && load<u8>(p + <u32>ctz(bits)) == 58) {
            bits &= bits - 1;
            want = VALUE;
          }
        } else {
          if (!depth) beginRecord();
          let id = node;
          const kind = nodeKind(node);
          if (kind && !continued) {
            if (isCrowded(node)) {
              isCut = true;
              break;
            }
            if (object && kind & GIVEN) giveName(depth, node, path, depth > 1 && isObjectAt(depth - 1), string, close);
            id = calledNode(depth, node, close - string);
          }
          entries = put(into, room, block, entries, string, close, id, flags);
          want = depth ? COMMA : afterTop();
          if (object && bits && load<u8>(p + <u32>ctz(bits)) == 44) {
            bits &= bits - 1;
            want = KEY;
          }
        }
        string = 0;
        continued = 0;
        escapedBefore = 0;
        continue;
      }
      if (byte == 10) {
        if (string) {
          const before = backslashes & (((<u64>1) << bit) - 1);
          const last = before ? p + 63 - <u32>clz(before) : lastBackslash;
          const end = pos - u32(pos > string && load<u8>(pos - 1) == 13);
          const flags = continued | (last >= string ? ESCAPED : escapedBefore);
          if (!depth) beginRecord();
          if (want == KEY) entries = put(into, room, block, entries, string, end, path, flags | IS_NAME);
          else entries = put(into, room, block, entries, string, end, node, flags);
          jsonDegraded++;
          string = 0;
          continued = 0;
          escapedBefore = 0;
          restart = pos + 1;
        } else if (depth) {
          jsonDegraded++;
        }
        depth = 0;
        jsonInRecord = 0;
        want = TOP;
        node = 0;
        object = false;
        if (restart) break;
        continue;
      }
      if ((scalars >> bit) & 1) {
        if ((want != VALUE && want != TOP && depth <= KNOWN_DEPTH) || !startsScalar(byte)) {
          error = pos;
          break;
        }
        scalar = pos;
        continue;
      }
      if (depth > KNOWN_DEPTH) {
        if (byte == 125 || byte == 93) {
          depth--;
          want = COMMA;
          object = isObjectAt(depth);
        } else {
          if (byte == 123 || byte == 91) depth++;
          want = VALUE;
        }
        continue;
      }
      if (byte == 58) {
        if (want != COLON) {
          error = pos;
          break;
        }
        want = VALUE;
      } else if (byte == 44) {
        if (want != COMMA) {
          error = pos;
          break;
        }
        if (object) {
          want = KEY;
        } else {
          want = VALUE;
          if (depth <= NAMED_DEPTH) {
            const index = levelsAt + depth * 16;
            store<u32>(index, load<u32>(index, 4) + 1, 4);
          }
        }
      } else if (byte == 123 || byte == 91) {
        if (want != VALUE && want != TOP) {
          error = pos;
          break;
        }
        if (!depth) beginRecord();
        object = byte == 123;
        openLevel(++depth, node, object);
        path = levelPath(depth);
        if (depth > KNOWN_DEPTH) object = false;
        want = object ? KEY : VALUE;
      } else {
        if (!depth || (byte == 125) != object || !(want == COMMA || want == (object ? KEY : VALUE))) {
          error = pos;
          break;
        }
        depth--;
        path = levelPath(depth);
        object = isObjectAt(depth);
        node = path;
        want = depth ? COMMA : afterTop();
      }
    }

    if (isCut) break;
    if (scalar && !error && p + 64 <= to) {
      if (!otherCarry) {
        // It ended in this chunk: what follows are spaces.
        const end = scalarEnd(scalar, p + 64);
        if (end - scalar > SCALAR_BYTES) {
          error = scalar;
        } else if (isCrowded(node)) {
          break;
        } else {
          if (!depth) beginRecord();
          if (!shortest || !isLiteral(scalar, end - scalar)) entries = put(into, room, block, entries, scalar, end, scalarNode(depth, node, end - scalar), 0);
          want = depth ? COMMA : afterTop();
          scalar = 0;
        }
      } else if (p + 64 - scalar > SCALAR_BYTES) {
        error = scalar;
      }
    }
    if (error) {
      beginRecord();
      jsonDegraded++;
      text = error;
      textMode = true;
      scalar = 0;
      string = 0;
      p = error;
      continue;
    }
    if (restart) {
      p = restart;
      inString = 0;
      escapeCarry = 0;
      otherCarry = 0;
      continue;
    }
    if (backslashes) lastBackslash = p + 63 - <u32>clz(backslashes);
    p += 64;
  }

  let resume = min(p, to);
  const isEnd = final && p >= to;
  jsonCut = NONE;
  if (text) {
    resume = text;
    jsonCut = IN_TEXT;
  } else if (string) {
    const escaped = lastBackslash >= string ? ESCAPED : escapedBefore;
    if (isEnd) {
      if (!depth) beginRecord();
      const flags = continued | escaped;
      if (want == KEY) entries = put(into, room, block, entries, string, to, path, flags | IS_NAME);
      else entries = put(into, room, block, entries, string, to, node, flags);
      jsonDegraded++;
      depth = 0;
    } else {
      resume = string - 1;
      jsonCut = IN_STRING;
      jsonCutIsKey = u32(want == KEY);
      jsonCutEscaped = escaped;
    }
  } else if (scalar) {
    if (isEnd && !isCrowded(node)) {
      const end = scalarEnd(scalar, to);
      const isLong = end - scalar > SCALAR_BYTES;
      if (!depth) beginRecord();
      if (!shortest || !isLiteral(scalar, end - scalar)) entries = put(into, room, block, entries, scalar, end, isLong ? 0 : scalarNode(depth, node, end - scalar), 0);
      if (isLong) {
        jsonDegraded++;
        depth = 0;
      }
    } else {
      resume = scalar;
      jsonCut = IN_SCALAR;
    }
  }
  if (isEnd && jsonCut == NONE && depth) jsonDegraded++;
  keepSiblings(depth);
  expected = want;
  jsonDepth = depth;
  valueNode = node;
  setCount(entries);
  return resume;
}
