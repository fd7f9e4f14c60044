/**
 * Whether what follows a signature is what its format says: a few bytes before a text must not make a picture of it, which nobody
 * examines. Each check looks at the head as far as it goes: a file that is cut agrees with what is there of it. From the formats' own
 * specifications, as the signatures are.
 */

/** Numbers at the beginning of an item; `NaN` behind its end. */
class HeadView {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  u8(at: number): number {
    return this.#bytes[at] ?? Number.NaN;
  }

  /** Little-endian. */
  u16(at: number): number {
    return this.u8(at) + this.u8(at + 1) * 0x100;
  }

  u32(at: number): number {
    return this.u16(at) + this.u16(at + 2) * 0x1_0000;
  }

  u16be(at: number): number {
    return this.u8(at) * 0x100 + this.u8(at + 1);
  }

  u32be(at: number): number {
    return this.u16be(at) * 0x1_0000 + this.u16be(at + 2);
  }

  /** Whether nearly all that is there from an offset on is ASCII that people write. */
  isText(from: number): boolean {
    const part = this.#bytes.subarray(from);
    let printable = 0;
    for (const byte of part) if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09) printable++;
    return part.length > 0 && printable > part.length * 0.9;
  }

  text(at: number, length: number): string | undefined {
    const part = this.#bytes.subarray(at, at + length);
    return part.length < length ? undefined : String.fromCharCode(...part);
  }
}

type Check = (head: HeadView) => boolean;

/** Not known, or one of those. */
const isOne = (value: number, ...values: readonly number[]): boolean => Number.isNaN(value) || values.includes(value);
/** Not known, or `[least, most]`. */
const isIn = (value: number, least: number, most: number): boolean => !(value < least) && !(value > most);
/** Not known, or one of those. */
const isText = (text: string | undefined, ...texts: readonly string[]): boolean => text === undefined || texts.includes(text);
const isName = (text: string | undefined): boolean => text === undefined || /^[ -~]{4}$/.test(text);

/** The header chunk of a PNG, 13 bytes of which each has its values; Apple puts a chunk of four bytes before it. */
const png: Check = (head) => {
  if (head.u32be(8) === 4 && head.text(12, 4) === 'CgBI') return true;
  return (
    isOne(head.u32be(8), 13) &&
    isText(head.text(12, 4), 'IHDR') &&
    isIn(head.u32be(16), 1, 0x7fff_ffff) &&
    isIn(head.u32be(20), 1, 0x7fff_ffff) &&
    isOne(head.u8(24), 1, 2, 4, 8, 16) &&
    isOne(head.u8(25), 0, 2, 3, 4, 6) &&
    isOne(head.u16(26), 0) &&
    isIn(head.u8(28), 0, 1)
  );
};

/** A marker, the length of its segment, and behind that the next marker. */
const jpeg: Check = (head) => {
  let at = 3;
  while (head.u8(at) === 0xff) at++;
  const length = head.u16be(at + 1);
  return isIn(head.u8(at), 0xc0, 0xfe) && isIn(length, 2, 0xffff) && isOne(head.u8(at + 1 + length), 0xff);
};

