/**
 * Data sets with a known truth for `clearset check`: chats as JSON Lines, customers as CSV, a folder of documents. The same seed
 * gives the same bytes. Values are picked from pools, so that a million rows are made in seconds and distinct values are known.
 */
import { Random } from './random.mjs';
import { contact, KINDS, kindOf } from './values.mjs';

/**
 * What was planted, by column (`ssn`, `messages.content (user)`, empty for documents) and detector.
 * @typedef {{ values: number, occurrences: number, distinct: Set<string> }} Planted
 * @typedef {{ columns: Map<string, { values: number, empty: number }>, planted: Map<string, Map<string, Planted>>, items: number }} Truth
 */

const POOL = 4000;
const WORDS =
  'the order came late again and nobody at the desk could say when it would be sent so we kept waiting for an answer that made sense'.split(
    ' ',
  );
const STREETS = ['Mill Lane', 'High Street', 'Station Road', 'Oak Avenue', 'Garden Row'];
/** Kinds that people mention in chats and documents, and how often: one in so many texts. */
const MENTIONED = [
  ['EMAIL_ADDRESS', 40],
  ['PHONE_NUMBER', 60],
  ['USA_SOCIAL_SECURITY_NUMBER', 400],
  ['UK_NHS_NUMBER', 500],
  ['GITHUB_TOKEN', 900],
];

/** @returns {Truth} */
function noTruth() {
  return { columns: new Map(), planted: new Map(), items: 1 };
}

/** Different values of a kind, also when letters and digits alone are compared. */
function poolOf(random, make) {
  const pool = new Map();
  while (pool.size < POOL) {
    const value = make(random);
    pool.set(value.toLowerCase().replace(/[^a-z0-9]/g, ''), value);
  }
  return [...pool.values()];
}

function poolsOf(random) {
  return new Map(KINDS.map(({ id, make }) => [id, () => poolOf(random, make)]).map(([id, make]) => [id, once(make)]));
}

function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

function countValue(truth, column, isEmpty = false) {
  const counts = truth.columns.get(column) ?? { values: 0, empty: 0 };
  truth.columns.set(column, counts);
  counts.values++;
  if (isEmpty) counts.empty++;
}

function plant(truth, column, detector, value) {
  const detectors = truth.planted.get(column) ?? new Map();
  truth.planted.set(column, detectors);
  const planted = detectors.get(detector) ?? { values: 0, occurrences: 0, distinct: new Set() };
  detectors.set(detector, planted);
  planted.values++;
  planted.occurrences++;
  planted.distinct.add(value);
}

const words = (random, least, most) => Array.from({ length: random.between(least, most) }, () => random.pick(WORDS)).join(' ');

/** A text in which at most one identifier is mentioned, with its keyword. */
function mention(random, pools, truth, column) {
  const text = words(random, 8, 40);
  for (const [id, one] of MENTIONED) {
    if (random.int(one) > 0) continue;
    const value = random.pick(pools.get(id)());
    plant(truth, column, id, value);
    return `${text}, ${kindOf(id).label}: ${value}. ${words(random, 5, 9)}`;
  }
  return text;
}

/** Chats of three messages. @returns {{ truth: Truth, lines: Generator<string> }} the truth is whole when the lines are */
export function chats(seed, messages) {
  const random = new Random(seed);
  const pools = poolsOf(random);
  const truth = noTruth();
  function* lines() {
    for (let made = 0; made < messages; made += 3) {
      const isShareStyle = random.chance(0.2);
      const [list, role, content] = isShareStyle ? ['conversations', 'from', 'value'] : ['messages', 'role', 'content'];
      const roles = isShareStyle ? ['system', 'human', 'gpt'] : ['system', 'user', 'assistant'];
      const texts = roles.map((name, i) => {
        const column = `${list}.${content} (${name})`;
        countValue(truth, column);
        const text = i === 0 ? 'Answer the customer in a friendly and helpful tone.' : mention(random, pools, truth, column);
        // Some name the role behind the content.
        return random.chance(0.1) ? { [content]: text, [role]: name } : { [role]: name, [content]: text };
      });
      yield `${JSON.stringify({ id: made, [list]: texts, source: random.chance(0.5) ? null : 'desk' })}\n`;
    }
  }
  return { truth, lines: lines() };
}

