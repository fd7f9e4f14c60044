/**
 * Addresses of the tables that the host writes before the first scan. The order of `configure`'s fields is the order of
 * `HEADER_FIELDS` in ../tables.ts; a test holds the two together.
 */

/**
 * Bitmaps of a block, one bit a byte: starts by shape, by literal, before `@` and `://`; digits; letters and digits; starts of
 * letter runs.
 */
export let shapeStarts: usize = 0;
export let literalStarts: usize = 0;
export let middleStarts: usize = 0;
export let digitPlaces: usize = 0;
export let wordPlaces: usize = 0;
export let letterStarts: usize = 0;
/**
 * Fit table: address of each byte's column (u32), transitions (u16, 64 bytes a state in each plane), accept sets (u16), first
 * accepting state, roots: all shapes, those that need no keyword, literals, runs before `@` and `://`.
 */
export let fitColumns: usize = 0;
export let fitNext: usize = 0;
export let fitAccept: usize = 0;
export let fitFirstAccept: u32 = 0;
/** States from here on accept, lead nowhere and have no row. */
export let fitFirstLeaf: u32 = 0;
export let shapeRoot: u32 = 0;
export let freeRoot: u32 = 0;
export let literalRoot: u32 = 0;
export let middleRoot: u32 = 0;
/** Class of the byte behind a run, and what the run of a start tells of all shapes and of the free ones (../../run-gates.ts). */
export let runClasses: usize = 0;
export let allRuns: usize = 0;
export let freeRuns: usize = 0;
/** Boundaries: three 256-byte tables a side (refuse, joiner, joined), then mask to class. */
export let leftBoundary: usize = 0;
export let rightBoundary: usize = 0;
export let leftClasses: usize = 0;
export let rightClasses: usize = 0;
export let leftCount: u32 = 0;
export let rightCount: u32 = 0;
/** Per set of the fit: the set of all its forms (low 16 bits), and the boundaries that they have (high 16 bits). */
export let setHeads: usize = 0;
/** `setFilter[(set * leftCount + leftClass) * rightCount + rightClass]` = the set without the forms whose boundary refuses (u16). */
export let setFilter: usize = 0;
/** Whether a set has a form that needs no keyword (see walk.ts); else the gate bits of its detectors decide. */
export let setFree: usize = 0;
export let setGate: usize = 0;
/** Bytes by which a match of a set may go on behind the place where the table stopped (u16). */
export let setTail: usize = 0;
/** Gate rows are this many bytes, a multiple of 16. */
export let gateBytes: i32 = 0;
/** Keyword table, laid out like the fit's; gate bits of each keyword set. */
export let wordColumns: usize = 0;
export let wordNext: usize = 0;
export let wordAccept: usize = 0;
export let wordFirstAccept: u32 = 0;
export let wordFirstLeaf: u32 = 0;
export let wordRoot: u32 = 0;
export let wordGate: usize = 0;
/** 1 for keyword sets with a gate bit. */
export let wordGated: usize = 0;
/** 32,768 bits for the first three bytes of all keywords, and as many for the first four (see walk.ts). */
export let wordBeginnings: usize = 0;
/** Gate bits of each name id. */
export let nameGate: usize = 0;
/** Characters of context to each side, and the longest keyword in bytes: in any text, in ASCII. */
export let reach: i32 = 0;
export let longestWord: i32 = 0;
export let longestAsciiWord: i32 = 0;
/** Longest match of a form that is marked by its shape and needs a keyword. */
export let longestGated: i32 = 0;
/** Outputs: candidates (4 × u32 each), keyword hits (3 × u32 each), with their capacities in entries. */
export let candidates: usize = 0;
export let candidateCapacity: i32 = 0;
export let words: usize = 0;
export let wordCapacity: i32 = 0;
/** Keyword hits of a look-up aside. */
export let wordsAside: usize = 0;
export let wordAsideCapacity: i32 = 0;
/**
 * Eight nibble tables of the literals; per position 256 × two u64 masks; offset (u8) of each literal; and 64 bytes a literal with
 * the bits of the bytes that may stand at a later place, and its distance.
 */
