/** Names of the months as they stand in birth dates, in six languages, looked up from bytes without building strings. */

/**
 * Full names and usual abbreviations in English, German, French, Spanish, Italian and Portuguese. Letters with accents are
 * left out on both sides, so `März` reads as `mrz` and `août` as `aot`.
 */
const NAMES = [
  'jan january januar jnner janvier janv enero ene gennaio gen janeiro',
  'feb february februar fvrier fvr fv fevrier febrero febbraio fevereiro fev',
  'mar march mrz mr maerz mars marzo maro marco',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august aot aout agosto ago',
  'sep sept september septembre septiembre setiembre settembre sett set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez dcembre decembre dc diciembre dic dicembre dezembro',
];
/** Words between the parts of a date: ordinals and prepositions. */
const FILLERS = 'st nd rd th er of de del den d';

/** Seven letters tell all names apart, and their key stays a small integer of 35 bits. */
const KEY_LETTERS = 7;
const MONTHS: ReadonlyMap<number, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [keyOfName(name), index + 1] as const)),
);
const FILLER_KEYS: ReadonlySet<number> = new Set(FILLERS.split(' ').map(keyOfName));

/** Month 1-12 that the word `bytes[start, end)` names, 0 for a filler (`of`, `de`, `th`), -1 for any other word. */
export function monthOfWord(bytes: Uint8Array, start: number, end: number): number {
  let key = 0;
  let letters = 0;
  for (let i = start; i < end && letters < KEY_LETTERS; i++) {
    if (bytes[i]! >= 0x80) continue;
    key = key * 32 + (bytes[i]! & 31);
    letters++;
  }
  return MONTHS.get(key) ?? (FILLER_KEYS.has(key) ? 0 : -1);
}

function keyOfName(name: string): number {
  let key = 0;
  for (const letter of name.slice(0, KEY_LETTERS)) key = key * 32 + (letter.charCodeAt(0) & 31);
  return key;
}
