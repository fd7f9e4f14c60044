/** Text with tables, Markdown above all: cells are named by their column's header, other values by their labels; all is examined as text, too. */
import { InternalError } from '../../core/errors.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { TableFinder } from './finder.js';
import { TablesAndFields } from './tables-and-fields.js';

/** Reads text with tables, whole: a header may stand far above its cells. */
export function* readTables(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'markdown') throw new InternalError('the reader of tables in text was given another format');
  const { fields } = format;
  yield* readNamedText(request, format, fields === undefined ? new TableFinder() : new TablesAndFields(fields, request));
}
