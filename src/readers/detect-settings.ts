/** Tells configuration files: by their name, where what they hold looks like it. Text of other names stays text, which is read in parallel. */

const YAML = new Set(['yaml', 'yml']);
const TOML = new Set(['toml']);
const INI = new Set([
  'ini',
  'cfg',
  'conf',
  'cnf',
  'properties',
  'env',
  'editorconfig',
  'desktop',
  'service',
  'npmrc',
  'gitconfig',
]);
/** `.env`, `.env.local`, `prod.env`. */
const ENV_FILE = /(?:^|\/)\.env(?:\.[\w-]+)?$/i;
/** TOML by another name. */
const TOML_FILE = /(?:^|\/)(?:Pipfile|Cargo\.lock|poetry\.lock|uv\.lock)$/;

const YAML_LINE = /^\s*(?:-\s|-$|[^\s#][^\n]*?:(?:\s|$))/m;
const TOML_LINE = /^\s*(?:\[{1,2}[^\]\n]+\]{1,2}\s*(?:#.*)?$|(?:[\w-]|"[^"\n]*"|'[^'\n]*')+(?:\s*\.\s*[\w"'-]+)*\s*=\s*\S)/m;
/** Blank, a comment, a section, a key with its value, or a line that goes on with one. */
const INI_LINE = /^(?:\s*|\s*[#;!].*|\s*\[[^\]]+\]\s*(?:[#;].*)?|\s*(?:export\s+)?[\w.$"'/ -]{1,80}\s*[=:].*|\s+\S.*)$/;
/** Lines that are looked at, and the share of them that must be such. */
const LOOKED_AT = 200;
const SHARE = 0.9;

/** @param text head of the item @param extension in lower case, without those of compression */
export function detectSettings(text: string, extension: string, path: string): 'yaml' | 'toml' | 'ini' | undefined {
  if (YAML.has(extension)) return YAML_LINE.test(text) ? 'yaml' : undefined;
  if (TOML.has(extension) || TOML_FILE.test(path)) return TOML_LINE.test(text) ? 'toml' : undefined;
  if (!INI.has(extension) && !ENV_FILE.test(path)) return undefined;
  const lines = text.split(/\r?\n/, LOOKED_AT + 1).slice(0, LOOKED_AT);
  const settings = lines.filter((line) => INI_LINE.test(line)).length;
  const hasKey = lines.some((line) => /^\s*[^#;!\s[][^=:\n]*[=:]/.test(line));
  return hasKey && settings >= lines.length * SHARE ? 'ini' : undefined;
}
