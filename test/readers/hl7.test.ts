/** HL7 version 2: what a field is called, by segment, number, component and type, wherever the message is cut and however it is separated. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/detect.js';
import { fileOf, read } from './support.js';

async function valuesIn(text: string, blockBytes = 64 * 1024): Promise<string[]> {
  const { values, error, counts } = await read(fileOf(text), {
    format: { kind: 'hl7', encoding: 'utf-8' },
    blockBytes,
    halo: { left: 64, right: 2048 },
    places: true,
  });
  if (error !== undefined) throw error;
  expect(counts.bytesExamined).toBe(Buffer.byteLength(text));
  return values.map(({ location, text: value }) => `${location!.jsonPath!} ${value}`);
}

const HEAD = 'MSH|^~\\&|ADT|NORTH|||20251101120000||ADT^A01|1|P|2.5.1';
const MESSAGE = [
  HEAD,
  'PID|1||004829^^^N^MR~536-90-4399^^^US^SS||NORTON^EVE^ANN||19510614|F|||815 MAIN ST^^DULUTH^MN^55802||(218)727-0916~218-555-3862',
  'PV1|1|I|4W^217||||1234567893^MENON^RAJIV^^^^MD',
  'DG1|1||J18.9^Pneumonia^I10|||A',
  'DG1|2||7295^Pain^LOCAL',
  'RXE||00093721401^Drug^NDC',
  'OBX|1|ST|8480-6^Systolic^LN||158~149|mm',
  'OBX|2|TX|NOTE||seen by Dr. Menon^twice',
  'ZZZ|1|2|3333',
  '',
];
const NAMED = [
  "$.PID['medical record number'] 004829",
  "$.PID['social security number'] 536-90-4399",
  "$.PID['family name'] NORTON",
  "$.PID['given name'] EVE",
  "$.PID['middle name'] ANN",
  "$.PID['date of birth'] 19510614",
  "$.PID['street address'] 815 MAIN ST",
  '$.PID.city DULUTH',
  "$.PID['postal code'] 55802",
  "$.PID['phone number'] (218)727-0916",
  "$.PID['phone number'] 218-555-3862",
  '$.PV1.npi 1234567893',
  "$.PV1['family name'] MENON",
  "$.PV1['given name'] RAJIV",
  "$.DG1['icd 10'] J18.9",
  "$.DG1['diagnosis code'] 7295",
  '$.RXE.ndc 00093721401',
  '$.OBX.Systolic 158',
  '$.OBX.Systolic 149',
  '$.OBX.NOTE seen by Dr. Menon',
  '$.OBX.NOTE twice',
];

describe('a message of HL7', () => {
  it.each(['\n', '\r', '\r\n'])('has its values by name, segments that end with %j', async (end) => {
    const text = MESSAGE.join(end);
    expect(await valuesIn(text)).toEqual(NAMED);
    for (const blockBytes of [64, 100, 500]) expect(await valuesIn(text, blockBytes)).toEqual(NAMED);
  });

  it('says itself by which signs it is separated', async () => {
    expect(await valuesIn('MSH#*~\\&#A\rPID#1##004829*b*c~004830#x#NORTON*EVE\r')).toEqual([
      "$.PID['medical record number'] 004829",
      "$.PID['medical record number'] 004830",
      "$.PID['family name'] NORTON",
      "$.PID['given name'] EVE",
    ]);
  });

  it('is read behind the signs of a line, and behind a segment that is too long to be looked at', async () => {
    const long = `NTE|1||${'long text '.repeat(3000)}`;
    expect(await valuesIn(`\v${HEAD}\rPID|1||004829\r\x1c\r`)).toEqual(["$.PID['medical record number'] 004829"]);
    for (const blockBytes of [500, 64 * 1024])
      expect(await valuesIn(`${HEAD}\r${long}\rPID|1||004829\r`, blockBytes)).toEqual(["$.PID['medical record number'] 004829"]);
  });

  it('may be anything behind its header', async () => {
    const piece = fc.constantFrom('PID', 'OBX', 'MSH', 'NK1', '|', '^', '~', '\r', '\n', '\v', 'Jane', '19510614', 'é', '||||');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = `${HEAD}\r${pieces.join('')}`;
        expect(await valuesIn(text, 64)).toEqual(await valuesIn(text));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('what is HL7', () => {
  const kindOf = (text: string): string => detectFormat(Buffer.from(text), true, 'x.txt').kind;
  it.each([
    [`${HEAD}\rPID|1\r`, 'hl7'],
    [`\v${HEAD}\rPID|1\r\x1c\r`, 'hl7'],
    ['FHS|^~\\&|A|B\rBHS|^~\\&|A\r', 'hl7'],
    ['MSH is the header of a message: MSH|^~\\&|\n', 'text'],
    ['MSHABC|^~\\&|\n', 'text'],
    ['MSH|a|b\n1|2|3\n4|5|6\n', 'csv'],
  ])('%j is %s', (text, kind) => expect(kindOf(text)).toBe(kind));
});
