/**
 * Corpora that merely look sensitive: whatever is reported in them is false, or a number whose public checksum holds by
 * chance. Nothing is held back: numbers are random, so that a tenth of them passes Luhn as in any data.
 */
import { Random } from '../../../bench/random.mjs';
import { barcodes } from './barcodes.mjs';
import { base64Blobs } from './base64-blobs.mjs';
import { dna } from './dna.mjs';
import { epochs } from './epochs.mjs';
import { geometry } from './geometry.mjs';
import { hashes } from './hashes.mjs';
import { hexDumps } from './hex-dumps.mjs';
import { inventory } from './inventory.mjs';
import { lockFiles } from './lock-files.mjs';
import { measurements } from './measurements.mjs';
import { minified } from './minified.mjs';
import { orderLogs } from './order-logs.mjs';
import { ordersCsv } from './orders-csv.mjs';
import { ordersJson } from './orders-json.mjs';
import { phoneLike } from './phone-like.mjs';
import { placeholders } from './placeholders.mjs';
import { prices } from './prices.mjs';
import { proseNumbers } from './prose-numbers.mjs';
import { publicKeys } from './public-keys.mjs';
import { serverLogs } from './server-logs.mjs';
import { sourceNames } from './source-names.mjs';
import { telemetry } from './telemetry.mjs';
import { uuids } from './uuids.mjs';
import { versions } from './versions.mjs';

/**
 * One kind. `piece` gives the part number `i` of the file; `head` and `tail` stand around all of them.
 * @typedef {{
 *   name: string, fileName: string, head?: string, piece: (random: Random, i: number) => string, tail?: string
 * }} Hostile
 */

/** @type {readonly Hostile[]} */
export const HOSTILE = [
  barcodes,
  base64Blobs,
  dna,
  epochs,
  geometry,
  hashes,
  hexDumps,
  inventory,
  lockFiles,
  measurements,
  minified,
  orderLogs,
  ordersCsv,
  ordersJson,
  phoneLike,
  placeholders,
  prices,
  proseNumbers,
  publicKeys,
  serverLogs,
  sourceNames,
  telemetry,
  uuids,
  versions,
];

/** A corpus of at least `bytes` bytes, its last piece whole. @param {Hostile} kind @param {number} bytes @returns {string} */
export function makeHostile({ name, head = '', piece, tail = '' }, bytes) {
  const random = new Random(`hostile ${name}`);
  const pieces = [head];
  let made = head.length;
  for (let i = 0; made < bytes; i++) {
    const text = piece(random, i);
    pieces.push(text);
    made += text.length;
  }
  return `${pieces.join('')}${tail}`;
}
