/** The lock file of a package manager: sums in base64, addresses of archives, versions. */
import { WORDS } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const lockFiles = {
  name: 'lock-files',
  fileName: 'yarn.lock',
  head: '# yarn lockfile v1\n\n',
  piece(random) {
    const name = `${random.pick(WORDS)}-${random.pick(WORDS)}`;
    const version = `${random.int(20)}.${random.int(40)}.${random.int(60)}`;
    return `${name}@^${version}:\n  version "${version}"\n  resolved "https://registry.yarnpkg.com/${name}/-/${name}-${version}.tgz#${random.bytes(20).toString('hex')}"\n  integrity sha512-${random.bytes(64).toString('base64')}\n\n`;
  },
};
