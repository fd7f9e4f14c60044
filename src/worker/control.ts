/** How whoever started a scan reaches the code that examines items: a wish to stop, and signs of life back. */

export interface Control {
  /** Whether to end with what was found so far. Asked between segments. */
  isStopped(): boolean;
  /** Says at once that it stops, where the thread can be told: ends waits for what may never come. */
  readonly signal?: AbortSignal;
  /** Called at each item and segment: the work is getting on. */
  beat(): void;
}

/** Part of control memory: the cell that says stop, and the heartbeat of one task. */
export function sharedControl(cells: Int32Array, stopCell: number, beatCell: number): Control {
  return {
    isStopped: () => Atomics.load(cells, stopCell) !== 0,
    beat: () => {
      Atomics.add(cells, beatCell, 1);
    },
  };
}

export function signalControl(signal: AbortSignal | undefined): Control {
  return { isStopped: () => signal?.aborted ?? false, beat: () => undefined, ...(signal && { signal }) };
}
