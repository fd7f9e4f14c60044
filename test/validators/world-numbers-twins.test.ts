/** Numbers of the world for which no library is at hand: published values, a second computation of the rule, single wrong digits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import { australiaMedicare } from '../../src/validators/australia-medicare.js';
import { brazilCnh } from '../../src/validators/br-cnh.js';
import { brazilPis } from '../../src/validators/br-pis.js';
import { brazilVoter } from '../../src/validators/br-voter.js';
import { costaRicaId } from '../../src/validators/costa-rica-id.js';
import { egyptNationalId } from '../../src/validators/egypt-national-id.js';
import { emiratesId } from '../../src/validators/emirates-id.js';
import { icd10 } from '../../src/validators/icd10.js';
import { indonesiaNik } from '../../src/validators/indonesia-nik.js';
import { japanMyNumber } from '../../src/validators/japan-my-number.js';
import { koreaForeigner, koreaResident } from '../../src/validators/korea-rrn.js';
import { newZealandNhi } from '../../src/validators/nz-nhi.js';
import { saudiId } from '../../src/validators/saudi-id.js';
import { singaporeNric } from '../../src/validators/singapore-nric.js';
import { digitChanges, expectTotal, textOf, verdictOf } from './verdicts.js';

interface Row {
  readonly validator: Validator;
  readonly valid: readonly string[];
  readonly unknown?: readonly string[];
  readonly invalid: readonly string[];
  /** Valid values of which the rule finds every single wrong digit in the places before `covered`. */
  readonly sure?: readonly string[];
  readonly covered?: number;
}

const ROWS: Readonly<Record<string, Row>> = {
  'Japan My Number': {
    validator: japanMyNumber,
    valid: ['123456789018', '4829 1035 7713'],
    invalid: ['123456789019', '000000000000', '12345678901'],
    sure: ['123456789018', '482910357713'],
  },
  'South Korea, citizens': {
    validator: koreaResident,
    valid: ['850101-1234566', '971013-2019903'],
    unknown: ['850101-1234569'],
    invalid: ['850230-1234566', '361301-3234566', '850101-5234566', '850101-9234566', '400101-3234566'],
  },
  'South Korea, foreigners': {
    validator: koreaForeigner,
    valid: ['880714-5123450', '920517-6134083'],
    unknown: ['880714-5123451'],
    invalid: ['880714-1123450', '880732-5123450'],
  },
  'Singapore NRIC and FIN': {
    validator: singaporeNric,
    valid: ['S1234567D', 'T0412345F', 'F5678901N', 'G8765432Q', 'M5043078W', 'M1234567K'],
    invalid: ['S1234567A', 'M1234567X', 'A1234567D', 'S12345678', 'S123456D'],
    sure: ['S1234567D', 'G8765432Q', 'M5043078W'],
  },
  'New Zealand NHI': {
    validator: newZealandNhi,
    // From the standard's test cases and its vendors' guide.
    valid: ['ZAC5361', 'ZBN77VL', 'WLD9413', 'ZSC21TN', 'ZVB97XQ'],
    invalid: ['ZZZ0044', 'ZZZ00AA', 'ZAC5362', 'ZIC5361', 'ZA05361', 'ZBN7AVL'],
    sure: ['ZBN77VL'],
  },
  'Australia Medicare': {
    validator: australiaMedicare,
    valid: ['2123 45670 1', '2123 45670 1/3', '41830275012'],
    invalid: ['2123 45671 1', '7123 45670 1', '2123 45670 0', '2123 45670 1/0', '212345670'],
    sure: ['2123456701'],
    covered: 9,
  },
  'Brazil PIS': {
    validator: brazilPis,
    valid: ['120.56874.10-7', '12084729132'],
    invalid: ['120.56874.10-8', '00000000000'],
    sure: ['12056874107'],
  },
  'Brazil CNH': {
    validator: brazilCnh,
    valid: ['02650306461', '58316794534'],
    invalid: ['02650306460', '02650306471', '11111111111'],
  },
  'Brazil voter': {
    validator: brazilVoter,
    valid: ['1023 8501 0671', '4356 8709 0639', '0043 5687 0108'],
    invalid: ['1023 8501 0672', '1023 8501 2971', '0000 0000 0191'],
  },
  'Egypt national ID': {
    validator: egyptNationalId,
    valid: ['29001011234567', '30203150102345', '29001018834567'],
    invalid: ['29002301234567', '29001010534567', '29001013634567', '39001011234567', '19001011234567'],
  },
  'Emirates ID': {
    validator: emiratesId,
    valid: ['784-1985-1234567-3', '784198712345671'],
    invalid: ['784-1985-1234567-4', '785-1985-1234567-1', '784-1885-1234567-4'],
    sure: ['784198712345671'],
  },
  'Saudi ID': {
    validator: saudiId,
    valid: ['1108420736', '2238471656'],
    invalid: ['1108420737', '3108420732'],
    sure: ['1108420736'],
  },
  'Indonesia NIK': {
    validator: indonesiaNik,
    valid: ['3204110609970001', '3174055312880004'],
    invalid: ['3204113002970001', '2004110609970001', '3204110609970000', '3200110609970001'],
  },
  'Costa Rica cédula': {
    validator: costaRicaId,
    valid: [],
    unknown: ['1-0613-0584', '03-0456-0178', '206130584'],
    invalid: ['0-0613-0584', '10-0613-0584', '00-0613-0584'],
  },
  'ICD-10': {
    validator: icd10,
    valid: [],
    unknown: ['I10', 'E11.9', 'C7A.1', 'S72.001A', 'T36.0X1A', 'I21.A1'],
    invalid: ['E1.9', 'CC1.9', 'C7C.1', 'S72.0AA1', 'E119'],
  },
};

