/**
 * Runs the matching core alone, with a detector of one's own. Shows sheets, validators and segments; no files, no threads.
 *
 *   node examples/own-detector.mjs
 */
import { createEngine, defineDetector } from 'clearset';

/** Made-up staff numbers: ST, six digits, and their sum modulo 10. */
const staffNumber = defineDetector({
  id: 'ACME_STAFF_NUMBER',
  name: 'Staff number of Acme',
  category: 'pii',
  countries: [],
  regulations: ['GDPR'],
  severity: { 1: 'low', 100: 'medium' },
  forms: ['ST[0-9]{7}'],
  boundary: 'word',
  falseAccept: 0.1,
  keywords: { mode: 'none', words: ['staff', 'employee'] },
  validator: hasSum,
  examples: { match: ['staff «ST1234561»'], noMatch: [['staff ST1234560', 'check digit']] },
  references: ['Acme, rules for staff numbers'],
});

/** @param bytes UTF-8; the value is `bytes[start, end)` */
function hasSum(bytes, start, end) {
  const digits = [...bytes.subarray(start + 2, end)].map((byte) => byte - 0x30);
  const sum = digits.slice(0, -1).reduce((total, digit) => total + digit, 0);
  return sum % 10 === digits.at(-1) ? 'valid' : 'invalid';
}

const engine = createEngine({ detectors: [staffNumber] });
const text = Buffer.from('Employee ST1234561 replaces ST7654327, who was ST7654320 by mistake.');
engine.memory.bytes.set(text);
const segment = {
  shape: 'text',
  spanSpace: 'item',
  length: text.length,
  base: 0,
  ownStart: 0,
  ownEnd: text.length,
  isFirst: true,
  isLast: true,
  locate: (offset) => ({ line: 1, column: offset + 1, location: {} }),
};
engine.scan(segment, ({ start, end, confidence, keyword, validated }) => {
  console.log(
    `bytes ${start} to ${end}: ${confidence}${keyword ? `, near "${keyword}"` : ''}${validated ? ', check passed' : ''}`,
  );
});
