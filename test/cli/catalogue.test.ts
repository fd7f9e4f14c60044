import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { clearset } from './command.js';

describe('clearset detectors', () => {
  it('lists every detector once', () => {
    const { stdout, status } = clearset(['detectors']);
    expect(status).toBe(0);
    for (const { id } of CATALOGUE) expect(stdout.split(`\n  ${id} `)).toHaveLength(2);
    expect(stdout).toContain(`\n${CATALOGUE.length} detectors\n`);
  });

  it('as JSON holds all that a sheet declares', () => {
    const list = JSON.parse(clearset(['detectors', 'list', '--format', 'json']).stdout);
    expect(list.map(({ id }: { id: string }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(list.find(({ id }: { id: string }) => id === 'USA_SOCIAL_SECURITY_NUMBER')).toMatchObject({
      category: 'pii',
      countries: ['US'],
      keywords: { mode: 'required', words: expect.arrayContaining(['ssn']) },
      forms: expect.arrayContaining([expect.objectContaining({ pattern: expect.any(String), validator: expect.any(String) })]),
    });
  });

  it('as patterns is one form a line', () => {
    const lines = clearset(['detectors', 'list', '--format', 'patterns']).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(CATALOGUE.reduce((total, { forms }) => total + forms.length, 0));
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9_()]+\t.+$/);
  });

  it('show prints one in full, in any case', () => {
    const { stdout } = clearset(['detectors', 'show', 'usa_social_security_number']);
    for (const word of ['USA_SOCIAL_SECURITY_NUMBER', 'keywords', 'required', 'ssn', 'found', 'not found', 'sources'])
      expect(stdout).toContain(word);
  });
});

describe('clearset doctor', () => {
  it('names the engine and finds an example of every detector', () => {
    const { stdout, status } = clearset(['doctor'], { env: { CLEARSET_RE2: 'native' } });
    expect(stdout).toContain('re2, native');
    expect(stdout).toContain(`${CATALOGUE.length}, each found its example`);
    expect(status).toBe(0);
  });

  it('says why the slower engine runs, and that it finds the same', () => {
    const { stdout, status } = clearset(['doctor'], { env: { CLEARSET_RE2: 'js' } });
    expect(stdout).toMatch(/slow {2}regex engine {2}re2js, because CLEARSET_RE2=js/);
    expect(stdout).toContain('each found its example');
    expect(status).toBe(0);
  });
});
