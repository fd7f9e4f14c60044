/** A spreadsheet of measurements: many columns of numbers, dates and units. */
import { pad } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const measurements = {
  name: 'measurements',
  fileName: 'measurements.csv',
  head: 'day;sensor;series;temperature;humidity;pressure;x;y;raw;mean;flags\n',
  piece: (random) =>
    `${pad(random.between(1, 28))}.${pad(random.between(1, 12))}.${random.between(1990, 2026)};${random.digits(6)};${random.digits(8)};${random.int(40)},${random.digits(2)};${random.int(100)};${random.between(950, 1050)},${random.digits(1)};${random.int(90)}.${random.digits(6)};${random.int(180)}.${random.digits(6)};${random.digits(10)};${random.int(999)}.${random.digits(12)};${random.text('01', 11)}\n`,
};
