/** JSON documents and JSON lines: strings, numbers and keys are values, named by the keys on the path to them. */
import { InternalError } from '../core/errors.js';
import { type NameList, placeNames } from '../core/segment.js';
import { decodeEscapes, JSON_ESCAPES } from './escapes.js';
import { jsonPath, type PathElement } from './json-path.js';
import { recordRange } from './ranges.js';
import { calledList, type Given } from './siblings.js';
import { openStructure, type Structure, type StructureExports } from './structure/structure.js';
import { decoded } from './transcode.js';
import type { ReadRequest, Steps } from './types.js';
import { completeEnd } from './utf8.js';
import { readValues, type Scanner } from './values.js';

/** Levels whose names and indexes the structure scan keeps. */
const NAMED_DEPTH = 1024;
/** Kinds of a cut value, as the structure scan counts them. */
const IN_STRING = 1;
const IN_TEXT = 3;
const BACKSLASH = 0x5c;
const NO_NAMES: NameList = [];
/** By what siblings name a value. @see StructureExports.nodeCalledBy */
const GIVEN_BY: readonly (keyof Given | undefined)[] = [undefined, 'type', 'title', 'name'];
const JOINED = 4;

/** Reads a JSON document (whole) or JSON lines (also a range of them). */
export function* readJson(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'json' && format.kind !== 'jsonl') throw new InternalError('the reader of JSON was given another format');
  const source = decoded(request.source, format.encoding);
  const range = recordRange(source.bytes, request.range);
  const structure = openStructure(request.memory, request.everyValue);
  const scanner = jsonScanner(structure, request, format.kind === 'jsonl');
  yield* readValues({ ...request, source: source.bytes }, range, { structure, scanner });
}

function jsonScanner({ wasm }: Structure, { memory }: ReadRequest, isLines: boolean): Scanner {
  const everything = new Uint8Array(memory.memory.buffer);
  wasm.clearNames();
  wasm.jsonBegin(isLines ? 1 : 0);

  let names = pathNames(wasm, everything);
  const path = (): string => {
    const depth = Math.min(wasm.jsonDepth.value, NAMED_DEPTH);
    const elements: PathElement[] = [];
    for (let level = 1; level <= depth; level++) {
      if (!wasm.levelIsObject(level)) {
        elements.push(wasm.levelIndex(level) >>> 0);
      } else if (level < depth || !wasm.jsonCutIsKey.value) {
        const node = wasm.levelNode(level);
        elements.push(decodeName(everything, wasm.nodeName(node), wasm.nodeLength(node)));
      }
    }
    return jsonPath(elements);
  };

  return {
    shape: 'record',
    escapes: JSON_ESCAPES,
    scan: (at, to, final, pieceAt) => wasm.jsonScan(at, to, final ? 1 : 0, pieceAt),
    cut() {
      const isString = wasm.jsonCut.value === IN_STRING;
      const escaped = isString && wasm.jsonCutEscaped.value !== 0;
      return {
        quoted: isString,
        escaped,
        isName: wasm.jsonCutIsKey.value !== 0,
        name: wasm.jsonCutName(),
        escapes: escaped,
      };
    },
    beginLong(start, end, cut) {
      if (cut.isName) wasm.jsonLongKey(memory.blockAt + start, memory.blockAt + end);
    },
    enter: () => wasm.jsonEnter(),
    save: (copy) => wasm.jsonSave(copy),
    restore: (copy) => wasm.jsonRestore(copy),
    get names() {
      return names;
    },
    makeRoom() {
      if (wasm.hasRoom()) return;
      wasm.jsonRenew();
      names = pathNames(wasm, everything);
    },
    location() {
      const recordIndex = wasm.jsonRecords.value - wasm.jsonInRecord.value;
      return wasm.jsonCut.value === IN_TEXT ? { recordIndex } : { recordIndex, jsonPath: path() };
    },
    records: () => wasm.jsonRecords.value,
    degraded: () => wasm.jsonDegraded.value,
  };
}

/**
 * Names of the paths that the scan has given ids, from the root, and of values that their siblings name; they hold until it forgets
 * them. @param everything the whole memory
 */
export function pathNames(wasm: StructureExports, everything: Uint8Array): (id: number) => NameList {
  const names: NameList[] = [NO_NAMES];
  return (id) => {
    const known = names[id];
    if (known) return known;
    // From the root down, without recursion: paths may be a thousand names long.
    const nodes: number[] = [];
    for (let node = id; names[node] === undefined; node = wasm.nodeParent(node)) nodes.push(node);
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]!;
      const parent = wasm.nodeParent(node);
      const place = placeNames(names[parent]!);
      const [at, length, by] = [wasm.nodeName(node), wasm.nodeLength(node), wasm.nodeCalledBy(node)];
      names[node] =
        by > 0
          ? calledList(place, wasm.nodeKind(parent), givenBy(everything, at, length, by))
          : calledList([...place, decodeName(everything, at, length)], wasm.nodeKind(node));
    }
    return names[id]!;
  };
}

/** Text of a key's bytes, without the character that the limit on names may have cut. */
function decodeName(bytes: Uint8Array, start: number, length: number): string {
  const end = completeEnd(bytes, start, start + length);
  // Of a hundred thousand names few are written in another way than they are read.
  if (isAscii(bytes, start, end)) return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  const target = Buffer.allocUnsafe(length);
  return target.toString('utf8', 0, decodeEscapes(JSON_ESCAPES, { bytes, start, end, target, at: 0 }, { push() {} }));
}

/** Whether each byte is a character, and none begins an escape. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80 || bytes[at] === BACKSLASH) return false;
  return true;
}

/** What siblings call a value; of several, each is ended by its number. */
function givenBy(bytes: Uint8Array, start: number, length: number, by: number): Given {
  const given: { -readonly [K in keyof Given]: Given[K] } = { type: undefined, title: undefined, name: undefined };
  if (by !== JOINED) {
    given[GIVEN_BY[by]!] = decodeName(bytes, start, length);
    return given;
  }
  for (let at = start, from = start; at < start + length; at++) {
    if (bytes[at]! >= JOINED) continue;
    given[GIVEN_BY[bytes[at]!]!] = decodeName(bytes, from, at - from);
    from = at + 1;
  }
  return given;
}
