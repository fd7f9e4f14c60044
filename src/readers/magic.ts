/** Formats known by their first bytes: what is packed, what is left out by intent, and what holds data that is not read yet. */
import type { ArchiveName, CodecName, ContentFormat, OfficeKind } from '../core/format.js';
import type { SkipKind } from '../core/result.js';
import { goesOn, type Structure } from './magic-structure.js';

/** `skip`: left out by intent. `what`: not read yet, named for the report. `read`: told by its first bytes alone. */
export type Magic =
  | { readonly skip: SkipKind }
  | { readonly what: string }
  | { readonly codec: CodecName }
  | { readonly archive: ArchiveName }
  | { readonly read: BinaryKind };

/** Formats that their first bytes tell. */
type BinaryKind = Exclude<ContentFormat, { readonly encoding: unknown }>['kind'];

interface Signature {
  readonly magic: Magic;
  /** Hexadecimal bytes; `..` stands for any byte. */
  readonly bytes: string;
  /** Offset of the first one. */
  readonly at?: number;
  /** The signature is plain text too: it counts only where the rest is not text. */
  readonly isWeak?: true;
  /** What has to follow: of all that is left out by intent. */
  readonly structure?: Structure;
}

const media: Magic = { skip: 'media' };
const font: Magic = { skip: 'font' };
const program: Magic = { skip: 'program' };

/** Written as text where the signature is text. */
function ascii(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}

