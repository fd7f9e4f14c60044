/** The automaton of numbering plans on a few nodes by hand: what an entry says, and where a number ends. */
import { describe, expect, it } from 'vitest';
import { emptyAutomaton, entryOf, isInSet, REFUSED } from '../../src/validators/phone-automaton.js';

/** The complement of a set of lengths, as an entry. */
const behind = (...lengths: readonly number[]) => ~lengths.reduce((set, length) => set | (1 << length), 0);

describe('entryOf', () => {
  const withEntries = (entry: number, accepts: number) => {
    const automaton = emptyAutomaton(3);
    automaton.next.fill(entry, 20, 30);
    automaton.accepts[2] = accepts;
    return automaton;
  };

  it('is a set of lengths where all digits lead to the same set', () => {
    expect(entryOf(withEntries(REFUSED, 0), 2)).toBe(REFUSED);
    expect(entryOf(withEntries(REFUSED, 1), 2)).toBe(behind(0));
    expect(entryOf(withEntries(behind(0), 0), 2)).toBe(behind(1));
    expect(entryOf(withEntries(behind(0, 2), 1), 2)).toBe(behind(0, 1, 3));
  });

  it('is the node where its digits lead to different entries, the first or the last alone, or to a node', () => {
    for (const digit of [0, 1, 5, 9]) {
      const automaton = withEntries(behind(3), 0);
      automaton.next[20 + digit] = behind(4);
      expect(entryOf(automaton, 2), String(digit)).toBe(2);
    }
    expect(entryOf(withEntries(1, 0), 2)).toBe(2);
    expect(entryOf(withEntries(0, 0), 2)).toBe(2);
  });

  it('is the node where the lengths would take more than 15 bits', () => {
    expect(entryOf(withEntries(behind(13), 1), 2)).toBe(behind(0, 14));
    expect(entryOf(withEntries(~0x3fff, 1), 2)).toBe(~0x7fff);
    expect(entryOf(withEntries(behind(14), 0), 2)).toBe(2);
  });
});

describe('isInSet', () => {
  // Node 1: 4 and two digits, 5 and any number of the node 2, which is empty or 7.
  const automaton = emptyAutomaton(3);
  automaton.next[10 + 4] = behind(2);
  automaton.next[10 + 5] = 2;
  automaton.accepts[2] = 1;
  automaton.next[20 + 7] = behind(0);
  const has = (text: string, root = 1) => {
    const digits = Uint8Array.from(`9${text}77`, Number);
    return isInSet(automaton, root, digits, 1, 1 + text.length);
  };

  it('knows the numbers of a plan by digits and count', () => {
    for (const text of ['412', '400', '5', '57']) expect(has(text), text).toBe(true);
    for (const text of ['', '4', '41', '4123', '56', '577', '7', '0', '9', '412345678901234'])
      expect(has(text), text).toBe(false);
  });

  it('knows none of node 0, which is no plan', () => {
    for (const text of ['', '412', '5', '57']) expect(has(text, 0), text).toBe(false);
    expect(has('', 2)).toBe(true);
    expect(has('7', 2)).toBe(true);
    expect(has('5', 2)).toBe(false);
  });
});
