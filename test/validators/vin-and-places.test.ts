/** Vehicle numbers, coordinates, health cards, transport cards, and the check systems behind several numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argentinaSube } from '../../src/validators/argentina-sube.js';
import { coordinates, isOpenSea } from '../../src/validators/coordinates.js';
import { denmarkCpr } from '../../src/validators/denmark-cpr.js';
import { ehic } from '../../src/validators/ehic.js';
import { passesMod11And10 } from '../../src/validators/iso7064.js';
import { isSpainNifSpecimen } from '../../src/validators/spain-nif.js';
import { passesVerhoeff } from '../../src/validators/verhoeff.js';
import { vin } from '../../src/validators/vin.js';
import { judge } from './national-number.js';

const SEED = 20260801;
const digitsOf = (text: string) => Uint8Array.from(text, Number);

describe('vehicle identification number', () => {
  it.each(['1M8GDM9AXKP042788', '1HGBH41JXMN109186', '5GZCZ43D13S812715'])('proves %s by its check digit', (text) => {
    expect(judge(vin, text)).toBe('valid');
  });

  it('leaves European numbers open and refuses what no maker writes', () => {
    expect(judge(vin, 'WVWZZZ1JZXW000001')).toBe('unknown');
    for (const text of ['11111111111111111', '0HGBH41JXMN109186', '1HGBH41JXMN10918O', '12345678901234567', '1HGBH41JXMN10918']) {
      expect(judge(vin, text), text).toBe('invalid');
    }
  });

  it('does not prove a number of which one digit was changed', () => {
    const text = '1M8GDM9AXKP042788';
    for (let at = 0; at < text.length; at++) {
      for (const digit of '0123456789') {
        if (!/\d/.test(text[at]!) || text[at] === digit) continue;
        expect(judge(vin, text.slice(0, at) + digit + text.slice(at + 1))).not.toBe('valid');
      }
    }
  });
});

describe('coordinates', () => {
  it.each(['41.948614,-87.655311', '-33.868820, 151.209290', '90.000,180.000', '48.858370° N, 2.294481° E', '0.000,0.001'])(
    'accepts %s',
    (text) => {
      expect(judge(coordinates, text)).toBe('unknown');
    },
  );
  it.each(['90.001,0.500', '-91.948614,-87.655311', '41.948614,-180.001', '0.000,0.000', '41.948614', '1.5,2.5,3.5', ''])(
    'refuses %s',
    (text) => {
      expect(judge(coordinates, text)).toBe('invalid');
    },
  );
});

describe('isOpenSea', () => {
  it('knows vectors and shares, and no place on land', () => {
    const reserved = (text: string) => isOpenSea(Buffer.from(`9${text}9`), 1, text.length + 1);
    for (const text of ['-2.01041204, -0.52983629', '1.987, 2.983', '0.123,3.999', '3.123° N, 0.4567° E'])
      expect([text, reserved(text)]).toEqual([text, true]);
    for (const text of ['4.746, -2.089', '0.347, 6.730', '51.507, -0.074', '-33.868820, 151.209290'])
      expect([text, reserved(text)]).toEqual([text, false]);
  });
});

describe('European health insurance card', () => {
  it('accepts cards of member states only', () => {
    expect(judge(ehic, '80276000010000000123')).toBe('valid');
    expect(judge(ehic, '80250 00001 0000004567')).toBe('valid');
    for (const text of ['80999000010000000123', '81276000010000000123', '8027600001000000012', '80276000010000000000'])
      expect(judge(ehic, text)).toBe('invalid');
  });
});

describe('SUBE card', () => {
  it('passes Luhn, and no single wrong digit does', () => {
    const text = '6061267000000008';
    expect(judge(argentinaSube, text)).toBe('valid');
    for (let at = 0; at < text.length; at++) {
      for (let step = 1; step <= 9; step++) {
        const wrong = text.slice(0, at) + ((Number(text[at]) + step) % 10) + text.slice(at + 1);
        expect(judge(argentinaSube, wrong)).toBe('invalid');
      }
    }
  });
});

describe('Danish centuries', () => {
  it('reads the century from the seventh digit', () => {
    expect(judge(denmarkCpr, '2902004000')).not.toBe('invalid');
    expect(judge(denmarkCpr, '2902000000')).toBe('invalid');
    expect(judge(denmarkCpr, '2902965000')).not.toBe('invalid');
    expect(judge(denmarkCpr, '2902975000')).toBe('invalid');
  });
});

describe('Spanish specimen numbers', () => {
  const isSpecimen = (text: string) => isSpainNifSpecimen(Buffer.from(text), 0, text.length);
  it('are told from others', () => {
    expect(['12345678Z', '12.345.678-Z', '99999999R'].map(isSpecimen)).toEqual([true, true, true]);
    expect(['54362315K', '12345679S', 'X2482300W', '12345678', '99999999R7', ''].map(isSpecimen)).not.toContain(true);
  });
});

describe('check systems', () => {
  it('match their published examples', () => {
    expect(passesVerhoeff(digitsOf('2363'), 4)).toBe(true);
    expect(passesVerhoeff(digitsOf('12340'), 5)).toBe(true);
    expect(passesMod11And10(digitsOf('794623'), 6)).toBe(true);
    expect(passesMod11And10(digitsOf('002006673085'), 12)).toBe(true);
  });

  it('give each number exactly one check digit, and find swapped neighbours as promised', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,15}$/), (text) => {
        for (const passes of [passesVerhoeff, passesMod11And10]) {
          const checks = [...'0123456789'].filter((check) => passes(digitsOf(text + check), text.length + 1));
          expect(checks).toHaveLength(1);
        }
        const check = [...'0123456789'].find((digit) => passesVerhoeff(digitsOf(text + digit), text.length + 1));
        for (let at = 0; at + 1 < text.length; at++) {
          const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) + check;
          expect(passesVerhoeff(digitsOf(swapped), swapped.length)).toBe(text[at] === text[at + 1]);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
