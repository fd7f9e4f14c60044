/**
 * Builds the catalogue's fit and keyword tables with the compiled engine and writes them beside the code that reads them,
 * in `dist` and in `src` (for tests that run the sources). See src/engine/tables-format.ts.
 */
import { writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const { CATALOGUE } = await import(at('dist/src/detectors/index.js'));
const { buildTables, programOf } = await import(at('dist/src/engine/compile.js'));
const { storeTables } = await import(at('dist/src/engine/store-tables.js'));
const { sheetsHash } = await import(at('dist/src/worker/rules-hash.js'));
const { prepare } = await import(at('dist/src/engine/prefilter/prepared.js'));

const tables = buildTables(CATALOGUE);
const program = programOf(CATALOGUE, tables);
const file = storeTables(tables, program, prepare(program), sheetsHash(CATALOGUE));
for (const folder of ['dist/src/engine', 'src/engine']) writeFileSync(at(`${folder}/catalogue.tables`), file);