/** From the formats' own specifications; file(1) lists the same bytes. */
const SIGNATURES: readonly Signature[] = [
  // Compression
  { magic: { codec: 'gzip' }, bytes: '1f8b08' },
  { magic: { codec: 'zstd' }, bytes: '28b52ffd' },
  { magic: { codec: 'zstd' }, bytes: '502a4d18' },
  { magic: { codec: 'xz' }, bytes: 'fd377a585a00' },
  { magic: { codec: 'bzip2' }, bytes: `${ascii('BZh')}..314159265359` },
  { magic: { codec: 'bzip2' }, bytes: `${ascii('BZh')}..177245385090` },
  { magic: { codec: 'lz4' }, bytes: '04224d18' },
  { magic: { codec: 'snappy' }, bytes: `ff060000${ascii('sNaPpY')}` },
  // Archives. The zero in the magic is why text of archived text files does not hide it.
  { magic: { archive: 'tar' }, bytes: `${ascii('ustar')}00`, at: 257 },
  { magic: { archive: 'tar' }, bytes: `${ascii('ustar  ')}00`, at: 257 },
  // Images, sound, video
  { magic: media, bytes: '89504e470d0a1a0a', structure: 'png' },
  { magic: media, bytes: 'ffd8ff', structure: 'jpeg' },
  { magic: media, bytes: ascii('GIF87a'), isWeak: true, structure: 'gif' },
  { magic: media, bytes: ascii('GIF89a'), isWeak: true, structure: 'gif' },
  { magic: media, bytes: `${ascii('BM')}........00000000`, structure: 'bmp' },
  { magic: media, bytes: '49492a00', structure: 'tiff' },
  { magic: media, bytes: '4d4d002a', structure: 'tiffBig' },
  { magic: media, bytes: `${ascii('RIFF')}........${ascii('WEBP')}`, isWeak: true, structure: 'webp' },
  { magic: media, bytes: `${ascii('RIFF')}........${ascii('WAVE')}`, isWeak: true, structure: 'riff' },
  { magic: media, bytes: `${ascii('RIFF')}........${ascii('AVI ')}`, isWeak: true, structure: 'riff' },
  { magic: media, bytes: `${ascii('FORM')}........${ascii('AIFF')}`, isWeak: true, structure: 'aiff' },
  { magic: media, bytes: '00000100..00', structure: 'icon' },
  { magic: media, bytes: ascii('8BPS'), isWeak: true, structure: 'psd' },
  { magic: media, bytes: ascii('ID3'), isWeak: true, structure: 'id3' },
  { magic: media, bytes: 'fffb', structure: 'mp3' },
  { magic: media, bytes: 'fff3', structure: 'mp3' },
  { magic: media, bytes: ascii('fLaC'), isWeak: true, structure: 'flac' },
  { magic: media, bytes: ascii('OggS'), isWeak: true, structure: 'ogg' },
  { magic: media, bytes: ascii('ftyp'), at: 4, isWeak: true, structure: 'boxes' },
  { magic: media, bytes: '1a45dfa3', structure: 'matroska' },
  { magic: media, bytes: '000001ba', structure: 'mpegPack' },
  { magic: media, bytes: '000001b3', structure: 'mpegVideo' },
  { magic: media, bytes: ascii('MThd'), isWeak: true, structure: 'midi' },
  { magic: media, bytes: '0000000c4a584c20', structure: 'jpegBox' },
  { magic: media, bytes: '0000000c6a502020', structure: 'jpegBox' },
  { magic: media, bytes: '762f3101', structure: 'exr' },
  { magic: media, bytes: ascii('DDS '), isWeak: true, structure: 'dds' },
  { magic: media, bytes: `${ascii('FLV')}01`, structure: 'flv' },
  { magic: media, bytes: '3026b2758e66cf11', structure: 'asf' },
  // Fonts
  { magic: font, bytes: '0001000000', structure: 'sfnt' },
  { magic: font, bytes: ascii('OTTO'), isWeak: true, structure: 'sfnt' },
  { magic: font, bytes: ascii('ttcf'), isWeak: true, structure: 'collection' },
  { magic: font, bytes: ascii('wOFF'), isWeak: true, structure: 'woff' },
  { magic: font, bytes: ascii('wOF2'), isWeak: true, structure: 'woff' },
  // Programs and libraries
  { magic: program, bytes: '7f454c46', structure: 'elf' },
  { magic: program, bytes: ascii('MZ'), isWeak: true, structure: 'exe' },
  { magic: program, bytes: 'feedface', structure: 'machOBig' },
  { magic: program, bytes: 'feedfacf', structure: 'machOBig' },
  { magic: program, bytes: 'cefaedfe', structure: 'machO' },
  { magic: program, bytes: 'cffaedfe', structure: 'machO' },
  { magic: program, bytes: 'cafebabe', structure: 'classOrFat' },
  { magic: program, bytes: '0061736d', structure: 'wasm' },
  { magic: program, bytes: '....0d0a', isWeak: true, structure: 'python' },
  { magic: program, bytes: ascii('!<arch>\n'), structure: 'ar' },
  { magic: program, bytes: ascii('dex\n'), isWeak: true, structure: 'dex' },
  { magic: program, bytes: '4243c0de', structure: 'bitcode' },
  { magic: program, bytes: '1b4c7561', structure: 'lua' },
  // Data and documents
  // A page begins behind the magic number, with a byte that no text has.
  { magic: { read: 'parquet' }, bytes: `${ascii('PAR1')}15` },
  { magic: { read: 'parquet' }, bytes: ascii('PAR1'), isWeak: true },
  // The same with an encrypted footer.
  { magic: { read: 'parquet' }, bytes: ascii('PARE'), isWeak: true },
  { magic: { read: 'pdf' }, bytes: ascii('%PDF-') },
  { magic: { read: 'rtf' }, bytes: ascii('{\\rtf') },
  { magic: { read: 'avro' }, bytes: `${ascii('Obj')}01` },
  { magic: { read: 'arrow' }, bytes: `${ascii('ARROW1')}0000` },
  { magic: { read: 'arrow' }, bytes: ascii('ARROW1'), isWeak: true },
  // A stream begins with a mark, the length of its schema and where in that its table begins.
  { magic: { read: 'arrow' }, bytes: 'ffffffff......00..000000' },
  { magic: { what: 'Feather' }, bytes: ascii('FEA1'), isWeak: true },
  { magic: { what: 'ORC' }, bytes: ascii('ORC'), isWeak: true },
  { magic: { what: 'compress' }, bytes: '1f9d' },
  { magic: { what: 'lzip' }, bytes: ascii('LZIP'), isWeak: true },
  // Not read: libarchive-wasm 1.2.0 gives names beyond ASCII as `*` and no error for an archive that is cut; 7z-wasm 1.2.0 is a command that
  // unpacks whole members into memory, under the LGPL with a restriction.
  { magic: { what: '7z archive' }, bytes: '377abcaf271c' },
  { magic: { what: 'RAR archive' }, bytes: '526172211a07' },
  { magic: { what: 'cabinet archive' }, bytes: '4d53434600000000' },
  { magic: { what: 'cpio archive' }, bytes: ascii('07070'), isWeak: true },
  { magic: { what: 'RPM package' }, bytes: 'edabeedb' },
  { magic: { read: 'sqlite' }, bytes: `${ascii('SQLite format 3')}00` },
  // Its rows are read with the database that it belongs to, where that is beside it.
  { magic: { what: 'SQLite write-ahead log by itself' }, bytes: '377f0682' },
  { magic: { what: 'SQLite write-ahead log by itself' }, bytes: '377f0683' },
  // The index of such a log: numbers of pages, which are made anew from it.
  { magic: { skip: 'binary' }, bytes: '18e22d00', structure: 'walIndex' },
  { magic: { what: 'SQLite rollback journal' }, bytes: 'd9d505f920a163d7' },
  { magic: { what: 'HDF5' }, bytes: '894844460d0a1a0a' },
  { magic: { what: 'NumPy array' }, bytes: '934e554d5059' },
  { magic: { what: 'Python pickle' }, bytes: '8002' },
  { magic: { what: 'Python pickle' }, bytes: '8003' },
  { magic: { what: 'Python pickle' }, bytes: '8004' },
  { magic: { what: 'Python pickle' }, bytes: '8005' },
  { magic: { what: 'GGUF model' }, bytes: ascii('GGUF'), isWeak: true },
  { magic: { read: 'xls' }, bytes: 'd0cf11e0a1b11ae1' },
  { magic: { what: 'DICOM' }, bytes: ascii('DICM'), at: 128, isWeak: true },
  { magic: { what: 'MATLAB data' }, bytes: ascii('MATLAB 5.0 MAT-file'), isWeak: true },
  { magic: { what: 'encrypted data (OpenSSL)' }, bytes: ascii('Salted__'), isWeak: true },
  { magic: { what: 'git pack' }, bytes: `${ascii('PACK')}000000`, isWeak: true },
  { magic: { what: 'safetensors model' }, bytes: `..........0000007b22` },
];

