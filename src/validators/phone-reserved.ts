/**
 * Phone numbers that belong to nobody: those that regulators set aside for films, books and documentation, and placeholders.
 * Sources: NANPA (555-0100 to 555-0199), Ofcom "numbers for drama use", Arcep decision 2018-0881, Bundesnetzagentur
 * "Rufnummern für Medienproduktionen" (Mitteilung 148/2021), ACMA "numbers for use in creative works", PTS "Telefonnummer till böcker och
 * filmer" (Sweden), ComReg (Ireland).
 */
import { emptyAutomaton, isInSet } from './phone-automaton.js';
import { phoneDigits } from './phone-plan.js';

/** National numbers by calling code; `x` stands for any digit. */
export const FICTITIOUS: Readonly<Record<number, readonly string[]>> = {
  1: ['xxx55501xx'],
  33: ['19900xxxx', '26191xxxx', '35301xxxx', '46571xxxx', '53649xxxx', '63998xxxx'],
  // The Free Software Foundation's postal codes (`Boston, MA 02110-1301`, `02111-1307`) in licence texts, as in Germany's below.
  39: ['021101301', '021111307'],
  44: [
    ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map((area) => `${area}4960xxx`),
    '1632960xxx',
    '1914980xxx',
    '2079460xxx',
    '2896496xxx',
    '2920180xxx',
    '3069990xxx',
    '7700900xxx',
    '8081570xxx',
    '9098790xxx',
  ],
  46: [
    ...['3139006xx', '4062804xx', '8465004xx', '9803192xx'],
    ...['05', '06', '07', '08', '09', '1x', '2x', '3x', '4x', '5x', '6x', '7x', '8x', '9x'].map((last) => `7017406${last}`),
  ],
  49: [
    // The Free Software Foundation's postal codes (`Boston, MA 02110-1301`, `02111-1307`) in licence texts: no subscriber of area 0211
    // has a number that begins with 0 or 11.
    '21101301',
    '21111307',
    '3023125xxx',
    '4066969xxx',
    '6990009xxx',
    '2214710xxx',
    '8999998xxx',
    '15228817386',
    '15228895456',
    '15254599371',
    '17139200xx',
    '1729925904',
    '1729968532',
    '1729973185',
    '1729973186',
    '1729980752',
    '1749091317',
    '1749464308',
    '176040690xx',
  ],
  61: [
    ...['2', '3', '7', '8'].flatMap((area) => [`${area}5550xxxx`, `${area}7010xxxx`]),
    '491570006',
    '491570156',
    '491570157',
    '491570158',
    '491570159',
    '491570110',
    '491570313',
    '491570737',
    '491571266',
    '491571491',
    '491571804',
    '491572549',
    '491572665',
    '491572983',
    '491573770',
    '491573087',
    '491574118',
    '491574632',
    '491575254',
    '491575789',
    '491576398',
    '491576801',
    '491577426',
    '491577644',
    '491578957',
    '491578148',
    '491578888',
    '491579212',
    '491579760',
    '491579455',
    '1800160401',
    ...['1300', '1800'].flatMap((prefix) => ['707', '708', '709', '710', '711'].map((last) => `${prefix}975${last}`)),
  ],
  353: ['2091xxxxx'],
};

/** The same array: the compiler treats only what is the module's own as a constant. */
const digits = phoneDigits;

/** More nodes than the ranges have; `nodeFor` would throw beyond it, when the first number is looked up. */
const MOST_NODES = 800;
const ranges = emptyAutomaton(MOST_NODES);
/** Node for each list of rests of ranges, so that equal rests share one. Node 0 refuses. */
const nodes = new Map<string, number>();
/** First node of the ranges of a calling code, 0 where it has none; undefined as long as no number was looked up. */
let roots: Uint16Array | undefined;

function makeRoots(): Uint16Array {
  const made = new Uint16Array(1000);
  for (const [code, shapes] of Object.entries(FICTITIOUS)) made[Number(code)] = nodeFor(shapes);
  return made;
}

/** A national number that begins with so many digits that count up, or are equal, is a placeholder: `1234567890`, `2345678900`. */
const PLACEHOLDER_ROW = 8;

/** Whether `phoneDigits[from, count)` is a national number of that calling code that is set aside for fiction, or a placeholder. */
export function isFictitious(code: number, from: number, count: number): boolean {
  return isSetAside(code, from, count) || isPlaceholder(from, count);
}

function isPlaceholder(from: number, count: number): boolean {
  if (count - from < PLACEHOLDER_ROW) return false;
  const step = digits[from + 1]! - digits[from]!;
  if (step !== 0 && step !== 1) return false;
  for (let i = from + 2; i < from + PLACEHOLDER_ROW; i++) if (digits[i]! - digits[i - 1]! !== step) return false;
  return true;
}

/** Whether `phoneDigits[from, count)` is a national number of that calling code that a regulator has set aside. */
export function isSetAside(code: number, from: number, count: number): boolean {
  roots ??= makeRoots();
  return isInSet(ranges, roots[code]!, digits, from, count);
}

/** The entry that leads to numbers of these shapes: their lengths where any digits do, else a node. */
function entryFor(shapes: readonly string[]): number {
  if (shapes.some((shape) => shape !== 'x'.repeat(shape.length))) return nodeFor(shapes);
  return ~shapes.reduce((lengths, shape) => lengths | (1 << shape.length), 0);
}

/** The node that accepts the numbers of these shapes. */
function nodeFor(shapes: readonly string[]): number {
  const key = shapes.join();
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const node = nodes.size + 1;
  if (node >= MOST_NODES) throw new Error('phone ranges need a larger automaton');
  nodes.set(key, node);
  ranges.accepts[node] = shapes.includes('') ? 1 : 0;
  for (let digit = 0; digit < 10; digit++) {
    const rests = shapes.filter((shape) => shape[0] === 'x' || shape[0] === String(digit));
    ranges.next[node * 10 + digit] = entryFor(rests.map((shape) => shape.slice(1)));
  }
  return node;
}
