/** The reference gives hits their meaning, so each of its rules is written down here as a case. */
import { describe, expect, it } from 'vitest';
import type { DetectorSheet } from '../../src/detectors/define.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference, type ReferenceHit, referenceScan } from '../../src/engine/reference.js';
import { hasNine, leadingZero, sheet, sumOfTen } from './sheets.js';

const regex = loadRegex('auto');
const bytes = (text: string) => new TextEncoder().encode(text);

function inText(text: string, ...sheets: DetectorSheet[]): ReferenceHit[] {
  return referenceScan({ text: bytes(text) }, sheets, regex);
}
function inValue(text: string, names: string[], ...sheets: DetectorSheet[]): ReferenceHit[] {
  return referenceScan({ values: [{ bytes: bytes(text), names }] }, sheets, regex);
}
const spans = (hits: ReferenceHit[]) => hits.map((hit) => [hit.id, hit.start, hit.end]);

const four = sheet('FOUR', { forms: [String.raw`\d{4}`] });
const keyworded = sheet('KEYED', { forms: [String.raw`\d{4}`], keywords: { mode: 'required', words: ['pin code', 'pin'] } });
const without = sheet('UNKEYED', { forms: [String.raw`\d{4}`], keywords: { mode: 'absent', words: ['pin'] } });

describe('spans', () => {
  it('holds both boundaries against the neighbours', () => {
    expect(spans(inText('1234 x1234 12345 1234x 0.1234 1234.5 1234', four))).toEqual([
      ['FOUR', 0, 4],
      ['FOUR', 37, 41],
    ]);
  });

  it('finds a value behind a start that only looked like one', () => {
    expect(spans(inText('12 34-56', sheet('A', { forms: [String.raw`\d\d[ -]\d\d`] })))).toEqual([['A', 0, 5]]);
    expect(spans(inText('912 34-56', sheet('A', { forms: [String.raw`\d\d[ -]\d\d`] })))).toEqual([['A', 4, 9]]);
  });

  it('cuts an endless pattern at its window: what reaches the end is no hit, unless the text ends there', () => {
    const token = sheet('T', { forms: [{ pattern: 'key_[a-z]+', maxLength: 8 }], boundary: 'none' });
    expect(spans(inText('key_abc key_abcd key_abcde key_abcd', token))).toEqual([
      ['T', 0, 7],
      ['T', 27, 35],
    ]);
  });

  it('takes a plus in a class or behind a backslash for a character', () => {
    const plain = sheet('P', { forms: [{ pattern: String.raw`[+*]\+a\{1,}`, maxLength: 3 }], boundary: 'none' });
    expect(spans(inText('*+a{1,} ', plain))).toEqual([['P', 0, 7]]);
  });

  it('does not cut a character at the end of the window', () => {
    const open = sheet('Q', { forms: [{ pattern: 'k=[^;]+', maxLength: 6 }], boundary: 'none' });
    expect(spans(inText('k=aéé; ', open))).toEqual([]);
    expect(spans(inText('k=aé; ', open))).toEqual([['Q', 0, 5]]);
    expect(spans(inText('k=aéb', open))).toEqual([['Q', 0, 6]]);
  });

  it('takes the longest run of digit groups that the validator accepts', () => {
    const phone = sheet('PHONE', {
      forms: [{ pattern: String.raw`\d{1,4}(?:[ -]\d{1,4}){1,9}`, ends: 'groups' }],
      validator: sumOfTen,
    });
    expect(spans(inText('12 34 55', phone))).toEqual([['PHONE', 0, 8]]);
    expect(spans(inText('12 34 56', phone))).toEqual([['PHONE', 0, 5]]);
    expect(spans(inText('1 9 1 9 1 9 1 9 55', phone))).toEqual([['PHONE', 0, 15]]);
  });
});

describe('confidence', () => {
  const checked = sheet('C', {
    forms: [String.raw`\d{4}`],
    validator: sumOfTen,
    reserved: leadingZero,
    keywords: { mode: 'none', words: ['pin'] },
  });
  const judge = (text: string, ...sheets: DetectorSheet[]) => inText(text, ...sheets).map((hit) => hit.confidence);

  it('is high for valid in context, medium for one of the two, low for none', () => {
    expect(judge('pin 9001', checked)).toEqual(['high']);
    expect(judge('9001', checked)).toEqual(['medium']);
    expect(judge('pin 9002', checked)).toEqual([]);
    const weak = sheet('W', { ...checked, validator: hasNine });
    expect(judge('pin 9002', weak)).toEqual(['medium']);
    expect(judge('9002', weak)).toEqual(['low']);
  });

  it('is medium for a rare shape and high for one that proves itself', () => {
    expect(judge('9002', sheet('R', { forms: [{ pattern: String.raw`\d{4}`, falseAccept: 0.0001 }] }))).toEqual(['medium']);
    expect(judge('9002', sheet('R', { forms: [{ pattern: String.raw`\d{4}`, falseAccept: 0.00011 }] }))).toEqual(['low']);
    expect(judge('9002', sheet('R', { forms: [{ pattern: String.raw`\d{4}`, selfEvident: true }] }))).toEqual(['high']);
  });

  it('is low for every reserved value', () => {
    expect(judge('pin 0901', checked)).toEqual(['low']);
    expect(
      judge('0123', sheet('R', { forms: [{ pattern: String.raw`\d{4}`, selfEvident: true }], reserved: leadingZero })),
    ).toEqual(['low']);
  });
});

