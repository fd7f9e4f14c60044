/** Documents through the built command: places in every report, what is left out, and exit codes. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clearset } from './command.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-documents-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
for (const name of [
  'pdf/libreoffice.pdf',
  'pdf/reportlab.pdf',
  'pdf/password.pdf',
  'mail/full.eml',
  'mail/three.mbox',
  'rtf/libreoffice.rtf',
]) {
  fs.copyFileSync(new URL(`../fixtures/${name}`, import.meta.url), path.join(folder, path.basename(name)));
}
const scan = (...args: string[]) => clearset(['scan', ...args], { cwd: folder });

const VALUES = new Set(['GERMANY_BANK_ACCOUNT_NUMBER', 'USA_SOCIAL_SECURITY_NUMBER']);

interface Line {
  readonly kind: string;
  readonly detector?: string;
  readonly path?: string;
  readonly location?: object;
}
const ndjson = (...args: string[]): Line[] =>
  scan(...args, '--format', 'ndjson')
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('a scan of documents', () => {
  it('says page, paragraph, part and message', () => {
    const places = ndjson('libreoffice.pdf', 'full.eml', 'three.mbox', 'libreoffice.rtf')
      .filter(({ kind, detector }) => kind === 'occurrence' && VALUES.has(detector!))
      .map(({ path: name, location }) => [name, location]);
    expect(places).toEqual([
      ['full.eml', {}],
      ['full.eml', { part: 'html' }],
      ['full.eml', { part: 'Gehälter.csv', row: 2 }],
      ['libreoffice.pdf', { page: 1 }],
      ['libreoffice.pdf', { page: 1 }],
      ['libreoffice.rtf', { paragraph: 2 }],
      ['libreoffice.rtf', { paragraph: 5 }],
      ['three.mbox', { recordIndex: 0 }],
      ['three.mbox', { recordIndex: 1 }],
      ['three.mbox', { recordIndex: 2, part: 'third.txt' }],
    ]);
    expect(scan('libreoffice.pdf').stdout).toMatch(/USA_SOCIAL_SECURITY_NUMBER .* 9:13 \(page 1\) {2}\*{3}-\*\*-\*{4}\n/);
    expect(scan('libreoffice.rtf', '--format', 'markdown').stdout).toContain('6:13 <code>paragraph 5</code>');
    expect(scan('libreoffice.pdf', '--format', 'sarif').stdout).toContain('page 1');
    expect(clearset(['explain', 'libreoffice.rtf:6:13'], { cwd: folder }).stdout).toContain('place        paragraph 5\n');
  });

  it('is incomplete where a document needs a password, or is images', () => {
    const locked = scan('password.pdf');
    expect(locked.status).toBe(3);
    expect(locked.stdout).toContain('password.pdf: the PDF needs a password');
    const images = scan('reportlab.pdf', '--fail-on', 'none');
    expect(images.status).toBe(3);
    expect(images.stdout).toContain('image only, and their text is not read: 2 pages (3, 5)');
  });

  it('masks the name of an attachment that is a value itself', () => {
    const content =
      'From: a@b.de\nTo: c@d.de\nSubject: x\nContent-Type: text/plain; name="536-90-4399.txt"\nContent-Disposition: attachment; filename="536-90-4399.txt"\n\nSSN 536-90-4399\n';
    fs.writeFileSync(path.join(folder, 'name.eml'), content);
    const { stdout } = scan('name.eml', '--format', 'json');
    expect(stdout).toContain('"part"');
    expect(stdout).not.toContain('536-90-4399');
  });

  it('outlives failures that the library of PDF does not catch', () => {
    // The number of one object and the generation of another, found by a seeded search.
    const file = fs.readFileSync(path.join(folder, 'reportlab.pdf'));
    expect([file[3635], file[7720]].map((byte) => String.fromCharCode(byte!))).toEqual(['3', '0']);
    file[3635] = 0x31;
    file[7720] = 0x36;
    fs.writeFileSync(path.join(folder, 'damaged.pdf'), file);
    const { status, stdout } = scan('damaged.pdf', '--fail-on', 'none');
    expect(status).toBe(3);
    expect(stdout).toContain('objects of the PDF are damaged');
    expect(stdout).toContain('EMAIL_ADDRESS');
  });
});
