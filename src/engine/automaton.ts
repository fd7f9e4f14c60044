/**
 * Joins many patterns into one table that is walked from a candidate's first byte: the trie of all shapes, with states
 * shared where what can still follow is the same. It answers which patterns match from here, where they end, and is
 * built so that each pattern keeps RE2's choice of match (leftmost-first) for itself.
 */
import type { Node } from './pattern.js';

/** A pattern as it goes into the table. */
export interface AutomatonPattern {
  readonly node: Node;
  /** Bytes after which the table gives up and says "may match from here"; undefined where it goes to the end. */
  readonly truncateAt?: number | undefined;
  /** An end that the table finds is no end to be trusted: it too says "may match from here". */
  readonly endsUnknown?: boolean | undefined;
  /** Every end counts, not only RE2's choice. */
  readonly allEnds?: boolean | undefined;
}

/** A set of patterns that may start at the same place. */
export type Root = readonly number[];

export interface Automaton {
  /** Column of each byte in `next`. */
  readonly columns: Uint32Array;
  /**
   * `next[columns[byte] + state * PLANE]`; 0 is dead. Columns lie in planes, those of digits and separators in the first: the
   * walks through numbers then touch one cache line a state, and neighbouring states lie side by side.
   * States at or above `firstLeaf` accept, lead nowhere, and have no row.
   */
  readonly next: Uint16Array;
  readonly firstLeaf: number;
  /** State of each root, 0 if nothing can start there. */
  readonly roots: readonly number[];
  /** Accept set of a state, 0 for none. States at or above `firstAccept` have one. */
  readonly accept: Uint16Array;
  readonly firstAccept: number;
  /**
   * Accept sets, ascending; set 0 is empty. A pattern's index says that it matches and ends here; its index plus the
   * number of patterns, that it may match from the start.
   */
  readonly sets: readonly (readonly number[])[];
  readonly stateCount: number;
}

/** Columns of a plane: a cache line of 64 bytes. */
export const PLANE = 32;

/** State behind `byte`, 0 if there is none. */
export function stepOf(table: Automaton, state: number, byte: number): number {
  return state >= table.firstLeaf ? 0 : table.next[table.columns[byte]! + state * PLANE]!;
}

const MATCH = 0;
const BYTES = 1;
const SPLIT = 2;
/** Rows are addressed with 16 bits; a catalogue that needs more must be cut into two tables. */
const MOST_STATES = 65_535;
/** States while the table is built: those that behave alike are merged when all are known. */
const MOST_UNMERGED = 4 * MOST_STATES;
const TOO_MANY = 'the patterns need more states than one table holds';

/**
 * Builds the table.
 * @param mostStates bound before states that behave alike are merged, 262,140 where not given
 * @throws RangeError if it needs more than that, or more than 65,535 when they are merged
 */
export function buildAutomaton(
  patterns: readonly AutomatonPattern[],
  roots: readonly Root[],
  mostStates: number = MOST_UNMERGED,
): Automaton {
  const program = new Program(patterns);
  return new Builder(patterns, program, mostStates).build(roots);
}

/** All patterns as instructions of a backtracking matcher, from which the order of preference is read. */
class Program {
  readonly op: number[] = [];
  readonly out: number[] = [];
  readonly alternative: number[] = [];
  readonly owner: number[] = [];
  readonly ranges: (readonly (readonly [number, number])[])[] = [];
  readonly starts: number[] = [];
  private pattern = 0;

  constructor(patterns: readonly AutomatonPattern[]) {
    patterns.forEach((pattern, i) => {
      this.pattern = i;
      const match = this.emit(MATCH, -1, -1, []);
      this.starts.push(this.compile(pattern.node, match, pattern.truncateAt ?? Number.POSITIVE_INFINITY));
    });
  }

  private emit(op: number, out: number, alternative: number, ranges: readonly (readonly [number, number])[]): number {
    this.op.push(op);
    this.out.push(out);
    this.alternative.push(alternative);
    this.ranges.push(ranges);
    this.owner.push(this.pattern);
    return this.op.length - 1;
  }

  /** Compiles `node` so that it goes on at `then`; counted repeats beyond `limit` bytes cannot be reached and become loops. */
  private compile(node: Node, then: number, limit: number): number {
    if (node.kind === 'bytes') return this.emit(BYTES, then, -1, node.ranges);
    if (node.kind === 'cat') return node.parts.reduceRight((next, part) => this.compile(part, next, limit), then);
    if (node.kind === 'alt') {
      const starts = node.parts.map((part) => this.compile(part, then, limit));
      return starts.reduceRight((rest, start) => this.emit(SPLIT, start, rest, []));
    }
    return this.repeat(
      node.part,
      Math.min(node.min, limit + 1),
      node.max > limit ? Number.POSITIVE_INFINITY : node.max,
      then,
      limit,
    );
  }