describe('keywords', () => {
  const keyed = (text: string) => inText(text, keyworded).map((hit) => hit.keyword);

  it('are in reach up to 30 characters, on either side, whatever their bytes', () => {
    expect(keyed(`pin${'.'.repeat(30)}1234`)).toEqual(['pin']);
    expect(keyed(`pin${'.'.repeat(31)}1234`)).toEqual([]);
    expect(keyed(`1234${'€'.repeat(30)}pin`)).toEqual(['pin']);
    expect(keyed(`1234${'€'.repeat(31)}pin`)).toEqual([]);
  });

  it('stand between letter boundaries', () => {
    for (const text of ['my_pin:1234', 'pin1 1234', 'PIN-1234', 'Pin"1234', 'пинpin 1234'])
      expect(keyed(text), text).toEqual(['pin']);
    for (const text of ['spin 1234', 'pins 1234', 'épin 1234', 'e\u0301pin 1234', 'pin\u0303 1234'])
      expect(keyed(text), text).toEqual([]);
  });

  it('match nothing, _, - or a space for a space, once', () => {
    for (const gap of ['', '_', '-', ' ']) expect(keyed(`pin${gap}code 1234`), gap).toEqual(['pin code']);
    expect(keyed('pincodes 1234')).toEqual([]);
    expect(
      inText('a  b 1234', sheet('A', { forms: [String.raw`\d{4}`], keywords: { mode: 'required', words: ['a b'] } })),
    ).toEqual([]);
  });

  it('are named by the nearest, then the earlier, then the longer', () => {
    expect(keyed('pin code 1234')).toEqual(['pin code']);
    expect(keyed('pin code: pin 1234')).toEqual(['pin']);
    expect(keyed('pin 1234 pin code')).toEqual(['pin']);
    expect(keyed('pin code 1234 pin')).toEqual(['pin code']);
    expect(keyed('1234 pin code')).toEqual(['pin code']);
  });

  it('take their distance from the sheet', () => {
    const near = sheet('N', { forms: [String.raw`\d{4}`], keywords: { mode: 'required', words: ['pin'], distance: 2 } });
    expect(spans(inText('pin: 1234', near))).toEqual([['N', 5, 9]]);
    expect(inText('pin : 1234', near)).toEqual([]);
  });

  it('compare case by simple folding, composed or not', () => {
    const words = sheet('N', {
      forms: [String.raw`\d{4}`],
      keywords: { mode: 'required', words: ['número', 'maße', 'карта', '番号'] },
    });
    for (const word of ['NÚMERO', 'nu\u0301mero', 'MAẞE', 'КАРТА', '社員番号は'])
      expect(inText(`${word} 1234`, words), word).toHaveLength(1);
    // Only longer words get plain spellings (test/detectors/plain-spellings.test.ts).
    for (const word of ['numero', 'MASSE', 'карты']) expect(inText(`${word} 1234`, words), word).toEqual([]);
  });

  it('do not count inside the value', () => {
    const own = sheet('OWN', { forms: [String.raw`pin\d{4}`], boundary: 'word', keywords: { mode: 'required', words: ['pin'] } });
    expect(inText('pin1234', own)).toEqual([]);
    expect(inText('pin pin1234', own)).toHaveLength(1);
  });

  it('decide between the modes required and absent', () => {
    expect(spans(inText('pin 1234', keyworded, without))).toEqual([['KEYED', 4, 8]]);
    expect(spans(inText('1234', keyworded, without))).toEqual([['UNKEYED', 0, 4]]);
  });

  it('are asked for by the form before the sheet', () => {
    const mixed = sheet('M', {
      forms: [{ pattern: String.raw`\d{4}`, keywordMode: 'required' }, String.raw`\d{5}`],
      keywords: { mode: 'none', words: ['pin'] },
    });
    expect(spans(inText('1234 12345', mixed))).toEqual([['M', 5, 10]]);
  });
});

