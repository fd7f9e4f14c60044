/**
 * Driving licences of countries that one sheet describes, made from a table. Few have a check; where a shape is that of several
 * countries, the words near it decide, and where those are common to all, one occurrence names the others as alternatives.
 */
import { notADate } from '../../validators/not-a-date.js';
import { type DetectorSheet, defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { DRIVING_LICENCE_COUNTRIES, type DrivingLicence } from './driving-licence-table.js';
import { licenceExamples, licenceForms } from './licence-shapes.js';

function patternsOf({ code, number }: DrivingLicence): readonly string[] {
  return 'shapes' in number ? licenceForms({ [code]: number.shapes }) : number.forms.map(([pattern]) => pattern);
}

function examplesOf({ code, number, words }: DrivingLicence): DetectorSheet['examples'] {
  const numbers = 'shapes' in number ? licenceExamples({ [code]: number.shapes }) : number.forms.map(([, example]) => example);
  const [word] = words;
  const [first] = numbers;
  return {
    match: [
      ...numbers.map((example) => `${word}: «${example}»`),
      `driving licence «${first}»`,
      { column: word!.replaceAll(' ', '_'), cell: `«${first}»` },
    ],
    noMatch: [
      [`${word}: ${first}_7`, 'boundary: part of a longer token'],
      [first!, 'keyword: none in reach'],
      ...('shapes' in number && number.shapes.includes('99999999')
        ? [[`${word}, issued 20150314`, 'validator: a date'] as const]
        : []),
      ...('wrong' in number ? [[`${word}: ${number.wrong[0]}`, `validator: ${number.wrong[1]}`] as const] : []),
    ],
  };
}

function licenceSheet(licence: DrivingLicence): DetectorSheet {
  const { stem, code, name, number, space } = licence;
  return defineDetector({
    id: `${stem}_DRIVERS_LICENSE`,
    name: `Driving licence, ${name}`,
    category: 'pii',
    countries: [code],
    regulations: licence.regulations,
    severity: { 1: 'low', 2: 'medium', 100: 'high' },
    forms: patternsOf(licence),
    boundary: 'token',
    falseAccept: licence.falseAccept ?? 1,
    keywords: { mode: 'required', words: licence.words },
    validator: 'validator' in number ? number.validator : notADate,
    ...('reserved' in number && number.reserved ? { reserved: number.reserved } : {}),
    normal: 'alnum',
    ...(space === undefined ? {} : { space }),
    get examples() {
      return examplesOf(licence);
    },
    references: [licence.reference ?? `Microsoft Purview: ${name} driver's license number entity definition`, MACIE_PII],
  });
}

/** One sheet for each country, in the order of the table. */
export const DRIVING_LICENCE_SHEETS: readonly DetectorSheet[] = DRIVING_LICENCE_COUNTRIES.map(licenceSheet);
