/** The libraries under the readers, or what takes their format apart where there is none. Each gives how many records it met. */
import fs from 'node:fs';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { pieces, plainRead } from '../beside.mjs';

/** All columns, row group by row group, into arrays. */
async function hyparquet(file) {
  const [{ parquetMetadataAsync, parquetRead }, { asyncBufferFromFile }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet/src/node.js'),
    import('hyparquet-compressors'),
  ]);
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer);
  let values = 0;
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const onChunk = ({ columnData }) => {
      values += columnData.length;
    };
    await parquetRead({ file: buffer, metadata, compressors, rowStart, rowEnd, onChunk });
    rowStart = rowEnd;
  }
  return values / metadata.row_groups[0].columns.length;
}

async function avsc(file) {
  const { default: avro } = await import('avsc');
  return countEvents(avro.createFileDecoder(file));
}

/** Every value of every column, made to what JavaScript has for it. */
async function arrow(file) {
  const { RecordBatchReader } = await import('apache-arrow');
  const handle = await fs.promises.open(file);
  let values = 0;
  let columns = 0;
  for await (const batch of await RecordBatchReader.from(handle)) {
    columns = batch.numCols;
    for (let i = 0; i < columns; i++) for (const _value of batch.getChildAt(i)) values++;
  }
  await handle.close();
  return values / columns;
}

/** Inflates every part and parses it as XML; gives the elements of that name. */
const zippedXml = (element) => async (file) => {
  const [{ default: yauzl }, { SaxesParser }] = await Promise.all([import('yauzl'), import('saxes')]);
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true });
  const open = promisify(zip.openReadStream.bind(zip));
  let count = 0;
  const part = async (entry) => {
    const parser = new SaxesParser({ position: false });
    parser.on('opentag', ({ name }) => {
      if (name === element) count++;
    });
    parser.on('text', () => undefined);
    for await (const text of (await open(entry)).setEncoding('utf8')) parser.write(text);
    parser.close();
  };
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(count));
    zip.on('entry', (entry) => {
      const isXml = /\.(?:xml|rels)$/.test(entry.fileName);
      (isXml ? part(entry) : Promise.resolve()).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
};

async function sheetjs(file) {
  const { read } = await import('@e965/xlsx');
  const { SheetNames, Sheets } = read(fs.readFileSync(file), { dense: true });
  return SheetNames.reduce((sum, name) => sum + Sheets[name]['!data'].length, 0);
}

/** Every value of every row. The database lies in the library's memory: its own way to files is not there in Node. */
async function sqliteWasm(file) {
  const { default: load } = await import('@sqlite.org/sqlite-wasm');
  const { oo1, capi, wasm } = await load();
  const bytes = new Uint8Array(fs.readFileSync(file));
  const database = new oo1.DB();
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const place = wasm.allocFromTypedArray(bytes);
  database.checkRc(capi.sqlite3_deserialize(database.pointer, 'main', place, bytes.length, bytes.length, flags));
  let count = 0;
  for (const table of database.selectValues("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
    const statement = database.prepare(`SELECT * FROM "${table}"`);
    for (; statement.step(); count++) for (let i = 0; i < statement.columnCount; i++) statement.get(i);
    statement.finalize();
  }
  database.close();
  return count;
}

async function yaml(file) {
  const { parse } = await import('yaml');
  return parse(fs.readFileSync(file, 'utf8'), { maxAliasCount: 0 }).length;
}

async function toml(file) {
  const { parse } = await import('smol-toml');
  return parse(fs.readFileSync(file, 'utf8')).customer.length;
}

async function saxes(file) {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ position: false });
  let count = 0;
  parser.on('opentag', ({ name }) => {
    if (name === 'customer') count++;
  });
  parser.on('text', () => undefined);
  for await (const text of pieces(file).setEncoding('utf8')) parser.write(text);
  parser.close();
  return count;
}

async function htmlparser2(file) {
  const { Parser } = await import('htmlparser2');
  let count = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'tr') count++;
    },
    ontext: () => undefined,
  });
  for await (const text of pieces(file).setEncoding('utf8')) parser.write(text);
  parser.end();
  return count;
}

async function csvParse(file) {
  const { parse } = await import('csv-parse');
  return countEvents(pieces(file).pipe(parse()));
}

const countEvents = (stream) =>
  new Promise((resolve, reject) => {
    let count = 0;
    stream.on('data', () => {
      count++;
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(count));
  });

/** Every line of a stream of bytes by JSON.parse. */
async function parseLines(stream) {
  let count = 0;
  let rest = '';
  const decoder = new TextDecoder();
  const take = (line) => {
    JSON.parse(line);
    count++;
  };
  for await (const piece of stream) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop();
    lines.forEach(take);
  }
  if (rest !== '') take(rest);
  return count;
}

/** As the reader: by zlib where Node has it, else by fzstd. */
async function unpackedZstd(file) {
  if (zlib.createZstdDecompress !== undefined) return pieces(file).pipe(zlib.createZstdDecompress());
  const { Decompress } = await import('fzstd');
  return (async function* () {
    const given = [];
    const decoder = new Decompress((piece) => given.push(piece.slice()));
    for await (const piece of pieces(file)) {
      decoder.push(piece);
      yield* given.splice(0);
    }
  })();
}

/** @type {Record<string, import('../beside.mjs').Library>} */
export const LIBRARIES = {
  hyparquet,
  avsc,
  'apache-arrow': arrow,
  'yauzl + saxes, rows of XLSX': zippedXml('row'),
  'yauzl + saxes, rows of ODS': zippedXml('table:table-row'),
  'yauzl + saxes, paragraphs': zippedXml('w:p'),
  '@e965/xlsx': sheetjs,
  'sqlite-wasm, in memory': sqliteWasm,
  'plain read': plainRead,
  yaml,
  'smol-toml': toml,
  saxes,
  htmlparser2,
  'csv-parse': csvParse,
  'JSON.parse a line': (file) => parseLines(pieces(file)),
  'zlib + JSON.parse a line': (file) => parseLines(pieces(file).pipe(zlib.createGunzip())),
  'zstd + JSON.parse a line': async (file) => parseLines(await unpackedZstd(file)),
};
