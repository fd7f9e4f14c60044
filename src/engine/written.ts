/** The value of a hit as it is written: without escapes, but with every character as it stands there. For whom values are revealed. */
import type { BlockMemory } from '../core/block.js';
import { type Segment, VALUE_ESCAPED } from '../core/segment.js';
import type { Hit } from './types.js';

/** @returns bytes that hold until the next segment is read */
export function writtenBytes({ bytes }: BlockMemory, segment: Segment, hit: Hit): Uint8Array {
  const { value, start, end } = hit;
  const { values } = segment;
  // Of what was decoded from other writing, the plain text is what is wanted.
  if (hit.isNested) return hit.bytes.subarray(hit.at, hit.to);
  if (values === undefined || (values.flags[value]! & VALUE_ESCAPED) === 0) return bytes.subarray(start, end);
  const target = new Uint8Array(values.ends[value]! - values.starts[value]!);
  const pairs: (readonly [decoded: number, raw: number])[] = [];
  segment.decode!(value, target, 0, { push: (decoded, raw) => pairs.push([decoded, raw]) });
  const decodedOffset = (offset: number): number => {
    const [decoded, raw] = pairs.findLast((pair) => pair[1] <= offset)!;
    return decoded + offset - raw;
  };
  return target.subarray(decodedOffset(start), decodedOffset(end));
}
