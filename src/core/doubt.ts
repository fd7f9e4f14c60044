/**
 * What a hit leaves to its column to say, because by itself it proves too little. The engine says which of these holds; the
 * worker, which sees all values of a column, decides (src/worker/columns.ts).
 *
 * - `check`: nothing but its check speaks for it, which one random number in ten passes.
 * - `list`: lists know the words, and the column may hold anything that is called something (`name`): people, or towns.
 * - `party`: lists know the words, and the column holds people or companies; that counts as it is, and speaks for its neighbours.
 * - `stray`: lists know all of the value, in a column whose name says nothing of the kind (`city`, `title`).
 * - `likeness`: it is only written as such values are; counts if lists know enough of its neighbours.
 * - `companion`: its name may mean something else as well; counts if the record has the field that goes with it (`account`, `sort_code`).
 */
export const DOUBTS = ['check', 'list', 'party', 'stray', 'likeness', 'companion'] as const;

export type Doubt = (typeof DOUBTS)[number];
