/** The sheets of this part against plain RE2, and among all others: whose licence a number is where several countries write it so. */
import { describe, expect, it } from 'vitest';
import { EU_LICENCE_WORDS } from '../../src/detectors/identity/driving-licence-words.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { DRIVING_LICENCES } from '../../src/detectors/part-driving-licences.js';
import { createEngine } from '../../src/engine/index.js';
import { scanText } from '../engine/segments.js';
import { itFindsMarkedValues, itIsSilentOnCounterExamples, markedValues } from './part-sheets.js';
import { compileForms, hitEnd, parseExample } from './plain-match.js';
import { reshape, seededRandom } from './random-shape.js';

const TRIALS = 3000;

describe.each(DRIVING_LICENCES.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
  const forms = compileForms(sheet);
  const values = markedValues(sheet);

  itFindsMarkedValues(forms, values);
  itIsSilentOnCounterExamples(sheet, forms);

  it('accepts no more random text of its shapes than it states, and not far less', () => {
    const random = seededRandom(sheet.forms.length);
    const rates = values.map(({ bytes, start, end }) => {
      const value = bytes.slice(start, end);
      let accepted = 0;
      for (let i = 0; i < TRIALS; i++) {
        const text = reshape(value, random);
        if (forms.some((form) => hitEnd(form, text, 0) === text.length)) accepted++;
      }
      return accepted / TRIALS;
    });
    const deviation = Math.sqrt(Math.max(sheet.falseAccept, 1 / TRIALS) / TRIALS);
    expect(Math.max(...rates)).toBeLessThanOrEqual(sheet.falseAccept + 5 * deviation);
    expect(Math.max(...rates)).toBeGreaterThanOrEqual(sheet.falseAccept - 5 * deviation);
  });

  it('does not call its own examples reserved', () => {
    for (const { bytes, start, end } of values) expect(sheet.reserved?.(bytes, start, end) ?? false).toBe(false);
  });
});

describe('whose licence it is, with all sheets', () => {
  const engine = createEngine({ detectors: CATALOGUE });

  /** What is found in the text: confidence and ids without `_DRIVERS_LICENSE`, the first by its id and its alternatives. */
  function owners(text: string): readonly string[] {
    const short = (index: number) => CATALOGUE[index]!.id.replace(/_?DRIVERS_LICENSE$/, '') || 'US';
    return scanText(engine, Buffer.from(text)).map((hit) =>
      [hit.confidence, ...[hit.detector, ...hit.alternatives].map(short)].join(' '),
    );
  }

  it.each([
    ['82746193', 'AUSTRALIA AUSTRIA CANADA CROATIA DENMARK US LITHUANIA MALTA SLOVAKIA UK'],
    ['827461930', 'AUSTRALIA BULGARIA CANADA US GREECE ROMANIA SLOVENIA'],
    ['8274619305', 'AUSTRALIA BELGIUM US NETHERLANDS'],
    ['827461930582', 'CYPRUS US FRANCE'],
    ['DK746193', 'US HUNGARY MALTA'],
  ])('is every country of the shape near a common word: %s', (number, countries) => {
    expect(owners(`Her driving licence is ${number}.`)).toEqual([`medium ${countries}`]);
  });

  it.each([
    ['Führerschein 82746193', 'medium AUSTRIA'],
    ['číslo vodičského preukazu 82746193', 'medium SLOVAKIA'],
    ['broj vozačke dozvole: 82746193', 'medium CROATIA'],
    ['kørekort 82746193', 'medium DENMARK'],
    ['vairuotojo pažymėjimo nr. 82746193', 'medium LITHUANIA'],
    ['сумпс 827461930', 'medium BULGARIA'],
    ['ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ 827461930', 'medium GREECE'],
    ['αριθμός άδειας οδήγησης 827461930582', 'medium CYPRUS'],
    ['vozniškega dovoljenja 827461930', 'medium SLOVENIA'],
    ['permisului de conducere 827461930', 'medium ROMANIA'],
    ['permis de conduire 8274619305', 'medium BELGIUM'],
    ['permis de conduire 827461930582', 'medium FRANCE'],
    ['vezetői engedély DK746193', 'medium HUNGARY'],
  ])('is one country near its own word: %s', (text, found) => {
    expect(owners(text)).toEqual([found]);
  });

  it.each([
    // Dutch is written in both, French in both.
    ['rijbewijs 8274619305', 'medium BELGIUM NETHERLANDS'],
    ['permis de conduire 827461', 'medium CANADA LUXEMBOURG'],
  ])('is both countries of a language: %s', (text, found) => {
    expect(owners(text)).toEqual([found]);
  });

  it.each([
    ['C21M4K7TR74', 'high GERMANY'],
    ['28968401Q', 'high SPAIN'],
    ['811228-9874', 'high SWEDEN'],
    ['131052-308T', 'high FINLAND'],
    ['MH14 20110062835', 'high INDIA'],
    ['ET746193', 'medium ESTONIA'],
    ['EA 746193', 'medium CZECHIA'],
    ['82746/19/3058', 'medium POLAND'],
    ['RM4619305K', 'medium ITALY'],
    ['U1532B456K', 'medium ITALY'],
  ])('is the one whose check or fixed letters it has, in either spelling of English: %s', (number, found) => {
    for (const word of ['driving licence', "driver's license"]) expect(owners(`${word} ${number}`), word).toEqual([found]);
  });

  it('is American near American English, where the shape tells nothing', () => {
    for (const number of ['DK746193', '827461930582']) expect(owners(`driver's license ${number}`)).toEqual(['medium US']);
  });

  it.each(['20150314', '14-03-2015', '03 14 2015'])('is nobody where it is the day of issue: %s', (date) => {
    expect(owners(`Führerschein, kørekort, learner licence: ${date}`)).toEqual([]);
  });

  it('is low for the specimen card', () => {
    expect(owners('Führerscheinnummer B072RRE2I55')).toEqual(['low GERMANY']);
  });

  it('is nobody near words that Macie lists and that mean something else', () => {
    const words = [
      'ovladače lic.',
      'illesztőprogramok lic',
      'licencszám',
      'numer licencyjny',
      'número de licença',
      'превозно средство',
    ];
    // The number of a Finnish, Spanish and Swedish licence is the identity number of its holder, which needs no word.
    const personal = ['FINLAND_DRIVERS_LICENSE', 'SPAIN_DRIVERS_LICENSE', 'SWEDEN_DRIVERS_LICENSE'];
    const others = DRIVING_LICENCES.filter(({ id }) => !personal.includes(id));
    expect(others.length).toBe(DRIVING_LICENCES.length - personal.length);
    const numbers = others
      .map((sheet) => parseExample(sheet.examples.match[0]!))
      .map(({ bytes, spans }) => Buffer.from(bytes.subarray(...spans[0]!)).toString());
    for (const word of words) for (const number of numbers) expect(owners(`${word} ${number}`), word).toEqual([]);
  });
});

it('asks for a keyword everywhere, the European name of the document among them', () => {
  for (const { id, keywords } of DRIVING_LICENCES) {
    expect(keywords.mode, id).toBe('required');
    expect(keywords.words, id).toContain(EU_LICENCE_WORDS[0]);
    expect(
      keywords.words.filter((word, i) => keywords.words.indexOf(word) !== i),
      id,
    ).toEqual([]);
  }
});
