/** Members of archives are examined as items are, whatever holds them; and whatever an archive does, it ends, and says what was not seen. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import type { ItemResult } from '../../src/core/result.js';
import type { ByteSource } from '../../src/core/source.js';
import { withMembers } from '../../src/scan/members.js';
import { signalControl } from '../../src/worker/control.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings, type SettingsOptions } from '../../src/worker/settings.js';
import { streamOf } from '../readers/support.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/archives/', import.meta.url));
const SSN = 'USA_SOCIAL_SECURITY_NUMBER';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-members-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const people = gunzipSync(fs.readFileSync(`${FIXTURES}people.csv.gz`));
const fixture = (name: string): Buffer => fs.readFileSync(`${FIXTURES}${name}`);

function scannerWith(options: SettingsOptions = {}): ItemScanner {
  return new ItemScanner(resolveSettings({ detectors: [SSN], ...options }));
}

const shared = scannerWith();

async function scan(bytes: Uint8Array, name: string, scanner = shared, source?: ByteSource): Promise<ItemResult> {
  const item = { source: 'memory', locator: '', path: name } as const;
  return scanner.scanSource(item, source ?? memorySource(bytes), signalControl(undefined));
}

/** Occurrences by path. */
function counts(result: ItemResult): Record<string, number> {
  const found = [...withMembers(result)].filter(({ findings }) => findings.length > 0);
  return Object.fromEntries(found.map(({ path: name, findings }) => [name, findings[0]!.count]));
}

const problemsOf = (result: ItemResult): string[] =>
  [...withMembers(result)].flatMap(({ path: name, problems }) => problems.map(({ code }) => `${name}: ${code}`));

/** Python writes what is not worth a fixture. */
function python(program: string, ...args: string[]): Buffer {
  return execFileSync('python3', ['-c', program, ...args], { maxBuffer: 2 ** 28 });
}

const ALL = (await scan(people, 'people.csv')).findings[0]!.count;

