/** Turns offsets of JavaScript's strings into those of UTF-8, in which labels are. */

/** @param {string} text @returns {(offset: number) => number} bytes before an offset in UTF-16 units */
export function byteOffsets(text) {
  if (Buffer.byteLength(text) === text.length) return (offset) => offset;
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i] + bytesOf(text.charCodeAt(i));
  return (offset) => before[offset];
}

/** Half of a pair of surrogates counts two: both together are a character of four bytes. */
function bytesOf(unit) {
  if (unit < 0x80) return 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return 2;
  return 3;
}
