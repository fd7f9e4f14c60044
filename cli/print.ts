/** Text on standard output that is no report: it waits for a slow reader and ends quietly when the reader has gone. */
import { streamWriter } from '../src/index.js';

/** @throws OutputError */
export async function print(text: string): Promise<void> {
  const writer = streamWriter(process.stdout, 'standard output');
  await writer.write(text);
  await writer.end();
}
