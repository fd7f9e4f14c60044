/** Free text: prose and logs, with nothing, a few or many values planted, because an engine can be fast on one of them only. */

import { ipv4 } from '../values/contact.mjs';
import { KINDS } from '../values.mjs';
import { build } from './build.mjs';

const WORDS = (
  'the of and to in that it was for on with as his they at be this from have or by one had not but what all were when we there can an your which ' +
  'their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make ' +
  'than first been its who now people my made over did down only way find use may water long little very after words called just where most know ' +
  'measure harvest règlement größe señal river committee library morning statement account number contact report phone letter passport licence'
).split(' ');

/** Characters between planted values: one in 64 KiB, one in 400 bytes. */
const GAPS = { never: Number.POSITIVE_INFINITY, rare: 65536, common: 400 };

/** @typedef {keyof typeof GAPS} Density */

/** Kinds whose value is understood from the words directly before it, in any text. */
const PLANTED = KINDS.filter(({ id }) => id !== 'PHONE_NUMBER');

/** A value with its keyword, as people write it. @param {import('./build.mjs').Planter} planter */
function mention(planter) {
  const { random } = planter;
  const { id, label, make } = random.pick(PLANTED);
  return `${label}${random.pick([': ', ' ', ' = '])}${planter.plant(id, make)}`;
}

/** True as often as the density asks, for a piece of `length` characters. */
function due(random, density, length) {
  return random.chance(Math.min(1, length / GAPS[density]));
}

/** Sentences of common words. @param {Density} density @returns {import('./build.mjs').Corpus} */
export function prose(density) {
  const name = `text-${density}`;
  const piece = (planter) => {
    const { random } = planter;
    const words = Array.from({ length: random.between(6, 20) }, () => random.pick(WORDS));
    const sentence = words.join(' ');
    const end = random.chance(0.15) ? '.\n\n' : random.chance(0.1) ? ` (${random.between(2, 90)}).\n` : '. ';
    const planted = due(random, density, sentence.length) ? `, ${mention(planter)}` : '';
    return sentence[0].toUpperCase() + sentence.slice(1) + planted + end;
  };
  return {
    name,
    question: `prose with ${density} planted values`,
    format: 'text',
    make: (bytes) => build({ name, bytes, piece }),
  };
}

const LEVELS = ['INFO ', 'INFO ', 'INFO ', 'DEBUG', 'WARN ', 'ERROR'];
const EVENTS = ['request served', 'cache miss', 'retry scheduled', 'connection closed by peer', 'job finished', 'slow query'];

/** Lines of a service's log: time, level, module, durations, ids. @param {Density} density @returns {import('./build.mjs').Corpus} */
export function logs(density) {
  const name = `logs-${density}`;
  const piece = (planter) => {
    const { random } = planter;
    const time = `2026-0${random.between(1, 9)}-${random.between(10, 28)}T${random.between(10, 23)}:${random.between(10, 59)}:${random.between(10, 59)}.${random.digits(3)}Z`;
    const line = `${time} ${random.pick(LEVELS)} [worker-${random.between(1, 32)}] app.http.${random.pick(WORDS)} ${random.pick(EVENTS)} path=/api/v2/items/${random.digits(6)} status=${random.pick([200, 204, 304, 404, 500])} bytes=${random.int(90000)} took=${random.int(9000) / 10}ms trace=${random.text('0123456789abcdef', 16)}`;
    const peer = density !== 'common' ? '' : ` peer=${ipv4(random)}:${random.between(1024, 65535)}`;
    return line + peer + (due(random, density, line.length) ? ` ${mention(planter)}` : '') + '\n';
  };
  return {
    name,
    question: `log lines with ${density} planted values`,
    format: 'text',
    make: (bytes) => build({ name, bytes, piece }),
  };
}

const TEMPLATES = [
  (word, other) => `const ${word}_${other} = await load(${word}, { retries: 3, timeout: 250 });`,
  (word, other) => `  if (${word}.length > 16 && !${other}.has(${word}[0])) return ${other}.get('${word}');`,
  (word, other) => `// ${word} is kept apart from ${other}, because both may be absent`,
];

/** Keywords of many detectors beside numbers that fail their checks: each look-up finds something and nothing may be reported. */
export function keywordSoup(nearMisses) {
  const name = 'keyword-soup';
  const piece = ({ random }) => {
    const { label, key } = random.pick(KINDS);
    const value = random.pick(nearMisses)(random);
    if (random.chance(0.2))
      return `${random.pick(TEMPLATES)(random.pick(['token', 'card', 'phone', key]), random.pick(['account', 'license', key]))}\n`;
    return `${label} ${random.pick(['number', 'id', 'no.', '#', ''])}${random.pick([': ', ' ', '='])}${value}${random.pick([' ', ', ', '; ', '\n'])}`;
  };
  return {
    name,
    question: 'keywords beside values whose checks fail',
    format: 'text',
    make: (bytes) => build({ name, bytes, piece }),
  };
}
