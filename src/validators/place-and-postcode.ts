/**
 * A city and its postal code, as an address ends or begins with them in the eight countries that Amazon Macie covers. Code and place must
 * agree: the state's or province's beginnings of codes, the postal areas of the United Kingdom, and for the cities of the lists in France,
 * Germany, Italy and Spain the first digits. What it does not prove: that the street exists, or that anybody lives there.
 */
import type { Surroundings, Verdict } from '../core/verdict.js';
import { latin1, startsWith, utf8 } from './ascii.js';
import { bitsOfWord, THING } from './name-words.js';
import {
  placesTextAU,
  placesTextCA,
  placesTextDE,
  placesTextES,
  placesTextFR,
  placesTextGB,
  placesTextIT,
  placesTextUS,
} from './place-table.js';

/** Beginnings of ZIP codes by state, as ranges of the first three digits. Source: USPS, Publication 65 and L002. */
const US_STATES =
  'AL 350-369,AK 995-999,AZ 850-865,AR 716-729,CA 900-961,CO 800-816,CT 060-069,DE 197-199,DC 200-205,FL 320-349,GA 300-319 398-399,HI 967-968,ID 832-838,IL 600-629,IN 460-479,IA 500-528,KS 660-679,KY 400-427,LA 700-714,ME 039-049,MD 206-219,MA 010-027 055,MI 480-499,MN 550-567,MS 386-397,MO 630-658,MT 590-599,NE 680-693,NV 889-898,NH 030-038,NJ 070-089,NM 870-884,NY 005 063 100-149,NC 270-289,ND 580-588,OH 430-459,OK 730-749,OR 970-979,PA 150-196,PR 006-009,RI 028-029,SC 290-299,SD 570-577,TN 370-385,TX 733 750-799 885,UT 840-847,VT 050-059,VA 201 220-246,WA 980-994,WV 247-268,WI 530-549,WY 820-831';
/** First letters of postal codes by province. Source: Canada Post, Addressing Guidelines. */
const CA_PROVINCES = 'AB T,BC V,MB R,NB E,NL A,NS B,NT X,NU X,ON KLMNP,PE C,QC GHJ,SK S,YT Y';
/** First digits of postcodes by state. Source: Australia Post, postcode ranges. */
const AU_STATES = 'NSW 12,ACT 02,VIC 38,QLD 49,SA 5,WA 6,TAS 7,NT 0';
/** Postcode areas. Source: Office for National Statistics, postal geography. */
const GB_AREAS =
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE';

type Prefixes = readonly (readonly [low: string, high: string])[];

/** Made when it is first asked. */
function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function prefixesOf(ranges: readonly string[]): Prefixes {
  return ranges.map((range) => {
    const [low, high = low] = range.split('-');
    return [low!, high!];
  });
}

/** By name in lower case: the beginnings of its codes, none where they do not count. */
function placesOf(list: string): ReadonlyMap<string, Prefixes> {
  return new Map(
    list.split(', ').map((entry) => {
      const [, name, ranges] = /^(.+?)((?: \d[\d-]*)*)$/.exec(entry)!;
      return [name!.toLowerCase(), prefixesOf(ranges!.split(' ').filter((range) => range !== ''))];
    }),
  );
}

function rowsOf(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(',').map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]));
}

const usPlaces = lazily(() => placesOf(placesTextUS()));
const caPlaces = lazily(() => placesOf(placesTextCA()));
const auPlaces = lazily(() => placesOf(placesTextAU()));
const gbPlaces = lazily(() => placesOf(placesTextGB()));
const continental = lazily(() => [placesTextDE, placesTextFR, placesTextIT, placesTextES].map((text) => placesOf(text())));
const usStates = lazily(() => new Map([...rowsOf(US_STATES)].map(([state, ranges]) => [state, prefixesOf(ranges.split(' '))])));
const caProvinces = lazily(() => rowsOf(CA_PROVINCES));
const auStates = lazily(() => rowsOf(AU_STATES));
const gbAreas = lazily(() => new Set(GB_AREAS.split(' ')));

/** States, provinces and territories as they stand between city and code, for the patterns. */
export const US_STATE_CODES: readonly string[] = [...rowsOf(US_STATES).keys()];
export const CA_PROVINCE_CODES: readonly string[] = [...rowsOf(CA_PROVINCES).keys()];
export const AU_STATE_CODES: readonly string[] = [...rowsOf(AU_STATES).keys()];

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return utf8(bytes, start, end).normalize('NFC');
}

function begins(code: string, prefixes: Prefixes): boolean {
  return prefixes.some(([low, high]) => {
    const beginning = code.slice(0, low.length);
    return beginning >= low && beginning <= high;
  });
}

/**
 * Where the Free Software Foundation and Creative Commons have or had their offices: in licences, which stand in thousands of files
 * that are nobody's letters.
 */
const LICENCE_CODES = ['02110-1301', '02110-1335', '02111-1307'].map((code) => Buffer.from(code));
const LICENCE_STREETS = ['51 Franklin St', '59 Temple Pl', '675 Mass Ave', '171 Second Street, Suite 300'].map((street) =>
  Buffer.from(street),
);

