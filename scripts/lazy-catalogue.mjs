/**
 * The catalogue as the hook's program has it: ids, and for each the module that makes its sheet, which runs when somebody asks for the
 * sheet. Nobody keeps that list by hand: sheets are looked for in what the compiled modules export.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The text of a module that stands for `src/detectors/index.ts`.
 * @param folder with the compiled detectors
 * @throws where no module exports a sheet
 */
export async function lazyCatalogue(folder) {
  const { CATALOGUE } = await load(folder, 'index.js');
  const places = await placesIn(folder, new Set(CATALOGUE));
  const cases = CATALOGUE.map((sheet) => {
    const place = places.get(sheet);
    if (place === undefined) throw new Error(`no module of src/detectors exports the sheet ${sheet.id}`);
    return `case ${JSON.stringify(sheet.id)}: return require('./${place.file}').${place.name};`;
  });
  return `
import { lazySheets } from './lazy-sheets.js';
export { defineDetector } from './define.js';
function sheetOf(id) { switch (id) { ${cases.join('\n')} } }
export const CATALOGUE = lazySheets(${JSON.stringify(CATALOGUE.map(({ id }) => id))}, sheetOf);
`;
}

/** `(init_iban(), __toCommonJS(iban_exports)).IBAN_SHEETS`, as esbuild writes what `sheetOf` requires. */
const REQUIRED = /\(init_[\w$]+\(\),__toCommonJS\(([\w$]+)\)\)\.([\w$]+)/g;
/** The object that stands for a module: what it exports under which name. */
const NAMESPACE = /var ([\w$]+)=\{\};__export\(\1,\{([^{}]*)\}\);/g;
/** The statements of a module, as esbuild wraps what is run when it is first asked for. */
const WRAPPED = /__esm\(\{"[^"]+"\(\)\{/g;

/**
 * A program of esbuild's with fewer objects that differ in their fields: for V8 each field that comes first in some object is a shape of
 * its own, and at each start 150 objects that stand for modules with sheets, and 600 with a module's name, would be made. Sheets are taken
 * from the variables that hold them, and all modules are called the same: 13 of 249 million instructions of a hook.
 * @throws where the program is not written as expected
 */
export function withFewShapes(program) {
  const exported = new Map(
    Array.from(program.matchAll(NAMESPACE), ([, name, list]) => [
      name,
      new Map(Array.from(list.matchAll(/([\w$]+):\(\)=>([\w$]+)/g), ([, key, variable]) => [key, variable])),
    ]),
  );
  const taken = new Set();
  const direct = program.replace(REQUIRED, (text, namespace, key) => {
    const variable = exported.get(namespace)?.get(key);
    if (variable === undefined) throw new Error(`the hook's program has no variable for ${text}`);
    taken.add(namespace);
    return `${text.slice(0, text.indexOf(',') + 1)}${variable})`;
  });
  const bare = direct.replace(NAMESPACE, (text, name) => (taken.has(name) ? '' : text)).replace(WRAPPED, '__esm({run(){');
  for (const name of taken) if (new RegExp(`\\b${name}\\b`).test(bare)) throw new Error(`${name} is used for more than sheets`);
  if (taken.size === 0 || bare.includes('__toCommonJS(')) throw new Error("not all sheets of the hook's program are variables");
  return bare;
}

/** Where each sheet is exported: by itself rather than in a list, in a short list rather than in a long one. */
async function placesIn(folder, sheets) {
  const places = new Map();
  const offer = (sheet, place) => {
    const known = places.get(sheet);
    if (sheets.has(sheet) && (known === undefined || place.length < known.length)) places.set(sheet, place);
  };
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => one.endsWith('.js') && one !== 'index.js').sort()) {
    const file = name.split(path.sep).join('/');
    for (const [exported, value] of Object.entries(await load(folder, name))) {
      if (Array.isArray(value)) {
        value.forEach((sheet, i) => {
          offer(sheet, { file, name: `${exported}[${i}]`, length: value.length });
        });
      } else offer(value, { file, name: exported, length: 1 });
    }
  }
  return places;
}

function load(folder, name) {
  return import(pathToFileURL(path.join(folder, name)).href);
}