/** Behind the table of colours, if there is one, an extension, a picture or the end. */
const gif: Check = (head) => {
  const packed = head.u8(10);
  const colours = (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
  return isOne(head.u8(13 + colours), 0x21, 0x2c, 0x3b);
};

const bmp: Check = (head) => isIn(head.u32(10), 26, 0x1_0000) && isOne(head.u32(14), 12, 16, 40, 52, 56, 64, 108, 124);

/** The first directory, a count and entries with types that there are; where it lies behind the head, all before it are pixels. */
const tiff =
  (u16: (head: HeadView, at: number) => number, u32: (head: HeadView, at: number) => number): Check =>
  (head) => {
    const at = u32(head, 4);
    if (Number.isNaN(u16(head, at + 4))) return !head.isText(8);
    return at >= 8 && u16(head, at) > 0 && isIn(u16(head, at + 4), 1, 18);
  };

const webp: Check = (head) => isText(head.text(12, 4), 'VP8 ', 'VP8L', 'VP8X');
/** The first chunk: its name, and that it ends with the file. */
const riff: Check = (head) => isName(head.text(12, 4)) && !(head.u32(16) > head.u32(4));
const aiff: Check = (head) => isName(head.text(12, 4)) && !(head.u32be(16) > head.u32be(4));
/** The first picture: it has a size, and lies behind the list. */
const icon: Check = (head) => isIn(head.u32(14), 1, 0xffff_ffff) && !(head.u32(18) < 6 + 16 * head.u16(4));
const psd: Check = (head) => isIn(head.u16be(4), 1, 2) && isOne(head.u32be(6), 0) && isOne(head.u16be(10), 0);
const id3: Check = (head) => isIn(head.u8(3), 2, 4) && [6, 7, 8, 9].every((at) => isIn(head.u8(at), 0, 0x7f));

/** Bits a second, in thousands, of MPEG 1 and 2, layer III, and samples a second of MPEG 1. */
const MP3_RATES = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const MP3_SAMPLES = [44_100, 48_000, 32_000] as const;

/** A frame, and behind it the next one. */
const mp3: Check = (head) => {
  if (Number.isNaN(head.u8(2))) return true;
  const isFirst = (head.u8(1) & 8) !== 0;
  const rate = MP3_RATES[isFirst ? 0 : 1][(head.u8(2) >> 4) - 1];
  const samples = MP3_SAMPLES[(head.u8(2) >> 2) & 3];
  if (rate === undefined || samples === undefined) return false;
  const perSecond = isFirst ? samples : samples / 2;
  const length = Math.floor(((isFirst ? 144_000 : 72_000) * rate) / perSecond) + ((head.u8(2) >> 1) & 1);
  return isOne(head.u8(length), 0xff) && isOne(head.u8(length + 1), head.u8(1), head.u8(1) & 0xfe);
};

const flac: Check = (head) => isOne(head.u8(4) & 0x7f, 0) && isOne(head.u8(5), 0) && isOne(head.u16be(6), 34);
const ogg: Check = (head) => isOne(head.u8(4), 0) && isIn(head.u8(5), 0, 7);
/** Of the films that are made of boxes: the length of the first one, and a brand. */
const boxes: Check = (head) => isIn(head.u32be(0), 12, 4096) && isName(head.text(8, 4));
/** The first element in the header: a version, length or type, padding or a checksum. */
const matroska: Check = (head) => {
  const length = Math.clz32(head.u8(4)) - 23;
  return Number.isNaN(head.u8(4)) || (length <= 8 && isOne(head.u8(4 + length), 0x42, 0xec, 0xbf));
};
const mpegPack: Check = (head) => Number.isNaN(head.u8(4)) || (head.u8(4) & 0xc4) === 0x44 || (head.u8(4) & 0xf1) === 0x21;
const mpegVideo: Check = (head) => Number.isNaN(head.u8(7)) || isIn(head.u8(7) & 15, 1, 8);
const midi: Check = (head) => isOne(head.u32be(4), 6);
const jpegBox: Check = (head) => isOne(head.u32be(8), 0x0d0a_870a);
const exr: Check = (head) => isOne(head.u8(4), 2);
const dds: Check = (head) => isOne(head.u32(4), 124);
const flv: Check = (head) => isOne(head.u8(4) & 0xfa, 0) && isOne(head.u32be(5), 9);
const asf: Check = (head) => isOne(head.u32be(8), 0xa6d9_00aa) && isOne(head.u32be(12), 0x0062_ce6c);

/** The first table: its name, and that it lies behind the list. */
const sfnt: Check = (head) => isIn(head.u16be(4), 1, 512) && isName(head.text(12, 4)) && isIn(head.u32be(20), 12, 0x1000_0000);
const collection: Check = (head) => isOne(head.u16be(4), 1, 2) && isOne(head.u16be(6), 0);
const woff: Check = (head) => isText(head.text(4, 4), '\0\x01\0\0', 'OTTO', 'true', 'typ1', 'ttcf');

/** Class, byte order, version, and the size of the header itself. */
const elf: Check = (head) => {
  const isLittle = head.u8(5) !== 2;
  const at = head.u8(4) === 1 ? 40 : 52;
  const size = isLittle ? head.u16(at) : head.u16be(at);
  return isIn(head.u8(4), 1, 2) && isIn(head.u8(5), 1, 2) && isOne(head.u8(6), 1) && isOne(size, at === 40 ? 52 : 64);
};
/** The header that is newer than DOS, or else numbers of pages and paragraphs as programs of DOS have them. */
const exe: Check = (head) => {
  const newer = head.u32(0x3c);
  const isBehind = newer >= 0x40 && newer < 0x1000_0000 && Number.isNaN(head.u8(newer));
  if (isBehind || ['PE', 'NE', 'LE', 'LX'].includes(head.text(newer, 2) ?? '')) return true;
  return isIn(head.u16(2), 0, 511) && isIn(head.u16(4), 1, 0xffff) && isIn(head.u16(8), 1, 4096);
};
const machO =
  (u32: (head: HeadView, at: number) => number): Check =>
  (head) =>
    isIn(u32(head, 12), 1, 16) && isIn(u32(head, 16), 0, 0xffff);
/** A class of Java, by its version and first constant; or programs of Apple for several processors, by their number. */
const classOrFat: Check = (head) =>
  isIn(head.u32be(4), 1, 42) || (isIn(head.u16be(6), 43, 255) && isIn(head.u8(10), 1, 20) && !(head.u16be(8) === 0));
const wasm: Check = (head) => isOne(head.u32(4), 1, 0x1_000d);
/** Code, as marshal writes it, behind a head of one of its lengths. */
const python: Check = (head) => [8, 12, 16].some((at) => isOne(head.u8(at), 0x63, 0xe3));
const ar: Check = (head) => isText(head.text(66, 2), '`\n');
const dex: Check = (head) => isOne(head.u8(7), 0);
const bitcode: Check = (head) => isOne(head.u8(4), 0x35, 0x21);
const lua: Check = (head) => isIn(head.u8(4), 0x50, 0x5f) && isOne(head.u8(5), 0);
/** The index of a write-ahead log of SQLite. */
const walIndex: Check = (head) => isOne(head.u32(4), 0) && isIn(head.u8(12), 0, 1) && isIn(head.u8(13), 0, 1);

const le16 = (head: HeadView, at: number): number => head.u16(at);
const le32 = (head: HeadView, at: number): number => head.u32(at);
const be16 = (head: HeadView, at: number): number => head.u16be(at);
const be32 = (head: HeadView, at: number): number => head.u32be(at);

const CHECKS = {
  ...{
    png,
    jpeg,
    gif,
    bmp,
    webp,
    riff,
    aiff,
    icon,
    psd,
    id3,
    mp3,
    flac,
    ogg,
    boxes,
    matroska,
    mpegPack,
    mpegVideo,
    midi,
    jpegBox,
  },
  ...{ exr, dds, flv, asf, sfnt, collection, woff, elf, exe, classOrFat, wasm, python, ar, dex, bitcode, lua, walIndex },
  tiff: tiff(le16, le32),
  tiffBig: tiff(be16, be32),
  machO: machO(le32),
  machOBig: machO(be32),
};

/** Formats of which more than the signature is looked at. */
export type Structure = keyof typeof CHECKS;

/** Whether a head goes on as the format says that its signature is of. */
export function goesOn(structure: Structure, head: Uint8Array): boolean {
  return CHECKS[structure](new HeadView(head));
}
