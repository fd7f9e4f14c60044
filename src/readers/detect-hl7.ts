/** Tells messages of HL7 version 2 by their first segment, which names the signs by which all others are written. */

/** Stands before a message that came over a line (HL7 2.5.1, appendix C). */
const VERTICAL_TAB = '\v';
/** A message, or the header of a batch or file of them. */
const HEADER = /^(?:MSH|BHS|FHS)([!-/:-@[-`{-~])[!-/:-@[-`{-~]{3,5}\1/;

/** Characters that say it. */
export const HL7_HEAD = 16;

/** @param text head of the item */
export function isHl7(text: string): boolean {
  return HEADER.test(text.startsWith(VERTICAL_TAB) ? text.slice(1) : text);
}
