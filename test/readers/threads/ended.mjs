/** A thread that ends where it should answer. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => process.exit(0));