describe('values', () => {
  it('have their whole content and their names in reach up to 256 characters', () => {
    expect(inValue(`pin${'é'.repeat(249)}1234`, [], keyworded)).toHaveLength(0);
    expect(inValue(`pin ${'.'.repeat(248)}1234`, [], keyworded)).toHaveLength(1);
    expect(inValue(`pin ${'.'.repeat(249)}1234`, [], keyworded)).toHaveLength(0);
    expect(inValue(`${'é'.repeat(251)} 1234`, ['userPin'], keyworded)).toHaveLength(1);
    expect(inValue(`${'é'.repeat(252)} 1234`, ['userPin'], keyworded)).toHaveLength(0);
    expect(inValue(`${'é'.repeat(252)} pin 1234`, ['userPin'], keyworded)).toHaveLength(1);
  });

  it('name the keyword in the value before one in a name', () => {
    expect(inValue('1234 pin', ['pin code'], keyworded)[0]?.keyword).toBe('pin');
    expect(inValue('1234', ['root', 'pin_code'], keyworded)[0]?.keyword).toBe('pin code');
  });

  it('end where they end', () => {
    const hits = createReference([four], regex).scan({
      values: [
        { bytes: bytes('1234'), names: [] },
        { bytes: bytes('56 7890'), names: [] },
      ],
    });
    expect(hits.map((hit) => [hit.value, hit.start, hit.end])).toEqual([
      [0, 0, 4],
      [1, 3, 7],
    ]);
  });
});

describe('resolution', () => {
  const pair = (a: Partial<DetectorSheet>, b: Partial<DetectorSheet>, text = '1234-5678') => [
    ...inText(
      text,
      sheet('A', { forms: [String.raw`\d{4}-\d{4}`], ...a }),
      sheet('B', { forms: [String.raw`\d{4}-\d{4}`], ...b }),
    ),
  ];
  const ids = (hits: ReferenceHit[]) => hits.map((hit) => hit.id);

  it('prefers confidence, then verdict, then length, then specificity, then start', () => {
    expect(ids(pair({}, { forms: [{ pattern: String.raw`\d{4}`, selfEvident: true }] }))).toEqual(['B', 'B']);
    const keywords = { mode: 'none', words: ['pin'] } as const;
    expect(ids(pair({ keywords }, { validator: sumOfTen }, 'pin 1234-5555'))).toEqual(['B']);
    expect(ids(pair({ forms: [String.raw`\d{4}`] }, {}))).toEqual(['B']);
    expect(ids(pair({}, { falseAccept: 0.4 }))).toEqual(['B']);
    expect(
      spans(pair({ forms: [String.raw`\d{4}-\d`], boundary: 'none' }, { forms: [String.raw`\d-\d{4}`], boundary: 'none' })),
    ).toEqual([['A', 0, 6]]);
  });

  it('lets a beaten hit beat others', () => {
    const chain = [
      sheet('LONG', { forms: [String.raw`\d{3}-\d{3}-\d{3}`] }),
      sheet('MIDDLE', { forms: [String.raw`\d{3}-\d{3}-\d{3}-\d{3}`], boundary: 'none' }),
      sheet('TOP', { forms: [{ pattern: String.raw`-\d{3}:\d`, selfEvident: true }], boundary: 'none' }),
    ];
    expect(spans(inText('123-456-789-123:4', ...chain))).toEqual([['TOP', 11, 17]]);
  });

  it('keeps one of equal rivals and names the others', () => {
    const hits = pair({}, {});
    expect(ids(hits)).toEqual(['A']);
    expect(hits[0]?.alternatives).toEqual([1]);
    expect(pair({ falseAccept: 0.4 }, {})[0]?.alternatives).toEqual([]);
  });

  it('counts several forms of one detector with the same span once, as the strongest', () => {
    const twice = sheet('A', { forms: [String.raw`\d{4}`, { pattern: String.raw`\d{3}4`, falseAccept: 0.1 }] });
    const reference = createReference([twice], regex);
    expect(reference.hits({ text: bytes('1234') }).map((hit) => hit.form)).toEqual([1]);
    expect(reference.scan({ text: bytes('1235') }).map((hit) => hit.form)).toEqual([0]);
  });

  it('lets overlapping hits of one detector compete', () => {
    const dates = sheet('A', { forms: [String.raw`\d\d/\d\d`, String.raw`\d\d/\d\d/\d\d`], boundary: 'none' });
    expect(spans(inText('11/12/13', dates))).toEqual([['A', 0, 8]]);
  });

  it('shows the hits before resolution', () => {
    const reference = createReference([four, keyworded], regex);
    expect(reference.hits({ text: bytes('pin 1234') }).map((hit) => hit.id)).toEqual(['FOUR', 'KEYED']);
    expect(reference.scan({ text: bytes('pin 1234') }).map((hit) => hit.id)).toEqual(['KEYED']);
  });
});
