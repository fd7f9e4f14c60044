/** Documents of tools that write a value's name beside it: found under that name, at the place and in the column where they stand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../dist/src/index.js';
import { folderOf, records, run } from '../cli/command.js';

const PASSWORD = 'hR7#kq2L9x';
const SSN = '536904399';
const PASSPORT = 'C12345678';

/** File, its content, and what is found: detector, place, value. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'kubernetes.json',
    JSON.stringify({ spec: { containers: [{ env: [{ name: 'DB_PASSWORD', value: PASSWORD }] }] } }),
    [`GENERIC_PASSWORD $.spec.containers[0].env[0].value ${PASSWORD}`],
  ],
  [
    'kubernetes.yaml',
    `spec:\n  containers:\n    - env:\n        - name: DB_PASSWORD\n          value: "${PASSWORD}"\n        - name: CUSTOMER_SSN\n          value: "${SSN}"\n`,
    [
      `GENERIC_PASSWORD $.spec.containers[0].env[0].value ${PASSWORD}`,
      `USA_SOCIAL_SECURITY_NUMBER $.spec.containers[0].env[1].value ${SSN}`,
    ],
  ],
  [
    'postman.json',
    JSON.stringify({ values: [{ key: 'password', value: PASSWORD, type: 'secret' }] }),
    [`GENERIC_PASSWORD $.values[0].value ${PASSWORD}`],
  ],
  [
    'cloudformation.json',
    JSON.stringify([{ ParameterKey: 'MasterPassword', ParameterValue: PASSWORD }]),
    [`GENERIC_PASSWORD $[0].ParameterValue ${PASSWORD}`],
  ],
  [
    'terraform.json',
    JSON.stringify({ db_password: { sensitive: true, type: 'string', value: PASSWORD } }),
    [`GENERIC_PASSWORD $.db_password.value ${PASSWORD}`],
  ],
  [
    'dynamo.json',
    JSON.stringify({ Item: { ssn: { S: SSN }, password: { S: PASSWORD } } }),
    [`USA_SOCIAL_SECURITY_NUMBER $.Item.ssn.S ${SSN}`, `GENERIC_PASSWORD $.Item.password.S ${PASSWORD}`],
  ],
  [
    'form.jsonl',
    `${JSON.stringify({
      answers: [
        { question: 'What is your SSN?', answer: SSN },
        { question: 'Date of birth', answer: '1984-03-12' },
      ],
    })}\n`,
    [`USA_SOCIAL_SECURITY_NUMBER $.answers[0].answer ${SSN}`, 'DATE_OF_BIRTH $.answers[1].answer 1984-03-12'],
  ],
  [
    'fhir.json',
    JSON.stringify({
      identifier: [
        { use: 'official', system: 'http://hl7.org/fhir/sid/us-ssn', value: SSN },
        {
          type: { coding: [{ code: 'PPN' }], text: 'Passport number' },
          system: 'urn:oid:2.16.840.1.113883.4.330',
          value: PASSPORT,
        },
      ],
      telecom: [{ system: 'phone', value: '(303) 555-7123' }],
    }),
    [
      `USA_SOCIAL_SECURITY_NUMBER $.identifier[0].value ${SSN}`,
      `USA_PASSPORT_NUMBER $.identifier[1].value ${PASSPORT}`,
      'PHONE_NUMBER $.telecom[0].value (303) 555-7123',
    ],
  ],
  [
    'fhir.xml',
    `<Patient><identifier><system value="http://hl7.org/fhir/sid/us-ssn"/><value value="${SSN}"/></identifier></Patient>`,
    [`USA_SOCIAL_SECURITY_NUMBER $.Patient.identifier.value.value ${SSN}`],
  ],
  [
    'traces.json',
    JSON.stringify({ attributes: [{ key: 'user.ssn', value: { stringValue: SSN } }] }),
    [`USA_SOCIAL_SECURITY_NUMBER $.attributes[0].value.stringValue ${SSN}`],
  ],
  [
    'hadoop.xml',
    `<c><property><name>db.password</name><value>${PASSWORD}</value></property></c>`,
    [`GENERIC_PASSWORD $.c.property.value ${PASSWORD}`],
  ],
  [
    'settings.csv',
    `setting,value\nsmtp_password,${PASSWORD}\nowner_ssn,${SSN}\nport,${SSN}\n`,
    [`GENERIC_PASSWORD value ${PASSWORD}`, `USA_SOCIAL_SECURITY_NUMBER value ${SSN}`],
  ],
  [
    'in a string.jsonl',
    `${JSON.stringify({ body: JSON.stringify({ name: 'ssn', value: SSN }) })}\n`,
    [`USA_SOCIAL_SECURITY_NUMBER $.body $.value ${SSN}`],
  ],
  // The name of another object, one behind the value, a type beside a text, and numbers without a name.
  [
    'others.jsonl',
    [[{ name: 'ssn' }, { value: SSN }], { value: SSN, name: 'ssn' }, { type: 'ssn', text: SSN }, { name: 'order', value: SSN }]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
    [],
  ],
];

describe('scan', () => {
  const found = new Map<string, string[]>();
  beforeAll(async () => {
    const cwd = folderOf(Object.fromEntries(CASES.map(([name, content]) => [name, content])));
    const { stdout } = await run(['scan', '.', '--format', 'ndjson', '--reveal'], { cwd });
    for (const { path, detector, location, value } of records(stdout, 'occurrence') as Occurrence[]) {
      const place = [location.jsonPath ?? location.columnName, location.innerPath].filter((part) => part !== undefined).join(' ');
      found.set(path, [...(found.get(path) ?? []), `${detector} ${place} ${value}`]);
    }
  });

  it.each(CASES)('%s', (name, _, expected) => {
    expect(found.get(name) ?? []).toEqual(expected);
  });
});

interface Occurrence {
  readonly path: string;
  readonly detector: string;
  readonly value: string;
  readonly location: { readonly jsonPath?: string; readonly columnName?: string; readonly innerPath?: string };
}

it('a check has one column, however many names its values have', async () => {
  const letters = (i: number): string => i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
  const lines = Array.from({ length: 3000 }, (_, i) =>
    JSON.stringify({ name: `setting ${letters(i)}`, value: `some text ${i}` }),
  );
  for (let i = 0; i < 1000; i += 2) lines[i] = JSON.stringify({ name: `ssn ${letters(i)}`, value: SSN });
  const folder = folderOf({ 'settings.jsonl': `${lines.join('\n')}\n` });
  const { columns } = await check({ targets: [folder] });
  expect(columns.map(({ name, values }) => ({ name, values }))).toEqual([
    { name: 'name', values: 3000 },
    { name: 'value', values: 3000 },
  ]);
  const hits = columns[1]!.identifiers.map(({ detector, values, occurrences }) => ({ detector, values, occurrences }));
  expect(hits).toEqual([{ detector: 'USA_SOCIAL_SECURITY_NUMBER', values: 500, occurrences: 500 }]);
});
