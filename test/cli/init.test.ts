/** A start in a repository: the configuration that explains itself, and the hook. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_TEMPLATE } from '../../cli/init-template.js';
import { parseConfig } from '../../src/config/schema.js';
import { clearset, folderOf, SSN_LINE } from './command.js';
import { GIT_ENV, repository } from './repository.js';

describe('init', () => {
  it('writes a configuration that changes nothing, and never replaces one', () => {
    const cwd = folderOf({ 'data/a.txt': SSN_LINE });
    expect(clearset(['init'], { cwd })).toMatchObject({ status: 0, stdout: 'wrote clearset.config.yaml\n', stderr: '' });
    expect(clearset(['scan', 'data'], { cwd }).status).toBe(1);
    fs.writeFileSync(path.join(cwd, 'clearset.config.yaml'), 'failOn: none\n');
    expect(clearset(['init'], { cwd })).toMatchObject({ status: 0, stdout: 'left clearset.config.yaml as it is\n' });
    expect(clearset(['scan', 'data'], { cwd }).status).toBe(0);
    expect(clearset(['init', 'data'], { cwd }).status).toBe(2);
  });

  it('says that a link leads nowhere, and writes nothing', () => {
    const repo = repository();
    const init = () => clearset(['init', '--hook'], { cwd: repo.folder, env: GIT_ENV });
    for (const name of ['clearset.config.yaml', '.git/hooks/pre-commit', '.git/hooks']) {
      const link = path.join(repo.folder, name);
      fs.rmSync(link, { recursive: true, force: true });
      fs.symlinkSync('nowhere', link);
      const stderr = `clearset: ${JSON.stringify(name)} is a symbolic link that leads nowhere: remove it\n`;
      expect(init()).toMatchObject({ status: 2, stdout: '', stderr });
      fs.rmSync(link);
      expect(fs.readdirSync(repo.folder)).toEqual(['.git']);
    }
    repo.write('.git/hooks', '');
    expect(init()).toMatchObject({ status: 2, stderr: expect.stringContaining('".git/hooks" is no folder') });
    expect(fs.readdirSync(repo.folder)).toEqual(['.git']);
  });

  it('holds settings that the schema knows', async () => {
    expect(parse(CONFIG_TEMPLATE)).toBe(null);
    const settings = parse(CONFIG_TEMPLATE.replace(/^#- ?/gm, ''));
    expect(Object.keys(settings)).toEqual(
      expect.arrayContaining(['detectors', 'include', 'failOn', 'baseline', 'hook', 'policy']),
    );
    await expect(parseConfig(settings, 'template')).resolves.toMatchObject({ failOn: 'low', hook: { failOn: 'high' } });
  });

  it('--hook writes the hook of git, where there is none and nobody else runs hooks', () => {
    const repo = repository();
    const file = path.join(repo.folder, '.git/hooks/pre-commit');
    const init = () => clearset(['init', '--hook'], { cwd: repo.folder, env: GIT_ENV });
    expect(init()).toMatchObject({ status: 0, stdout: 'wrote clearset.config.yaml\nwrote .git/hooks/pre-commit\n' });
    const hook = fs.readFileSync(file, 'utf8');
    expect(hook).toContain('exec node_modules/.bin/clearset hook');
    expect(hook).not.toContain('npx');
    const alone = spawnSync('/bin/sh', [file], { cwd: folderOf({}), env: { PATH: folderOf({}) }, encoding: 'utf8' });
    expect([alone.status, alone.stderr]).toEqual([1, expect.stringContaining('clearset is not installed')]);
    expect(fs.statSync(file).mode & 0o111).toBe(0o111);
    expect(init()).toMatchObject({ status: 2, stdout: '' });
    fs.rmSync(file);
    fs.rmSync(path.join(repo.folder, 'clearset.config.yaml'));
    repo.write('sub/a.txt', '');
    const below = clearset(['init', '--hook'], { cwd: path.join(repo.folder, 'sub'), env: GIT_ENV });
    expect(below).toMatchObject({ status: 0, stdout: 'wrote ../clearset.config.yaml\nwrote ../.git/hooks/pre-commit\n' });
    fs.rmSync(file);
    repo.git('config', 'core.hooksPath', '.husky/_');
    expect(init().stderr).toBe(
      'clearset: core.hooksPath is ".husky/_": add the line "clearset hook" to the file pre-commit there\n',
    );
    expect(fs.existsSync(file)).toBe(false);
    repo.write('hooks.txt', '');
    fs.rmSync(path.join(repo.folder, 'clearset.config.yaml'));
    for (const setting of ['/dev/null', 'hooks.txt', path.join(repo.folder, 'hooks.txt')]) {
      repo.git('config', 'core.hooksPath', setting);
      const stderr = `clearset: core.hooksPath is ${JSON.stringify(setting)}, which is no folder, so git runs no hook: unset it, or name a folder\n`;
      expect(init()).toMatchObject({ status: 2, stdout: '', stderr });
    }
    expect(fs.existsSync(path.join(repo.folder, 'clearset.config.yaml'))).toBe(false);
    expect(clearset(['init', '--hook'], { cwd: folderOf({}), env: { ...GIT_ENV, GIT_CEILING_DIRECTORIES: '/tmp' } }).status).toBe(
      2,
    );
  });
});
