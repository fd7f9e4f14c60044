/** HTML and XML: values are named by tables, forms and elements, and everything is examined as text, too. */
import { InternalError } from '../../core/errors.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { HtmlFinder } from './html-finder.js';
import { XmlFinder } from './xml-finder.js';

/** Reads HTML or XML, whole: what a value is called stands before it, however far. */
export function* readMarkup(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'html' && format.kind !== 'xml') throw new InternalError('the reader of markup was given another format');
  yield* readNamedText(request, format, format.kind === 'html' ? new HtmlFinder() : new XmlFinder());
}
