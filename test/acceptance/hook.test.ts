/** Situations of git, each with the bytes that the hook must examine, and with proof that nothing of the repository was run. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CLEAN, folderOf, MAIN, PARQUET, PNG, SSN, SSN_LINE } from '../cli/command.js';
import { GIT_ENV, repository } from '../cli/repository.js';

const OTHER_LINE = 'SSN: 536-90-4398\n';
const ALLOW = 'clearset:allow[USA_SOCIAL_SECURITY_NUMBER]';

/** Places that a report names, as `path line:column`. */
function places(stdout: string): string[] {
  const found: string[] = [];
  let file = '';
  for (const line of stdout.split('\n')) {
    const place = /^ {4}(\d+:\d+) /.exec(line);
    if (place) found.push(`${file} ${place[1]}`);
    else if (/^\S/.test(line) && !line.includes('must not be committed') && line !== 'What to do') file = line;
  }
  return found;
}

/** A key as ssh-keygen writes it, whose first lines all keys of the kind share. Made of no key. */
function opensshKey(tail: string): string {
  const head = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW';
  const body = Array.from({ length: 3 }, (_, i) => Buffer.from(`${tail} ${i} `.repeat(9)).toString('base64').slice(0, 70));
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', head, ...body, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

describe('what is staged', () => {
  it('is another key in the place of one, of which the first lines are the same', () => {
    const repo = repository();
    repo.stage('id', opensshKey('Zq8vT1mKw'));
    expect(repo.hook()).toMatchObject({ status: 1 });
    repo.git('commit', '-qm', 'x', '--no-verify');
    repo.stage('id', opensshKey('Rk4xB7pLs'));
    expect(repo.hook()).toMatchObject({ status: 1 });
    repo.git('commit', '-qm', 'y', '--no-verify');
    repo.stage('id', `${opensshKey('Rk4xB7pLs')}${CLEAN}`);
    expect(repo.hook()).toMatchObject({ status: 0 });
  });

  it('is all that is staged, also in a subfolder of a repository that shows differences relative to it', () => {
    const repo = repository();
    repo.stage('top.txt', SSN_LINE);
    repo.stage('sub/a.txt', CLEAN);
    repo.git('config', 'diff.relative', 'true');
    const { status, stdout } = spawnSync(process.execPath, [MAIN, 'hook'], {
      cwd: path.join(repo.folder, 'sub'),
      env: GIT_ENV,
      encoding: 'utf8',
    });
    expect([status, places(stdout)]).toEqual([1, ['../top.txt 1:6']]);
  });

  it('is text with a vertical tab in it', () => {
    const repo = repository();
    repo.stage('a.txt', `col1\vcol2\n${SSN_LINE}`);
    expect(repo.hook()).toMatchObject({ status: 1 });
  });

  it.each(['clearset.config.yaml', 'list'])('is not waited for where %s of the repository is a device', (name) => {
    const repo = repository();
    repo.stage('a.txt', CLEAN);
    fs.symlinkSync('/dev/zero', path.join(repo.folder, name));
    if (name === 'list') repo.write('clearset.config.yaml', 'allowLists: [{file: list}]\n');
    const { status, stderr } = repo.hook();
    expect(status).toBe(2);
    expect(stderr).toContain('it is a device, a pipe or a socket, and no file');
  });

  it.each([
    [`log("${SSN}, ssn ${ALLOW}")`, 'marks alone are no reason'],
    [`ssn ${SSN} // not${ALLOW} a reason`, 'part of another word'],
  ])('%s is not allowed: %s', (line) => {
    const repo = repository();
    repo.stage('a.txt', `${line}\n`);
    expect(repo.hook()).toMatchObject({ status: 1 });
  });

  it('stops the commit and says place, what, shape, why and what to do', () => {
    const repo = repository();
    repo.stage('config/a.txt', `${CLEAN}${SSN_LINE}`);
    const { status, stdout, stderr } = repo.hook();
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        '1 value in 1 staged file must not be committed\n',
        'config/a.txt',
        '  Social Security number, US (USA_SOCIAL_SECURITY_NUMBER), severity high',
        '    2:6  ***-**-****  ("ssn" is near; confidence medium)\n',
        'What to do',
        '  Take the value out, stage the file again (git add) and commit. A credential that left this machine must be revoked.',
        `  A harmless value is allowed by a comment with a reason, on its line:  ${ALLOW} reason`,
        '  or on the line above:  clearset:allow-next-line[USA_SOCIAL_SECURITY_NUMBER] reason\n',
      ].join('\n'),
    );
    expect(stderr).toMatch(/^clearset: examined 1 file \(37 B\); regex engine: /);
    expect(stdout + stderr).not.toContain(SSN);
  });

  it('passes quietly where it is clean, and where nothing is staged', () => {
    const repo = repository();
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '', stderr: 'clearset: nothing is staged\n' });
    repo.stage('a.txt', CLEAN);
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '' });
  });

  it('is the index and not the work tree', () => {
    const repo = repository();
    repo.stage('staged.txt', SSN_LINE);
    repo.write('staged.txt', CLEAN);
    repo.stage('clean.txt', CLEAN);
    repo.write('clean.txt', SSN_LINE);
    repo.write('untracked.txt', SSN_LINE);
    expect(places(repo.hook().stdout)).toEqual(['staged.txt 1:6']);
  });

  it('of a file that was there before are the lines that are added or changed', () => {
    const repo = repository();
    repo.stage('a.txt', `${SSN_LINE}one\ntwo\nthree\n`);
    repo.git('commit', '-qm', 'x');
    repo.stage('a.txt', `zero\n${SSN_LINE}one\nTWO ${OTHER_LINE}three\n`);
    const { status, stdout, stderr } = repo.hook();
    expect(status).toBe(1);
    expect(places(stdout)).toEqual(['a.txt 4:10']);
    expect(stderr).toContain('1 value on unchanged lines');
    // Changed elsewhere on its line, a value is part of the commit.
    repo.stage('a.txt', `${SSN_LINE.trim()} # changed\none\ntwo\nthree\n`);
    expect(places(repo.hook().stdout)).toEqual(['a.txt 1:6']);
  });

  it('is all of it where there is no commit yet', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    expect(() => repo.git('rev-parse', '--verify', '-q', 'HEAD')).toThrow();
    expect(repo.hook().status).toBe(1);
  });

  it('of a renamed file is what changed in it', () => {
    const repo = repository();
    repo.stage('a.txt', `${SSN_LINE}${'some line\n'.repeat(40)}`);
    repo.git('commit', '-qm', 'x');
    repo.git('mv', 'a.txt', 'b.txt');
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '' });
    repo.stage('b.txt', `${SSN_LINE}${'some line\n'.repeat(40)}${OTHER_LINE}`);
    expect(places(repo.hook().stdout)).toEqual(['b.txt 42:6']);
    expect(places(repo.hook(['b.txt']).stdout)).toEqual(['b.txt 42:6']);
  });

  it('of a deleted file is nothing', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    repo.git('commit', '-qm', 'x');
    repo.git('rm', '-q', 'a.txt');
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '' });
    expect(repo.hook(['a.txt'])).toMatchObject({ status: 0, stdout: '' });
  });

  it('in part is the part that is staged', () => {
    const repo = repository();
    repo.stage('a.txt', 'one\ntwo\n');
    repo.git('commit', '-qm', 'x');
    repo.stage('a.txt', `one\n${SSN_LINE}two\n`);
    repo.write('a.txt', `one\n${SSN_LINE}two\n${OTHER_LINE}`);
    expect(places(repo.hook().stdout)).toEqual(['a.txt 2:6']);
  });

  it('has names with any bytes', () => {
    const repo = repository();
    const names = [
      'with space.txt',
      'new\nline.txt',
      'quo"te.txt',
      'tab\t.txt',
      'über.txt',
      '[id].txt',
      '-flag.txt',
      ':colon.txt',
    ];
    for (const name of names) repo.write(name, SSN_LINE);
    fs.writeFileSync(Buffer.concat([Buffer.from(`${repo.folder}/bad`), Buffer.of(0xff)]), SSN_LINE);
    repo.git('add', '.');
    const { stdout } = repo.hook();
    expect(places(stdout)).toHaveLength(names.length + 1);
    expect(stdout).toContain('bad\\xFF');
    expect(places(repo.hook(['--', '[id].txt', '-flag.txt', ':colon.txt']).stdout)).toHaveLength(3);
    const list = Buffer.concat([Buffer.from('bad'), Buffer.of(0xff), Buffer.from('\0[id].txt\0')]);
    expect(places(repo.hook(['--files-from', '-'], { input: list }).stdout)).toEqual(['[id].txt 1:6', 'bad\\xFF 1:6']);
  });

  it('has names whose bytes are no text and are lost in an argument', () => {
    const repo = repository();
    const named = (): { status: number | null; found: string[] } => {
      const command = `"$0" "$1" hook "$(printf 'bad\\377.txt')" "$(printf 'f\\376lder')"`;
      const { status, stdout } = spawnSync('sh', ['-c', command, process.execPath, MAIN], {
        cwd: repo.folder,
        env: GIT_ENV,
        encoding: 'utf8',
      });
      return { status, found: places(stdout) };
    };
    const bytes = (...parts: (string | number)[]): Buffer =>
      Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));
    fs.mkdirSync(bytes(`${repo.folder}/f`, 0xfe, 'lder'));
    fs.writeFileSync(bytes(`${repo.folder}/bad`, 0xff, '.txt'), SSN_LINE);
    fs.writeFileSync(bytes(`${repo.folder}/f`, 0xfe, 'lder/a.txt'), SSN_LINE);
    repo.write('other.txt', SSN_LINE);
    repo.git('add', '.');
    const both = { status: 1, found: ['bad\\xFF.txt 1:6', 'f\\xFElder/a.txt 1:6'] };
    expect(named()).toEqual(both);
    repo.git('commit', '-qm', 'x', '--no-verify');
    expect(named()).toEqual(both);
  });

  it('with CRLF and UTF-16 has its lines', () => {
    const repo = repository();
    repo.git('config', 'core.autocrlf', 'false');
    repo.stage('crlf.txt', 'one\r\ntwo\r\n');
    repo.stage('wide.txt', Buffer.from('\ufeffone\ntwo\n', 'utf16le'));
    repo.git('commit', '-qm', 'x');
    repo.stage('crlf.txt', `one\r\ntwo\r\n${SSN_LINE.trim()}\r\n`);
    repo.stage('wide.txt', Buffer.from(`\ufeffone\ntwo\n${SSN_LINE}`, 'utf16le'));
    expect(places(repo.hook().stdout)).toEqual(['crlf.txt 3:6', 'wide.txt 3:6']);
  });

  it('with carriage returns alone has one line for git, and many for people', () => {
    const repo = repository();
    repo.stage('a.txt', `one\rtwo\r${SSN_LINE.trim()}\r`);
    repo.git('commit', '-qm', 'x');
    expect(repo.hook().status).toBe(0);
    // For git, all of it has changed.
    repo.stage('a.txt', `one\rtwo\rmore\r${SSN_LINE.trim()}\r`);
    expect(places(repo.hook().stdout)).toEqual(['a.txt 4:6']);
    repo.stage('a.txt', `one\rtwo\r${SSN_LINE.trim()} # ${ALLOW} a made-up number\r`);
    expect(repo.hook().status).toBe(0);
  });

  it('over several lines counts where one of them changed', () => {
    const repo = repository();
    const body = (first: string): string =>
      `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA${first}${'q7BFUpkGp3LQmlQmtjIWzq8T'.repeat(2).slice(0, 44)}\n-----END RSA PRIVATE KEY-----\n`;
    repo.stage('key.pem', body('AAAA'));
    expect(repo.hook().status).toBe(1);
    repo.git('commit', '-qm', 'x');
    repo.stage('key.pem', body('BBBB'));
    expect(repo.hook().status).toBe(1);
  });
});

