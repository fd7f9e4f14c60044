/** Office documents with as little around their content as programs accept. Each maker gives the archive and the length of what is packed in it. */
import { zipOf } from '../fuzz/zip.mjs';
import { firstRows } from './rows.mjs';
import { escaped } from './text.mjs';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';

function packed(parts) {
  const members = Object.entries(parts).map(([name, text]) => ({ name: Buffer.from(name), bytes: Buffer.from(text) }));
  return { archive: zipOf(members), bytes: members.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

const relations = (targets) =>
  `${XML}<Relationships xmlns="${RELATIONS}">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const types = (overrides) =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`)
    .join('')}</Types>`;

/** A workbook of one sheet; `isShared`: texts stand once in a list of their own, as Excel writes them, else in the cells. */
export function xlsx(seed, count, isShared) {
  const shared = new Map();
  const cellOf = (value, place) => {
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
    if (!isShared) return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    if (!shared.has(value)) shared.set(value, shared.size);
    return `<c r="${place}" t="s"><v>${shared.get(value)}</v></c>`;
  };
  let sheet = '';
  let number = 0;
  for (const row of firstRows(seed, count)) {
    number++;
    const cells = Object.values(row).map((value, i) => cellOf(value, `${'ABCDEFGH'[i]}${number}`));
    sheet += `<row r="${number}" spans="1:8">${cells.join('')}</row>`;
  }
  const texts = [...shared.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('');
  return packed({
    '[Content_Types].xml': types([
      ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ['/xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
    ]),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SHEETS}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${SHEETS}" uniqueCount="${shared.size}">${texts}</sst>`,
  });
}

export function ods(seed, count) {
  const cellOf = (value) => {
    const type = typeof value === 'number' ? `float" office:value="${value}` : 'string';
    return `<table:table-cell office:value-type="${type}"><text:p>${escaped(value)}</text:p></table:table-cell>`;
  };
  let table = '';
  for (const row of firstRows(seed, count))
    table += `<table:table-row>${Object.values(row).map(cellOf).join('')}</table:table-row>`;
  const space = (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  const mime = 'application/vnd.oasis.opendocument.spreadsheet';
  return packed({
    mimetype: mime,
    'content.xml': `${XML}<office:document-content ${space('office')} ${space('table')} ${space('text')}><office:body><office:spreadsheet><table:table table:name="Customers">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest ${space('manifest')}><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });
}

/** Paragraphs of two runs, the first of them bold. */
export function docx(seed, count) {
  let body = '';
  for (const { name, note } of firstRows(seed, count)) {
    const runs = `<w:r><w:rPr><w:b/></w:rPr><w:t>${escaped(name)}</w:t></w:r><w:r><w:t xml:space="preserve"> ${escaped(note)}</w:t></w:r>`;
    body += `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs}</w:p>`;
  }
  return packed({
    '[Content_Types].xml': types([['/word/document.xml', 'wordprocessingml.document.main']]),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document xmlns:w="${WORDS}"><w:body>${body}</w:body></w:document>`,
  });
}
