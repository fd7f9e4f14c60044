/** Which broken files a run tries, and in which order: all of it follows from the seed, so that a case can be made again from its name. */
import path from 'node:path';
import { Random } from '../random.mjs';
import { changeStream } from './containers.mjs';
import { cutAt, flipOne, mutate } from './mutations.mjs';
import { zipOf } from './zip.mjs';

/** What each file is tried with before chance decides. */
export const CUTS = 20;
export const FLIPS = 200;

/**
 * @typedef {{ format: string, file: string, how: string, bytes: Buffer, name: string }} Case
 * `name` says how to make it again, `file` is the name under which it is read.
 */

/** Every file cut at 20 points and with one byte changed 200 times. */
export function* systematicCases(formats, seed) {
  for (const [format, files] of formats) {
    for (const { name, bytes } of files) {
      const base = { format, file: path.basename(name) };
      for (let i = 0; i < CUTS; i++) yield { ...base, how: 'cut', bytes: cutAt(bytes, i, CUTS), name: `${name} cut ${i}` };
      const random = new Random(`${seed} flips ${name}`);
      for (let i = 0; i < FLIPS; i++) yield { ...base, how: 'flip', bytes: flipOne(bytes, random), name: `${name} flip ${i}` };
    }
  }
}

/** The `index`-th case of a format that is left to chance. */
export function randomCase({ format, files, seed, index }) {
  const random = new Random(`${seed} ${format} ${index}`);
  const file = random.pick(files);
  const { bytes, how } = broken(file, random, random.pick(files));
  return { format, file: path.basename(file.name), how, bytes, name: `${file.name} random ${index}` };
}

/** Half of what has something packed in it is broken inside. */
function broken({ bytes, members, format }, random, other) {
  if (members !== undefined && random.chance(0.5)) {
    const at = random.int(members.length);
    const donor = (other.members ?? members)[random.int((other.members ?? members).length)];
    const inner = mutate(nonEmpty(members[at].bytes), random, nonEmpty(donor.bytes));
    const changed = members.map((member, i) => (i === at ? { ...member, bytes: inner.bytes } : member));
    return { bytes: zipOf(changed), how: `member:${inner.how}` };
  }
  if (format === 'pdf' && random.chance(0.5)) {
    let how = 'none';
    const change = (stream) => {
      const inner = mutate(stream, random, stream);
      how = inner.how;
      return inner.bytes;
    };
    return { bytes: changeStream(bytes, random, change), how: `stream:${how}` };
  }
  return mutate(bytes, random, other.bytes);
}

const nonEmpty = (bytes) => (bytes.length === 0 ? Buffer.from(' ') : bytes);
