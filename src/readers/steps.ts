/** Runs a reader's steps for whoever may wait: most readers' callers see segments only. */
import type { Reader, StepReader, Steps } from './types.js';

/** The segments of a reader; waits where its source has to be waited for. */
export function asReader(read: StepReader): Reader {
  return async function* (request) {
    const steps = read(request);
    try {
      for (let step = steps.next(); !step.done; step = steps.next()) {
        if (step.value instanceof Promise) await step.value;
        else yield step.value;
      }
    } finally {
      await leave(steps);
    }
  };
}

/** Ends a reader, before or after its last step, so that it leaves its stream. */
export async function leave(steps: Steps): Promise<void> {
  for (let step = steps.return(); !step.done; step = steps.next()) await step.value;
}
