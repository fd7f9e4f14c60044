import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { selectDetectors } from '../../src/detectors/select.js';

const ids = (names: string[], excluded: string[] = []): string[] => selectDetectors(names, excluded).map(({ id }) => id);

describe('detectors by name', () => {
  test('no name means all, in catalogue order', () => {
    expect(selectDetectors([])).toEqual(CATALOGUE);
  });

  test('an id in any case, and the order stays that of the catalogue', () => {
    const [first, second] = CATALOGUE.map(({ id }) => id);
    expect(ids([second!.toLowerCase(), first!])).toEqual([first, second]);
  });

  test('a category, a country and a regulation', () => {
    expect(selectDetectors(['credentials']).every(({ category }) => category === 'credentials')).toBe(true);
    expect(selectDetectors(['us']).every(({ countries }) => countries.includes('US'))).toBe(true);
    expect(selectDetectors(['pci-dss']).every(({ regulations }) => regulations.includes('PCI-DSS'))).toBe(true);
    expect(ids(['credentials', 'us']).length).toBe(new Set([...ids(['credentials']), ...ids(['us'])]).size);
  });

  test('a set', () => {
    const recommended = ids(['Macie-Recommended']);
    expect(recommended).toContain('AWS_CREDENTIALS');
    expect(recommended).not.toContain('DATE_OF_BIRTH');
    expect(ids(['macie-all'])).toEqual(expect.arrayContaining([...recommended, 'DATE_OF_BIRTH']));
    expect(ids(['macie-all'])).not.toContain('EMAIL_ADDRESS');
    expect(ids(['secrets'])).toEqual(ids(['credentials']));
  });

  test('exclusion wins', () => {
    expect(ids([], ['credentials'])).toEqual(CATALOGUE.filter(({ category }) => category !== 'credentials').map(({ id }) => id));
  });

  test('an unknown name and an empty choice are errors', () => {
    expect(() => ids(['NO_SUCH_THING'])).toThrow(UsageError);
    expect(() => ids(['phi'], ['phi'])).toThrow(UsageError);
  });
});
