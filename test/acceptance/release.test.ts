/**
 * What users install, each in the way that they install it: the release from git by the real pre-commit framework and by the
 * command that its current version runs, the tarball of npm, and the hook below husky, lint-staged, lefthook and
 * git alone. re2 is not there, as on every machine that runs no install scripts.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, folderOf, SSN_LINE } from '../cli/command.js';
import { GIT_ENV, type Repository, repository } from '../cli/repository.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = path.join(ROOT, 'node_modules');
const MINUTES = 60_000;

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function sh(cwd: string, line: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { CI, VITEST, CLEARSET_RE2, ...rest } = process.env;
  const run = spawnSync('bash', ['-c', line], {
    cwd,
    env: { ...rest, ...GIT_ENV, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

function must(cwd: string, line: string, env: Readonly<Record<string, string>> = {}): string {
  const { status, output } = sh(cwd, line, env);
  if (status !== 0) throw new Error(`${line}: exit code ${status}\n${output}`);
  return output;
}

/** A commit that must pass and one that must not. */
function expectGuarded(repo: Repository, env: Readonly<Record<string, string>> = {}): void {
  fs.writeFileSync(path.join(repo.folder, 'clean file.txt'), CLEAN);
  must(repo.folder, 'git add -A && git commit -qm clean', env);
  fs.writeFileSync(path.join(repo.folder, 'bad [1].txt'), SSN_LINE);
  fs.writeFileSync(path.join(repo.folder, 'clean file.txt'), `${CLEAN}more\n`);
  const { status, output } = sh(repo.folder, 'git add -A && git commit -m bad', env);
  expect(output).toContain('1 value in 1 staged file must not be committed');
  expect(output).toMatch(/^bad \[1\]\.txt$/m);
  expect(status).not.toBe(0);
  expect(repo.git('log', '--format=%s').trim()).toBe('clean');
}

let release = '';
let tarball = '';

beforeAll(() => {
  // A clone, so that the release does not land in the repository at hand; what is not committed yet goes along.
  const folder = folderOf({});
  release = path.join(folder, 'release');
  must(folder, `git clone -q "${ROOT}" release`);
  must(
    ROOT,
    `{ git ls-files -z; git ls-files -z --others --exclude-standard; } | tar --null -T - -c --ignore-failed-read | tar -x -C "${release}"`,
  );
  fs.cpSync(path.join(ROOT, 'dist'), path.join(release, 'dist'), { recursive: true });
  must(release, 'git add -A && { git diff --cached --quiet || git commit -qm work; } && node scripts/release-tree.mjs');
  tarball = path.join(
    folder,
    must(ROOT, `npm pack --silent --ignore-scripts --pack-destination "${folder}"`).trim().split('\n').pop()!,
  );
}, 2 * MINUTES);

