/** HTML and XML: which values have which names, wherever the text is cut, damaged or not. */
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { detectFormat } from '../../src/readers/detect.js';
import { fileOf, read, streamOf } from './support.js';

const HTML: ContentFormat = { kind: 'html', encoding: 'utf-8' };
const XML: ContentFormat = { kind: 'xml', encoding: 'utf-8' };
const HALO = { left: 64, right: 2048 };

async function valuesIn(text: string, format: ContentFormat): Promise<string[]> {
  const { values, error } = await read(fileOf(text), { format, halo: HALO });
  if (error !== undefined) throw error;
  return values.map((value) => `${value.names.join('.')}=${value.text}`);
}

const TABLE = `<!DOCTYPE html><html><body><!-- <td>none</td> -->
<table><thead><tr><th>Name</th><th colspan=2>Social <b>security</b></th><th>Note</th></tr></thead>
<tbody><tr><td>Ann Lee</td><td>536-90-4399</td><td class="x">second</td><td>a <i>part</i> of it
<tr><td>Bob<td>536&#45;90&#x2d;4398<td><td><table><tr><th>IBAN</th></tr><tr><td>inner</td></tr></table>outer</tr>
</tbody></table><table><tr><th>Passport</th><td>C01X00T47</td></tr><tr><TH>Phone</TH><TD>12345</TD></tr></table>
<table><tr><td>City</td><td>Mail</td></tr><tr><td>Rome</td><td>a@b.c</td></tr></table></body></html>`;
const FORM = `<form><label for="a">Tax <em>number</em></label><input id=a name="f1" value="123&amp;456"><textarea name='notes'>some text</textarea>
<select><option value="abc">Abc</option></select></form><dl><dt>Blood group</dt><dd>AB negative</dd></dl>
<p data-ssn="536-90-4399" class="none">plain</p><p>M&uuml;ller &unknown; &amp</p><meta name="author" content="Ann Lee">
<script>if (a < b && "<td>x</td>") { }</script><title>T&ouml;pfe</title>`;
const RECORDS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><people xmlns:h="urn:x"><!-- note --><h:person id="p17" h:ssn='536-90-4399'>
<name>Ann &lt;Lee&gt;</name><empty/><phone type="home">12345</phone><note><![CDATA[a <b> & c]]></note></h:person><person><name>Bob</name>tail</person></people>`;

const NAMED = `<resultset xmlns:xsi="urn:y"><row><field name="uid">1717</field><field name="field">self</field><field name="ssn" xsi:nil="true"/>
<field name='row'>in&amp;out</field><field name="last_name"><b>Ann</b> Lee</field><field>plain</field></row></resultset>
<configuration><property name="db.password" value="hunter&#50;"/><add key="mail" value="a@b.c">rest</add><person name="Ann Lee">some</person></configuration>`;

describe('values of HTML', () => {
  it('in tables are called by the headers of column and row', async () => {
    expect(await valuesIn(TABLE, HTML)).toEqual([
      'Name=Ann Lee',
      'Social security=536-90-4399',
      'Social security=second',
      'Note=part',
      'Note=of it',
      'Name=Bob',
      'Social security=536-90-4398',
      'IBAN=inner',
      'Note=outer',
      'Passport=C01X00T47',
      'Phone=12345',
      'City=Rome',
      'Mail=a@b.c',
    ]);
  });

  it('in forms, definitions and attributes are called by their names; others are listed where they hold references', async () => {
    expect(await valuesIn(FORM, HTML)).toEqual([
      'Tax number.f1.a=123&456',
      'notes=some text',
      'Blood group=AB negative',
      'ssn=536-90-4399',
      '=Müller &unknown; &amp',
      'author=Ann Lee',
      '=Töpfe',
    ]);
  });

  it('have their places', async () => {
    const { values } = await read(fileOf(TABLE), { format: HTML, halo: HALO, places: true });
    const [, ssn] = values;
    expect([ssn!.line, ssn!.column, ssn!.location]).toEqual([3, 32, { row: 2, columnName: 'Social security' }]);
    const bob = values.find(({ text }) => text === '536-90-4398')!;
    expect(TABLE.slice(bob.start, bob.end)).toBe('536&#45;90&#x2d;4398');
  });
});

describe('values of XML', () => {
  it('are called by the elements on the path to them', async () => {
    expect(await valuesIn(RECORDS, XML)).toEqual([
      'people.person.id=p17',
      'people.person.ssn=536-90-4399',
      'people.person.name=Ann <Lee>',
      'people.person.phone.type=home',
      'people.person.phone=12345',
      'people.person.note=a <b> & c',
      'people.person.name=Bob',
      'people.person=tail',
    ]);
    const { values } = await read(fileOf(RECORDS), { format: XML, halo: HALO, places: true });
    expect(values[4]!.location).toEqual({ jsonPath: '$.people.person.phone' });
  });

  it('are called by the attribute that names a field, a property or the like', async () => {
    expect(await valuesIn(NAMED, XML)).toEqual([
      'resultset.row.field.name=uid',
      'resultset.row.field.uid=1717',
      'resultset.row.field.name=field',
      'resultset.row.field.field=self',
      'resultset.row.field.name=ssn',
      'resultset.row.field.nil=true',
      'resultset.row.field.name=row',
      'resultset.row.field.row=in&out',
      'resultset.row.field.name=last_name',
      'resultset.row.field.last_name.b=Ann',
      'resultset.row.field.last_name=Lee',
      'resultset.row.field=plain',
      'configuration.property.name=db.password',
      'configuration.property.db.password=hunter2',
      'configuration.add.key=mail',
      'configuration.add.mail=a@b.c',
      'configuration.add.mail=rest',
      'configuration.person.name=Ann Lee',
      'configuration.person=some',
    ]);
    const { values } = await read(fileOf(NAMED), { format: XML, halo: HALO, places: true });
    expect(values[3]!.location).toEqual({ jsonPath: '$.resultset.row.field.field' });
  });

  it('with names beyond the bound of a name, or of levels, are called by their elements', async () => {
    const long = 'n'.repeat(257);
    expect(await valuesIn(`<r><field name="${long}">abc</field><field name="">def</field></r>`, XML)).toEqual([
      `r.field.name=${long}`,
      'r.field=abc',
      'r.field=def',
    ]);
    const deep = `${'<a>'.repeat(63)}<field name="ssn">text</field>${'</a>'.repeat(63)}<b>next</b>`;
    expect((await valuesIn(deep, XML)).slice(1)).toEqual([`${'a.'.repeat(63)}field=text`, 'b=next']);
  });

  it('below too many elements have no names', async () => {
    const deep = 100_000;
    expect(await valuesIn(`${'<a>'.repeat(deep)}text${'</a>'.repeat(deep)}<b>next</b>`, XML)).toEqual(['b=next']);
  });
});

describe('markup', () => {
  const texts: readonly (readonly [ContentFormat, string])[] = [
    [HTML, `${TABLE}<p>${'x'.repeat(5000)}<p title="${'y'.repeat(5000)}">a < b</p><!-- ${'z'.repeat(3000)} -->${FORM}<td>`],
    [XML, `${NAMED}${NAMED}`],
    [XML, `${RECORDS}<a>${'x'.repeat(5000)}</a><![CDATA[${'y'.repeat(5000)}]]>${RECORDS}`],
  ];

  it('gives the same values wherever it is cut', async () => {
    for (const [format, text] of texts) {
      const whole = await read(fileOf(text), { format, halo: HALO, places: true });
      expect(whole.values.length).toBeGreaterThan(12);
      for (let blockBytes = 256; blockBytes < 376; blockBytes++) {
        const pieces = await read(streamOf(text, 500), { format, halo: HALO, blockBytes, places: true });
        expect(pieces.values).toEqual(whole.values);
        expect(pieces.counts).toEqual(whole.counts);
      }
    }
  });

  it('is examined to its last byte, damaged and cut anywhere', async () => {
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (const [format, text] of texts) {
      for (let round = 0; round < 60; round++) {
        const all = Buffer.from(text);
        const damaged = round < 20 ? all.subarray(0, (all.length * round) / 20) : all;
        if (round >= 20) for (let i = 0; i < 20; i++) damaged[random(damaged.length)] = random(128);
        const whole = await read(fileOf(damaged), { format, halo: HALO });
        const pieces = await read(streamOf(damaged, 700), { format, halo: HALO, blockBytes: 256 + random(500) });
        expect(whole.counts.bytesExamined).toBe(damaged.length);
        expect(pieces.values).toEqual(whole.values);
      }
    }
  });

  it('is told by its first tag, and by its name', () => {
    const kind = (text: string, path: string) => detectFormat(Buffer.from(text), true, path).kind;
    expect(kind(TABLE, 'page')).toBe('html');
    expect(kind('<!-- x -->\n<div>a</div>', 'page.txt')).toBe('html');
    expect(kind('Hello <b>you</b>', 'a.html')).toBe('html');
    expect(kind(RECORDS, 'data')).toBe('xml');
    expect(kind('<project><a>1</a></project>', 'pom.xml')).toBe('xml');
    expect(kind('<Template>\n</Template>', 'a.vue')).toBe('text');
    expect(kind('a <b> c', 'a.txt')).toBe('text');
  });
});

describe('XML that is cut', () => {
  const XML =
    '<?xml version="1.0"?>\n<people><person ssn="536-90-4399"><name>Ann</name><br/></person><person/></people>\n<!-- end -->\n';
  const format = { kind: 'xml', encoding: 'utf-8' } as const;

  it('is a problem wherever that is behind its first tag, and all there is of it is examined', async () => {
    for (let length = XML.indexOf('<person ') + 1; length <= XML.length; length++) {
      const part = XML.slice(0, length);
      const { error, counts } = await read(fileOf(part), { format });
      const isWhole = part.includes('</people>');
      if (isWhole) expect(error, part).toBeUndefined();
      else expect(error, part).toMatchObject({ code: 'malformed', message: 'XML: it ends before its root element does' });
      expect(counts.bytesExamined).toBe(length);
    }
  });

  it.each([
    ['elements that nobody closed', '<a><b><c></a>'],
    ['several roots', '<a>1</a><b>2</b>'],
    ['an end that was never begun', '<a/></b>'],
    ['a first tag that is too long', `<a x="${'y'.repeat(300_000)}"><b>1</b></a>`],
    ['depths beyond the names that are followed', `${'<a>'.repeat(100)}1${'</a>'.repeat(100)}`],
  ])('is not taken for %s', async (_, text) => {
    expect((await read(fileOf(text), { format })).error).toBeUndefined();
  });

  it('is none where it is HTML', async () => {
    expect((await read(fileOf('<html><body><p>one'), { format: { kind: 'html', encoding: 'utf-8' } })).error).toBeUndefined();
  });
});