describe('named files', () => {
  it('are examined whole from the index where nothing of them is staged', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    repo.stage('b/c.txt', OTHER_LINE);
    repo.git('commit', '-qm', 'x');
    repo.write('a.txt', CLEAN);
    expect(repo.hook()).toMatchObject({ status: 0, stderr: 'clearset: nothing is staged\n' });
    expect(places(repo.hook(['a.txt']).stdout)).toEqual(['a.txt 1:6']);
    expect(places(repo.hook(['b']).stdout)).toEqual(['b/c.txt 1:6']);
    expect(places(repo.hook(['.']).stdout)).toEqual(['a.txt 1:6', 'b/c.txt 1:6']);
    expect(places(repo.hook([path.join(repo.folder, 'b/c.txt')]).stdout)).toEqual(['b/c.txt 1:6']);
    expect(places(repo.hook(['../a.txt', 'c.txt'], { cwd: 'b' }).stdout)).toEqual(['../a.txt 1:6', 'c.txt 1:6']);
    expect(places(repo.hook([], { cwd: 'b' }).stdout)).toEqual([]);
  });

  it('keep to what is staged of them, and to themselves', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    repo.git('commit', '-qm', 'x');
    repo.stage('a.txt', `${SSN_LINE}more\n`);
    repo.stage('b.txt', OTHER_LINE);
    expect(repo.hook(['a.txt'])).toMatchObject({ status: 0, stdout: '' });
    expect(places(repo.hook(['a.txt', 'b.txt']).stdout)).toEqual(['b.txt 1:6']);
  });

  it('that the index does not hold are told; if there is nothing else, that is an error', () => {
    const repo = repository();
    repo.stage('a.txt', CLEAN);
    repo.write('new.txt', SSN_LINE);
    const one = repo.hook(['a.txt', 'new.txt']);
    expect(one.status).toBe(0);
    expect(one.stderr).toContain('clearset: new.txt: is not in the index of git; git add puts it there');
    expect(repo.hook(['a.txt', 'new.txt', '--strict-coverage']).status).toBe(3);
    expect(repo.hook(['new.txt'])).toMatchObject({ status: 2 });
    expect(repo.hook(['new.txt']).stderr).toContain('nothing of them could be examined');
  });

  it('stand beside no --staged', () => {
    const repo = repository();
    expect(repo.hook(['--staged', 'a.txt']).status).toBe(2);
    expect(repo.hook(['--staged']).status).toBe(0);
  });
});

