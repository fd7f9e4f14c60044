/**
 * Addresses and sizes of the tables that the host writes before the first scan. They are imported constants (`LayoutField` in
 * ../tables.ts), so that the compiler may keep them in registers: as variables each was read anew at every start.
 */

/**
 * Bitmaps of a block, one bit a byte: starts by shape, by literal, before `@` and `://`; digits; letters and digits; starts of
 * letter runs; bytes outside ASCII.
 */
export declare const shapeStarts: usize;
export declare const literalStarts: usize;
export declare const middleStarts: usize;
export declare const digitPlaces: usize;
export declare const wordPlaces: usize;
export declare const letterStarts: usize;
export declare const widePlaces: usize;
/** Bitmaps of where a name of a person and a place before a postal code may start. */
export declare const personStarts: usize;
export declare const placeStarts: usize;
/** 65,536 bits by a hash of the words that begin a name (listed.ts); all clear where nobody looks for names. */
export declare const personWords: usize;
/**
 * Fit table: address of each byte's column (u32), transitions (u16, 64 bytes a state in each plane), accept sets (u16), first
 * accepting state, roots: all shapes, those that need no keyword, literals, runs before `@` and `://`.
 */
export declare const fitColumns: usize;
export declare const fitNext: usize;
/** By page of `fitNext`: 1 once it is there (u8). */
export declare const fitHere: usize;
export declare const fitAccept: usize;
export declare const fitFirstAccept: u32;
/** States from here on accept, lead nowhere and have no row. */
export declare const fitFirstLeaf: u32;
export declare const shapeRoot: u32;
export declare const freeRoot: u32;
export declare const literalRoot: u32;
export declare const middleRoot: u32;
/** Class of the byte behind a run, and what the run of a start tells of all shapes and of the free ones (../../run-gates.ts). */
export declare const runClasses: usize;
export declare const allRuns: usize;
export declare const freeRuns: usize;
/** What two runs of digits tell of the free shapes (u32 each). */
export declare const freeSeconds: usize;
/** Set of each run and class of the byte behind it (u16); of each set the gate bits of detectors that need a keyword, and the longest match (u32). */
export declare const runOwners: usize;
export declare const ownerGates: usize;
export declare const ownerLongest: usize;
/** The longest match of all. */
export declare const longestOwner: i32;
/** Boundaries: three 256-byte tables a side (refuse, joiner, joined), then mask to class. */
export declare const leftBoundary: usize;
export declare const rightBoundary: usize;
export declare const leftClasses: usize;
export declare const rightClasses: usize;
export declare const leftCount: u32;
export declare const rightCount: u32;
/** Per set of the fit: the set of all its forms (low 16 bits), and the boundaries that they have (high 16 bits). */
export declare const setHeads: usize;
/** `setFilter[(set * leftCount + leftClass) * rightCount + rightClass]` = the set without the forms whose boundary refuses (u16). */
export declare const setFilter: usize;
/** Whether a set has a form that needs no keyword (see walk.ts); else the gate bits of its detectors decide. */
export declare const setFree: usize;
export declare const setGate: usize;
/** Bytes by which a match of a set may go on behind the place where the table stopped (u16). */
export declare const setTail: usize;
/** Gate rows are this many bytes, a multiple of 16. */
export declare const gateBytes: i32;
/** Keyword table, laid out like the fit's; gate bits of each keyword set. */
export declare const wordColumns: usize;
export declare const wordNext: usize;
export declare const wordHere: usize;
export declare const wordAccept: usize;
export declare const wordFirstAccept: u32;
export declare const wordFirstLeaf: u32;
export declare const wordRoot: u32;
export declare const wordGate: usize;
/** 1 for keyword sets with a gate bit. */
export declare const wordGated: usize;
/** 32,768 bits for the first three bytes of all keywords, and as many for the first four (see walk.ts). */
export declare const wordBeginnings: usize;
/** -1 if a digit may follow the first letter of a keyword, else 0. */
export declare const wordDigits: i32;
/** Gate bits of each name id. */
export declare const nameGate: usize;
/** Characters of context to each side; bytes of the longest keyword, and of its longest part before a byte outside ASCII or its end. */
export declare const reach: i32;
export declare const longestWord: i32;
export declare const longestLead: i32;
/** Outputs: candidates (4 × u32 each), keyword hits (3 × u32 each), with their capacities in entries. */
export declare const candidates: usize;
export declare const candidateCapacity: i32;
export declare const words: usize;
export declare const wordCapacity: i32;
/** Offsets behind each folded character, folded and raw (2 × u32 each). */
export declare const foldPairs: usize;
/** Keyword hits of a look-up aside. */
export declare const wordsAside: usize;
export declare const wordAsideCapacity: i32;
/**
 * Nibble tables of the literals; 65,536 bits by a hash of their first three bytes; per position 256 × four u64 masks; offset (u8) of
 * each literal; and 64 bytes a literal with the bits of the bytes that may stand at a later place, and its distance.
 */
export declare const literalNibbles: usize;
export declare const literalTriples: usize;
export declare const literalMasks: usize;
export declare const literalOffsets: usize;
export declare const literalLaters: usize;
/** 256 bytes: place from 1 of those that may begin a value directly before a marked start. */
export declare const prefixBytes: usize;
/** Classes of the runs before `@` and `://`, and the longest of each. */
export declare const atRun: usize;
export declare const atLongest: i32;
export declare const schemeRun: usize;
export declare const schemeLongest: i32;
/** Behind each anchor: 1 for bytes of a run, 2 for bytes that may follow the run. */
export declare const atBehind: usize;
export declare const schemeBehind: usize;
