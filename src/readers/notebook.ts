/** Jupyter notebooks: JSON whose places say in which cell they are, without the pictures that are written in it as base64. */
import { InternalError } from '../core/errors.js';
import type { Location, NameList, Segment, ValueTable } from '../core/segment.js';
import { readJson } from './json.js';
import type { ReadRequest, Steps } from './types.js';

/** Kinds of data under which a notebook keeps bytes as base64 (nbformat 4, `mimebundle`). SVG is text. */
const BYTES = /^(?:image|audio|video)\/(?!svg\+xml)|^application\/(?:pdf|octet-stream)$/;
/** The cell in a path, and whether what it printed is meant. */
const CELL = /^\$(?:\.worksheets\[\d+\])?\.cells\[(\d+)\](\.outputs\[)?/;

/** Reads a notebook as JSON. @throws as `readJson` does */
export function* readNotebook(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'notebook') throw new InternalError('the reader of notebooks was given another format');
  const known: KnownNames = { of: undefined, isBytes: new Map() };
  const steps = readJson({ ...request, format: { kind: 'json', encoding: format.encoding } });
  let isDone = false;
  try {
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (step.value instanceof Promise) yield step.value;
      else {
        const segment = withoutBytes(step.value, known);
        if (segment.values!.count > 0) yield segment;
      }
    }
    isDone = true;
  } finally {
    // Left early, the reader of JSON has its source to close.
    if (!isDone) {
      for (let step = steps.return(); !step.done; step = steps.next()) yield step.value;
    }
  }
}

/** Names that were looked at, by id, as long as ids mean the same. */
interface KnownNames {
  of: Segment['names'];
  readonly isBytes: Map<number, boolean>;
}

/** The segment with the values that are text, each with its cell as part. */
function withoutBytes(segment: Segment, known: KnownNames): Segment {
  const { isBytes } = known;
  if (known.of !== segment.names) isBytes.clear();
  known.of = segment.names;
  const { starts, ends, names, flags, count } = segment.values!;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const id = names[i]!;
    let isLeftOut = isBytes.get(id);
    if (isLeftOut === undefined) {
      isLeftOut = holdsBytes(segment.names!(id));
      isBytes.set(id, isLeftOut);
    }
    if (isLeftOut) continue;
    starts[kept] = starts[i]!;
    ends[kept] = ends[i]!;
    names[kept] = id;
    flags[kept++] = flags[i]!;
  }
  const values: ValueTable = { starts, ends, names, flags, count: kept };
  const { locate } = segment;
  return {
    ...segment,
    values,
    locate(offset, value) {
      const place = locate(offset, value);
      return { ...place, location: inCell(place.location) };
    },
  };
}

/** Under `data` of an output, or among a cell's attachments, by the kind of the data. */
function holdsBytes(names: NameList): boolean {
  return (names.includes('data') || names.includes('attachments')) && names.some((name) => BYTES.test(name));
}

function inCell(location: Location): Location {
  const [, index, isOutput] = CELL.exec(location.jsonPath ?? '') ?? [];
  if (index === undefined) return location;
  return { ...location, part: `${isOutput === undefined ? 'cell' : 'output of cell'} ${Number(index) + 1}` };
}
