/** Compound files (MS-CFB), in which Office wrote before 2007 and writes encrypted documents: what they hold, by their directory. */
import { fillFrom } from '../../core/fill-from.js';
import { ItemProblem } from '../../core/problem.js';
import type { PositionalSource } from '../positional.js';

const HEADER_BYTES = 512;
/** Fields of the header. */
const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const MORE_TABLES_AT = 68;
const TABLES_AT = 76;
const TABLES_IN_HEADER = 109;
/** Above, numbers of sectors mean that nothing follows. */
const LAST_SECTOR = 0xfffffffa;
const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const TYPE_AT = 66;
const STREAM = 2;
/** Sectors of a directory, and of what says where its tables are: each has four entries or more. */
const MOST_SECTORS = 100_000;

/** Names of all streams. @throws ItemProblem `malformed` */
export function streamNames(source: PositionalSource): Set<string> {
  const header = read(source, 0, HEADER_BYTES);
  const shift = header.readUInt16LE(SECTOR_SHIFT_AT);
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectors = new Sectors(source, header, 2 ** shift);
  const names = new Set<string>();
  let seen = 0;
  for (let sector = header.readUInt32LE(DIRECTORY_AT); sector < LAST_SECTOR; sector = sectors.next(sector)) {
    if (++seen > MOST_SECTORS) throw damaged();
    const bytes = sectors.read(sector);
    for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
      const length = bytes.readUInt16LE(at + NAME_LENGTH_AT);
      if (bytes[at + TYPE_AT] !== STREAM || length < 2 || length > NAME_LENGTH_AT) continue;
      names.add(bytes.toString('utf16le', at, at + length - 2).toUpperCase());
    }
  }
  return names;
}

class Sectors {
  readonly #source: PositionalSource;
  readonly #size: number;
  /** Sectors that hold the table of what follows what. */
  readonly #tables: number[] = [];

  constructor(source: PositionalSource, header: Buffer, size: number) {
    this.#source = source;
    this.#size = size;
    for (let i = 0; i < TABLES_IN_HEADER; i++) this.#tables.push(header.readUInt32LE(TABLES_AT + 4 * i));
    let seen = 0;
    for (let sector = header.readUInt32LE(MORE_TABLES_AT); sector < LAST_SECTOR; ) {
      if (++seen > MOST_SECTORS) throw damaged();
      const bytes = this.read(sector);
      for (let at = 0; at < size - 4; at += 4) this.#tables.push(bytes.readUInt32LE(at));
      sector = bytes.readUInt32LE(size - 4);
    }
  }

  read(sector: number): Buffer {
    return read(this.#source, (sector + 1) * this.#size, this.#size);
  }

  /** The sector behind one. */
  next(sector: number): number {
    const perTable = this.#size / 4;
    const table = this.#tables[Math.floor(sector / perTable)];
    if (table === undefined || table >= LAST_SECTOR) throw damaged();
    return this.read(table).readUInt32LE(4 * (sector % perTable));
  }
}

function read(source: PositionalSource, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (fillFrom(source, bytes, position) < length) throw damaged();
  return bytes;
}

function damaged(): ItemProblem {
  return new ItemProblem('malformed', 'an old Office document whose directory is damaged');
}