describe.each(Object.entries(ROWS))('%s', (_name, row) => {
  it('judges published and made-up values by the rule', () => {
    for (const text of row.valid) expect(verdictOf(row.validator, text), text).toBe('valid');
    for (const text of row.unknown ?? []) expect(verdictOf(row.validator, text), text).toBe('unknown');
    for (const text of row.invalid) expect(verdictOf(row.validator, text), text).toBe('invalid');
  });

  it('finds every single wrong digit that the rule promises to find', () => {
    for (const value of row.sure ?? []) {
      const covered = row.covered ?? value.length;
      for (const wrong of digitChanges(value)) {
        if (wrong.slice(0, covered) === value.slice(0, covered)) continue;
        expect(verdictOf(row.validator, wrong), `${value} → ${wrong}`).not.toBe('valid');
      }
    }
  });

  it('gives a verdict on any bytes', () => expectTotal(row.validator));
});

/** Each rule once more, in other words: over strings, with the check character computed and not compared. */
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const sumOf = (text: string, weights: readonly number[]) => weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0);
const upToNine = (remainder: number) => (remainder > 9 ? 0 : remainder);

const TWINS: readonly (readonly [
  name: string,
  validator: Validator,
  body: fc.Arbitrary<string>,
  check: (body: string) => string,
])[] = [
  [
    'Japan My Number',
    japanMyNumber,
    textOf(DIGITS, 11),
    // Article 5 counts places from the right: Q is n + 1 up to the sixth, n − 5 from the seventh.
    (body) => {
      const sum = [...body].reverse().reduce((total, digit, i) => total + Number(digit) * (i < 6 ? i + 2 : i - 4), 0);
      return String(sum % 11 <= 1 ? 0 : 11 - (sum % 11));
    },
  ],
  [
    'Brazil PIS',
    brazilPis,
    textOf(DIGITS, 10),
    (body) => String(upToNine(11 - (sumOf(body, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11))),
  ],
  [
    'Brazil voter, Rio de Janeiro',
    brazilVoter,
    textOf(DIGITS, 8).map((serial) => `${serial}03`),
    (body) => {
      const first = upToNine(sumOf(body, [2, 3, 4, 5, 6, 7, 8, 9]) % 11);
      return `${first}${upToNine((3 * 8 + first * 9) % 11)}`;
    },
  ],
  [
    'Brazil voter, São Paulo and Minas Gerais, where 0 becomes 1',
    brazilVoter,
    fc.tuple(textOf(DIGITS, 8), fc.constantFrom('01', '02')).map((parts) => parts.join('')),
    (body) => {
      const [first, state] = [sumOf(body, [2, 3, 4, 5, 6, 7, 8, 9]) % 11, Number(body[9])];
      const digit = first === 0 ? 1 : upToNine(first);
      const second = (state * 8 + digit * 9) % 11;
      return `${digit}${second === 0 ? 1 : upToNine(second)}`;
    },
  ],
  [
    'Australia Medicare',
    australiaMedicare,
    textOf(DIGITS, 7).map((serial) => `4${serial}`),
    (body) => `${sumOf(body, [1, 3, 7, 9, 1, 3, 7, 9]) % 10}1`,
  ],
  [
    'New Zealand NHI, new form',
    newZealandNhi,
    fc.tuple(textOf(LETTERS, 3), textOf(DIGITS, 2), textOf(LETTERS, 1)).map((parts) => parts.join('')),
    (body) => {
      const values = [...body].map((char) => (/\d/.test(char) ? Number(char) : LETTERS.indexOf(char) + 1));
      return LETTERS[22 - (values.reduce((sum, value, i) => sum + value * (7 - i), 0) % 23)]!;
    },
  ],
  [
    'Singapore, M series',
    singaporeNric,
    textOf(DIGITS, 7).map((serial) => `M${serial}`),
    // The authority numbers the letters by 11 − remainder.
    (body) => 'KLJNPQRTUWX'[11 - ((sumOf(body.slice(1), [2, 7, 6, 5, 4, 3, 2]) + 3) % 11) - 1]!,
  ],
];

describe.each(TWINS)('%s, computed a second time', (_name, validator, bodies, check) => {
  it('gives the same check characters', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        fc.pre(new Set(body).size > 1 && !/^0*(?:03)?$/.test(body));
        expect(verdictOf(validator, body + check(body)), body).toBe('valid');
      }),
      { seed: 20260801, numRuns: 500 },
    );
  });
});