/** `51 Franklin Street` and `Boston, MA 02110-1301`, as the texts of licences have them. */
export function isInLicences(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    LICENCE_CODES.some((code) => startsWith(bytes, Math.max(start, end - code.length), end, code)) ||
    LICENCE_STREETS.some((street) => startsWith(bytes, start, end, street))
  );
}

/** `Springfield, IL 62704-1234`. `invalid` where the state has no such ZIP code, `valid` where the city is in the list. */
export function usPlace(bytes: Uint8Array, start: number, end: number): Verdict {
  const parts = /^(.+?),? ([A-Z]{2}) (\d{5})/.exec(textOf(bytes, start, end));
  if (parts === null || !begins(parts[3]!, usStates().get(parts[2]!) ?? [])) return 'invalid';
  return usPlaces().has(parts[1]!.toLowerCase()) ? 'valid' : 'unknown';
}

/** `Toronto, ON M5V 2T6`; the province may be missing after a city of the list. */
export function canadaPlace(bytes: Uint8Array, start: number, end: number): Verdict {
  const parts = /^(.+?),?(?: ([A-Z]{2}),?)? ([A-Z])\d[A-Z] \d[A-Z]\d$/.exec(textOf(bytes, start, end));
  if (parts === null) return 'invalid';
  const isKnown = caPlaces().has(parts[1]!.toLowerCase());
  if (parts[2] === undefined) return isKnown ? 'valid' : 'invalid';
  if (!caProvinces().get(parts[2])?.includes(parts[3]!)) return 'invalid';
  return isKnown ? 'valid' : 'unknown';
}

/** `Parramatta NSW 2150`. */
export function australiaPlace(bytes: Uint8Array, start: number, end: number): Verdict {
  const parts = /^(.+?),? ([A-Z]{2,3}),? (\d)\d{3}$/.exec(textOf(bytes, start, end));
  if (parts === null || !auStates().get(parts[2]!)?.includes(parts[3]!)) return 'invalid';
  return auPlaces().has(parts[1]!.toLowerCase()) ? 'valid' : 'unknown';
}

/** `London SW1A 1AA`. `invalid` where there is no such area, `unknown` where the city is not in the list. */
export function ukPlace(bytes: Uint8Array, start: number, end: number): Verdict {
  const parts = /^(.+?),? ([A-Z]{1,2})\d[A-Z\d]? \d[A-Z]{2}$/.exec(textOf(bytes, start, end));
  if (parts === null || !gbAreas().has(parts[2]!)) return 'invalid';
  return gbPlaces().has(parts[1]!.toLowerCase()) ? 'valid' : 'unknown';
}

/**
 * `10115 Berlin`, `75008 Paris`, `00184 Roma`, `28013 Madrid`: `valid` where a city of the lists has such codes, else `invalid`. A part of
 * the city or a country may follow (`10115 Berlin Mitte`).
 */
export function continentalPlace(bytes: Uint8Array, start: number, end: number): Verdict {
  const [code, ...words] = textOf(bytes, start, end).split(' ');
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join(' ').toLowerCase();
    if (continental().some((places) => begins(code!, places.get(name) ?? []))) return 'valid';
  }
  return 'invalid';
}

/** Whether a code is followed by a city of those lists, whatever the code. */
export function isListedCity(bytes: Uint8Array, start: number, end: number): boolean {
  const [, ...words] = textOf(bytes, start, end).toLowerCase().split(' ');
  return words.some((_, i) => continental().some((places) => places.has(words.slice(0, i + 1).join(' '))));
}

/** What stands behind numbers near the addresses of memory and networks, in capitals. */
const NO_TOWNS = new Set(
  'address addresses bytes byte bits bit segment page pages file files item items line lines port ports error errors entries entry total users user jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december am pm the and or for if in on with from to is are was not this that usd eur gbp mb gb kb tb hz mhz ghz kg km'.split(
    ' ',
  ),
);

/** Bytes before a code in which the street stands. */
const STREET_REACH = 48;
/** The end of a street with its number, or of what else stands there, before a code: `Dietzstr. 31, `, `12 rue de la Paix, `. */
const STREET_BEFORE = /(?<![#\w])\d[^\n#=<>{}()|;:]{0,40}(?:,|\n|, \n) ?$/;

/**
 * A code and a word in capitals behind a street with a number (`Dietzstr. 31, 53393 Torgau`). Never `valid`: only the words beside it tell
 * what it is. Without surroundings the street is taken for granted.
 */
export function codeAndTown(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  if (around !== undefined) {
    const from = Math.max(around.start, start - STREET_REACH);
    if (!STREET_BEFORE.test(latin1(bytes, from, start))) return 'invalid';
  }
  const first = firstWord(bytes, start, end);
  return first !== first.toUpperCase() && isTownWord(bytes, start, end) ? 'unknown' : 'invalid';
}

/** Whether the first word behind a code may be a town: not what programs count, and no thing. */
export function isTownWord(bytes: Uint8Array, start: number, end: number): boolean {
  const first = firstWord(bytes, start, end);
  return first !== '' && !NO_TOWNS.has(first.toLowerCase()) && (bitsOfWord(first) & THING) === 0;
}

function firstWord(bytes: Uint8Array, start: number, end: number): string {
  return /\p{L}{3,}[\p{L}'.\u2019-]*/u.exec(textOf(bytes, start, end))?.[0] ?? '';
}
