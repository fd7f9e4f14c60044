/** Text that came from data, as Markdown that shows it and does nothing else: no mark-up, no link, no mention, no new line. */
import { safeText } from '../core/safe-text.js';

/** Characters that no reader of Markdown or HTML gives a meaning to, inside of a line. */
const PLAIN = /[\p{L}\p{N}\p{M} ./-]/u;

/**
 * `text` as inline code. HTML and character references, because what is between backticks cannot hold every backtick and pipe
 * in a table. Comments keep `@` and `www.` from becoming links: references are resolved before addresses are looked for.
 */
export function markdownCode(text: string): string {
  if (text === '') return '';
  const escaped = Array.from(safeText(text), (character) => {
    if (PLAIN.test(character)) return character;
    const reference = `&#${character.codePointAt(0)};`;
    return character === '@' ? `<!-- -->${reference}` : reference;
  });
  return `<code>${escaped.join('').replace(/www(?=\.)/gi, '$&<!-- -->')}</code>`;
}
