/** PDFs made on the spot, object by object. */

/** A stream with its dictionary. */
export const streamed = (dictionary: string, data: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    Buffer.from(data),
    Buffer.from('\nendstream'),
  ]);

/** A document of these objects, numbered from 1; the first is its catalogue. */
export function documentOf(objects: readonly (Buffer | string)[]): Buffer {
  let file = Buffer.from('%PDF-1.4\n');
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file = Buffer.concat([file, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(table)]);
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A document with one page, whose content is given as a stream's dictionary and data. */
export const onePage = (dictionary: string, data: Buffer): Buffer =>
  documentOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    streamed(dictionary, data),
    FONT,
  ]);

/**
 * Three pages with a line each, or none; the second draws forms, each of which draws all forms of the next level: `wide ** deep` of them in
 * a file of `wide * deep`.
 */
export function nestedForms({ wide, deep, line }: { wide: number; deep: number; line: string }): Buffer {
  const first = 9;
  const drawAll = (level: number): { names: string; operators: string } => {
    const forms = Array.from({ length: level < deep ? wide : 0 }, (_, i) => first + level * wide + i);
    return {
      names: forms.map((form) => `/X${form} ${form} 0 R`).join(' '),
      operators: forms.map((form) => `/X${form} Do`).join(' '),
    };
  };
  const text = (page: number): string => (line === '' ? '' : `BT /F1 12 Tf 20 700 Td (page ${page} ${line}) Tj ET`);
  const page = (content: number, names: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${content} 0 R /Resources << /Font << /F1 8 0 R >> /XObject << ${names} >> >> >>`;
  const forms = Array.from({ length: wide * deep }, (_, i) => {
    const { names, operators } = drawAll(Math.floor(i / wide) + 1);
    return streamed(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << ${names} >> >>`, operators);
  });
  const { names, operators } = drawAll(0);
  return documentOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>',
    page(6, ''),
    page(7, names),
    page(6, ''),
    streamed('', text(1)),
    streamed('', `${text(2)} ${operators}`),
    FONT,
    ...forms,
  ]);
}