describe('special entries', () => {
  it('a submodule is told and left to its own repository', () => {
    const inner = repository();
    inner.stage('a.txt', SSN_LINE);
    inner.git('commit', '-qm', 'x');
    const repo = repository();
    repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
    const { status, stderr } = repo.hook();
    expect(status).toBe(0);
    expect(stderr).toContain('1 submodule not examined');
    expect(repo.hook(['--strict-coverage']).status).toBe(3);
    repo.stage('b.txt', OTHER_LINE);
    expect(places(repo.hook().stdout)).toEqual(['b.txt 1:6']);
  });

  it('a pointer of git-lfs is a problem, because what it stands for is elsewhere', () => {
    const repo = repository();
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`;
    repo.stage('data.bin', pointer);
    repo.stage('a.txt', CLEAN);
    const { status, stderr } = repo.hook();
    expect(status).toBe(0);
    expect(stderr).toContain('data.bin: its content is kept by git-lfs, outside of the index');
    expect(stderr).toContain('1 file NOT examined');
    expect(repo.hook(['--strict-coverage']).status).toBe(3);
    repo.git('rm', '-q', '--cached', 'a.txt');
    expect(repo.hook().status).toBe(2);
  });

  it('a text that begins like a pointer of git-lfs is examined', () => {
    const repo = repository();
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`;
    repo.stage('a.txt', `${pointer}${SSN_LINE}`);
    repo.stage('b.txt', `version https://git-lfs.github.com/spec/v1\n${SSN_LINE}`);
    const { status, stdout } = repo.hook();
    expect([status, places(stdout)]).toEqual([1, ['a.txt 4:6', 'b.txt 2:6']]);
  });

  it('an object that another one replaces in this clone is examined as it is committed', () => {
    const repo = repository();
    repo.stage('a.txt', CLEAN);
    repo.stage('b.txt', SSN_LINE);
    repo.git('replace', repo.git('rev-parse', ':b.txt').trim(), repo.git('rev-parse', ':a.txt').trim());
    const { status, stdout } = repo.hook();
    expect([status, places(stdout)]).toEqual([1, ['b.txt 1:6']]);
  });

  it('a link is its target as text; the file behind it is not read', () => {
    const repo = repository();
    fs.writeFileSync(path.join(repo.folder, 'real.txt'), SSN_LINE);
    fs.symlinkSync('real.txt', path.join(repo.folder, 'link'));
    repo.git('add', 'link');
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '' });
  });

  it('media are skipped, unread formats are problems', () => {
    const repo = repository();
    repo.stage('a.png', PNG);
    expect(repo.hook()).toMatchObject({ status: 0 });
    expect(repo.hook().stderr).toContain('skipped 1 (1 media)');
    repo.stage('b.parquet', PARQUET);
    expect(repo.hook().stderr).toContain('b.parquet: ');
    expect(repo.hook(['--strict-coverage']).status).toBe(3);
  });

  it('a file of which a part can be read is examined in part', () => {
    const repo = repository();
    repo.stage('a.txt.gz', gzipSync(`${SSN_LINE}${CLEAN.repeat(5000)}`).subarray(0, -12));
    const { status, stdout, stderr } = repo.hook();
    expect(places(stdout)).toEqual(['a.txt.gz 1:6']);
    expect(stderr).toContain('examined 1 file (');
    expect(stderr).toContain('1 file examined in part');
    expect(status).toBe(1);
    expect(repo.hook(['--fail-on', 'none']).status).toBe(0);
    expect(repo.hook(['--fail-on', 'none', '--strict-coverage']).status).toBe(3);
  });

  it('a file in conflict is told', () => {
    const repo = repository();
    repo.stage('a.txt', 'base\n');
    repo.git('commit', '-qm', 'base');
    repo.git('checkout', '-qb', 'other');
    repo.stage('a.txt', 'theirs\n');
    repo.git('commit', '-qm', 'theirs');
    repo.git('checkout', '-q', 'main');
    repo.stage('a.txt', 'ours\n');
    repo.git('commit', '-qm', 'ours');
    expect(() => repo.git('merge', 'other')).toThrow();
    repo.stage('b.txt', SSN_LINE);
    const { status, stdout, stderr } = repo.hook();
    expect(status).toBe(1);
    expect(places(stdout)).toEqual(['b.txt 1:6']);
    expect(stderr).toContain('a.txt: is in conflict');
  });

  it('what is only intended to be added is nothing', () => {
    const repo = repository();
    repo.write('a.txt', SSN_LINE);
    repo.git('add', '--intent-to-add', 'a.txt');
    expect(repo.hook()).toMatchObject({ status: 0, stdout: '' });
  });

  it('an object that is lost is told', () => {
    const repo = repository();
    repo.stage('a.txt', SSN_LINE);
    repo.stage('b.txt', CLEAN);
    const oid = repo.git('rev-parse', ':a.txt').trim();
    fs.rmSync(path.join(repo.folder, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    const { status, stderr } = repo.hook();
    expect(status).toBe(0);
    expect(stderr).toContain('a.txt: its content is not in the repository');
  });
});

