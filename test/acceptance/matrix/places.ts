/** The 200 labelled values behind the matrix, and where each of them must be found: computed from the list alone, by what docs/formats.md promises. */
import fs from 'node:fs';
import type { Location } from '../../../dist/src/index.js';

export const FOLDER = new URL('../../fixtures/matrix/', import.meta.url);

interface Column {
  readonly detector: string;
  /** As a header or field. */
  readonly name: string;
  /** As free text says before a value. */
  readonly label: string;
}

interface Labelled {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: number; readonly note: string; readonly values: readonly string[] }[];
}

export const { columns: COLUMNS, rows: ROWS }: Labelled = JSON.parse(fs.readFileSync(new URL('values.json', FOLDER), 'utf8'));

/** A value of the list: its row and column count from 0. */
export interface Label {
  readonly row: number;
  readonly column: number;
  readonly detector: string;
  readonly value: string;
}

export const LABELS: readonly Label[] = ROWS.flatMap(({ values }, row) =>
  values.map((value, column) => ({ row, column, detector: COLUMNS[column]!.detector, value })),
);

/** The structured place of a value. */
export type Layout = (label: Label) => Location;

/** The columns of the list stand behind that of the id. */
const BEHIND_ID = 2;
/** Lines of a person in free text: a heading, and a line for each value. */
const LINES = COLUMNS.length + 1;
/** Columns of the wide table: id, values, note. */
const WIDTH = COLUMNS.length + 2;
/** Rows of a row group or record batch, where there is more than one. */
const GROUP = 6;
/** The fields that stand in an object of their own in nested variants; the last one stands in the second object of a list. */
const IN_CONTACT = 2;
const LAST = COLUMNS.length - 1;

const nameOf = ({ column }: Label): string => COLUMNS[column]!.name;

/** Field path below the record, in nested variants. */
const nestedPath = (label: Label): string => {
  if (label.column < IN_CONTACT) return `.contact.${nameOf(label)}`;
  return label.column === LAST ? `.keys[1].${nameOf(label)}` : `.${nameOf(label)}`;
};
/** Without the numbers of elements: the name of a nested column. */
const nestedName = (label: Label): string => nestedPath(label).slice(1).replace('[1]', '');

/** A line of text is all there is. */
export const inText: Layout = () => ({});
/** A table with a header; rows count from it. */
export const inTable: Layout = (label) => ({
  row: label.row + 2,
  columnIndex: label.column + BEHIND_ID,
  columnName: nameOf(label),
});
/** A table in text. */
export const inDrawnTable: Layout = (label) => ({ row: label.row + 2, columnName: nameOf(label) });
/** Named without a table around it. */
export const byName: Layout = (label) => ({ columnName: nameOf(label) });
export const inSql: Layout = (label) => ({ row: label.row + 1, columnName: `people.${nameOf(label)}` });
/** One document of JSON is record 0. */
export const inJson: Layout = (label) => ({ recordIndex: 0, jsonPath: `$[${label.row}].${nameOf(label)}` });
export const inNestedJson: Layout = (label) => ({ recordIndex: 0, jsonPath: `$.people[${label.row}]${nestedPath(label)}` });
export const inRecords: Layout = (label) => ({ recordIndex: label.row, jsonPath: `$.${nameOf(label)}` });
export const inNestedRecords: Layout = (label) => ({ recordIndex: label.row, jsonPath: `$${nestedPath(label)}` });
export const inSqlite: Layout = (label) => ({ ...inSql(label), columnIndex: label.column + BEHIND_ID });
export const inYaml: Layout = (label) => ({ jsonPath: `$[${label.row}].${nameOf(label)}` });
export const inToml: Layout = (label) => ({ jsonPath: `$.people[${label.row}].${nameOf(label)}` });
export const inIni: Layout = (label) => ({ jsonPath: `$.person${label.row + 1}.${nameOf(label)}` });
export const inEnv: Layout = (label) => ({ jsonPath: `$.${nameOf(label).toUpperCase()}_${label.row + 1}` });
export const inHl7: Layout = (label) => ({ jsonPath: `$.OBX.${nameOf(label)}` });
export const inXml: Layout = (label) => ({ jsonPath: `$.people.person.${nameOf(label)}` });

/** Elements of one name, whose names stand in an attribute. */
export const inFields: Layout = () => ({ jsonPath: '$.resultset.row.field' });

/** Columnar files number their rows from 1, through all groups. @param group rows of a row group or batch */
export const inColumns =
  (group = GROUP): Layout =>
  (label) => ({
    rowGroup: Math.floor(label.row / group),
    row: label.row + 1,
    columnIndex: label.column + BEHIND_ID,
    columnName: nameOf(label),
  });
/** @param isLeaf Parquet counts the innermost columns, Arrow the outermost; the latter are the object, 17 plain ones and the list */
export const inNestedColumns =
  (isLeaf: boolean, group: number): Layout =>
  (label) => {
    const { column } = label;
    const outer = column < IN_CONTACT ? BEHIND_ID : column + BEHIND_ID - IN_CONTACT + 1;
    // The list holds objects of two fields, of which ours is the second.
    const inner = column + BEHIND_ID + (column === LAST ? 1 : 0);
    return {
      rowGroup: Math.floor(label.row / group),
      row: label.row + 1,
      columnIndex: isLeaf ? inner : outer,
      columnName: nestedName(label),
      ...(nestedName(label) !== nameOf(label) && { jsonPath: `$${nestedPath(label)}` }),
    };
  };

/** Letters of a column of a sheet, of which there are fewer than 27. */
const letters = (column: number): string => String.fromCharCode(64 + column);

/** @param moved rows and columns that the table stands below and to the right of the first cell */
export const inSheet =
  (sheet: string, moved: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 }): Layout =>
  (label) => {
    const row = label.row + 2 + moved.rows;
    const columnIndex = label.column + BEHIND_ID + moved.columns;
    return { sheet, cell: `${letters(columnIndex)}${row}`, row, columnIndex, columnName: nameOf(label) };
  };

const paragraphOf = ({ row, column }: Label): number => row * LINES + column + 2;
export const inParagraphs: Layout = (label) => ({ paragraph: paragraphOf(label) });
/** Each cell of a wide table is a paragraph, those of the header too. */
export const inCells: Layout = ({ row, column }) => ({ paragraph: (row + 1) * WIDTH + column + BEHIND_ID });
/** A page or slide for each person. */
export const inPages: Layout = ({ row }) => ({ page: row + 1 });
export const inPagesAndParagraphs: Layout = (label) => ({ page: label.row + 1, paragraph: paragraphOf(label) });
/** @param isTable whether it has rows below a header */
export const inPart =
  (part: string, isTable = false): Layout =>
  ({ row }) => ({ part, ...(isTable && { row: row + 2 }) });
/** A message for each person. */
export const inMessages: Layout = ({ row }) => ({ recordIndex: row });
/** Half of a person's lines in a cell of Markdown below its heading, the other half in the output of the code cell behind it. */
export const inNotebook: Layout = ({ row, column }) => {
  const half = COLUMNS.length / 2;
  if (column < half)
    return { recordIndex: 0, jsonPath: `$.cells[${2 * row}].source[${column + 1}]`, part: `cell ${2 * row + 1}` };
  return {
    recordIndex: 0,
    jsonPath: `$.cells[${2 * row + 1}].outputs[0].text[${column - half}]`,
    part: `output of cell ${2 * row + 2}`,
  };
};
