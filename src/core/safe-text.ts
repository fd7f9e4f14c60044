/**
 * Names that come from data (paths, columns, keys) are printed to terminals and logs. This makes what could move the
 * cursor, change colours, reverse the reading direction or fake a line visible; it does not mask.
 */

/**
 * Characters that are spelled out: C0 and C1 controls (with them every ANSI sequence), DEL, soft hyphen, bidirectional marks and
 * embeddings, line and paragraph separators, invisible spaces and operators, annotation marks, tag characters, lone
 * surrogates. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
 */
const HARMFUL = new RegExp(
  [
    '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]',
    '[\\u{e0000}-\\u{e007f}]',
    '[\\ud800-\\udfff]',
  ].join('|'),
  'gu',
);

/** `text` with harmful characters written as `\xHH` below U+0100 and as `\u{…}` above; idempotent, one line, no ANSI. */
export function safeText(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const code = character.codePointAt(0)!;
    const hex = code.toString(16).toUpperCase();
    return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
  });
}