describe('places of a repository', () => {
  it('a linked work tree has an index of its own', () => {
    const repo = repository();
    repo.stage('a.txt', CLEAN);
    repo.git('commit', '-qm', 'x');
    const other = path.join(folderOf({}), 'tree');
    repo.git('worktree', 'add', '-q', other);
    fs.writeFileSync(path.join(other, 'b.txt'), SSN_LINE);
    repo.git('-C', other, 'add', 'b.txt');
    expect(repo.hook()).toMatchObject({ status: 0 });
    const run = spawnSync(process.execPath, [MAIN, 'hook'], {
      cwd: other,
      env: { ...process.env, ...GIT_ENV },
      encoding: 'utf8',
    });
    expect(places(run.stdout)).toEqual(['b.txt 1:6']);
  });

  it('a sparse checkout shows what is staged outside of it as well', () => {
    const repo = repository();
    repo.stage('in/a.txt', CLEAN);
    repo.stage('out/b.txt', SSN_LINE);
    repo.git('commit', '-qm', 'x');
    repo.git('sparse-checkout', 'set', 'in');
    expect(fs.existsSync(path.join(repo.folder, 'out/b.txt'))).toBe(false);
    repo.stage('in/c.txt', OTHER_LINE);
    expect(places(repo.hook().stdout)).toEqual(['in/c.txt 1:6']);
    expect(places(repo.hook(['out/b.txt']).stdout)).toEqual(['out/b.txt 1:6']);
  });

  it('a rebase in progress has its commit staged', () => {
    const repo = repository();
    repo.stage('a.txt', 'base\n');
    repo.git('commit', '-qm', 'base');
    repo.git('checkout', '-qb', 'topic');
    repo.stage('a.txt', 'topic\n');
    repo.stage('b.txt', SSN_LINE);
    repo.git('commit', '-qm', 'topic');
    repo.git('checkout', '-q', 'main');
    repo.stage('a.txt', 'main\n');
    repo.git('commit', '-qm', 'main');
    repo.git('checkout', '-q', 'topic');
    expect(() => repo.git('rebase', 'main')).toThrow();
    repo.stage('a.txt', 'solved\n');
    expect(places(repo.hook().stdout)).toEqual(['b.txt 1:6']);
  });

  it('the index that a commit of single files makes is the one that counts', () => {
    const repo = repository();
    repo.stage('a.txt', CLEAN);
    repo.stage('b.txt', CLEAN);
    repo.git('commit', '-qm', 'x');
    const hook = path.join(repo.folder, '.git/hooks/pre-commit');
    fs.writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" hook\n`, { mode: 0o755 });
    repo.stage('a.txt', SSN_LINE);
    repo.write('b.txt', `${CLEAN}more\n`);
    // a.txt is staged, but it is not part of this commit.
    repo.git('commit', '-qm', 'b alone', 'b.txt');
    expect(() => repo.git('commit', '-qm', 'a')).toThrow(/must not be committed|examined 1 file/);
    repo.stage('a.txt', `${CLEAN}more\n`);
    repo.git('commit', '-qm', 'a');
  });

  it('outside of a repository it fails, and does not pass', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE });
    const run = spawnSync(process.execPath, [MAIN, 'hook'], {
      cwd,
      env: { ...process.env, ...GIT_ENV, GIT_CEILING_DIRECTORIES: path.dirname(cwd) },
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^clearset: git \S+ failed with exit code 128; is this folder in a git repository/);
  });

  it('without git it says so', () => {
    const repo = repository();
    const { status, stderr } = repo.hook([], { env: { PATH: '/nonexistent' } });
    expect(status).toBe(2);
    expect(stderr).toBe('clearset: git cannot be run; it must be installed and on the PATH\n');
  });
});

