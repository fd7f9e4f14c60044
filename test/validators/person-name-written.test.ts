/** Names as forms and banks write them: in capitals, with initials behind a title, in quotation marks before a mail address. */
import { describe, expect, it } from 'vitest';
import { personName, personNameInCapitals, titledInitials } from '../../src/validators/person-name.js';
import { expectTotal, verdictOf } from './verdicts.js';

describe('personNameInCapitals', () => {
  it.each([
    ['AGNIESZKA PAWLAK', 'valid'],
    ['ANNA P. HOFFMAN', 'valid'],
    ['KATHARINA XQZT', 'unknown'],
    ['GRACE PERIOD', 'invalid'],
    ['MARK JOHNSON', 'invalid'],
    ['ANNA GRANT', 'invalid'],
    ['ANNA STREET', 'invalid'],
    ['XQZT HOFFMAN', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(personNameInCapitals, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(personNameInCapitals));
});

describe('titledInitials', () => {
  it.each([
    ['Mr H Fairbrother', 'unknown'],
    ['Dr. A. B. Xqzt', 'unknown'],
    ['Hr W. de Groot', 'unknown'],
    ['Dr. J Street', 'invalid'],
    ['H Fairbrother', 'invalid'],
    ['Mr', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(titledInitials, text)).toBe(verdict));
  it('reads any bytes', () => expectTotal(titledInitials));
});

describe('a name in quotation marks before a mail address', () => {
  it.each([
    ['" <kx@example.org>', 'valid'],
    ['"<kx@example.org>', 'unknown'],
    ['" kx@example.org', 'unknown'],
    ['"', 'unknown'],
  ] as const)('Katharina Xqzt%s: %s', (behind, verdict) => {
    const bytes = Buffer.from(`Katharina Xqzt${behind}`);
    expect(personName(bytes, 0, 14, { start: 0, end: bytes.length })).toBe(verdict);
  });
});
