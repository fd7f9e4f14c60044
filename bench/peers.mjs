/**
 * Clearset beside other scanners on the same bytes: what each finds, and how much processor time it takes. bench/NOTES.md has the
 * figures and says how they are meant.
 *
 * node bench/peers.mjs [--finds] [--speed] [--misses] [--only NAME,…] [--times 3] [--runs 3] [--on NAME,…]
 *
 * --finds    recall and precision on the held part of the labelled corpus, and what is false on hostile and real files
 * --misses   with --finds: labels that a peer finds and Clearset does not, by identifier and place
 * --speed    bytes by processor time and peak memory
 * --only     these peers; default: all that can be had
 * --times N  expansions of each template
 * --runs N   runs of each measurement of speed
 * --on       corpora of the speed table: prose, source, records-jsonl, records-csv, mixed; default: all
 *
 * Peers of npm are installed into a temporary folder on first use, without their scripts; programs are taken from PATH, or named as not run.
 */
import { parseArgs } from 'node:util';
import { PEERS } from './peers/adapters.mjs';
import { compareFinds } from './peers/finds.mjs';
import { ready } from './peers/run.mjs';
import { compareSpeed, SPEED_CORPORA } from './peers/speed.mjs';

const { values: flags } = parseArgs({
  options: {
    finds: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    only: { type: 'string' },
    times: { type: 'string', default: '3' },
    runs: { type: 'string', default: '3' },
    on: { type: 'string', default: SPEED_CORPORA.join(',') },
  },
});

const names = flags.only?.split(',') ?? PEERS.map(({ name }) => name);
const unknown = names.find((name) => !PEERS.some((peer) => peer.name === name));
if (unknown !== undefined) throw new Error(`no peer is called ${unknown}; there are ${PEERS.map(({ name }) => name).join(', ')}`);
const on = flags.on.split(',');
const noCorpus = on.find((name) => !SPEED_CORPORA.includes(name));
if (noCorpus !== undefined) throw new Error(`no corpus is called ${noCorpus}; there are ${SPEED_CORPORA.join(', ')}`);

const peers = [];
for (const peer of PEERS.filter(({ name }) => names.includes(name))) {
  const one = ready(peer);
  if (one === null) console.log(`${peer.name}: not run, it is not on this machine`);
  else peers.push(one);
}
const isBoth = flags.finds === flags.speed;
if (flags.finds || isBoth) await compareFinds(peers, { times: Number(flags.times), misses: flags.misses });
if (flags.speed || isBoth) compareSpeed(peers, { runs: Number(flags.runs), on });
