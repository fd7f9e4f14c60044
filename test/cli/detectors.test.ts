/** `clearset detectors test`: one line or all steps for each place, and nothing of the value. */
import { describe, expect, it } from 'vitest';
import { clearset, folderOf, SSN } from './command.js';

const ID = 'USA_SOCIAL_SECURITY_NUMBER';
const test = (...args: string[]) => clearset(['detectors', 'test', ...args]);

describe('detectors test', () => {
  it('shows all steps of a hit, and no character of it', () => {
    const { stdout, stderr, status } = test(ID, `SSN: ${SSN}`);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toMatch(new RegExp(`^${ID}: 1 place, 1 reported\n\ncharacters 6 to 16: \\*{3}-\\*\\*-\\*{4}\n`));
    const labels = stdout
      .split('\n')
      .flatMap((line) => /^ {2}(\S+)/.exec(line)?.[1] ?? [])
      .join(' ');
    expect(labels).toBe('candidate fit gate pattern boundary check context confidence resolution →');
    expect(stdout).toContain('reported, confidence medium\n');
    expect(stdout).not.toContain(SSN.slice(-4));
    expect(test(ID, `SSN: ${SSN}`, '--reveal', '--min-confidence', 'high').stdout).toMatch(
      new RegExp(`: ${SSN}\n[\\s\\S]*→ +not reported: confidence medium is below high`),
    );
  });

  it.each([
    [
      'a failed check',
      'CREDIT_CARD_NUMBER',
      'card 4798 6432 6162 2431',
      /check +luhn says invalid[^\n]*\n +→ +not found: luhn refuses it/,
    ],
    [
      'a missing keyword',
      ID,
      SSN,
      /gate +closed[\s\S]*context +no keyword in reach; one is required[^\n]*\n +→ +not found: no keyword/,
    ],
    [
      'a keyword that must not be',
      'CREDIT_CARD_NUMBER_(NO_KEYWORD)',
      'card 4798643261622430',
      /→ +not found: a keyword is in reach/,
    ],
    [
      'a part of something longer',
      ID,
      `SSN: 1${SSN}`,
      /boundary[^\n]*before it a digit[^\n]*\n +→ +not found: part of something/,
    ],
    [
      'a lost rival',
      'EMAIL_ADDRESS',
      'https://bob:s3cretpass@db.internal.net/x',
      /resolution +URL_WITH_PASSWORD overlaps it and wins; this one has lower confidence\n +→ +not reported: URL_WITH_PASSWORD is/,
    ],
    ['nothing at all', ID, 'hello', /^USA_SOCIAL_SECURITY_NUMBER: none of its forms matches anywhere in the text\n$/],
  ])('says where it falls: %s', (_what, id, text, expected) => {
    const { stdout, status } = test(id, text);
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });

  it('tries all detectors, what is reported first', () => {
    const { stdout } = test(`SSN: ${SSN}, card 4798 6432 6162 2430`);
    expect(stdout).toMatch(/^2 values reported; \d+ detectors tried/);
    expect(stdout.split('\n').slice(2, 5)).toEqual([
      expect.stringMatching(/^ +6-16 +USA_SOCIAL_SECURITY_NUMBER +reported, confidence medium$/),
      expect.stringMatching(/^ +24-42 +CREDIT_CARD_NUMBER +reported, confidence high$/),
      expect.stringContaining('not '),
    ]);
    expect(test('hello').stdout).toMatch(/^No form of \d+ detectors matches/);
  });

  it('takes standard input, a column, and identifiers of the configuration', () => {
    expect(clearset(['detectors', 'test', '-', '--column', 'ssn'], { input: SSN }).stdout).toMatch(/^1 value reported/);
    const cwd = folderOf({
      '.git/HEAD': '',
      'clearset.config.yaml': 'customIdentifiers: [{id: STAFF, name: Staff number, pattern: "ST[0-9]{5}", keywords: [staff]}]\n',
    });
    expect(clearset(['detectors', 'test', 'STAFF', 'staff ST12345'], { cwd }).stdout).toContain('no mark: RE2 searches all');
    expect(clearset(['detectors', 'show', 'STAFF'], { cwd }).stdout).toMatch(
      /Staff number[\s\S]*searched +by RE2[\s\S]*one in front, at most 50/,
    );
    expect(clearset(['detectors'], { cwd }).stdout).toContain('Staff number');
  });

  it.each([
    [[], /needs a text/],
    [[ID], /needs a text behind USA_SOCIAL/],
    [['a', 'b', 'c'], /put the text in quotes/],
    [['SSNX', 'b'], /unknown detector "SSNX"/],
    [[''], /the text is empty/],
    [[ID, 'x', '--detectors', 'EMAIL_ADDRESS'], /is not among the detectors/],
  ])('%j is wrong usage', (args, message) => {
    const run = test(...args);
    expect(run.stderr).toMatch(message);
    expect(run.status).toBe(2);
  });
});
