/**
 * Telephone numbers for films, books and advertisements, entered a second time as the regulators write them: the first and the last of each
 * range are known in every writing, and the numbers next to them are not.
 */
import { describe, expect, it } from 'vitest';
import type { ReservedCheck } from '../../src/core/verdict.js';
import {
  fictitiousPhone,
  nationalPhone,
  otherFictitiousPhone,
  otherInternationalPhone,
} from '../../src/validators/phone-number.js';
import { isReserved, verdictOf } from './verdicts.js';

interface Plan {
  readonly code: number;
  readonly check: ReservedCheck;
  /** What stands before a number inside the country, and is left out behind `+`. */
  readonly trunk: string;
  /** Whether the check knows numbers without a calling code. */
  readonly isNational: boolean;
  /** First and last number, or the only one, in national writing. */
  readonly ranges: readonly (readonly [first: string, last?: string])[];
}

const thousand = (area: string): readonly [string, string] => [`${area}000`, `${area}999`];
const hundred = (area: string): readonly [string, string] => [`${area}00`, `${area}99`];

const PLANS: Readonly<Record<string, Plan>> = {
  'NANPA, 555 line numbers': {
    code: 1,
    check: fictitiousPhone(1, 'one'),
    trunk: '',
    isNational: true,
    ranges: [hundred('212-555-01'), hundred('416-555-01'), hundred('800-555-01')],
  },
  'Arcep, decision 2018-0881': {
    code: 33,
    check: fictitiousPhone(33, 'zero'),
    trunk: '0',
    isNational: true,
    ranges: ['01 99 00 ', '02 61 91 ', '03 53 01 ', '04 65 71 ', '05 36 49 ', '06 39 98 '].map((block) => [
      `${block}00 00`,
      `${block}99 99`,
    ]),
  },
  'Ofcom, numbers for drama use': {
    code: 44,
    check: fictitiousPhone(44, 'zero'),
    trunk: '0',
    isNational: true,
    ranges: [
      '0113 496 0',
      '0114 496 0',
      '0115 496 0',
      '0116 496 0',
      '0117 496 0',
      '0118 496 0',
      '0121 496 0',
      '0131 496 0',
      '0141 496 0',
      '0151 496 0',
      '0161 496 0',
      '020 7946 0',
      '0191 498 0',
      '028 9649 6',
      '029 2018 0',
      '01632 960 ',
      '07700 900 ',
      '08081 570 ',
      '0909 8790 ',
      '03069 990 ',
    ].map(thousand),
  },
  'Bundesnetzagentur, Mitteilung 148/2021': {
    code: 49,
    check: fictitiousPhone(49, 'zero'),
    trunk: '0',
    isNational: true,
    ranges: [
      ...['(030) 23125 ', '(069) 90009 ', '(040) 66969 ', '(0221) 4710 ', '(089) 99998 '].map(thousand),
      ...['0171 39200 ', '0176 040690 '].map(hundred),
      ['0152 28817386'],
      ['0152 28895456'],
      ['0152 54599371'],
      ['0172 9925904'],
      ['0172 9968532'],
      ['0172 9973185', '0172 9973186'],
      ['0172 9980752'],
      ['0174 9091317'],
      ['0174 9464308'],
    ],
  },
  'PTS, telefonnummer till böcker och filmer': {
    code: 46,
    check: otherFictitiousPhone,
    trunk: '0',
    isNational: false,
    ranges: [
      ['031-3900600', '031-3900699'],
      ['040-6280400', '040-6280499'],
      ['08-46500400', '08-46500499'],
      ['0980-319200', '0980-319299'],
      ['070-1740605', '070-1740699'],
    ],
  },
  'ACMA, numbers for use in creative works': {
    code: 61,
    check: otherFictitiousPhone,
    trunk: '0',
    isNational: false,
    ranges: [
      ...['02', '03', '07', '08'].flatMap((area) =>
        [' 5550 ', ' 7010 '].map((block): [string, string] => [`${area}${block}0000`, `${area}${block}9999`]),
      ),
      ['0491 570 006'],
      ['0491 570 156', '0491 570 159'],
      ['0491 570 110'],
      ['0491 570 313'],
      ['0491 570 737'],
      ['0491 571 266'],
      ['0491 571 491'],
      ['0491 571 804'],
      ['0491 572 549'],
      ['0491 572 665'],
      ['0491 572 983'],
      ['0491 573 770'],
      ['0491 573 087'],
      ['0491 574 118'],
      ['0491 574 632'],
      ['0491 575 254'],
      ['0491 575 789'],
      ['0491 576 398'],
      ['0491 576 801'],
      ['0491 577 426'],
      ['0491 577 644'],
      ['0491 578 957'],
      ['0491 578 148'],
      ['0491 578 888'],
      ['0491 579 212'],
      ['0491 579 760'],
      ['0491 579 455'],
      ['1800 160 401'],
      ['1800 975 707', '1800 975 711'],
      ['1300 975 707', '1300 975 711'],
    ],
  },
  'ComReg, drama numbers': {
    code: 353,
    check: otherFictitiousPhone,
    trunk: '0',
    isNational: false,
    ranges: [['020 910 0000', '020 919 9999']],
  },
  // Postal codes of the Free Software Foundation in licence texts, which look like numbers of Germany and Italy.
  '`Boston, MA 02110-1301` and `02111-1307` in Germany': {
    code: 49,
    check: fictitiousPhone(49, 'zero'),
    trunk: '0',
    isNational: true,
    ranges: [['02110-1301'], ['02111-1307']],
  },
  '`Boston, MA 02110-1301` and `02111-1307` in Italy': {
    code: 39,
    check: fictitiousPhone(39, 'none'),
    trunk: '',
    isNational: true,
    ranges: [['02110-1301'], ['02111-1307']],
  },
};

