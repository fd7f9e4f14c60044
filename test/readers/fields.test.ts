/** Values with labels in text: what a label is, where its value ends, what is none, and that cuts don't matter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFormat, Fields } from '../../src/core/format.js';
import { addLabelEnd, LABEL_ENDS_BYTES, mayEndLabel } from '../../src/core/label-ends.js';
import { detectFormat } from '../../src/readers/detect.js';
import { nameEnd } from '../../src/readers/fields/labels.js';
import { openStructure } from '../../src/readers/structure/structure.js';
import { fileOf, makeMemory, type ReadOptions, read, streamOf } from './support.js';

const HALO = { left: 2048, right: 2048 };

function formatOf(fields: Fields): ContentFormat {
  return { kind: 'text', encoding: 'utf-8', fields };
}

async function fieldsIn(text: string, options: Partial<ReadOptions> & { fields?: Fields } = {}): Promise<string[]> {
  const { fields = 'beside', ...rest } = options;
  const { values, error } = await read(fileOf(text), { format: formatOf(fields), halo: HALO, ...rest });
  if (error !== undefined) throw error;
  return values.map((value) => `${value.names.join('>')}=${value.text}`);
}

const FORM = `FICHA CADASTRAL            Garantia: seguro

Nome completo: Thainá Albuquerque Bittencourt
CPF: 692.296.750-08              RG: 48.194.434-5 SSP/SP
Father's Name : Shrikant V. Kulkarni
DOĞUM TARİHİ : 14.02.1977
ADRES        : Bağdat Cad. Lale Apt. No:118 D:7, 34728 Kadıköy
姓名：藤原 裕太
DOB:1979-04-30
BAŞVURAN : Şükran Özdemiroğlu (T.C. 45364681816)
Tel (privat): +49 (0) 30 1234567
`;
const FORM_FIELDS = [
  'Garantia=seguro',
  'Nome completo=Thainá Albuquerque Bittencourt',
  'CPF=692.296.750-08',
  'RG=48.194.434-5 SSP/SP',
  "Father's Name=Shrikant V. Kulkarni",
  'DOĞUM TARİHİ=14.02.1977',
  'ADRES=Bağdat Cad. Lale Apt. No:118 D:7, 34728 Kadıköy',
  '姓名=藤原 裕太',
  'DOB=1979-04-30',
  'BAŞVURAN=Şükran Özdemiroğlu',
  'Tel=+49 (0) 30 1234567',
];
const VCARD = `BEGIN:VCARD
N:Rosenkilde;Asbjørn;;;
FN:Asbjørn Rosenkilde
item1.TEL;type=WORK;X="a:b":33 55 55 97
ADR;type=HOME:;;Istedgade 118\\, 3. tv.;København V;;1650;Danmark
END:VCARD
`;
const SHEET = `PHO ENROLMENT FORM

Family name
Taufa'ahau
Given name(s)
Ana Seini
Mobile phone
022 107 4956
`;

describe('a label', () => {
  it('stands before its value on the line, at its beginning or behind a gap', async () => {
    expect(await fieldsIn(FORM)).toEqual(FORM_FIELDS);
    expect(await fieldsIn(FORM.replaceAll('\n', '\r\n'))).toEqual(FORM_FIELDS);
    expect(await fieldsIn('Name: Ann Lee | SSN: 536-90-4399\tDOB: 1979-04-30; Tel: 12 34 56')).toEqual([
      'Name=Ann Lee',
      'SSN=536-90-4399',
      'DOB=1979-04-30',
      'Tel=12 34 56',
    ]);
    expect(await fieldsIn('Telefon: 04636 / 97 33 22, Fax: 04636 / 97 53 26. E-Mail: ann@example.org')).toEqual([
      'Telefon=04636 / 97 33 22',
      'Fax=04636 / 97 53 26.',
      'E-Mail=ann@example.org',
    ]);
  });

  it('is found in lists, quoted mail and Markdown', async () => {
    const marked = ['- Name: Ann Lee', '> > Name: Bob Lee', '**Name:** Cyd Lee', '* __Name__: Dan Lee', '3. Name: "Eve Lee"'];
    expect(await fieldsIn(marked.join('\n'))).toEqual(
      [...'ABCDE'].map((_, i) => `Name=${['Ann', 'Bob', 'Cyd', 'Dan', 'Eve'][i]} Lee`),
    );
  });

  it('is told from times, URLs, code, numbers of machines and sentences', async () => {
    const others = [
      'at 12:30 in the yard',
      'https://example.org/name',
      'std::string name',
      'case NAME:',
      'C:\\Users\\ann',
      'de:ad:be:ef:00:01',
      "net.parse('2001:db8::1')",
      'if (name) {x: 1}',
      '"name": "Ann Lee"',
      'he has told us all about his new address: it is far',
      '2026-11-22 12:00:01 INFO user: ann',
      'name := "Ann Lee"',
      'function name: string {',
    ];
    for (const line of others) expect(await fieldsIn(`${line}\n`), line).toEqual([]);
    expect(await fieldsIn('PASS: ld/call1g\nPASS: ld/call1h\nPASS: ld/call1i\n')).toEqual([]);
    expect(await fieldsIn('USER: ann.lee\nPASS: call1g\n')).toEqual(['USER=ann.lee', 'PASS=call1g']);
  });

  it('is a property of an address book or an attribute of a directory, whose short names are said in words', async () => {
    expect(await fieldsIn(VCARD)).toEqual([
      'BEGIN=VCARD',
      'family name=Rosenkilde',
      'given name=Asbjørn',
      'full name=Asbjørn Rosenkilde',
      'TEL=33 55 55 97',
      'street address=Istedgade 118, 3. tv.',
      'END=VCARD',
    ]);
    expect(await fieldsIn('TEL;type=MAIN:35 35 35 35\nTEL;TYPE=MAINE:35 35 35 36\n')).toEqual(['TEL=35 35 35 36']);
    expect(await fieldsIn('sn: Svobodová\ntelephoneNumber: 573 069 710\n')).toEqual([
      'surname=Svobodová',
      'telephoneNumber=573 069 710',
    ]);
  });

  it('stands above its value in small forms alone', async () => {
    const below = ["Family name=Taufa'ahau", 'Given name=Ana Seini', 'Mobile phone=022 107 4956'];
    const all = await fieldsIn(SHEET, { fields: 'beside and above' });
    expect(all.filter((field) => below.includes(field))).toEqual(below);
    expect(await fieldsIn(SHEET)).toEqual([]);
    expect(await fieldsIn('Name:\n  Ann Lee\nNames:\n- Bob Lee\nNote:\n\nCyd Lee\n')).toEqual(['Name=Ann Lee']);
    expect(await fieldsIn('the end\nof it\nIt is so.\nAnd so\nTel: 12\n', { fields: 'beside and above' })).toEqual([]);
  });
});

describe('the scan for labels', () => {
  const memory = makeMemory();
  const { wasm, labelEnds } = openStructure(memory);
  labelEnds.fill(0);
  for (const word of ['name', 'z', 'surname', '姓名', "ім'я"]) addLabelEnd(labelEnds, word);
  const PIECES = [
    'name',
    'Name',
    'SURNAME',
    '姓名',
    'ім\u2019я',
    'Namen',
    'x',
    'z',
    '@',
    '[',
    '`',
    '{',
    '：',
    ':',
    ' ',
    '\u3000',
    '\n',
    '1',
    ')',
    '(',
    '*',
    '/',
    '\u{ff1b}',
  ];

  it('stops where a word for a field ends', () => {
    const anything = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 }), (text, first, back) => {
        const bytes = Buffer.from(text);
        const { length } = bytes;
        memory.bytes.set(bytes);
        memory.bytes.fill(0x3a, length, length + 64);
        const from = Math.min(first, length);
        const found: number[] = [];
        const [start, end] = [memory.blockAt, memory.blockAt + length];
        for (let at = start + from; ; at++) {
          at = wasm.nextLabel(start, at, end, end, back);
          if (at >= end) break;
          found.push(at - start);
        }
        const expected = [...text.matchAll(/[:\uff1a]/g)].flatMap(({ index, 0: colon }) => {
          const at = Buffer.byteLength(text.slice(0, index));
          if (at < from) return [];
          const [last, next] = [text[index - 1] ?? '', text[index + 1] ?? ''];
          if (colon === ':' && (/[:/\\=]/.test(next) || last === ':' || /^\d\d$/.test(last + next))) return [];
          return mayEndLabel(labelEnds, bytes, nameEnd(bytes, at, Math.max(0, at - back))) ? [at] : [];
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a value', () => {
  it('is the name before each address of mail', async () => {
    expect(await fieldsIn('To: "Ann B. Lee" <ann@example.org>, bob@example.org, Cyd Öz <cyd@example.org>\n')).toEqual([
      'To>display name=Ann B. Lee',
      'To>display name=Cyd Öz',
    ]);
    expect(await fieldsIn('Size: 3 <4 km>\n')).toEqual(['Size=3 <4 km>']);
  });

  it('ends with its sentence, and is none where it is longer than two hundred characters', async () => {
    expect(await fieldsIn('Contact: +351 930 812 110 or ann@example.org. We called it thrice.\n')).toEqual([
      'Contact=+351 930 812 110 or ann@example.org',
    ]);
    expect(await fieldsIn(`Note: ${'é'.repeat(200)}\n`)).toEqual([`Note=${'é'.repeat(200)}`]);
    expect(await fieldsIn(`Note: ${'é'.repeat(201)}\n`)).toEqual([]);
    expect(await fieldsIn(`Note: ${'日本 '.repeat(68)}\n`)).toEqual([]);
  });

  it('is listed under names that say something to who asks', async () => {
    const ends = new Uint8Array(LABEL_ENDS_BYTES).fill(0xff);
    const fieldNames = { ends, of: (label: string) => ({ RG: 'rg', 'full name': 'name' })[label] };
    expect(await fieldsIn(FORM + VCARD, { fieldNames })).toEqual(['rg=48.194.434-5 SSP/SP', 'name=Asbjørn Rosenkilde']);
    expect(await fieldsIn(FORM + VCARD, { fieldNames: { ...fieldNames, ends: new Uint8Array(LABEL_ENDS_BYTES) } })).toEqual([]);
  });

  it('is none where it says what was done to a file so called', async () => {
    expect(await fieldsIn('* AUTHORS: Added Ann Lee.\n* THANKS: Update.\nAuthor: Addison Lee\n')).toEqual([
      'THANKS=Update.',
      'Author=Addison Lee',
    ]);
  });

  it('stands behind wide blanks, and before a wide bracket', async () => {
    expect(await fieldsIn('氏名　　　：中村 彩花\n連絡先：　岡田 美咲（家族）\n')).toEqual([
      '氏名=中村 彩花',
      '連絡先=岡田 美咲',
    ]);
  });

  it('has its place in the text', async () => {
    const { values } = await read(fileOf(FORM), { format: formatOf('beside'), halo: HALO, places: true });
    expect(values.map(({ line, column, location }) => [line, column, location])[3]).toEqual([4, 38, {}]);
  });
});

describe('fields', () => {
  const long = `${'word '.repeat(300)}\n`;
  const text = [
    FORM,
    long,
    VCARD,
    SHEET,
    'PASS: aaa\n'.repeat(3),
    long,
    'To: Ann Lee <ann@example.org>\nName:\r\n  Bob Lee\r\n',
    FORM,
  ].join('');
  const bytes = Buffer.from(text);

  it('are the same in blocks of every size, and whatever the halo', async () => {
    for (const halo of [HALO, { left: 64, right: 96 }, { left: 300, right: 200 }]) {
      for (const fields of ['beside', 'beside and above'] as const) {
        const whole = await read(fileOf(text), { format: formatOf(fields), halo, places: true });
        expect(whole.values.length).toBeGreaterThan(15);
        for (let blockBytes = 256; blockBytes < 420; blockBytes += fields === 'beside' ? 1 : 3) {
          const pieces = await read(streamOf(text, 500), { format: formatOf(fields), halo, blockBytes, places: true });
          expect(pieces.values).toEqual(whole.values);
          expect(pieces.counts).toEqual(whole.counts);
        }
      }
    }
  });

  it('are the same in two ranges, wherever one ends', async () => {
    const format = formatOf('beside and above');
    const whole = await read(fileOf(bytes), { format, halo: HALO });
    for (let cut = 0; cut <= bytes.length; cut++) {
      const first = await read(fileOf(bytes), { format, halo: HALO, range: { start: 0, end: cut } });
      const second = await read(fileOf(bytes), { format, halo: HALO, range: { start: cut, end: bytes.length } });
      const both = [...first.values, ...second.values];
      expect(both.map(({ names, text: value }) => [names, value])).toEqual(
        whole.values.map(({ names, text: value }) => [names, value]),
      );
    }
  });

  it('fit the table of values, however many a block holds', async () => {
    for (const line of ['N:abc;def;ghi\n', 'a:bcd\n', 'N:a;b;c\n']) {
      for (const everyValue of [false, true]) {
        const lines = Math.ceil(600_000 / line.length);
        const format = formatOf('properties');
        const { values } = await read(fileOf(line.repeat(lines)), { format, halo: HALO, everyValue });
        const each = line === 'N:a;b;c\n' && !everyValue ? 0 : line.startsWith('N') ? 3 : 1;
        expect(values).toHaveLength(lines * each);
      }
    }
  });

  it('stand beside tables, whose cells are theirs alone', async () => {
    const table = '\n| Name | Note |\n|---|---|\n| Bob Lee | Tel: 12 34 |\n| Cyd Lee | none |\n';
    const mixed = `Owner: Ann Lee${table}Owner: Eve Lee\n${long}`.repeat(3);
    const format: ContentFormat = { kind: 'markdown', encoding: 'utf-8', fields: 'beside' };
    const whole = await read(fileOf(mixed), { format, halo: HALO, places: true });
    expect(whole.values.slice(0, 6).map(({ names, text: value }) => `${names.join('>')}=${value}`)).toEqual([
      'Owner=Ann Lee',
      'Name=Bob Lee',
      'Note=Tel: 12 34',
      'Name=Cyd Lee',
      'Note=none',
      'Owner=Eve Lee',
    ]);
    expect(whole.values.slice(0, 2).map(({ location }) => location)).toEqual([{}, { row: 2, columnName: 'Name' }]);
    for (let blockBytes = 256; blockBytes < 420; blockBytes++) {
      const pieces = await read(streamOf(mixed, 500), { format, halo: HALO, blockBytes, places: true });
      expect(pieces.values).toEqual(whole.values);
    }
  });
});

describe('text with fields', () => {
  const fields = (text: string, path: string, whole = true) => {
    const format = detectFormat(Buffer.from(text), whole, path);
    return 'fields' in format ? format.fields : undefined;
  };

  it('is what people write, not logs, code or what programs read', () => {
    expect(fields(long(FORM), 'form.txt')).toBe('beside');
    expect(fields(long(FORM), 'form')).toBe('beside');
    expect(fields(FORM, 'form.md')).toBe('beside and above');
    expect(fields(VCARD, 'a.vcf')).toBe('properties');
    for (const path of ['form.log', 'form.c', 'form.py']) expect(fields(long(FORM), path)).toBeUndefined();
    expect(fields(`#!/bin/sh\n${FORM}`, 'form')).toBeUndefined();
    expect(fields('int main() {\n  char name;\n  name: go();\n}\n', 'main')).toBeUndefined();
  });

  it('has labels above values where it is small and most lines are short', () => {
    expect(fields(SHEET, 'a.txt')).toBe('beside and above');
    expect(fields(SHEET, 'a.txt', false)).toBe('beside');
    expect(fields(`${SHEET}${`${'word '.repeat(20)}\n`.repeat(9)}`, 'a.txt')).toBe('beside');
  });

  function long(text: string): string {
    return `${text}${`${'word '.repeat(20)}\n`.repeat(20)}`;
  }
});
