/** What runs in a worker thread: one scanner, made when the thread starts, answering one task after the other. */
import { workerData } from 'node:worker_threads';
import { sharedControl } from './control.js';
import { runWork } from './run-task.js';
import { ItemScanner } from './scan-item.js';
import { type Reply, STOP_CELL, type Task, type WorkerData } from './task.js';

const { settings, control } = workerData as WorkerData;
const cells = new Int32Array(control);
const scanner = new ItemScanner(settings);

/** Called by the pool for each task. */
export function run(task: Task): Promise<Reply> {
  return runWork(scanner, task.work, sharedControl(cells, STOP_CELL, task.cell));
}