  private repeat(part: Node, min: number, max: number, then: number, limit: number): number {
    let next = then;
    if (max === Number.POSITIVE_INFINITY) {
      const split = this.emit(SPLIT, -1, then, []);
      this.out[split] = this.compile(part, split, limit);
      next = split;
    } else {
      for (let i = min; i < max; i++) next = this.emit(SPLIT, this.compile(part, next, limit), then, []);
    }
    for (let i = 0; i < min; i++) next = this.compile(part, next, limit);
    return next;
  }
}

/** Subset construction over ordered lists of instructions. */
class Builder {
  private readonly classOf = new Uint8Array(256);
  private readonly classCount: number;
  /** Per instruction: 1 for each class it takes. */
  private readonly takes: (Uint8Array | undefined)[];
  private readonly closures: (readonly number[] | undefined)[] = [];
  private readonly states = new Map<string, number>();
  private readonly contents: { readonly list: readonly number[]; readonly depth: number }[] = [];
  private readonly acceptOf: number[] = [];
  private readonly rows: Uint32Array[] = [];
  private readonly signatures: Int32Array;
  private readonly setIds = new Map<string, number>([['', 0]]);
  private readonly sets: (readonly number[])[] = [[]];
  private readonly patterns: readonly AutomatonPattern[];
  private readonly program: Program;
  private readonly mostStates: number;

  constructor(patterns: readonly AutomatonPattern[], program: Program, mostStates: number) {
    this.mostStates = mostStates;
    this.patterns = patterns;
    this.program = program;
    this.classCount = this.partition();
    this.takes = program.ranges.map((ranges, pc) => (program.op[pc] === BYTES ? this.classFlags(ranges) : undefined));
    this.signatures = new Int32Array(this.classCount);
    this.state([], 0, []);
  }

  build(roots: readonly Root[]): Automaton {
    const rootStates = roots.map((root) => {
      const list: number[] = [];
      const accepted: number[] = [];
      for (const pattern of root) this.follow(this.program.starts[pattern]!, list, accepted, new Set());
      return this.state(list, 0, accepted);
    });
    for (let state = 0; state < this.contents.length; state++) this.fillRow(state);
    return this.table(rootStates);
  }

  /** Groups bytes that no pattern tells apart. */
  private partition(): number {
    const edges = new Set<number>([0]);
    for (const ranges of this.program.ranges) {
      for (const [low, high] of ranges) edges.add(low).add(high + 1);
    }
    const cuts = [...edges].filter((edge) => edge < 256).sort((a, b) => a - b);
    const signatures = new Map<string, number>();
    cuts.forEach((from, i) => {
      const to = cuts[i + 1] ?? 256;
      const takers = this.program.ranges.map((ranges) => (ranges.some(([low, high]) => low <= from && from <= high) ? 1 : 0));
      const signature = takers.join('');
      if (!signatures.has(signature)) signatures.set(signature, signatures.size);
      this.classOf.fill(signatures.get(signature)!, from, to);
    });
    return signatures.size;
  }

  private classFlags(ranges: readonly (readonly [number, number])[]): Uint8Array {
    const flags = new Uint8Array(this.classCount);
    for (const [low, high] of ranges) for (let byte = low; byte <= high; byte++) flags[this.classOf[byte]!] = 1;
    return flags;
  }

