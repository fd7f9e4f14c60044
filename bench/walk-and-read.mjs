/**
 * The floor for many small files: walks a folder and reads every file, on one thread and with the synchronous calls,
 * and does nothing with the bytes.
 *
 * node bench/walk-and-read.mjs FOLDER
 */
import { readdirSync, readFileSync } from 'node:fs';

let files = 0;
let bytes = 0;
const open = [process.argv[2]];
while (open.length > 0) {
  const folder = open.pop();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) open.push(path);
    else if (entry.isFile()) {
      bytes += readFileSync(path).length;
      files++;
    }
  }
}
console.log(`${files} files, ${bytes} bytes`);
