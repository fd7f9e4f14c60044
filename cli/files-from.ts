/** Reads a list of targets, as `find -print0` and `git ls-files` write them. */
import fs from 'node:fs';
import { UsageError } from '../src/index.js';

/**
 * Names from `file`, or from standard input for `-`, as the bytes they are: separated by NUL if there is one, else by newlines.
 * Empty names are left out.
 * @throws UsageError if the list cannot be read
 */
export async function readTargetList(file: string): Promise<Uint8Array[]> {
  const bytes = await read(file);
  const separator = bytes.includes(0) ? 0 : 0x0a;
  const names: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(separator, start);
    const end = found < 0 ? bytes.length : found;
    if (end > start) names.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return names;
}

/** Standard input is read as a stream: `readFileSync(0)` fails with EAGAIN on a pipe whose writer is slow. */
async function read(file: string): Promise<Buffer> {
  try {
    return file === '-' ? Buffer.concat(await process.stdin.toArray()) : fs.readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const reason =
      code === 'ENOENT' ? 'no such file' : code === 'EACCES' ? 'permission denied' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new UsageError(`cannot read the list of targets ${JSON.stringify(file)}: ${reason}`, { cause: error });
  }
}