/** What the first bytes say. `isText`: the head reads as text, so that signatures which are text themselves do not count. */
export function findMagic(head: Uint8Array, isText: boolean): Magic | undefined {
  for (const { bytes, at, isWeak, structure, magic } of signaturesOf(head[0] ?? ANY)) {
    if ((isWeak && isText) || !hasBytes(head, bytes, at)) continue;
    if (structure !== undefined && !goesOn(structure, head)) continue;
    return magic === 'zip' ? zipKind(head) : magic;
  }
  return undefined;
}

/** What an item may be that ends inside a signature, in the order of the signatures. */
export function* cutMagic(item: Uint8Array): Generator<Magic, void, void> {
  for (const { bytes, at, isWeak, magic } of signaturesOf(item[0] ?? ANY)) {
    const isCut = at === 0 && (item.length < bytes.length || (isWeak && item.length === bytes.length));
    if (isCut && hasBytes(item, bytes.slice(0, item.length), 0)) yield magic === 'zip' ? { archive: 'zip' } : magic;
  }
}

/** Stands for any byte. */
const ANY = -1;

interface Pattern {
  readonly bytes: readonly number[];
  readonly at: number;
  readonly isWeak: boolean;
  readonly structure: Structure | undefined;
  readonly magic: Magic | 'zip';
}

const PATTERNS: readonly Pattern[] = [
  ...['504b0304', '504b0506', '504b0708'].map((bytes) => ({ bytes, magic: 'zip' }) as const),
  ...SIGNATURES,
].map((signature: Omit<Signature, 'magic'> & { magic: Magic | 'zip' }) => ({
  bytes: (signature.bytes.match(/../g) ?? []).map((byte) => (byte === '..' ? ANY : Number.parseInt(byte, 16))),
  at: signature.at ?? 0,
  isWeak: signature.isWeak ?? false,
  structure: signature.structure,
  magic: signature.magic,
}));

/** Patterns by the item's first byte, in their order: of eighty, a small file of text is held against five. */
const byFirstByte = new Map<number, readonly Pattern[]>();

function signaturesOf(first: number): readonly Pattern[] {
  let patterns = byFirstByte.get(first);
  if (patterns === undefined) {
    patterns = PATTERNS.filter(({ bytes, at }) => at > 0 || bytes[0] === ANY || bytes[0] === first);
    byFirstByte.set(first, patterns);
  }
  return patterns;
}

function hasBytes(head: Uint8Array, pattern: readonly number[], at: number): boolean {
  if (at + pattern.length > head.length) return false;
  for (let i = 0; i < pattern.length; i++) if (pattern[i] !== ANY && head[at + i] !== pattern[i]) return false;
  return true;
}

/** Documents that are zip archives, by what the names of their members begin with; OpenDocument has its type in its first one. */
const ZIP_KINDS: readonly (readonly [begin: string, kind: OfficeKind])[] = [
  ['word/', 'docx'],
  ['xl/workbook.bin', 'xlsb'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'odp'],
  ['mimetypeapplication/vnd.oasis.opendocument.graphics', 'odp'],
];
/** Members that documents of Microsoft have beside those. */
const PACKAGE_NAMES = ['[Content_Types].xml', '_rels/.rels', 'docProps/'];
const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const LOCAL_HEADER_BYTES = 30;
const NAME_BYTES = 64;

/** Whether bytes begin as a zip archive does; what it holds is better told by its list of members (`zipFormat`). */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5 || head[2] === 7) && head[3] === head[2]! + 1;
}

/** A ZIP archive is told by the names of its first members: a guess, for sources that can only be read from front to back. */
function zipKind(head: Uint8Array): Magic {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const names: string[] = [];
  for (let at = bytes.indexOf(LOCAL_HEADER); at >= 0; at = bytes.indexOf(LOCAL_HEADER, at + 1)) {
    const start = at + LOCAL_HEADER_BYTES;
    names.push(bytes.toString('latin1', start, start + NAME_BYTES));
  }
  const isPackage = names.some((name) => PACKAGE_NAMES.some((begin) => name.startsWith(begin)));
  for (const [begin, kind] of ZIP_KINDS) {
    const isFound = names.some((name) => name.startsWith(begin));
    if (isFound && (isPackage || begin.startsWith('mimetype'))) return { read: kind };
  }
  if (names.some((name) => /^[^/]+\/data\.pkl/.test(name))) return { what: 'PyTorch model' };
  return { archive: 'zip' };
}
