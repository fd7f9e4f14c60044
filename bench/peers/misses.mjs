/** Labels that peers find and Clearset, with everything it has, does not: what is to be learned from them. */
import { judgePeer } from './judge.mjs';

/**
 * @typedef {import('./run.mjs').Result} Result
 * @typedef {{ peer: string, id: string, place: string }} Miss
 */
const ANYTHING = { covered: new Set(), isCounted: () => true };

/**
 * @param {readonly { name: string, [part: string]: Result }[]} peers what each found, by part
 * @param {import('./corpora.mjs').Corpus} corpus
 * @param {{ part: string, ours: Result }} found
 * @returns {Miss[]} `place`: part, case, expansion, file and line; never a value
 */
export function labelsOnlyPeersFind(peers, { labels }, { part, ours }) {
  return peers.flatMap(({ name, [part]: theirs }) =>
    [...labels].flatMap(([path, ofFile]) => {
      const [them, us] = [theirs, ours].map(({ places }) => judgePeer(places.get(path) ?? [], ofFile, ANYTHING).hit);
      return ofFile
        .filter((label) => label.kind === 'label' && them.has(label) && !us.has(label))
        .map(({ ids, line }) => ({ peer: name, id: ids[0], place: `${part}/${path}:${line}` }));
    }),
  );
}

/** Prints misses by identifier, each place once with all who find it. @param {readonly Miss[]} misses */
export function printMisses(misses) {
  const byId = new Map();
  for (const { peer, id, place } of misses) {
    const places = byId.get(id) ?? new Map();
    byId.set(id, places.set(place, [...(places.get(place) ?? []), peer]));
  }
  console.log('\nlabels that a peer touches and Clearset does not, by identifier');
  for (const [id, places] of [...byId].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`\n${id}: ${places.size}`);
    for (const [place, by] of places) console.log(`  ${place}  ${by.join(', ')}`);
  }
}
