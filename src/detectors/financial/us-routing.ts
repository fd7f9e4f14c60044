/** US bank routing numbers, with the check digit of the American Bankers Association. */
import { abaRouting } from '../../validators/aba-routing.js';
import { defineDetector } from '../define.js';

export const usaBankRoutingNumber = defineDetector({
  id: 'USA_BANK_ROUTING_NUMBER',
  name: 'Bank routing number (ABA), US',
  category: 'financial',
  countries: ['US'],
  regulations: ['GLBA', 'CCPA'],
  severity: { 1: 'high' },
  forms: [String.raw`(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}`, String.raw`(?:0\d|1[0-2]|2[1-9]|3[0-2])\d{2}-\d{4}-\d`],
  boundary: 'digit',
  falseAccept: 0.038,
  keywords: {
    mode: 'required',
    words: [
      'routing',
      'routing number',
      'routing no',
      'routing num',
      'routing code',
      'routing transit number',
      'routing #',
      'rtn',
      'aba',
      'aba number',
      'aba no',
      'aba #',
      'bank routing',
      'transit number',
      'fedwire',
      'número de ruta',
    ],
  },
  validator: abaRouting,
  normal: 'digits',
  space: 'small',
  examples: {
    match: ['Routing number: «322075593»', 'ABA «0310-4587-2»', { column: 'routing_number', cell: '«261046557»' }],
    noMatch: [
      ['Routing number: 322075594', 'validator: 3-7-1 sum'],
      ['ABA 500000005', 'pattern: no district 50'],
      ['order 322075593', 'keyword: no keyword in reach'],
    ],
  },
  references: ['American Bankers Association: Key to Routing Numbers; Federal Reserve: routing number policy'],
});
