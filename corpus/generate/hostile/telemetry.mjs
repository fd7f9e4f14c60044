/** Telemetry of machines as one JSON document: counters of 64 bits, serial numbers, readings. */
import { ALPHABET } from '../../../bench/random.mjs';
import { hex, timestamp } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const telemetry = {
  name: 'telemetry',
  fileName: 'telemetry.json',
  head: '{"readings":[\n',
  piece: (random, i) =>
    `${i === 0 ? '' : ',\n'}${JSON.stringify({ unit: `U${random.text(ALPHABET.upper + ALPHABET.digit, 11)}`, counter: random.digits(18), serial: random.text(ALPHABET.upper + ALPHABET.digit, random.between(8, 17)), flags: hex(random, 16), at: timestamp(random), load: random.int(10_000) / 100, ticks: [random.int(4e9), random.int(4e9), random.int(4e9)] })}`,
  tail: '\n]}\n',
};
