/** Finds the places that a redactor replaced: some peers give no spans, only the text with marks where something was. */

/** Stands for what was redacted; of Unicode's private use, so no text of the corpora has it. */
export const MARK = '\uE0F0';

/**
 * Spans of `text`, in UTF-16 units, half-open and sorted, that are marks in `redacted`. What stands between marks is looked for from left to
 * right, at its first place behind the mark before: every span begins where its value does, but one ends early where its value
 * holds the text that follows it.
 * @param {string} text
 * @param {string} redacted the text with each value replaced by `mark`; marks beside each other count as one
 * @param {string} [mark]
 * @returns {{ start: number, end: number }[]}
 * @throws where `redacted` is not `text` with marks
 */
export function placesOf(text, redacted, mark = MARK) {
  if (text.includes(mark)) throw new Error('the text itself holds the mark');
  const parts = redacted.split(mark);
  const places = [];
  let at = parts[0].length;
  if (!text.startsWith(parts[0])) throw new Error('the redacted text begins otherwise');
  if (parts.length > 1 && !text.endsWith(parts.at(-1))) throw new Error('the redacted text ends otherwise');
  if (parts.length === 1 && text !== redacted) throw new Error('the redacted text differs without a mark');
  for (const [i, part] of parts.entries()) {
    if (i === 0 || (part === '' && i < parts.length - 1)) continue;
    const end = i === parts.length - 1 ? text.length - part.length : text.indexOf(part, at + 1);
    if (end < at) throw new Error(`what follows mark ${i} is not in the text`);
    places.push({ start: at, end });
    at = end + part.length;
  }
  return places;
}
