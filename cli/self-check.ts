/** Runs an example of each detector through the engine as it is installed here, to see that every one is found. */
import { createEngine, type DetectorSheet, type Engine, type MatchExample, type Segment } from '../src/index.js';

/** Ids of detectors whose first example is not found with its exact span. */
export function missedExamples(detectors: readonly DetectorSheet[], regex: 'auto' | 'native' | 'js'): string[] {
  const engine = createEngine({ detectors, regex });
  return detectors.filter((sheet) => !isFound(engine, sheet)).map(({ id }) => id);
}

/** Found under its own id, or as an equal rival of the one reported; a rival that beats it is right, too. */
function isFound(engine: Engine, sheet: DetectorSheet): boolean {
  const [example] = sheet.examples.match;
  if (example === undefined) return false;
  const { segment, start, end } = segmentOf(engine, example);
  let found = false;
  engine.scan(segment, (hit) => {
    const ids = [hit.detector, ...hit.alternatives].map((index) => engine.detectors[index]!.id);
    if (hit.start === start && hit.end === end && ids.includes(sheet.id)) found = true;
  });
  return found;
}

/** Puts an example into the engine's memory: a text, or a cell below its header. The value stands between `«` and `»`. */
function segmentOf(engine: Engine, example: MatchExample): { segment: Segment; start: number; end: number } {
  const marked = typeof example === 'string' ? example : example.cell;
  const [before = '', value = '', after = ''] = marked.split(/[«»]/);
  const bytes = Buffer.from(before + value + after);
  engine.memory.bytes.set(bytes);
  const common = {
    spanSpace: 'item',
    length: bytes.length,
    base: 0,
    ownStart: 0,
    ownEnd: bytes.length,
    isFirst: true,
    isLast: true,
    locate: () => ({ line: 1, column: 1, location: {} }),
  } as const;
  const start = Buffer.byteLength(before);
  const end = start + Buffer.byteLength(value);
  if (typeof example === 'string') return { segment: { ...common, shape: 'text' }, start, end };
  const names = [example.column];
  const values = {
    count: 1,
    starts: Uint32Array.of(0),
    ends: Uint32Array.of(bytes.length),
    names: Uint32Array.of(0),
    flags: Uint8Array.of(0),
  };
  return { segment: { ...common, shape: 'column', values, names: () => names }, start, end };
}
