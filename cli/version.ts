/** What `--version` prints: the version, and which regex engine runs here, because it decides the speed. */
import { loadRegex, VERSION } from '../src/index.js';
import { regexChoice, regexName } from './regex.js';

/** @throws ConfigError where CLEARSET_RE2 asks for an engine that does not load */
export function versionText(): string {
  return `clearset ${VERSION} (regex engine: ${regexName(loadRegex(regexChoice(process.env)).kind)})\n`;
}
