/** Which groups of RTF hold text, and what the character sets of its fonts are (Rich Text Format 1.9.1). */

/** Groups whose text is none of the document: tables of fonts and styles, pictures, numbers of the program that wrote it. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'colortbl',
  'stylesheet',
  'pict',
  'generator',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'xmlnstbl',
  'filetbl',
  'pgdsctbl',
  'mmathPr',
  'panose',
  'falt',
  'blipuid',
  'bkmkstart',
  'bkmkend',
  'pntext',
  'pn',
]);

/** Groups of data that is another file. */
export const EMBEDDED: ReadonlySet<string> = new Set(['objdata']);

/**
 * Groups with text beside the document's own, and the part it is in. Of the groups that begin with `\*`, only these are read: whoever
 * does not know one leaves it out.
 */
export const PARTS: ReadonlyMap<string, string> = new Map([
  ['info', 'properties'],
  ['userprops', 'properties'],
  ['docvar', 'properties'],
  ['revtbl', 'properties'],
  ['fldinst', 'field'],
  ['annotation', 'annotation'],
  ['atnauthor', 'annotation'],
  ['atnid', 'annotation'],
  ['footnote', 'footnote'],
  ['header', 'header'],
  ['headerl', 'header'],
  ['headerr', 'header'],
  ['headerf', 'header'],
  ['footer', 'footer'],
  ['footerl', 'footer'],
  ['footerr', 'footer'],
  ['footerf', 'footer'],
]);

/** Groups that begin with `\*` and hold text of the document: text boxes, and what follows them. */
export const TRANSPARENT: ReadonlySet<string> = new Set(['shpinst', 'shptxt', 'company', 'shppict', 'hlinkbase', 'background']);

/** Characters that have a word. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['cell', '\t'],
  ['nestcell', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['softline', '\n'],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
]);

/** Words that end a paragraph, or a row of a table. */
export const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['par', 'row', 'nestrow', 'sect', 'page']);

/** Encodings by the character set of a font (`\fcharset`); others are those of the document. */
export const FONT_ENCODINGS: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** Encodings by code page (`\ansicpg`). Those of DOS are read as their successors: letters of ASCII are the same. */
export function encodingOfCodePage(codePage: number): string {
  const others: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    866: 'ibm866',
    874: 'windows-874',
    10000: 'macintosh',
    65001: 'utf-8',
  };
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return others[codePage] ?? 'windows-1252';
}