/** Customers in 20 columns, the header first. @returns {{ truth: Truth, lines: Generator<string> }} */
export function customers(seed, rows) {
  const random = new Random(seed);
  const pools = poolsOf(random);
  const truth = noTruth();
  const of = (id, share) => (column) => {
    if (!random.chance(share)) return '';
    const value = random.pick(pools.get(id)());
    plant(truth, column, id, value);
    return value;
  };
  const date = () => `20${random.between(10, 25)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  /** @type {Record<string, (column: string, row: number) => string>} */
  const columns = {
    id: (_, row) => String(row),
    first_name: () => random.pick(contact.GIVEN_NAMES),
    last_name: () => random.pick(contact.FAMILY_NAMES),
    email: of('EMAIL_ADDRESS', 0.8),
    phone_number: of('PHONE_NUMBER', 0.7),
    date_of_birth: of('DATE_OF_BIRTH', 0.9),
    ssn: of('USA_SOCIAL_SECURITY_NUMBER', 0.5),
    card_number: of('CREDIT_CARD_NUMBER', 0.3),
    iban: of('GERMANY_BANK_ACCOUNT_NUMBER', 0.2),
    street: (column) => {
      const street = `${random.between(1, 99)} ${random.pick(STREETS)}`;
      plant(truth, column, 'ADDRESS', street);
      return street;
    },
    city: () => random.pick(contact.CITIES)[0],
    segment: () => random.pick(['a', 'b', 'c']),
    signed_up: date,
    last_order: date,
    active: () => random.pick(['true', 'false']),
    orders: () => String(random.int(40)),
    balance: () => `${random.int(900)}.${random.digits(2)}`,
    rating: () => (random.chance(0.3) ? '' : String(random.between(1, 5))),
    plan: () => random.pick(['basic', 'plus', 'pro']),
    remarks: (column) => mention(random, pools, truth, column).replaceAll(',', ';'),
  };
  const entries = Object.entries(columns);
  function* lines() {
    yield `${entries.map(([name]) => name).join(',')}\n`;
    for (let row = 1; row <= rows; row++) {
      const cells = entries.map(([name, make]) => {
        const cell = make(name, row);
        countValue(truth, name, cell === '');
        return cell;
      });
      yield `${cells.join(',')}\n`;
    }
  }
  return { truth, lines: lines() };
}

/** Documents of several kinds by name. @returns {{ truth: Truth, files: Generator<[string, string]> }} */
export function documents(seed, count) {
  const random = new Random(seed);
  const pools = poolsOf(random);
  const truth = noTruth();
  truth.items = count;
  const frames = {
    txt: (text) => `${text}\n`,
    md: (text) => `# Notes\n\n- ${text}\n`,
    html: (text) => `<html><body><p>${text}</p></body></html>\n`,
    log: (text) => `2024-03-04T10:20:30Z info ${text}\n`,
  };
  function* files() {
    for (let i = 0; i < count; i++) {
      countValue(truth, '');
      const extension = random.pick(Object.keys(frames));
      const paragraphs = [words(random, 60, 200), mention(random, pools, truth, ''), words(random, 60, 200)];
      yield [`${two(i % 50)}/${String(i).padStart(6, '0')}.${extension}`, frames[extension](paragraphs.join('\n'))];
    }
  }
  return { truth, files: files() };
}

/**
 * What a check says of the data set against its truth: planted identifiers that are missing or too many, values that are counted
 * wrongly, and identifiers that nobody planted. Names of people are in the data, some of which are in lists of names: of these nothing is said.
 * @param {Truth} truth
 * @param {readonly object[]} columns of a check's JSON report
 */
export function compare(truth, columns) {
  const wrong = [];
  const extra = [];
  const byName = new Map(columns.map((column) => [column.name, column]));
  for (const [name, { values, empty }] of truth.columns) {
    const found = byName.get(name);
    if (found?.values !== values || found.empty !== empty)
      wrong.push(`${name}: ${found?.values} values, ${found?.empty} empty, planted ${values} and ${empty}`);
  }
  let planted = 0;
  let matched = 0;
  for (const [name, detectors] of truth.planted) {
    for (const [detector, { occurrences, distinct }] of detectors) {
      const found = byName.get(name)?.identifiers.find((identifier) => identifier.detector === detector);
      planted += occurrences;
      matched += Math.min(found?.occurrences ?? 0, occurrences);
      if (found?.occurrences !== occurrences) wrong.push(`${name}: ${detector}: ${found?.occurrences ?? 0} of ${occurrences}`);
      else if (found.distinct !== distinct.size)
        wrong.push(`${name}: ${detector}: ${found.distinct} distinct of ${distinct.size}`);
    }
  }
  for (const { name, identifiers } of columns)
    for (const { detector, occurrences } of identifiers)
      if (detector !== 'NAME' && !truth.planted.get(name)?.has(detector)) extra.push(`${name}: ${detector}: ${occurrences}`);
  return { planted, matched, wrong, extra };
}

function two(number) {
  return String(number).padStart(2, '0');
}
