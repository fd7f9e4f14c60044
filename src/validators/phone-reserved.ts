/**
 * Phone numbers that regulators set aside for films, books and documentation, so that they belong to nobody.
 * Sources: NANPA (555-0100 to 555-0199), Ofcom "numbers for drama use", Arcep decision 2018-0881, Bundesnetzagentur
 * "Rufnummern für Medienproduktionen", ACMA "numbers for use in creative works", PTS (Sweden), ComReg (Ireland).
 */
import { phoneDigits } from './phone-plan.js';

/** National numbers by calling code; `x` stands for any digit. */
const FICTITIOUS: Readonly<Record<number, readonly string[]>> = {
  1: ['xxx55501xx'],
  33: ['19900xxxx', '26191xxxx', '35301xxxx', '46571xxxx', '53649xxxx', '63998xxxx'],
  44: [
    ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map((area) => `${area}4960xxx`),
    '1632960xxx',
    '1914980xxx',
    '2079460xxx',
    '2896496xxx',
    '2920180xxx',
    '3069990xxx',
    '7700900xxx',
    '8081570xxx',
    '9098790xxx',
  ],
  46: ['313900xxx', '406280xxx', '8465004xx', '98031920x', '70174060x', '70174061x', '70174062x', '70174063x'],
  49: [
    '3023125xxx',
    '4066969xxx',
    '6990009xxx',
    '22147100xx',
    '8999998xxx',
    '15228817386',
    '15228895456',
    '15254599371',
    '17139200xx',
    '17299259904',
    '17499091317',
    '17604069000',
  ],
  61: [
    ...['2', '3', '7', '8'].flatMap((area) => [`${area}5550xxxx`, `${area}7010xxxx`]),
    '491570006',
    '491570156',
    '491570157',
    '491570158',
    '491570159',
    '491570110',
    '491570313',
    '491570737',
    '491571266',
    '491571491',
    '491571804',
    '491572549',
    '491572665',
    '491572983',
    '491573770',
    '491573087',
    '491574118',
    '491574632',
    '491575254',
    '491575789',
    '491576398',
    '491576801',
    '491577426',
    '491577644',
    '491578957',
    '491578148',
    '491578888',
    '491579212',
    '491579760',
    '491579455',
    '1800160401',
    '1800975xxx',
    '1300975xxx',
  ],
  353: ['2091xxxxx'],
};

/** Whether `phoneDigits[from, count)` is a national number of that calling code that is set aside for fiction. */
export function isFictitious(code: number, from: number, count: number): boolean {
  return FICTITIOUS[code]?.some((shape) => matchesShape(shape, from, count)) ?? false;
}

function matchesShape(shape: string, from: number, count: number): boolean {
  if (shape.length !== count - from) return false;
  for (let i = 0; i < shape.length; i++) {
    const code = shape.charCodeAt(i);
    if (code !== 0x78 && code - 0x30 !== phoneDigits[from + i]) return false;
  }
  return true;
}