describe('members', () => {
  it('are labelled values enough', () => expect(ALL).toBe(200));

  it.each([
    ['people.zip', { 'people.zip!data/people.csv': 200 }],
    ['stored.zip', { 'stored.zip!people.csv': 200 }],
    ['zip64.zip', { 'zip64.zip!people.csv': 200 }],
    ['cp437.zip', { 'cp437.zip!köln.csv': 200 }],
    ['people.tar.gz', { 'people.tar.gz!people.csv': 200 }],
    ['people.tar.zst', { 'people.tar.zst!people.csv': 200 }],
    ['python.tar.gz', { 'python.tar.gz!people.csv': 200 }],
    ['python.tar.bz2', { 'python.tar.bz2!people.csv': 200 }],
    ['python.tar.xz', { 'python.tar.xz!people.csv': 200 }],
    ['nested.tar.gz', { 'nested.tar.gz!inner/b.zip!people.csv': 200 }],
    ['gnu.tar', { 'gnu.tar!./hard': 200, [`gnu.tar!./${'folder/'.repeat(40)}people.csv`]: 200 }],
    ['posix.tar', { 'posix.tar!./hard': 200, [`posix.tar!./${'folder/'.repeat(40)}people.csv`]: 200 }],
  ])('of %s are found by name, from a file and from a stream', async (name, expected) => {
    const bytes = fixture(name);
    const whole = await scan(bytes, name);
    // Of the two names of one file, one is a link.
    expect(counts(whole)).toEqual(expected);
    expect(problemsOf(whole)).toEqual([]);
    expect(whole).toMatchObject({ bytesFound: bytes.length, bytesExamined: bytes.length });
    const streamed = await scan(bytes, name, shared, streamOf(bytes, 999));
    expect(streamed).toEqual(whole);
  });

  it('have the places, spans and columns that they have as files', async () => {
    const plain = await scan(people, 'people.csv');
    for (const name of ['people.zip!data/people.csv', 'people.tar.zst!people.csv']) {
      const result = await scan(fixture(name.slice(0, name.indexOf('!'))), name.slice(0, name.indexOf('!')));
      const member = [...withMembers(result)].find(({ path: one }) => one === name)!;
      expect(member).toMatchObject({ isMember: true, bytesFound: people.length, bytesExamined: people.length });
      const places = (of: ItemResult) =>
        of.findings.map((finding) => ({
          ...finding,
          occurrences: finding.occurrences.map(({ fingerprint, spanSpace, ...rest }) => rest),
        }));
      expect(places(member)).toEqual(places(plain));
      expect(new Set(member.findings[0]!.occurrences.map(({ spanSpace }) => spanSpace))).toEqual(new Set(['member']));
    }
  });

  it('without anything to report are counted, folders are not, links are skipped', async () => {
    expect((await scan(fixture('people.zip'), 'a.zip')).members).toMatchObject({
      clean: 1,
      empty: 1,
      cleanBytes: 8,
      skipped: {},
    });
    expect((await scan(fixture('gnu.tar'), 'a.tar')).members).toMatchObject({ clean: 0, skipped: { symlink: 2 } });
    const shard = await scan(fixture('shard-000000.tar'), 'shard-000000.tar');
    expect(shard.members).toMatchObject({ clean: 20, skipped: { media: 20 } });
    expect(Object.keys(counts(shard))).toHaveLength(20);
    expect(Object.keys(counts(shard))[3]).toBe('shard-000000.tar!000003.json');
    // Pictures are no more examined here than elsewhere.
    expect(shard.bytesExamined).toBeLessThan(shard.bytesFound);
  });

  it('that are encrypted, sparse or packed by a method that is not read are problems of their own', async () => {
    expect(problemsOf(await scan(fixture('encrypted.zip'), 'a.zip'))).toEqual(['a.zip!people.csv: encrypted']);
    expect(problemsOf(await scan(fixture('bzip2.zip'), 'a.zip'))).toEqual(['a.zip!people.csv: unsupported']);
    for (const name of ['sparse-gnu.tar', 'sparse-posix.tar']) {
      const result = await scan(fixture(name), 'a.tar');
      expect(problemsOf(result)).toEqual(['a.tar!hole: unsupported']);
      expect(counts(result)).toEqual({ 'a.tar!people.csv': 200 });
    }
    expect(await scan(fixture('encrypted.zip'), 'a.zip')).toMatchObject({ bytesExamined: 0 });
  });

  it('are read also beyond the number that the archive states', async () => {
    const bytes = fixture('people.zip');
    const whole = counts(await scan(bytes, 'a.zip'));
    const end = bytes.lastIndexOf('PK\x05\x06');
    for (const stated of [0, 1]) {
      const fewer = Buffer.from(bytes);
      for (const at of [8, 10]) fewer.writeUInt16LE(stated, end + at);
      const result = await scan(fewer, 'a.zip');
      expect([counts(result), problemsOf(result)]).toEqual([whole, ['a.zip: malformed']]);
      expect(result.problems[0]?.detail).toBe('zip archive whose list holds more members than it says');
    }
  });

  it('are not all of a file whose list ends before the archive', async () => {
    // The second list begins where the first one does, by its own count.
    const bytes = fixture('people.zip');
    const result = await scan(Buffer.concat([bytes, bytes]), 'a.zip');
    expect(problemsOf(result)).toEqual(['a.zip: malformed']);
    expect(result.problems[0]?.detail).toBe(
      'zip archive whose list of members ends before the archive; what is between was not examined',
    );
  });

  it('are files in a zip whatever their type, but for links and empty folders', async () => {
    const bytes = fixture('people.zip');
    const whole = counts(await scan(bytes, 'a.zip'));
    const madeBy = bytes.indexOf('PK\x01\x02') + 4;
    const typed = (type: number): Buffer => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(3, madeBy + 1);
      changed.writeUInt16LE(type | 0o644, madeBy + 36);
      return changed;
    };
    for (const type of [0o010000, 0o020000, 0o040000, 0o140000, 0o170000]) {
      const result = await scan(typed(type), 'a.zip');
      expect([counts(result), problemsOf(result)]).toEqual([whole, []]);
    }
    // Longer than any path.
    expect(counts(await scan(typed(0o120000), 'a.zip'))).toEqual(whole);
  });

  it('are found where the file goes on behind the archive, which says what was not looked at', async () => {
    const bytes = fixture('people.zip');
    const whole = counts(await scan(bytes, 'a.zip'));
    const followedBy = (behind: string) => scan(Buffer.concat([bytes, Buffer.from(behind, 'latin1')]), 'a.zip');
    for (const behind of ['\n', '\r\n', '\0'.repeat(60_000)]) {
      const result = await followedBy(behind);
      expect([counts(result), problemsOf(result)]).toEqual([whole, []]);
    }
    for (const behind of ['x', 'PK\x05\x06', `PK\x05\x06${'\xff'.repeat(30)}`]) {
      const result = await followedBy(behind);
      expect([counts(result), problemsOf(result)]).toEqual([whole, ['a.zip: malformed']]);
      expect(result.problems[0]?.detail).toBe(
        `goes on for ${behind.length} bytes behind the end of the zip archive, which were not examined`,
      );
      expect(result.bytesExamined).toBeLessThan(result.bytesFound);
    }
  });

  it('have names that open nothing and are masked as others are', async () => {
    const before = fs.readdirSync(folder);
    const results = [...withMembers(await scan(fixture('names.zip'), 'n.zip'))];
    const names = results.map(({ path: name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['n.zip!../../etc/x.csv', 'n.zip!/data/x.csv', 'n.zip!a\\b.csv', 'n.zip!grüße/x.csv']),
    );
    const secret = results.find(({ path: name }) => name.includes('536-90'))!;
    expect(secret.printPath).not.toContain('4399');
    expect(results.some(({ path: name }) => name.length > 10_000)).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(before);
    expect([...withMembers(await scan(fixture('names.tar'), 'n.tar'))].map(({ path: name }) => name)).toContain('n.tar!../x.csv');
  });
});

