/**
 * Writes corpus/values/<DETECTOR>.txt for bank account numbers and phones, whose oracles are npm packages; make.py writes the rest.
 * Run: node corpus/generate/values/make.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Random } from '../../../bench/random.mjs';
import { ibanMakers } from './ibans.mjs';
import { phoneMakers } from './phones.mjs';

const COUNT = 72;
const TRIES = 2_000_000;
const target = new URL('../../values/', import.meta.url);

function produce({ detector, rule, oracle, make }) {
  const random = new Random(detector);
  const found = new Set();
  for (let tries = 0; found.size < COUNT; tries++) {
    if (tries === TRIES) throw new Error(`${detector}: only ${found.size} values`);
    const value = make(random);
    if (value !== undefined) found.add(value);
  }
  return [`# ${detector}: ${rule}`, '# basis: standard', `# oracle: ${oracle}`, ...found, ''].join('\n');
}

mkdirSync(target, { recursive: true });
const makers = [...ibanMakers(), ...phoneMakers()];
for (const maker of makers) writeFileSync(new URL(`${maker.detector}.txt`, target), produce(maker));
console.log(`${makers.length} files written`);
