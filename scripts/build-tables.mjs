/**
 * Builds the catalogue's fit and keyword tables with the compiled engine and writes them beside the code that reads them,
 * in `dist` and in `src` (for tests that run the sources). See src/engine/precompiled.ts.
 */
import { writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const { CATALOGUE } = await import(at('dist/src/detectors/index.js'));
const { buildTables } = await import(at('dist/src/engine/compile.js'));
const { storeTables } = await import(at('dist/src/engine/precompiled.js'));

const file = storeTables(buildTables(CATALOGUE));
for (const folder of ['dist/src/engine', 'src/engine']) writeFileSync(at(`${folder}/catalogue.tables`), file);