/** The digits of a number, and the numbers `steps` before or behind it with as many. */
const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
const beside = (digits: string, steps: number) => String(Number(digits) + steps).padStart(digits.length, '0');

describe('numbers that regulators set aside', () => {
  it.each(Object.entries(PLANS))('%s', (_name, { code, check, trunk, isNational, ranges }) => {
    const behindTrunk = (text: string) => (trunk !== '' && text.startsWith(trunk) ? text.slice(trunk.length) : text);
    const writings = (text: string): readonly string[] => [
      ...(isNational ? [text] : []),
      `+${code} ${behindTrunk(text)}`,
      `00${code} ${behindTrunk(text)}`,
    ];
    for (const [first, last = first] of ranges) {
      const [low, high] = [digitsOf(first), digitsOf(last)];
      // An opening parenthesis stands before the trunk prefix.
      const inside = [first.replace(/^\(0(\d+)\)/, '0$1'), last.replace(/^\(0(\d+)\)/, '0$1'), low, high];
      for (const text of inside.flatMap(writings)) expect(isReserved(check, text), text).toBe(true);
      for (let steps = 1; steps < Math.min(1000, Number(high) - Number(low)); steps++) {
        const text = `+${code}${behindTrunk(beside(low, steps))}`;
        expect(isReserved(check, text), text).toBe(true);
      }
      for (const text of [beside(low, -1), beside(high, 1)].flatMap(writings)) expect(isReserved(check, text), text).toBe(false);
      for (const text of [low.slice(0, -1), `${low}0`].flatMap(writings)) expect(isReserved(check, text), text).toBe(false);
    }
  });
});

describe('placeholders', () => {
  const [brazil, isBrazilian] = [fictitiousPhone(55, 'zero-and-carrier'), nationalPhone(55, 'zero-and-carrier')];
  const [america, isAmerican] = [fictitiousPhone(1, 'one'), nationalPhone(1, 'one')];

  it('count up, or repeat one digit, eight times from the start', () => {
    for (const text of ['1234567890', '2222222222', '2222222233']) expect(isReserved(brazil, text), text).toBe(true);
    for (const text of ['2345678900', '+1 234-567-8999']) expect(isReserved(america, text), text).toBe(true);
  });

  it('have eight digits of their own, whatever was read before', () => {
    // Iceland's numbers have seven digits; the one before leaves an eighth of the same behind them.
    for (const text of ['+46 8 655 555 55', '+354 555 5555']) {
      expect(verdictOf(otherInternationalPhone, text), text).toBe('valid');
      expect(isReserved(otherFictitiousPhone, text), text).toBe(false);
    }
  });

  it('are no numbers of the plan that count down, or for seven digits only', () => {
    for (const text of ['1234567990', '2222222322', '9876543210']) {
      expect(verdictOf(isBrazilian, text), text).toBe('unknown');
      expect(isReserved(brazil, text), text).toBe(false);
    }
    for (const text of ['2345678000', '2345679000']) {
      expect(verdictOf(isAmerican, text), text).toBe('unknown');
      expect(isReserved(america, text), text).toBe(false);
    }
  });
});
