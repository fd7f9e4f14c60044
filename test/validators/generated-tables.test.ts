/**
 * Tables that scripts write are what the scripts write today: their sources are the oracle of the whole table, and a table edited by
 * hand or left behind by an update fails here. That is why mutation testing leaves these files out.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-tables-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('generated tables', () => {
  it.each([
    ['phone-tables.mjs', path.join(folder, 'phone-metadata.ts'), ['phone-metadata.ts']],
    ['gazetteer-tables.mjs', folder, ['name-table.ts', 'place-table.ts']],
  ])('%s writes what is there', (script, target, names) => {
    const { status, stderr } = spawnSync(process.execPath, [new URL(`scripts/${script}`, ROOT).pathname, target], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    for (const name of names) {
      const written = fs.readFileSync(path.join(folder, name), 'utf8');
      // No `toBe`: a difference of 30 kB in one line would be all that is seen.
      expect(written === fs.readFileSync(new URL(`src/validators/${name}`, ROOT), 'utf8'), name).toBe(true);
    }
  });
});
