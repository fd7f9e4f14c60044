import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { NamePrinter } from '../../src/worker/print-names.js';
import { resolveSettings } from '../../src/worker/settings.js';

test('a name is masked each time it is printed, alone or among others', () => {
  const printer = new NamePrinter(createEngine({ detectors: CATALOGUE }), resolveSettings({}));
  const first = printer.print(['536-90-4399', 'name', 'ssn 536-90-4399']);
  expect([...first.keys()]).toEqual(['536-90-4399', 'ssn 536-90-4399']);
  expect(first.get('536-90-4399')).toMatch(/^\*\*\*-\*\*-\*\*\*\*~[0-9a-f]{8}$/);
  expect([...printer.print(['name', '536-90-4399'])]).toEqual([['536-90-4399', first.get('536-90-4399')]]);
  expect(printer.print(['name', 'other']).size).toBe(0);
});

test('more names than are remembered are masked all the same', () => {
  const printer = new NamePrinter(createEngine({ detectors: CATALOGUE }), resolveSettings({}));
  const names = Array.from({ length: 25_000 }, (_, i) => `column ${i}`);
  names[3] = names[24_999] = 'ssn 536-90-4399';
  expect([...printer.print(names).keys()]).toEqual(['ssn 536-90-4399']);
  for (const name of names) expect(printer.print([name]).has(name)).toBe(name.startsWith('ssn'));
});

test('while a block is in use, names are masked and the memory is left as it was', () => {
  const engine = createEngine({ detectors: CATALOGUE });
  const printer = new NamePrinter(engine, resolveSettings({}));
  const everything = new Uint8Array(engine.memory.memory.buffer);
  const { blockAt, bytes, tablesAt, tableBytes } = engine.memory;
  const parts = () => [everything.slice(blockAt, blockAt + bytes.length), everything.slice(tablesAt, tablesAt + tableBytes)];
  for (let at = 0; at < bytes.length; at++) bytes[at] = 97 + (at % 26);
  everything.fill(171, tablesAt, tablesAt + tableBytes);
  const before = parts();
  const names = Array.from({ length: 3000 }, (_, i) => `${'a long name '.repeat(9)}${i} ssn 536-90-4399`);
  expect(printer.printAside(names).size).toBe(3000);
  expect(parts().every((part, i) => Buffer.compare(part, before[i]!) === 0)).toBe(true);
});
