/** Line breaks and tabs that are written as code writes them, as in logs and dumps: what stands behind them begins there. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { scanText } from './segments.js';

const engine = createEngine({ detectors: CATALOGUE });
const reference = createReference(CATALOGUE, loadRegex('auto'));
const encoder = new TextEncoder();

/** Hits as `ID value`. The engine and the reference must agree. */
function hitsIn(text: string): string[] {
  const bytes = encoder.encode(text);
  const named = ({ detector, start, end }: { detector: number; start: number; end: number }): string =>
    `${CATALOGUE[detector]!.id} ${Buffer.from(bytes.subarray(start, end)).toString()}`;
  const found = scanText(engine, bytes).map(named);
  expect(found, text).toEqual(reference.scan({ text: bytes }).map(named));
  return found;
}

describe('behind \\n, \\r and \\t', () => {
  it.each([
    ['ssn\\n536-90-4399', 'USA_SOCIAL_SECURITY_NUMBER 536-90-4399'],
    ['x\\nssn 536-90-4399', 'USA_SOCIAL_SECURITY_NUMBER 536-90-4399'],
    ['a: 1\\r\\n\\tDOB 07/04/1990', 'DATE_OF_BIRTH 07/04/1990'],
    ['sent\\n\\n4539702756326115\\n', 'CREDIT_CARD_NUMBER_(NO_KEYWORD) 4539702756326115'],
    ['to\\tbob.smith@corp-mail.net', 'EMAIL_ADDRESS bob.smith@corp-mail.net'],
    ['acct\\nDE89370400440532013000', 'GERMANY_BANK_ACCOUNT_NUMBER DE89370400440532013000'],
    ['export\\nAKIAQ3EGTSVLZ7RWM2XN', 'AWS_ACCESS_KEY_ID AKIAQ3EGTSVLZ7RWM2XN'],
    ['\\nname: Bob Smith', 'NAME Bob Smith'],
    ['to\\nMr. Bob Smith', 'NAME Bob Smith'],
    // Escaped twice, as in JSON that is text in JSON.
    ['ssn\\\\n536-90-4399', 'USA_SOCIAL_SECURITY_NUMBER 536-90-4399'],
    ['\\nснилс 165-276-558 95', 'RUSSIA_INSURANCE_ACCOUNT_NUMBER 165-276-558 95'],
  ])('%s', (text, expected) => {
    expect(hitsIn(text)).toContain(expected);
  });

  it('wherever a chunk of 64 bytes ends', () => {
    for (let before = 40; before < 140; before++) {
      expect(hitsIn(`${'.'.repeat(before)}ssn\\n536-90-4399`)).toEqual(['USA_SOCIAL_SECURITY_NUMBER 536-90-4399']);
      expect(hitsIn(`${'.'.repeat(before)}\\tbob.smith@corp-mail.net`)).toEqual(['EMAIL_ADDRESS bob.smith@corp-mail.net']);
      expect(hitsIn(`${'.'.repeat(before)}\\rssn 536-90-4399`)).toEqual(['USA_SOCIAL_SECURITY_NUMBER 536-90-4399']);
    }
  });

  it('but not behind other letters, nor behind these without a backslash', () => {
    for (const text of ['id\\d536-90-4399', 'id\\b536-90-4399', 'ssn n536-90-4399', 'ssn/n536-90-4399', 'ssn t\\x536-90-4399'])
      expect(hitsIn(text), text).toEqual([]);
  });
});

/** Values of examples in text that begin with a letter of a break. */
const beginningSo = CATALOGUE.flatMap(({ id, examples }) =>
  examples.match.flatMap((example) => {
    const value = typeof example === 'string' ? /«([nrt][^«»]*)»/.exec(example)?.[1] : undefined;
    return value === undefined ? [] : [[id, value] as const];
  }),
);

describe('a value that begins with such a letter', () => {
  it('is in the catalogue more than once', () => {
    expect(beginningSo.length).toBeGreaterThan(3);
  });

  it.each(beginningSo)('does not begin behind a backslash: %s', (id, value) => {
    // The engine's tables find some of them by these letters, whatever stands before.
    for (const text of [`\\${value}`, `a token: "\\${value}" b`, `\\\\${value}`])
      expect(hitsIn(text).filter((hit) => hit === `${id} ${value}`)).toEqual([]);
  });
});

describe('a word behind a backslash that begins with such a letter', () => {
  it('still is a keyword, as a command of TeX is', () => {
    expect(hitsIn('\\name{Bob Smith}')).toEqual(['NAME Bob Smith']);
    expect(hitsIn('\\tin{536-90-4399}').filter((hit) => hit.startsWith('USA_SOCIAL'))).toEqual([]);
  });
});
