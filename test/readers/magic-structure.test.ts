/** What is left out by intent is what its structure says it is: a signature alone before a text hides nothing, and real heads are known at any length. */
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/detect.js';

const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
const zeros = (count: number): string => '00'.repeat(count);

/** Heads as programs write them, by the formats' specifications; then zeros, or what the second string says. */
const HEADS: Readonly<Record<string, readonly [kind: string, head: string, more?: string]>> = {
  png: ['media', '89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55'],
  'png of an iPhone': ['media', '89504e470d0a1a0a0000000443674249'],
  'jpeg, JFIF': ['media', `ffd8ffe000104a46494600010100000100010000ffdb0043${zeros(65)}ffc0`],
  'gif with 2 colours': ['media', `${ascii('GIF89a')}01000100800000${'000000ffffff'}2c000000000100010000`],
  bmp: ['media', `${ascii('BM')}3a0000000000000036000000280000000100000001000000010018`],
  tiff: ['media', '49492a000800000002000001030001000000010000000101030001000000'],
  'tiff, big-endian': ['media', '4d4d002a00000008000201000003000000010001000001010003'],
  webp: ['media', `${ascii('RIFF')}24000000${ascii('WEBPVP8L')}17000000`],
  wave: ['media', `${ascii('RIFF')}24080000${ascii('WAVEfmt ')}1000000001000200`],
  aiff: ['media', `${ascii('FORM')}00000824${ascii('AIFFCOMM')}000000120002`],
  icon: ['media', '00000100010010100000010020006804000016000000'],
  psd: ['media', `${ascii('8BPS')}0001${zeros(6)}0003`],
  id3: ['media', `${ascii('ID3')}04000000000023`],
  'mp3, 128 kbit/s': ['media', 'fffb9000', `${zeros(413)}fffb9000`],
  'mp3, MPEG 2': ['media', 'fff38000', `${zeros(204)}fff38000`],
  flac: ['media', `${ascii('fLaC')}0000002210001000`],
  ogg: ['media', `${ascii('OggS')}0002${zeros(12)}`],
  mp4: ['media', `00000020${ascii('ftypisom')}00000200${ascii('isomiso2')}`],
  matroska: ['media', '1a45dfa3a3428681014287'],
  'matroska with a long length': ['media', '1a45dfa301000000000000234286810142'],
  'mpeg, pack': ['media', '000001ba44000400'],
  'mpeg, video': ['media', '000001b31600f0c4'],
  midi: ['media', `${ascii('MThd')}000000060001`],
  'jpeg xl': ['media', '0000000c4a584c200d0a870a'],
  'jpeg 2000': ['media', '0000000c6a5020200d0a870a'],
  exr: ['media', '762f310102000000'],
  dds: ['media', `${ascii('DDS ')}7c000000`],
  flv: ['media', `${ascii('FLV')}010500000009`],
  asf: ['media', '3026b2758e66cf11a6d900aa0062ce6c'],
  truetype: ['font', `0001000000110100000400104453494700000001${'00033d94'}00000008`],
  opentype: ['font', `${ascii('OTTO')}000a008000030020${ascii('CFF ')}1234567800000abc`],
  collection: ['font', `${ascii('ttcf')}00020000`],
  woff: ['font', `${ascii('wOFF')}00010000`],
  woff2: ['font', `${ascii('wOF2')}4f54544f`],
  'elf, 64 bits': ['program', `7f454c46020101000000000000000000${'03003e0001000000'}${zeros(24)}${'00000000'}40003800`],
  'elf, 32 bits, big-endian': ['program', `7f454c46010201${zeros(9)}${'0002001400000001'}${zeros(16)}00340020`],
  pe: ['program', `${ascii('MZ')}90000300${zeros(54)}80000000`, `${zeros(64)}${ascii('PE')}0000`],
  'mach-o': ['program', `cffaedfe0700000103000000020000001000000000`],
  class: ['program', 'cafebabe00000034001d0a0006000f'],
  'apple, two processors': ['program', 'cafebabe0000000201000007'],
  wasm: ['program', '0061736d01000000'],
  'python 3.11': ['program', `a70d0d0a${zeros(12)}e3`],
  archive: ['program', `${ascii('!<arch>\n')}${ascii('/'.padEnd(58))}600a`],
  dex: ['program', `${ascii('dex\n035')}00`],
  bitcode: ['program', '4243c0de35140000'],
  lua: ['program', '1b4c756154001993'],
};

const NOTE = 'SSN 536-90-4399, wéitten down by somebody\n'.repeat(20);
const detect = (bytes: Buffer) => detectFormat(bytes.subarray(0, 65_536), bytes.length <= 65_536, 'a');

/** So few of their bytes might be a text. */
const TEXT_WHERE_CUT = new Set(['mp3, 128 kbit/s', 'mp3, MPEG 2', 'woff2', 'dex']);

describe.each(Object.entries(HEADS))('%s', (name, [skip, head, more = zeros(600)]) => {
  const start = Buffer.from(head, 'hex');

  it('is left out, whole and cut behind its head', () => {
    expect(detect(Buffer.concat([start, Buffer.from(more, 'hex')]))).toEqual({ kind: 'skip', skip });
    if (!TEXT_WHERE_CUT.has(name)) expect(detect(start)).toEqual({ kind: 'skip', skip });
  });
});

/** Bytes of each signature. */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  'jpeg, JFIF': 3,
  'mp3, 128 kbit/s': 2,
  'mp3, MPEG 2': 2,
  truetype: 5,
  bmp: 14,
};

it.each(Object.entries(HEADS).filter(([name]) => name !== 'id3' && name !== 'webp' && name !== 'wave' && name !== 'aiff'))(
  'the signature of %s before a text hides nothing',
  (name, [, head]) => {
    const signature = Buffer.from(head, 'hex').subarray(0, SIGNATURE_BYTES[name] ?? 4);
    const eight = Buffer.from(head, 'hex').subarray(0, 8);
    for (const begin of name.startsWith('png') ? [eight] : [signature])
      for (const encoding of ['latin1', 'utf8'] as const)
        expect(detect(Buffer.concat([begin, Buffer.from(NOTE, encoding)])).kind).not.toBe('skip');
  },
);

it('a picture’s signature before a text in an 8-bit encoding is text', () => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(NOTE, 'latin1')]);
  expect(detect(bytes).kind).toBe('text');
});
