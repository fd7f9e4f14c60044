/** Plain text: free text, and beside it the values of its label lines where it is none that only programs read. */
import { InternalError } from '../core/errors.js';
import { FieldFinder } from './fields/finder.js';
import { readNamedText } from './named-text.js';
import { textSegments } from './text.js';
import type { ReadRequest, Steps } from './types.js';

/** Reads text. A range owns what begins in it. */
export function* readText(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'text') throw new InternalError('the reader of text was given another format');
  const { fields } = format;
  if (fields !== undefined) yield* readNamedText(request, format, new FieldFinder(fields, request));
  else yield* textSegments(request, format, (segment) => segment);
}