describe('the commit of a release', () => {
  it('holds what is packed, the hooks and no scripts, and only once', () => {
    const files = must(release, 'git ls-tree -r --name-only release').split('\n');
    expect(files).toEqual(
      expect.arrayContaining(['.pre-commit-hooks.yaml', 'package.json', 'dist/cli/launcher.cjs', 'dist/cli/hook-main.cjs']),
    );
    expect(files.filter((name) => /^(src|test|bench|node_modules)\//.test(name))).toEqual([]);
    const manifest = JSON.parse(must(release, 'git show release:package.json'));
    expect(manifest.scripts).toBeUndefined();
    expect(manifest.devDependencies).toBeUndefined();
    expect(sh(release, 'node scripts/release-tree.mjs').output).toContain('exists: a release is never changed');
  });

  it('is installed and run by the pre-commit framework', { timeout: 3 * MINUTES }, () => {
    const repo = repository();
    const env = { PRE_COMMIT_HOME: folderOf({}) };
    repo.write(
      '.pre-commit-config.yaml',
      `repos:\n  - repo: ${release}\n    rev: ${must(release, 'git tag').trim()}\n    hooks:\n      - id: clearset\n`,
    );
    must(repo.folder, 'pre-commit install', env);
    expectGuarded(repo, env);
    repo.git('commit', '-qm', 'bad', '--no-verify');
    const all = sh(repo.folder, 'pre-commit run --all-files', env);
    expect(all.output).toContain('1 value in 1 staged file must not be committed');
    for (const id of ['clearset-staged', 'clearset-all', 'clearset-push']) {
      repo.write(
        'more.yaml',
        `repos:\n  - repo: ${release}\n    rev: ${must(release, 'git tag').trim()}\n    hooks:\n      - id: ${id}\n`,
      );
      repo.stage('third.txt', SSN_LINE);
      expect(sh(repo.folder, 'pre-commit run --config more.yaml --all-files', env).output).toContain('must not be committed');
    }
  });

  it('is installed by the command that the framework runs since its version 4.6.1', { timeout: 3 * MINUTES }, () => {
    const prefix = folderOf({});
    const clone = path.join(folderOf({}), 'clone');
    must(prefix, `git clone -q --branch release "${release}" "${clone}"`);
    must(clone, `npm install --allow-git=root --install-links -g "git+file://${clone}"`, { NPM_CONFIG_PREFIX: prefix });
    const repo = repository();
    fs.writeFileSync(path.join(repo.folder, '.git/hooks/pre-commit'), '#!/bin/sh\nexec clearset hook\n', { mode: 0o755 });
    expectGuarded(repo, { PATH: `${prefix}/bin:${process.env.PATH}` });
  });
});

describe('the tarball', () => {
  it('is a dependency whose command and API run, without install scripts', { timeout: 3 * MINUTES }, () => {
    const folder = folderOf({ 'package.json': '{"name": "user", "private": true, "type": "module"}', 'a.txt': SSN_LINE });
    must(folder, `npm install --ignore-scripts --no-audit --no-fund "${tarball}"`);
    expect(sh(folder, 'npx clearset scan a.txt')).toMatchObject({ status: 1 });
    expect(must(folder, 'npx clearset --version')).toContain('re2js');
    const code = `import { scan } from 'clearset'; for await (const e of scan({ targets: ['a.txt'] })) if (e.kind === 'end') console.log(e.summary.occurrences);`;
    expect(must(folder, `node -e "${code}" --input-type=module`).trim()).toBe('1');
  });
});

describe('what is packed', () => {
  it('has types that resolve for whoever imports it', { timeout: MINUTES }, () =>
    expect(
      must(ROOT, `node "${MODULES}/@arethetypeswrong/cli/dist/index.js" --profile esm-only --no-emoji "${tarball}"`),
    ).toContain('OK (ESM)'),
  );
});

describe('other ways to the hook', () => {
  /** The command as an installed package has it. */
  const bin = (): string => {
    const folder = folderOf({});
    fs.writeFileSync(
      path.join(folder, 'clearset'),
      `#!/bin/sh\nCLEARSET_RE2=js exec "${process.execPath}" "${path.join(ROOT, 'dist/cli/launcher.cjs')}" "$@"\n`,
      { mode: 0o755 },
    );
    return folder;
  };

  it('a hook of git alone', () => {
    const repo = repository();
    fs.writeFileSync(path.join(repo.folder, '.git/hooks/pre-commit'), '#!/bin/sh\nexec clearset hook\n', { mode: 0o755 });
    expectGuarded(repo, { PATH: `${bin()}:${process.env.PATH}` });
  });

  it('husky', () => {
    const repo = repository();
    repo.write('package.json', '{"name": "user", "private": true}');
    must(repo.folder, `node "${MODULES}/husky/bin.js"`);
    repo.write('.husky/pre-commit', 'clearset hook\n');
    expectGuarded(repo, { PATH: `${bin()}:${process.env.PATH}` });
  });

  it('lint-staged, which gives absolute paths and hides what is not staged', () => {
    const repo = repository();
    repo.write('package.json', '{"name": "user", "private": true, "lint-staged": {"*": "clearset hook"}}');
    fs.writeFileSync(
      path.join(repo.folder, '.git/hooks/pre-commit'),
      `#!/bin/sh\nexec node "${MODULES}/lint-staged/bin/lint-staged.js"\n`,
      { mode: 0o755 },
    );
    expectGuarded(repo, { PATH: `${bin()}:${process.env.PATH}` });
  });

  it('lefthook, by the recipe of docs/git.md, with what npm installs only', { timeout: 3 * MINUTES }, () => {
    const [, recipe] = /^\*\*lefthook\*\*.*?^```yaml\n(.*?)^```$/ms.exec(
      fs.readFileSync(path.join(ROOT, 'docs/git.md'), 'utf8'),
    )!;
    const repo = repository();
    repo.write('lefthook.yml', recipe!);
    repo.write('package.json', '{"name": "user", "private": true}');
    repo.write('.gitignore', 'node_modules\n');
    // Its install script would write into the repository that npm was started in, which may be this one: hence no development dependency.
    must(repo.folder, 'npm install --ignore-scripts --no-audit --no-fund --save-dev lefthook@2.2.2');
    fs.copyFileSync(path.join(bin(), 'clearset'), path.join(repo.folder, 'node_modules/.bin/clearset'));
    must(repo.folder, 'npx --no-install lefthook install');
    // A command on the PATH would hide that lefthook does not find the one that npm installed.
    const decoy = folderOf({});
    fs.writeFileSync(path.join(decoy, 'clearset'), '#!/bin/sh\nexit 9\n', { mode: 0o755 });
    expectGuarded(repo, { PATH: `${decoy}:${process.env.PATH}` });
  });
});
