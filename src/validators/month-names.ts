/** Names of the months as they stand in birth dates, in eleven languages, looked up from bytes without building strings. */

/**
 * Full names and usual abbreviations in English, German, French, Spanish, Italian and Portuguese, full names in Dutch, Danish, Norwegian,
 * Swedish and, as dates have them, Polish. Letters with accents are left out on both sides, so `März` reads as `mrz` and `août` as `aot`.
 */
export const MONTH_NAMES = [
  'jan january januar jnner janvier janv enero ene gennaio gen janeiro januari stycznia',
  'feb february februar fvrier fvr fv fevrier febrero febbraio fevereiro fev februari lutego',
  'mar march mrz mr maerz mars marzo maro marco maart marts marca',
  'apr april avril avr abril abr aprile kwietnia',
  'may mai mayo maggio mag maio mei maj maja',
  'jun june juni juin junio giugno giu junho czerwca',
  'jul july juli juillet juil julio luglio lug julho lipca',
  'aug august aot aout agosto ago augustus augusti sierpnia',
  'sep sept september septembre septiembre setiembre settembre sett set setembro wrzenia wrzesnia',
  'oct october oktober okt octobre octubre ottobre ott outubro out padziernika pazdziernika',
  'nov november novembre noviembre novembro listopada',
  'dec december dezember dez dcembre decembre dc diciembre dic dicembre dezembro desember grudnia',
];
/** Words between the parts of a date: ordinals and prepositions. */
export const DATE_FILLERS = 'st nd rd th er of de del den d';

/**
 * Seven letters tell all names apart. Six of them, five bits each, are one integer, the seventh another: a key of 35 bits would be
 * allocated at each look-up.
 */
const FRONT_LETTERS = 6;

/** Slots of an open-addressing table: a power of two, a quarter full. */
const SLOTS = 512;
const NO_MONTH = -1;
const fronts = new Int32Array(SLOTS);
const sevenths = new Uint8Array(SLOTS);
/** By slot: month 1-12, 0 for a filler, `NO_MONTH` where it is empty. */
const months = new Int8Array(SLOTS).fill(NO_MONTH);
let front = 0;
let seventh = 0;
/** Names are entered when the first word is looked up. */
let isFilled = false;

function fill(): void {
  isFilled = true;
  for (const [index, names] of [DATE_FILLERS, ...MONTH_NAMES].entries()) for (const name of names.split(' ')) enter(name, index);
}

/** Month 1-12 that the word `bytes[start, end)` names, 0 for a filler (`of`, `de`, `th`), -1 for any other word. */
export function monthOfWord(bytes: Uint8Array, start: number, end: number): number {
  if (!isFilled) fill();
  return months[slotFor(bytes, start, end)]!;
}

/** Names are told apart by their first letters, so that two of a month may share a slot. */
function enter(name: string, month: number): void {
  const slot = slotFor(Buffer.from(name, 'latin1'), 0, name.length);
  fronts[slot] = front;
  sevenths[slot] = seventh;
  months[slot] = month;
}

/** The slot in which the word stands, or the empty one where it would. */
function slotFor(bytes: Uint8Array, start: number, end: number): number {
  front = 0;
  seventh = 0;
  let letters = 0;
  for (let i = start; i < end && letters <= FRONT_LETTERS; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) continue;
    if (letters++ < FRONT_LETTERS) front = (front << 5) | (byte & 31);
    else seventh = byte & 31;
  }
  let slot = (Math.imul(front ^ (seventh << 24), 0x9e3779b1) >>> 23) & (SLOTS - 1);
  while (months[slot] !== NO_MONTH && (fronts[slot] !== front || sevenths[slot] !== seventh)) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}
