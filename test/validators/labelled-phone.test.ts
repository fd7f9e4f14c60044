/** Phone numbers in national writing behind a label: what each country writes, and what stands behind the same words and is none. */
import { describe, expect, it } from 'vitest';
import { labelledImpersonalPhone, labelledPhone } from '../../src/validators/labelled-phone.js';
import { partsAreaCode } from '../../src/validators/phone-groups.js';
import { impersonalPhone } from '../../src/validators/phone-service.js';
import { expectTotal, isReserved, verdictIn } from './verdicts.js';

describe('a number behind a label', () => {
  it.each([
    ['Netherlands', 'telefoon «020-6234567»'],
    ['Poland', 'Tel.: «22 635 12 34»'],
    ['Poland, mobile', 'tel. kom. «512-345-678»'],
    ['Sweden', 'Mobilnr: «070-193 45 67»'],
    ['Denmark', 'Tlf. «33 14 52 36»'],
    ['Norway', 'mob «912 34 567»'],
    ['Finland', 'puh. «09 1234 5678»'],
    ['Portugal', 'telemóvel: «912 345 678»'],
    ['India', 'Ph. no. «98765 43210»'],
    ['Australia', 'phone: «(02) 9374 4000»'],
    ['New Zealand', 'mob: «021 423 4567»'],
    ['Ireland', 'Tel: «01 677 3000»'],
    ['Switzerland', 'Natel «079 423 45 67»'],
    ['Austria', 'Tel. «0664/1234567»'],
    ['Belgium', 'gsm: «0470/12.34.56»'],
    ['Mexico', 'Cel. «55 5212 3456»'],
    ['Argentina', 'Tel. «11 4321-1234»'],
    ['Colombia', 'celular «300 765 4321»'],
    ['Chile', 'Fono: «9 8765 4321»'],
    ['South Africa', 'Cell: «082 423 4567»'],
    ['Turkey', 'telefonu «0532 423 45 67»'],
    ['Japan', '電話番号：'.replace('：', ': ') + '«03-3580-3311»'],
    ['Korea', '전화 «02-312-3456»'],
    ['Singapore', 'call me on «9123 4567»'],
    ['solid', 'whatsapp: «33145236»'],
    ['a label in brackets', 'phone (mobile): «9123 4567»'],
    ['a label in bold', '**Mobile:** «98765 43210»'],
  ])('of %s is taken', (_, text) => {
    expect(verdictIn(labelledPhone, text)).toBe('unknown');
  });

  it.each([
    ['no label', 'about «33 14 52 36»'],
    ['another word between', 'Tel. order «33 14 52 36»'],
    ['a word that only begins so', 'telling «33 14 52 36»'],
    ['a word that only ends so', 'hotel «33 14 52 36»'],
    ['groups of no country', 'Tel. «33 145 236»'],
    ['a plan that has none such', 'Tel. «1133 4455»'],
    ['an amount', 'Tel. «33 14 52 36»,50'],
    ['a fraction', 'Tel. «33 14 52 36».5'],
    ['what goes on behind a space', 'Tel. «2345 6789» 0123'],
    ['what goes on behind a hyphen', 'Tel. «070-193 45 67»-8'],
    ['what began before', 'Tel. +31 «020 623 4567»'],
    ['a date', 'Tel. «20240315»'],
    ['a date with signs', 'Tel. «2024-03-15»'],
    ['a date and an hour', 'Tel. «03.11.2025 14»'],
    ['an hour behind it', 'Tel. «0311 2025 14»:12'],
    ['two slashes', 'Tel. «018/847/04471»'],
    ['a placeholder of North America', 'phone «555 123 4567»'],
    ['what the sheet of its country reports', 'phone «0161 496 0066»'],
    ['a calling code', 'Tel. «0031 20 6234567»'],
    ['a short one of Austria', 'Tel. «0316 812»'],
    ['such a placeholder in one', 'phone «5551234567»'],
    ['the groups of North America', 'Ph: «319-277-4471»'],
    ['too few digits', 'Tel. «070 1934»'],
    ['a first group of no country', 'Tel. «047012 34 56»'],
  ])('is none with %s', (_, text) => {
    expect(verdictIn(labelledPhone, text)).toBe('invalid');
  });

  it('needs no label directly before it in three groups with a zero, as its keyword may stand elsewhere', () => {
    expect(verdictIn(labelledPhone, 'reach our desk in Ghent, «09 233 12 34»')).toBe('unknown');
    expect(verdictIn(labelledPhone, 'our desk «02-5123456»')).toBe('invalid');
    expect(verdictIn(labelledPhone, 'our desk «01 677 300»')).toBe('invalid');
  });

  it('is judged whatever the bytes', () => {
    expectTotal(labelledPhone);
  });
});

