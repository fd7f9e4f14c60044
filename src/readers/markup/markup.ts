/** HTML and XML: values are named by tables, forms and elements, and everything is examined as text, too. */
import { InternalError } from '../../core/errors.js';
import { ItemProblem } from '../../core/problem.js';
import { readNamedText } from '../named-text.js';
import type { ReadRequest, Steps } from '../types.js';
import { HtmlFinder } from './html-finder.js';
import { XmlFinder } from './xml-finder.js';

/**
 * Reads HTML or XML, whole: what a value is called stands before it, however far.
 * @throws ItemProblem `malformed` at the end of XML whose root element is not closed; of HTML nobody expects that
 */
export function* readMarkup(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'html' && format.kind !== 'xml') throw new InternalError('the reader of markup was given another format');
  if (format.kind === 'html') {
    yield* readNamedText(request, format, new HtmlFinder());
    return;
  }
  const finder = new XmlFinder();
  yield* readNamedText(request, format, finder);
  if (finder.isCut) throw new ItemProblem('malformed', 'XML: it ends before its root element does');
}
