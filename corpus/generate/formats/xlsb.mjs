/** Makes test/fixtures/office/sheetjs.xlsb, by the package that reads it: no other program that runs here writes XLSB. */
import fs from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';

const people = Array.from({ length: 20 }, (_, i) => [i, `person ${i}`, `536-90-${4300 + i}`, `1984-03-${10 + (i % 20)}`]);
const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['id', 'name', 'ssn', 'born'], ...people]), 'Staff');
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['note'], ['second sheet']]), 'Notes');
const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsb', compression: true });
fs.writeFileSync(path.join(process.argv[2], 'sheetjs.xlsb'), bytes);