describe('damage', () => {
  it.each(['people.zip', 'stored.zip', 'gnu.tar', 'people.tar.gz', 'people.tar.zst', 'nested.tar.gz'])(
    'to %s ends in a problem, or leaves all that is in it',
    async (name) => {
      const bytes = fixture(name);
      const whole = JSON.stringify(counts(await scan(bytes, name)));
      for (let i = 1; i <= 20; i++) {
        const result = await scan(bytes.subarray(0, Math.floor((bytes.length * i) / 21)), name);
        // Of the zeros behind a tar's end, some may be missing.
        if (problemsOf(result).length === 0) expect(JSON.stringify(counts(result))).toBe(whole);
        for (const problem of problemsOf(result)) expect(problem).toMatch(/malformed$/);
      }
      let seed = 7;
      const random = (below: number): number => {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        return (seed >> 8) % below;
      };
      for (let i = 0; i < 100; i++) {
        const damaged = Buffer.from(bytes);
        damaged[random(bytes.length)]! ^= 1 + random(255);
        const result = await scan(damaged, name);
        for (const problem of problemsOf(result)) expect(problem).toMatch(/(?:malformed|unsupported|encrypted|limit)$/);
      }
    },
  );

  it('in a zip is found by length and checksum, and what comes before is examined', async () => {
    const bytes = fixture('stored.zip');
    const at = bytes.indexOf('person 150');
    const damaged = Buffer.from(bytes);
    damaged[at] = 0x50;
    expect(problemsOf(await scan(damaged, 'a.zip'))).toEqual(['a.zip!people.csv: malformed']);
    expect(counts(await scan(damaged, 'a.zip'))).toEqual({ 'a.zip!people.csv': 200 });
    // A length that lies: in the list of members, where the local header says nothing else.
    for (const [length, code] of [
      [100, 'malformed'],
      [people.length + 5, 'malformed'],
    ] as const) {
      const lying = Buffer.from(fixture('people.zip'));
      lying.writeUInt32LE(length, lying.indexOf('PK\x01\x02') + 24);
      expect(problemsOf(await scan(lying, 'a.zip'))).toEqual([`a.zip!data/people.csv: ${code}`]);
    }
  });

  it('to a tar leaves the members before it', async () => {
    const bytes = fixture('shard-000000.tar');
    const cut = await scan(bytes.subarray(0, bytes.length / 2), 'a.tar');
    expect(Object.keys(counts(cut)).length).toBeGreaterThan(8);
    expect(problemsOf(cut)).toEqual(['a.tar: malformed']);
  });
});