describe('comments that allow', () => {
  it('silence their detector on their line, or on the next one, with a reason', () => {
    const repo = repository();
    const line = SSN_LINE.trim();
    repo.stage(
      'a.txt',
      [
        `${line} # ${ALLOW} a test value`,
        `# clearset:allow-next-line[OTHER, USA_SOCIAL_SECURITY_NUMBER] a test value`,
        line,
        `${line} # ${ALLOW}`,
        `${line} /* ${ALLOW} */`,
        `${line} # clearset:allow[EMAIL_ADDRESS] another detector`,
        `# ${ALLOW} on a line of its own it allows that line only`,
        line,
      ].join('\n'),
    );
    const { stdout, stderr } = repo.hook();
    expect(places(stdout)).toEqual(['a.txt 4:6', 'a.txt 5:6', 'a.txt 6:6', 'a.txt 8:6']);
    expect(stderr).toContain('2 values allowed by comments');
  });

  it('say nothing to a scan', () => {
    const repo = repository();
    repo.write('a.txt', `${SSN_LINE.trim()} # ${ALLOW} a test value`);
    const run = spawnSync(process.execPath, [MAIN, 'scan', 'a.txt'], { cwd: repo.folder, encoding: 'utf8' });
    expect(run.status).toBe(1);
  });
});

