/** How the lines of a key block end, in files and where the block stands inside a string of a program, a JSON text or a variable. */

/** A real line end (perhaps indented), an escaped one (`\n`, `\\n`, `\r\n`), or the space that shells put in its place. */
export const LINE_END = String.raw`(?:[ \t]{0,8}\r?\n[ \t]{0,32}|\\{1,2}r\\{1,2}n|\\{1,2}n| )`;