  /** Instructions reached from `pc` without a byte, in order of preference. */
  private closure(pc: number): readonly number[] {
    const known = this.closures[pc];
    if (known) return known;
    const list: number[] = [];
    const seen = new Set<number>();
    const pending = [pc];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (this.program.op[at] === SPLIT) pending.push(this.program.alternative[at]!, this.program.out[at]!);
      else list.push(at);
    }
    this.closures[pc] = list;
    return list;
  }

  /** Adds what follows `pc`; returns true once the pattern matched and the rest of its list loses to that match. */
  private follow(pc: number, list: number[], accepted: number[], seen: Set<number>): boolean {
    for (const at of this.closure(pc)) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (this.program.op[at] !== MATCH) {
        list.push(at);
        continue;
      }
      const owner = this.program.owner[at]!;
      accepted.push(this.patterns[owner]!.endsUnknown ? owner + this.patterns.length : owner);
      if (!this.patterns[owner]!.allEnds) return true;
    }
    return false;
  }

  /** Classes that the same instructions take lead to the same state, so each such group is stepped once. */
  private fillRow(state: number): void {
    const row = new Uint32Array(this.classCount);
    this.rows[state] = row;
    const { list, depth } = this.contents[state]!;
    const targets = new Map<number | string, number>();
    const signatures = list.length <= 31 ? this.shortSignatures(list) : this.longSignatures(list);
    for (let cls = 0; cls < this.classCount; cls++) {
      const signature = signatures[cls]!;
      if (signature === 0) continue;
      let target = targets.get(signature);
      if (target === undefined) {
        target = this.step(list, depth + 1, cls);
        targets.set(signature, target);
      }
      row[cls] = target;
    }
  }

  /** For each class one bit for each instruction of the list that takes it. */
  private shortSignatures(list: readonly number[]): Int32Array {
    const signatures = this.signatures.fill(0);
    for (let bit = 0; bit < list.length; bit++) {
      const takes = this.takes[list[bit]!]!;
      for (let cls = 0; cls < takes.length; cls++) signatures[cls]! |= takes[cls]! << bit;
    }
    return signatures;
  }

  private longSignatures(list: readonly number[]): (number | string)[] {
    return Array.from({ length: this.classCount }, (_, cls) => {
      const takers = list.filter((pc) => this.takes[pc]![cls] === 1);
      return takers.length === 0 ? 0 : takers.join();
    });
  }

  private step(list: readonly number[], depth: number, cls: number): number {
    const { owner, out } = this.program;
    const next: number[] = [];
    const accepted: number[] = [];
    const seen = new Set<number>();
    let settled = -1;
    for (const pc of list) {
      const pattern = owner[pc]!;
      if (pattern === settled || this.takes[pc]![cls] === 0) continue;
      const { truncateAt } = this.patterns[pattern]!;
      if (truncateAt !== undefined && depth >= truncateAt) {
        accepted.push(pattern + this.patterns.length);
        settled = pattern;
      } else if (this.follow(out[pc]!, next, accepted, seen)) settled = pattern;
    }
    return this.state(next, depth, accepted);
  }

  private state(list: readonly number[], depth: number, accepted: readonly number[]): number {
    const truncates = list.some((pc) => this.patterns[this.program.owner[pc]!]!.truncateAt !== undefined);
    const set = this.setId(accepted);
    const key = `${truncates ? depth : ''}|${set}|${list.join()}`;
    const known = this.states.get(key);
    if (known !== undefined) return known;
    const id = this.contents.length;
    if (id > this.mostStates) throw new RangeError(TOO_MANY);
    this.states.set(key, id);
    this.contents.push({ list, depth });
    this.acceptOf.push(set);
    return id;
  }

  private setId(accepted: readonly number[]): number {
    const members = [...new Set(accepted)].sort((a, b) => a - b);
    const key = members.join();
    const known = this.setIds.get(key);
    if (known !== undefined) return known;
    this.sets.push(members);
    this.setIds.set(key, this.sets.length - 1);
    return this.sets.length - 1;
  }

  /**
   * Finds for each state the first one that behaves alike, comparing rows from the ends backwards. That is all there is
   * where the table has no cycle, as with forms that are bounded or cut; on a cycle, states keep apart.
   */
  private mergeAlike(): Uint32Array {
    const alike = Uint32Array.from(this.contents.keys());
    const seen = new Map<string, number>([[this.rowKey(0, alike), 0]]);
    const entered = new Uint8Array(this.contents.length);
    entered[0] = 1;
    const visit = (root: number): void => {
      if (entered[root]) return;
      entered[root] = 1;
      const path = [root];
      while (path.length > 0) {
        const state = path.at(-1)!;
        const open = this.rows[state]!.find((next) => !entered[next]);
        if (open !== undefined) {
          entered[open] = 1;
          path.push(open);
          continue;
        }
        path.pop();
        const key = this.rowKey(state, alike);
        const known = seen.get(key);
        alike[state] = known ?? state;
        if (known === undefined) seen.set(key, state);
      }
    };
    for (let state = 0; state < this.contents.length; state++) visit(state);
    return alike;
  }

  private rowKey(state: number, alike: Uint32Array): string {
    const row = this.rows[state]!.map((next) => alike[next]!);
    return `${this.acceptOf[state]}:${Buffer.from(row.buffer).toString('latin1')}`;
  }

  /**
   * Renumbers states: those that do not accept, those that do, those that do and lead nowhere; the dead state stays first.
   * Within each kind, those that lead somewhere through the same planes stand together, which leaves whole pages of the other planes
   * empty, so that nobody needs to read or touch them; among these the often visited come first, to share cache lines and pages.
   */
  private table(rootStates: readonly number[]): Automaton {
    const alike = this.mergeAlike();
    const heat = this.visits(rootStates, alike);
    const kindOf = (state: number): number =>
      this.acceptOf[state] === 0 ? 0 : this.rows[state]!.some((next) => next !== 0) ? 1 : 2;
    const places = this.placesOfClasses();
    const planesOf = this.rows.map((row) => {
      let planes = 0;
      row.forEach((to, cls) => {
        if (to !== 0) planes |= 1 << Math.floor(places[cls]! / PLANE);
      });
      return planes;
    });
    const order = [...alike.keys()]
      .filter((state) => state !== 0 && alike[state] === state)
      .sort((a, b) => kindOf(a) - kindOf(b) || planesOf[b]! - planesOf[a]! || heat[b]! - heat[a]! || a - b);
    order.unshift(0);
    const count = order.length;
    if (count > MOST_STATES) throw new RangeError(TOO_MANY);
    const renamed = new Uint16Array(this.contents.length);
    order.forEach((old, id) => {
      renamed[old] = id;
    });
    const nameOf = (state: number): number => renamed[alike[state]!]!;
    const firstOf = (kind: number): number => {
      const first = order.findIndex((old) => kindOf(old) >= kind);
      return first < 0 ? count : first;
    };
    const firstLeaf = firstOf(2);
    const columnOf = places.map((place) => Math.floor(place / PLANE) * firstLeaf * PLANE + (place % PLANE));
    const next = new Uint16Array(Math.ceil(this.classCount / PLANE) * firstLeaf * PLANE);
    const accept = new Uint16Array(count);
    order.forEach((old, id) => {
      accept[id] = this.acceptOf[old]!;
      if (id >= firstLeaf) return;
      this.rows[old]!.forEach((to, cls) => {
        next[columnOf[cls]! + id * PLANE] = nameOf(to);
      });
    });
    return {
      columns: Uint32Array.from(this.classOf, (cls) => columnOf[cls]!),
      next,
      firstLeaf,
      roots: rootStates.map(nameOf),
      accept,
      firstAccept: firstOf(1),
      sets: this.sets,
      stateCount: count,
    };
  }

  /** Place of each class in a row: the often walked first. */
  private placesOfClasses(): Uint32Array {
    const shares = this.classShares();
    const order = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]! || a - b);
    const places = new Uint32Array(this.classCount);
    order.forEach((cls, place) => {
      places[cls] = place;
    });
    return places;
  }

  private classShares(): Float64Array {
    const shares = new Float64Array(this.classCount);
    for (let byte = 0; byte < 256; byte++) shares[this.classOf[byte]!]! += byteShare(byte);
    return shares;
  }

  /** How often a state is visited by text of the kind that candidates are made of, as a share of walks. */
  private visits(rootStates: readonly number[], alike: Uint32Array): Float64Array {
    const shares = this.classShares();
    const total = new Float64Array(this.contents.length);
    let current = new Map(rootStates.map((state) => [alike[state]!, 1]));
    for (let depth = 0; depth < DEEPEST_VISIT && current.size > 0; depth++) {
      const following = new Map<number, number>();
      for (const [state, weight] of current) {
        total[state]! += weight;
        let live = RAREST_VISIT;
        this.rows[state]!.forEach((to, cls) => {
          if (to !== 0) live += shares[cls]!;
        });
        this.rows[state]!.forEach((to, cls) => {
          const share = (weight * GOES_ON * shares[cls]!) / live;
          if (to !== 0 && share > RAREST_VISIT) following.set(alike[to]!, (following.get(alike[to]!) ?? 0) + share);
        });
      }
      current = following;
    }
    return total;
  }
}

/** Share of visits that go on to a next state: starts that look like no form are not walked. */
const GOES_ON = 0.95;
/** Bytes into a walk up to which visits are counted, and the share below which they are not followed. */
const DEEPEST_VISIT = 32;
const RAREST_VISIT = 1e-9;

/** Rough share of a byte among the bytes that are walked: mostly digits, some separators, what ends values, and letters. */
function byteShare(byte: number): number {
  const char = String.fromCharCode(byte);
  if (char >= '0' && char <= '9') return 0.06;
  if (' -.'.includes(char)) return 0.05;
  if ('/:@'.includes(char)) return 0.02;
  if ('",\n);]'.includes(char)) return 0.01;
  if ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')) return 0.004;
  return 0.0005;
}