describe('thresholds', () => {
  it('what is below --fail-on is one line of counts', () => {
    const repo = repository();
    repo.stage('a.txt', 'mail: someone@some-company.com\n');
    const { status, stdout } = repo.hook();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Also found, and not stopped by --fail-on: 1 (medium|low)\n$/);
    expect(repo.hook(['--fail-on', 'low']).status).toBe(1);
    expect(repo.hook(['--fail-on', 'none']).status).toBe(0);
  });
});

it('finds by patterns and words beyond ASCII, in the program that is packed for it', () => {
  const repo = repository();
  repo.stage('a.txt', 'GPS coordinates: 52.5200° N, 13.4050° E\n');
  repo.stage('b.txt', 'né le 1er août 1985\n');
  expect(places(repo.hook(['--fail-on', 'low']).stdout)).toEqual(['a.txt 1:18', 'b.txt 1:7']);
});

describe('a configuration', () => {
  it('of the repository says what is looked for, where, and from which severity on', () => {
    const repo = repository();
    repo.stage('a.txt', `${SSN_LINE}mail: someone@some-company.com\n`);
    repo.stage('fixtures/b.txt', SSN_LINE);
    repo.write(
      'clearset.config.yaml',
      'exclude: ["fixtures/**"]\nexcludeDetectors: [USA_SOCIAL_SECURITY_NUMBER]\nhook: {failOn: low}\n',
    );
    const { status, stdout, stderr } = repo.hook();
    expect(places(stdout)).toEqual(['a.txt 2:7']);
    expect(status).toBe(1);
    expect(stderr).toContain('skipped 1 (1 excluded)');
    expect(repo.hook(['--fail-on', 'high']).status).toBe(0);
    expect(places(repo.hook(['--exclude', 'a.txt']).stdout)).toEqual([]);
    repo.write('clearset.config.yaml', 'hook: {failOnn: low}\n');
    expect(repo.hook()).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a hostile repository', () => {
  it('runs nothing: no hook, filter, external diff, text conversion, file monitor, pager, alias or ssh', () => {
    const repo = repository();
    const mark = path.join(repo.folder, 'was-run');
    const run = path.join(repo.folder, 'run.sh');
    repo.write('run.sh', `#!/bin/sh\necho "$0 $*" >> "${mark}"\ncat\n`);
    fs.chmodSync(run, 0o755);
    repo.stage('a.txt', `${SSN_LINE}one\n`);
    repo.git('commit', '-qm', 'x');
    repo.stage('.gitattributes', '* diff=evil filter=evil merge=evil\n*.txt working-tree-encoding=UTF-8\n');
    repo.stage('a.txt', `${SSN_LINE}one\n${OTHER_LINE}`);
    const hooks = path.join(repo.folder, 'hooks');
    for (const name of ['pre-commit', 'post-index-change', 'fsmonitor-watchman', 'reference-transaction'])
      repo.write(`hooks/${name}`, fs.readFileSync(run, 'utf8'));
    for (const name of fs.readdirSync(hooks)) fs.chmodSync(path.join(hooks, name), 0o755);
    const settings: readonly (readonly [string, string])[] = [
      ['core.hooksPath', hooks],
      ['core.fsmonitor', run],
      ['core.pager', run],
      ['core.sshCommand', run],
      ['core.askPass', run],
      ['core.editor', run],
      ['core.gitProxy', run],
      ['diff.external', run],
      ['diff.evil.command', run],
      ['diff.evil.textconv', run],
      ['filter.evil.clean', run],
      ['filter.evil.smudge', run],
      ['filter.evil.process', run],
      ['merge.evil.driver', run],
      ['pager.diff', run],
      ['interactive.diffFilter', run],
      ['alias.diff', `!${run}`],
      ['alias.cat-file', `!${run}`],
      ['credential.helper', run],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', `ext::${run}`],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.uploadpack', run],
      ['protocol.ext.allow', 'always'],
    ];
    for (const [name, value] of settings) fs.appendFileSync(path.join(repo.folder, '.git/config'), section(name, value));
    const lost = repo.git('-c', 'core.fsmonitor=false', 'rev-parse', ':.gitattributes').trim();
    fs.rmSync(path.join(repo.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    fs.rmSync(mark, { force: true });

    const { status, stdout, stderr } = repo.hook(['--min-confidence', 'low']);
    expect(places(stdout)).toEqual(['a.txt 3:6']);
    expect(status).toBe(1);
    expect(stderr).toContain('.gitattributes: its content is not in the repository');
    repo.hook(['a.txt', 'run.sh']);
    expect(fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8') : '').toBe('');
    // The same settings do run where git is called without care, or this test would prove nothing.
    spawnSync('git', ['diff', '--cached', 'a.txt'], { cwd: repo.folder, env: { ...process.env, ...GIT_ENV } });
    expect(fs.existsSync(mark)).toBe(true);
  });
});

it('a file that should order diffs and is not there keeps nothing from being examined', () => {
  const repo = repository();
  repo.stage('a.txt', 'one\n');
  repo.git('commit', '-qm', 'x');
  repo.stage('a.txt', `one\n${SSN_LINE}`);
  for (const file of ['nowhere/order', '']) {
    repo.git('config', 'diff.orderFile', file);
    const { status, stdout } = repo.hook();
    expect([status, places(stdout)]).toEqual([1, ['a.txt 2:6']]);
  }
});

function section(name: string, value: string): string {
  const parts = name.split('.');
  const key = parts.pop();
  const [first, ...rest] = parts;
  return `[${first}${rest.length > 0 ? ` "${rest.join('.')}"` : ''}]\n\t${key} = "${value}"\n`;
}