describe('numbers of nobody', () => {
  it.each([
    [impersonalPhone(1, 'one'), '1-800-356-9377', true],
    [impersonalPhone(1, 'one'), '+1 900 356 9377', true],
    [impersonalPhone(1, 'one'), '212-736-5000', false],
    [impersonalPhone(1, 'one'), '212-555-0123', true],
    [impersonalPhone(44, 'zero'), '0808 101 1199', true],
    [impersonalPhone(44, 'zero'), '0300 123 1234', true],
    [impersonalPhone(44, 'zero'), '020 7219 3000', false],
    [impersonalPhone(49, 'zero'), '0800 3301000', true],
    [impersonalPhone(49, 'zero'), '0049 800 3301000', true],
    [impersonalPhone(49, 'zero'), '08457-567567', false],
    [impersonalPhone(49, 'zero', [44]), '08457-567567', true],
    [impersonalPhone(49, 'zero', [44]), '0221 471 1815', false],
    [impersonalPhone(33, 'zero'), '0800 12 34 56', true],
    [impersonalPhone(33, 'zero'), '01 40 20 50 50', false],
    [impersonalPhone(34, 'none'), '900 123 456', true],
    [impersonalPhone(39, 'none', [44, 49]), '0300 1231234', true],
    [impersonalPhone(39, 'none', [44, 49]), '06 6982 1234', false],
    [labelledImpersonalPhone, '0800 022 9123', true],
    [labelledImpersonalPhone, '0900-1234567', true],
    [labelledImpersonalPhone, '0900 123 456', true],
    [labelledImpersonalPhone, '0345 600 1234', true],
    [labelledImpersonalPhone, '03-3580-3311', false],
    [labelledImpersonalPhone, '800 123 456', true],
    [labelledImpersonalPhone, '512 345 678', false],
    [labelledImpersonalPhone, '08-465 004 12', true],
    [labelledImpersonalPhone, '+46 8 465 004 12', true],
    [labelledImpersonalPhone, '+31 800 0229', true],
    [labelledImpersonalPhone, '+31 800 022 9123', true],
    [labelledImpersonalPhone, '00353 1800 123 456', true],
    [labelledImpersonalPhone, '+353 1 677 3000', false],
  ] as const)('%#', (check, text, expected) => {
    expect(isReserved(check, text), text).toBe(expected);
  });
});

describe('a German area code', () => {
  const isParted = (text: string): boolean => partsAreaCode(Buffer.from(text), 0, text.length);

  it('is one group, or groups of its own', () => {
    for (const text of ['030/186810', '(0221) 4711 815', '02 21 / 4 71 18 15', '0 30 18 68 10', '03301 12345', '033056 1234'])
      expect([text, isParted(text)]).toEqual([text, false]);
  });

  it('may be written in one with its number, behind which an extension stands', () => {
    for (const text of ['030186810', '030186810-12', '0 30186810']) expect([text, isParted(text)]).toEqual([text, false]);
  });

  it('is not parted elsewhere', () => {
    for (const text of ['0808 101 1199', '0300 123 1234', '03018 6810', '022 14711815', '0330 112345'])
      expect([text, isParted(text)]).toEqual([text, true]);
  });

  it('is none of mobile and free numbers', () => {
    for (const text of ['0171 8362159', '01718 362159', '0800 3301000', '08003 301000'])
      expect([text, isParted(text)]).toEqual([text, false]);
  });
});
