/** Bytes as `xxd` and `hexdump -C` print them. */
import { hex, pad } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const hexDumps = {
  name: 'hex-dumps',
  fileName: 'core.hex',
  piece(random, i) {
    const bytes = random.bytes(16);
    const shown = bytes.toString('latin1').replace(/[^ -~]/g, '.');
    const address = pad((i * 16).toString(16), 8);
    if (i % 2 === 0) return `${address}  ${Array.from(bytes, (byte) => pad(byte.toString(16))).join(' ')}  |${shown}|\n`;
    return `${address}: ${Array.from({ length: 8 }, () => hex(random, 4)).join(' ')}  ${shown}\n`;
  },
};
