/** Logs of a warehouse: numbers of 9 to 19 digits in running text. */
import { timestamp, words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const orderLogs = {
  name: 'order-logs',
  fileName: 'warehouse.log',
  piece: (random) =>
    random.pick([
      () =>
        `${timestamp(random)} INFO picked order ${random.between(1, 9)}${random.digits(random.between(8, 18))} from shelf ${random.digits(3)}-${random.digits(2)}-${random.digits(4)}\n`,
      () =>
        `${timestamp(random)} WARN ${words(random, 2)} ref=${random.digits(9)} job=${random.digits(10)} took=${random.int(90_000)}ms\n`,
      () =>
        `${timestamp(random)} INFO pallet ${random.digits(18)} moved, ${random.int(900)} pieces, list ${random.digits(4)}-${random.digits(4)}-${random.digits(4)}-${random.digits(4)}\n`,
    ])(),
};
