// By the name of its rules a report says whether it looked for the same as another.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { rulesHash, sheetsHash } from '../../src/worker/rules-hash.js';
import { resolveSettings, type SettingsOptions } from '../../src/worker/settings.js';
import { clearset, folderOf } from '../cli/command.js';

const hashOf = (options: SettingsOptions = {}): string => rulesHash(resolveSettings(options));
const custom = { id: 'STAFF_NUMBER', pattern: 'S[0-9]{6}' };

describe('the hash of the rules', () => {
  it('is that of the packed command, which does not make it anew', () => {
    const { stdout } = clearset(['scan', 'a.txt', '--format', 'ndjson'], { cwd: folderOf({ 'a.txt': 'nothing here\n' }) });
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!).rules).toBe(hashOf());
  });

  it('does not depend on how much is shown, and by how many', () => {
    expect(hashOf({ maxLocations: 3, reveal: true, regex: 'js' })).toBe(hashOf());
  });

  it.each<[string, SettingsOptions]>([
    ['fewer detectors', { excludeDetectors: ['NAME'] }],
    ['another confidence', { minConfidence: 'high' }],
    ['checks as Macie has them', { macieStrictness: true }],
    ['an identifier of the configuration', { customIdentifiers: [custom] }],
    ['the same one with another pattern', { customIdentifiers: [{ ...custom, pattern: 'S[0-9]{7}' }] }],
  ])('is another one for %s', (_what, options) => {
    expect(hashOf(options)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(options)).not.toBe(hashOf());
    expect(hashOf(options)).not.toBe(hashOf({ customIdentifiers: [{ ...custom, pattern: 'S[0-9]{8}' }] }));
  });
});

it('the hash of sheets sees keywords and the names of checks', () => {
  const [first, ...rest] = CATALOGUE;
  const changed = { ...first!, keywords: { ...first!.keywords, words: [...first!.keywords.words, 'one more'] } };
  const unchecked = { ...first!, validator: function other() {} as unknown as (typeof first & object)['validator'] };
  const hashes = [CATALOGUE, [changed, ...rest], [unchecked, ...rest], rest].map((sheets) => sheetsHash(sheets));
  expect(new Set(hashes).size).toBe(4);
  expect(sheetsHash([...CATALOGUE])).toBe(hashes[0]);
});
