/** Hits that outlive the engine's next block: the bytes that they point into are copied, once for each value. */

/** What of a hit points into bytes that are not its own. */
interface Matched {
  readonly bytes: Uint8Array;
  /** The match in `bytes`. */
  readonly at: number;
  readonly to: number;
  /** The unit of matching in `bytes`. */
  readonly unitStart: number;
  readonly unitEnd: number;
  /** Index of the value. */
  readonly value: number;
}

/**
 * The hit with bytes of its own, as it was matched. Its span stays that in the block.
 * @param units copies of the values so far, which all hits of a value share: it is matched as it is, folded or decoded, never in two ways
 */
export function hitCopy<Hit extends Matched>(hit: Hit, units: Map<number, Uint8Array>): Hit {
  const { bytes, at, to, unitStart, unitEnd, value } = hit;
  const unit = units.get(value) ?? bytes.slice(unitStart, unitEnd);
  units.set(value, unit);
  return { ...hit, bytes: unit, at: at - unitStart, to: to - unitStart, unitStart: 0, unitEnd: unitEnd - unitStart };
}
