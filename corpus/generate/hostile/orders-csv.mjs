/** Orders as a shop exports them: long numbers of every length in columns that name no identifier. */
import { timestamp, words } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const ordersCsv = {
  name: 'orders-csv',
  fileName: 'orders.csv',
  head: 'order_id,line_id,article,quantity,ref,batch,barcode,booked,note\n',
  piece: (random) =>
    `${random.between(1, 9)}${random.digits(15)},${random.digits(random.between(9, 12))},${random.digits(8)},${random.int(90)},${random.between(1, 9)}${random.digits(random.between(12, 18))},${random.digits(9)},${random.digits(13)},${timestamp(random)},${words(random, 3)}\n`,
};
