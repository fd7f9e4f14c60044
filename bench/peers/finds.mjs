/** What peers find beside Clearset, on the same files and by the same judge. */
import { rmSync } from 'node:fs';
import { SNIPPETS } from '../eval/cases.mjs';
import { printTable } from '../measure.mjs';
import { coveredBy, isCounted } from './adapters.mjs';
import { hostileCorpus, labelledCorpus, newRoot, realCorpus } from './corpora.mjs';
import { ALL } from './identifiers.mjs';
import { judgePeer, merged, sumOfVerdicts } from './judge.mjs';
import { labelsOnlyPeersFind, printMisses } from './misses.mjs';
import { findWithClearset, findWithPeer } from './run.mjs';

/** Bytes of each hostile corpus and of the real files, where a peer's adapter names no fewer. */
const DEFAULT_BYTES = { hostile: 200_000, real: 10_000_000 };
/** Kinds that documentation and source are full of, rightly: what is left there is nearly all false. */
const AT_HOME_IN_SOURCE = new Set(['NAME', 'ADDRESS', 'EMAIL_ADDRESS', 'IPV4_ADDRESS', 'IPV6_ADDRESS']);

/** Clearset as a peer of itself, whose kinds are its identifiers. */
const clearset = (ids) => ({ name: 'Clearset, all', kinds: Object.fromEntries(ids.map((id) => [id, [id]])), bytes: {} });

/**
 * Prints what is found, by peer; each beside Clearset with the identifiers that the peer claims, and Clearset whole.
 * @param {readonly NonNullable<ReturnType<import('./run.mjs').ready>>[]} peers
 * @param {{ times: number, misses: boolean }} options `times`: expansions of each template; `misses`: list what a peer finds and Clearset does not
 */
export async function compareFinds(peers, { times, misses }) {
  const root = newRoot();
  try {
    const corpora = { held: labelledCorpus(root, 'held', times), ...falseCorpora(root) };
    const results = [];
    for (const one of peers) {
      process.stderr.write(`${one.peer.name}\n`);
      results.push(await measured(one, corpora));
    }
    const whole = await measuredClearset(corpora);
    printLabelled(corpora.held, { results, whole });
    printFalse([...results, whole]);
    if (misses) {
      const snippets = labelledCorpus(root, SNIPPETS, 1);
      const found = results.map(({ one, held }) => ({ name: one.peer.name, held, snippets: findWithPeer(one, snippets) }));
      printMisses([
        ...labelsOnlyPeersFind(found, corpora.held, { part: 'held', ours: whole.held }),
        ...labelsOnlyPeersFind(found, snippets, { part: 'snippets', ours: await findWithClearset(snippets) }),
      ]);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Hostile and real files by their size, made when first asked for. */
function falseCorpora(root) {
  const made = new Map();
  const of = (make, bytes) => {
    const key = `${make.name} ${bytes}`;
    if (!made.has(key)) made.set(key, make(root, bytes));
    return made.get(key);
  };
  return {
    hostile: ({ bytes }) => of(hostileCorpus, bytes.hostile ?? DEFAULT_BYTES.hostile),
    real: ({ bytes }) => of(realCorpus, bytes.real ?? DEFAULT_BYTES.real),
  };
}

/** A peer and Clearset with the peer's identifiers on all corpora. */
async function measured(one, { held, hostile, real }) {
  const { peer } = one;
  const detectors = [...coveredBy(peer)];
  const theirs = findWithPeer(one, held);
  return {
    one,
    held: theirs,
    name: `${peer.name} ${one.version}`,
    theirs: verdictOf(theirs, held, peer),
    ours: verdictOf(await findWithClearset(held, { detectors }), held, clearset(detectors)),
    hostile: {
      theirs: ratesOf(findWithPeer(one, hostile(peer)), peer),
      ours: ratesOf(await findWithClearset(hostile(peer), { detectors }), clearset(detectors)),
    },
    real: {
      theirs: ratesOf(findWithPeer(one, real(peer)), peer, AT_HOME_IN_SOURCE),
      ours: ratesOf(await findWithClearset(real(peer), { detectors }), clearset(detectors), AT_HOME_IN_SOURCE),
    },
  };
}

/** Clearset with everything it has. */
async function measuredClearset({ held, hostile, real }) {
  const peer = clearset(ALL);
  const theirs = await findWithClearset(held);
  return {
    held: theirs,
    name: peer.name,
    ours: verdictOf(theirs, held, peer),
    hostile: { ours: ratesOf(await findWithClearset(hostile(peer)), peer) },
    real: { ours: ratesOf(await findWithClearset(real(peer)), peer, AT_HOME_IN_SOURCE) },
  };
}

function verdictOf({ places }, { labels }, peer) {
  const claims = { covered: coveredBy(peer), isCounted: (kind) => isCounted(peer, kind) };
  return sumOfVerdicts([...labels].map(([path, ofFile]) => judgePeer(places.get(path) ?? [], ofFile, claims)));
}

/**
 * Places in 1 MB: `counted` of kinds with a counterpart, `others` of kinds without one. Places that hold one of `left` are in neither.
 * @returns {{ mb: number, counted: number, others: number, refused: number }}
 */
function ratesOf({ places, bytes, refused }, peer, left = new Set()) {
  const rates = { mb: bytes / 1e6, counted: 0, others: 0, refused: refused.length };
  for (const group of [...places.values()].flatMap(merged)) {
    if (group.some(({ kind }) => peer.kinds[kind]?.some((id) => left.has(id)))) continue;
    rates[group.some(({ kind }) => isCounted(peer, kind)) ? 'counted' : 'others'] += 1 / rates.mb;
  }
  return rates;
}

const share = ({ labels, found }) => (labels === 0 ? '-' : (found / labels).toFixed(3));
const precision = ({ right, wrong }) => (right + wrong === 0 ? '-' : (right / (right + wrong)).toFixed(3));

function printLabelled(held, { results, whole }) {
  console.log(
    `\nheld part: ${held.labels.size} files, ${(held.bytes / 1e6).toFixed(2)} MB; Clearset with the identifiers of the peer`,
  );
  printTable(
    ['', 'labels', 'recall', 'Clearset', 'names', 'recall', 'Clearset', 'places', 'precision', 'Clearset'],
    [...results, whole].map(({ name, theirs, ours }) => [
      name,
      ours.structured.labels,
      theirs === undefined ? '' : share(theirs.structured),
      share(ours.structured),
      ours.named.labels,
      theirs === undefined ? '' : share(theirs.named),
      share(ours.named),
      theirs === undefined ? ours.right + ours.wrong : theirs.right + theirs.wrong,
      theirs === undefined ? '' : precision(theirs),
      precision(ours),
    ]),
  );
}

function printFalse(results) {
  console.log(
    '\nplaces in 1 MB of hostile text, where all are false, and of real .md and .js files, without mail, names and addresses',
  );
  printTable(
    ['', 'hostile MB', 'false', 'Clearset', 'other kinds', 'real MB', 'reported', 'Clearset', 'other kinds', 'refused'],
    results.map(({ name, hostile, real }) => [
      name,
      hostile.ours.mb,
      hostile.theirs?.counted ?? '',
      hostile.ours.counted,
      hostile.theirs?.others ?? '',
      real.ours.mb,
      real.theirs?.counted ?? '',
      real.ours.counted,
      real.theirs?.others ?? '',
      (hostile.theirs?.refused ?? 0) + (real.theirs?.refused ?? 0),
    ]),
  );
}
