// The structure scan of tables and JSON: where the values of a block lie, what they are called, what is escaped.
// Works on memory that it imports; all its own data lies in the region that `begin` is given.
import { clearNames, layNames } from './names';
import { csvStateBytes, layCsv } from './csv';
import { jsonStateBytes, layJson } from './json';
import { labelEndsBytes, layLabels } from './labels';
import { layTable } from './table';

export { characters, find, lineStart, newlines } from './chunk';
export { csvBegin, csvCell, csvCellEscaped, csvColumn, csvDegraded, csvEnter, csvOpen, csvRestore, csvRow, csvSave, csvScan, csvTakePlain } from './csv';
export { encodedEnd, nextEncoded } from './encoded';
export {
  jsonBegin,
  jsonCut,
  jsonCutEscaped,
  jsonCutIsKey,
  jsonCutName,
  jsonDegraded,
  jsonDepth,
  jsonEnter,
  jsonInRecord,
  jsonLongKey,
  jsonRecords,
  jsonRenew,
  jsonRestore,
  jsonSave,
  jsonScan,
  levelIndex,
  levelIsObject,
  levelNode,
} from './json';
export { labelEndsAt, nextLabel } from './labels';
export { clearNames, hasRoom, nodeCalledBy, nodeCount, nodeKind, nodeLength, nodeName, nodeParent } from './names';
export { count, setQuiet, setShortest, valuesAt } from './table';

// Shares [at, at + bytes) out. Returns the values that a block can have; 0 if the region is too small.
export function lay(at: u32, bytes: u32, block: u32): u32 {
  const state = (csvStateBytes() + jsonStateBytes() + labelEndsBytes() + 63) & ~63;
  if (bytes < state + 131072) return 0;
  layCsv(at);
  layJson(at + csvStateBytes());
  layLabels(at + csvStateBytes() + jsonStateBytes());
  const names = layNames(at + state, (bytes - state) / 4 * 3);
  const table = (names + 63) & ~63;
  clearNames();
  return layTable(table, at + bytes - table, block);
}
