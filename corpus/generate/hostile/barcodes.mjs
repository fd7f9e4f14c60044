/** Books and groceries by ISBN-10, ISBN-13, EAN-8, EAN-13 and UPC with right check digits, in XML and with hyphens. */
import { words } from './words.mjs';

function gs1(body) {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return body + ((10 - (sum % 10)) % 10);
}

function isbn10(body) {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(body[i]) * (10 - i);
  return body + ('0123456789X'[(11 - (sum % 11)) % 11] ?? '');
}

/** @type {import('./index.mjs').Hostile} */
export const barcodes = {
  name: 'barcodes',
  fileName: 'catalogue.xml',
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<articles>\n',
  piece(random) {
    const isbn = gs1(`978${random.digits(9)}`);
    const hyphened = `${isbn.slice(0, 3)}-${isbn[3]}-${isbn.slice(4, 8)}-${isbn.slice(8, 12)}-${isbn[12]}`;
    return `<article ean="${gs1(random.digits(12))}" upc="${gs1(random.digits(11))}"><isbn>${hyphened}</isbn><old>${isbn10(random.digits(9))}</old><small>${gs1(random.digits(7))}</small><title>${words(random, 3)}</title></article>\n`;
  },
  tail: '</articles>\n',
};
