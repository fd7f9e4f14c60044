/** Host names at the edges of labels and names, each function by itself: what stands beside a name is not read. */
import { describe, expect, it } from 'vitest';
import { endsWithName, isHostName, isReservedHost, isTopLevelDomain } from '../../src/validators/host-name.js';
import { TOP_LEVEL_DOMAINS } from '../../src/validators/tld-table.js';

/** Each name between others, and alone. */
function asked(check: (bytes: Uint8Array, start: number, end: number) => boolean, text: string): boolean {
  const length = Buffer.byteLength(text);
  const answers = [
    ['', ''],
    ['x', 'x'],
    [' ', ' '],
    ['.', '.'],
    ['-', '-'],
    ['com ', ' com '],
  ].map(([before, behind]) => check(Buffer.from(before + text + behind), before!.length, before!.length + length));
  expect(new Set(answers).size, text).toBe(1);
  return answers[0]!;
}

describe('isHostName', () => {
  it('has labels of letters, digits and hyphens that begin and end with no hyphen', () => {
    for (const text of [
      'a.com',
      'A-b.C0m.co',
      '1.2.museum',
      'a.xn--p1ai',
      'bücher.de',
      'a.рф',
      'a.example',
      'b.a.test',
      'example.fr',
    ])
      expect(asked(isHostName, text), text).toBe(true);
    const strange = [...'_[{:@/`\u007f'].map((sign) => `a${sign}b.com`);
    for (const text of [
      ...strange,
      '',
      '.',
      'com',
      'a',
      'a.',
      '.com',
      'a..com',
      '-a.com',
      'a-.com',
      'a.-b.com',
      'a.b-.com',
      'a.c',
      'a.com.',
      'a.com-',
    ])
      expect(asked(isHostName, text), text).toBe(false);
    // A reserved name below any two letters or signs is asked for whole, so its last label is checked too.
    for (const text of ['example.f-', 'example.-f', 'example.co.u-']) expect(asked(isHostName, text), text).toBe(false);
  });

  it('has labels of 63 characters and 253 in all, at most', () => {
    expect(asked(isHostName, `${'a'.repeat(63)}.com`)).toBe(true);
    expect(asked(isHostName, `${'a'.repeat(64)}.com`)).toBe(false);
    expect(asked(isHostName, `b.${'a'.repeat(64)}.com`)).toBe(false);
    const long = (length: number) => `${'abcdefghi.'.repeat(30).slice(0, length - 5)}z.com`;
    for (const [length, expected] of [
      [253, true],
      [254, false],
      [252, true],
    ] as const) {
      expect(long(length).length).toBe(length);
      expect(asked(isHostName, long(length)), String(length)).toBe(expected);
    }
  });
});

describe('isTopLevelDomain', () => {
  it('is one of the list, whole, and in no other letters', () => {
    const names = new Set(TOP_LEVEL_DOMAINS.split(' '));
    const wrong: string[] = [];
    for (const name of names) {
      const others = Array.from({ length: name.length }, (_, i) => name.slice(0, i));
      for (const text of [name, ...others, `${name}s`, `${name}a`, `x${name}`]) {
        for (const behind of ['', ' ', 'x', ' aaa']) {
          const bytes = Buffer.from(`.${text}${behind}`);
          if (isTopLevelDomain(bytes, 1, 1 + text.length) !== names.has(text)) wrong.push(text + behind);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('may be written in its own script', () => {
    for (const name of ['рф', '中国', '香港', 'भारत', 'МОСКВА', 'みんな', 'vermögensberater'])
      expect(asked(isTopLevelDomain, name), name).toBe(true);
    for (const name of ['рфф', '中', 'é', 'comé', 'vermoegensberater', '\u200d'])
      expect(asked(isTopLevelDomain, name), name).toBe(false);
    expect(isTopLevelDomain(Uint8Array.from([0x80]), 0, 1)).toBe(false);
    expect(isTopLevelDomain(Uint8Array.from([0xd1, 0x80, 0xd1]), 0, 3)).toBe(false);
  });
});

describe('reserved names', () => {
  it('are those of RFC 2606 and 6761, and what lies below them', () => {
    for (const name of ['example', 'invalid', 'localhost', 'test', 'example.com', 'example.net', 'example.org', 'example.edu']) {
      for (const text of [name, name.toUpperCase(), `a.${name}`, `b.a.${name}`])
        expect(asked(isReservedHost, text), text).toBe(true);
      for (const text of [`a${name}`, name.slice(1), `${name}s`]) expect(asked(isReservedHost, text), text).toBe(false);
    }
  });

  it('are an example below the domain of a country', () => {
    for (const text of ['example.fr', 'example.fra', 'a.example.co.uk', 'EXAMPLE.com.br', 'example.o.uk'])
      expect(asked(isReservedHost, text), text).toBe(true);
    for (const text of [
      'example.f',
      'example.fran',
      'example.shop.uk',
      'example..uk',
      'myexample.fr',
      'myexample.co.uk',
      'fr',
      'co.uk',
      'example.a.b.uk',
      '',
    ])
      expect(asked(isReservedHost, text), text).toBe(false);
    expect(isReservedHost(Buffer.from('a'), 0, 0)).toBe(false);
    expect(isReservedHost(Buffer.from('example'), 2, 7)).toBe(false);
  });

  it('end with a name, whole', () => {
    const ends = (text: string, start: number) => endsWithName(Buffer.from(text), start, text.length, 'ssh.org');
    expect(ends('ssh.org', 0)).toBe(true);
    expect(ends('a.ssh.org', 0)).toBe(true);
    expect(ends('assh.org', 0)).toBe(false);
    expect(ends('assh.org', 1)).toBe(true);
    expect(ends('ssh.org', 1)).toBe(false);
    expect(ends('a.SSH.Org', 0)).toBe(true);
  });
});