export let literalNibbles: usize = 0;
export let literalMasks: usize = 0;
export let literalOffsets: usize = 0;
export let literalLaters: usize = 0;
/** 256 flags: bytes that may begin a value directly before a marked start. */
export let prefixBytes: usize = 0;
/** Classes of the runs before `@` and `://`, and the longest of each. */
export let atRun: usize = 0;
export let atLongest: i32 = 0;
export let schemeRun: usize = 0;
export let schemeLongest: i32 = 0;
/** Behind each anchor: 1 for bytes of a run, 2 for bytes that may follow the run. */
export let atBehind: usize = 0;
export let schemeBehind: usize = 0;

/** Reads the header of u32 fields at `at`. */
export function configure(at: usize): void {
  let i: usize = at;
  shapeStarts = load<u32>(i);
  literalStarts = load<u32>((i += 4));
  middleStarts = load<u32>((i += 4));
  digitPlaces = load<u32>((i += 4));
  wordPlaces = load<u32>((i += 4));
  letterStarts = load<u32>((i += 4));
  fitColumns = load<u32>((i += 4));
  fitNext = load<u32>((i += 4));
  fitAccept = load<u32>((i += 4));
  fitFirstAccept = load<u32>((i += 4));
  fitFirstLeaf = load<u32>((i += 4));
  shapeRoot = load<u32>((i += 4));
  freeRoot = load<u32>((i += 4));
  literalRoot = load<u32>((i += 4));
  middleRoot = load<u32>((i += 4));
  runClasses = load<u32>((i += 4));
  allRuns = load<u32>((i += 4));
  freeRuns = load<u32>((i += 4));
  leftBoundary = load<u32>((i += 4));
  rightBoundary = load<u32>((i += 4));
  leftClasses = load<u32>((i += 4));
  rightClasses = load<u32>((i += 4));
  leftCount = load<u32>((i += 4));
  rightCount = load<u32>((i += 4));
  setHeads = load<u32>((i += 4));
  setFilter = load<u32>((i += 4));
  setFree = load<u32>((i += 4));
  setGate = load<u32>((i += 4));
  setTail = load<u32>((i += 4));
  gateBytes = load<i32>((i += 4));
  wordColumns = load<u32>((i += 4));
  wordNext = load<u32>((i += 4));
  wordAccept = load<u32>((i += 4));
  wordFirstAccept = load<u32>((i += 4));
  wordFirstLeaf = load<u32>((i += 4));
  wordRoot = load<u32>((i += 4));
  wordGate = load<u32>((i += 4));
  wordGated = load<u32>((i += 4));
  wordBeginnings = load<u32>((i += 4));
  nameGate = load<u32>((i += 4));
  reach = load<i32>((i += 4));
  longestWord = load<i32>((i += 4));
  longestAsciiWord = load<i32>((i += 4));
  longestGated = load<i32>((i += 4));
  candidates = load<u32>((i += 4));
  candidateCapacity = load<i32>((i += 4));
  words = load<u32>((i += 4));
  wordCapacity = load<i32>((i += 4));
  wordsAside = load<u32>((i += 4));
  wordAsideCapacity = load<i32>((i += 4));
  literalNibbles = load<u32>((i += 4));
  literalMasks = load<u32>((i += 4));
  literalOffsets = load<u32>((i += 4));
  literalLaters = load<u32>((i += 4));
  prefixBytes = load<u32>((i += 4));
  atRun = load<u32>((i += 4));
  atLongest = load<i32>((i += 4));
  schemeRun = load<u32>((i += 4));
  schemeLongest = load<i32>((i += 4));
  atBehind = load<u32>((i += 4));
  schemeBehind = load<u32>((i += 4));
}
