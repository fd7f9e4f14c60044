/** What runs on the thread for old workbooks: answers each message with one. No error but a fault of ours leaves it. */
import { parentPort } from 'node:worker_threads';
import { ItemProblem } from '../../core/problem.js';
import type { ProblemCode } from '../../core/result.js';
import { readWithPackage, type WorkbookPart } from './workbook-package.js';

export type Request =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly everyValue: boolean }
  /** The next part of the workbook that is being read. */
  | { readonly kind: 'more' };

export type Answer =
  | { readonly kind: 'part'; readonly part: WorkbookPart }
  | { readonly kind: 'end' }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: string };

/** Values of one answer, about. */
const VALUES = 4096;

let parts: AsyncGenerator<WorkbookPart, void, void> | undefined;
/** What was thrown behind a part that is answered first. */
let failure: { readonly error: unknown } | undefined;

async function answer(request: Request): Promise<Answer> {
  if (request.kind === 'read') {
    parts = readWithPackage(request.bytes, request.everyValue);
    failure = undefined;
  }
  try {
    const part = await gather(parts!);
    return part === undefined ? { kind: 'end' } : { kind: 'part', part };
  } catch (error) {
    if (error instanceof ItemProblem) return { kind: 'problem', code: error.code, detail: error.message };
    throw error;
  }
}

/** Rows have few values each, and a message for each of them would cost more than they do. Undefined at the end. */
async function gather(from: AsyncGenerator<WorkbookPart, void, void>): Promise<WorkbookPart | undefined> {
  if (failure !== undefined) throw failure.error;
  const values: WorkbookPart['values'][number][] = [];
  while (values.length < VALUES) {
    let next: IteratorResult<WorkbookPart, void>;
    try {
      next = await from.next();
    } catch (error) {
      if (values.length === 0) throw error;
      failure = { error };
      break;
    }
    if (next.done) return values.length === 0 ? undefined : { values, rows: 0, isWhole: false };
    for (const value of next.value.values) values.push(value);
    if (next.value.rows > 0 || next.value.isWhole) return { ...next.value, values };
  }
  return { values, rows: 0, isWhole: false };
}

parentPort!.on('message', async (request: Request) => parentPort!.postMessage(await answer(request)));
