/** SQL dumps and scripts: the values of statements are named by table and column, the rest is text. */
import { InternalError } from '../../core/errors.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { SqlFinder } from './finder.js';

/** Reads SQL, whole: what a value is called may stand anywhere before it. */
export function* readSql(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'sql') throw new InternalError('the reader of SQL was given another format');
  yield* readNamedText(request, format, new SqlFinder(format.strings));
}
