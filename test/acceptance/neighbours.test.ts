/** What stands beside a value, and how it is written, decides as it should: escapes, neighbours, keywords near and far. */
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, records, run } from '../cli/command.js';

// Synthetic numbers with right check digits.
const SSN = '536-90-4399';
const CARD = '4539 1488 0343 6467';
const AWS = 'AKIAQYLPMN5HFIQR7XYA';

/** One file a case: name, content, and the values that are to be found in it, in order of place. */
const CASES: readonly (readonly [name: string, content: string, found: readonly string[]])[] = [
  ['escapes in JSON.json', `{"note": "ssn:\\n${SSN} key\\t${AWS}"}`, [SSN, AWS]],
  ['escapes in JSON lines.jsonl', `{"note": "ssn:\\n${SSN}\\r\\nkey\\t${AWS}\\u0020x"}\n{"a": 1}\n`, [SSN, AWS]],
  ['escaped letters in JSON.json', `{"note": "\\u0073sn: 536\\u002d90-43\\u00399"}`, [SSN]],
  ['an escaped letter belongs to the value.json', `{"note": "ssn x\\u0041${SSN}"}`, []],
  ['quotes in CSV.csv', `id,note\n1,"the ""ssn"" is ""${SSN}"""\n2,"""${AWS}"""\n`, [SSN, AWS]],
  ['table below a title.csv', `Staff of 2024, ssn included\n\nid,ssn\n1,${SSN}\n2,x\n`, [SSN]],
  ['table for Excel.csv', `sep=;\nid;sum;ssn\n1;3,50;${SSN}\n2;4,50;x\n`, [SSN]],
  ['line break in CSV.csv', `id,note\n1,"ssn\n${SSN}"\n2,"x"\n`, [SSN]],

  [
    'card before an expiry.txt',
    `card ${CARD} 05/28\ncard ${CARD} 0528\ncard ${CARD} 05 28 123\ncard ${CARD}\t11/29\n`,
    Array(4).fill(CARD),
  ],
  ['card after a date.txt', `card 2024-05-17 ${CARD}\ncard 17.05.2024 ${CARD}\ncard 17 05 2024 ${CARD}\n`, Array(3).fill(CARD)],
  ['card after an index.txt', `card 1 ${CARD}\ncard 12 ${CARD}\ncard 1. ${CARD}\ncard 1,${CARD}\n`, Array(4).fill(CARD)],
  ['card in a longer number.txt', `card 1${CARD.replaceAll(' ', '')}\ncard ${CARD.replaceAll(' ', '')}1\n`, []],
  ['SSN between numbers.txt', `ssn 12 ${SSN} 34\nssn 1,${SSN},2\nssn 2024-01-02 ${SSN} 10:30\n`, Array(3).fill(SSN)],

  ['keyword in the neighbouring field.csv', `id,label,code\n1,ssn,${SSN}\n2,ssn,${SSN}\n`, []],
  ['keyword in the neighbouring field.json', `[{"label": "ssn", "code": "${SSN}"}, {"ssn": "none", "code": "${SSN}"}]`, []],
  ['keyword in the neighbouring field.jsonl', `{"label": "ssn", "code": "${SSN}"}\n{"ssn": 1, "code": "${SSN}"}\n`, []],
  ['keyword in the next column.csv', `ssn,code\nnone,${SSN}\nnone,${SSN}\n`, []],
  ['keyword in the column.csv', `id,customer_ssn\n1,${SSN}\n2,none\n`, [SSN]],
  ['keyword in the column, camel case.csv', `id,customerSSN\n1,${SSN}\n2,none\n`, [SSN]],
  ['keyword in the field.json', `{"a": {"ssn": "${SSN}"}}`, [SSN]],
  ['keyword at the root of the path.json', `{"ssn": {"list": [{"deep": {"value": "${SSN}"}}]}}`, [SSN]],
  ['keyword in the middle of the path.jsonl', `{"a": {"socialSecurity": [["${SSN}"]]}}\n{"a": 1}\n`, [SSN]],
  ['keyword in the same value.json', `{"code": "ssn ${SSN}"}`, [SSN]],
  ['keyword in a sibling of the path.json', `{"ssn": {"x": 1}, "other": {"value": "${SSN}"}}`, []],

  ['ssn.txt', `number ${SSN}\n`, []],
  ['social security/ssn.csv', `id,code\n1,${SSN}\n2,none\n`, []],
  ['ssn.json', `{"code": "${SSN}"}`, []],

  ['keyword within reach.txt', `ssn ${'x'.repeat(25)} ${SSN}\n${'.'.repeat(80)}\n${SSN} is the ssn\n`, [SSN, SSN]],
  ['keyword out of reach.txt', `ssn ${'x'.repeat(40)} 536 90 4399\n`, []],
  ['keyword inside a word.txt', `classname 536 90 4399\nssnx 536 90 4399\n`, []],
];

describe('neighbours', () => {
  const found = new Map<string, unknown[]>();
  let status: number | null;
  beforeAll(async () => {
    const cwd = folderOf(Object.fromEntries(CASES.map(([name, content]) => [name, content])));
    const detectors = ['--detectors', 'USA_SOCIAL_SECURITY_NUMBER,CREDIT_CARD_NUMBER,AWS_ACCESS_KEY_ID'];
    const report = await run(['scan', '.', '--format', 'ndjson', '--reveal', ...detectors], { cwd });
    status = report.status;
    for (const { path, value } of records(report.stdout, 'occurrence'))
      found.set(String(path), [...(found.get(String(path)) ?? []), value]);
    expect(records(report.stdout, 'summary')).toMatchObject([{ items: CASES.length, complete: true }]);
  });

  it('are findings in all', () => expect(status).toBe(1));

  it.each(CASES)('%s', (name, _, values) => {
    expect(found.get(name) ?? []).toEqual(values);
  });
});

it('places in values with escapes are those of the file', async () => {
  const content = `{"a": 1}\n{"note": "é ssn:\\n${SSN}"}\n`;
  const { stdout, status } = await run(['scan', 'a.jsonl', '--format', 'ndjson'], { cwd: folderOf({ 'a.jsonl': content }) });
  expect(status).toBe(1);
  const start = Buffer.from(content).indexOf(SSN);
  expect(records(stdout, 'occurrence')).toMatchObject([
    { line: 2, column: 19, span: { start, end: start + SSN.length }, location: { recordIndex: 1, jsonPath: '$.note' } },
  ]);
});