describe('budgets', () => {
  it('end a zip bomb, and keep what came before', async () => {
    const flat = python(
      'import io,sys,zipfile\nb=io.BytesIO()\nz=zipfile.ZipFile(b,"w",zipfile.ZIP_DEFLATED)\nz.writestr("a.txt",b"ssn 536-90-4399\\n")\nfor i in range(4): z.writestr(f"{i}.txt",b"a"*(1<<25))\nz.close()\nsys.stdout.buffer.write(b.getvalue())',
    );
    const result = await scan(flat, 'bomb.zip', scannerWith({ unpack: { ratio: 100 } }));
    expect(counts(result)).toEqual({ 'bomb.zip!a.txt': 1 });
    expect(problemsOf(result)).toEqual(['bomb.zip: limit', 'bomb.zip!1.txt: limit']);
    expect(result.bytesExamined).toBeLessThan(result.bytesFound);
  });

  it('end compression in compression and archives in archives', async () => {
    let packed: Buffer = gzipSync('ssn 536-90-4399');
    for (let i = 0; i < 9; i++) packed = gzipSync(packed);
    expect(problemsOf(await scan(packed, 'deep.gz'))).toEqual(['deep.gz: limit']);
    const nest = python(
      'import io,sys,zipfile\nd=b"ssn 536-90-4399"\nfor i in range(12):\n b=io.BytesIO()\n z=zipfile.ZipFile(b,"w")\n z.writestr("n.zip" if i else "n.txt",d)\n z.writestr("x.txt",b"ssn 536-90-4399")\n z.close()\n d=b.getvalue()\nsys.stdout.buffer.write(d)',
    );
    const result = await scan(nest, 'n.zip');
    expect(Object.keys(counts(result))).toHaveLength(8);
    expect(problemsOf(result)).toEqual([`n.zip${'!n.zip'.repeat(8)}: limit`]);
    const shallow = await scan(nest, 'n.zip', scannerWith({ unpack: { depth: 2 } }));
    expect(problemsOf(shallow)).toEqual(['n.zip!n.zip!n.zip: limit']);
  });

  it('count members over all levels, and bytes', async () => {
    const many = await scan(fixture('shard-000000.tar'), 'a.tar', scannerWith({ unpack: { members: 30 } }));
    expect(problemsOf(many)).toEqual(['a.tar: limit']);
    expect(Object.keys(counts(many))).toHaveLength(10);
    const bytes = await scan(fixture('people.zip'), 'a.zip', scannerWith({ unpack: { bytes: 5000 } }));
    expect(problemsOf(bytes)).toEqual(['a.zip: limit', 'a.zip!data/people.csv: limit']);
    expect(() => scannerWith({ unpack: { depth: 0 } })).toThrow(/unpack.depth/);
  });
});

it('an archive of twenty thousand members takes little memory', async () => {
  const file = path.join(folder, 'many.tar');
  python(
    'import io,sys,tarfile\nwith tarfile.open(sys.argv[1],"w") as t:\n for i in range(20000):\n  d=b"nothing at all %d\\n"%i if i%1000 else b"ssn 536-90-4399\\n"\n  n=tarfile.TarInfo(f"{i:06d}.txt"); n.size=len(d); t.addfile(n,io.BytesIO(d))',
    file,
  );
  const before = process.memoryUsage().rss;
  const item = { source: 'fs', locator: file, path: 'many.tar' } as const;
  const result = await shared.scan(item, signalControl(undefined));
  expect(result.members).toMatchObject({ clean: 19_980 });
  expect(result.members!.results).toHaveLength(20);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
});
