/** Russian taxpayer number of a person (INN) and insurance account number (SNILS). */
import { russiaInn } from '../../validators/russia-inn.js';
import { isPublishedSnils, russiaSnils } from '../../validators/russia-snils.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const russiaIndividualTaxIdentificationNumber = defineDetector({
  id: 'RUSSIA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  name: 'Russian taxpayer number of a person (INN)',
  category: 'pii',
  countries: ['RU'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{12}`],
  digits: 12,
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: {
    mode: 'required',
    words: [
      'инн',
      'inn',
      'инн физического лица',
      'идентификационный номер налогоплательщика',
      'инн физлица',
      'inn fl',
      'inn fiz',
      'russian tax number',
      'russian taxpayer number',
    ],
  },
  validator: russiaInn,
  normal: 'digits',
  examples: {
    match: ['ИНН: «778787577160»', 'ИНН физического лица «773045798068»', { column: 'inn_fl', cell: '«779120871401»' }],
    noMatch: [
      ['ИНН: 778787577161', 'validator: the check digit is wrong'],
      ['ИНН: 7787875771', 'pattern: ten digits are an organisation'],
      ['778787577160', 'keyword: none in reach'],
    ],
  },
  references: ['Федеральная налоговая служба: порядок и условия присвоения ИНН'],
});

export const russiaInsuranceAccountNumber = defineDetector({
  id: 'RUSSIA_INSURANCE_ACCOUNT_NUMBER',
  name: 'Russian insurance account number (SNILS)',
  category: 'pii',
  countries: ['RU'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`\d{3}-\d{3}-\d{3} \d{2}`, russiaSnils),
    String.raw`\d{11}`,
    String.raw`\d{3}-\d{3}-\d{3} \d{2}`,
    String.raw`\d{3}-\d{3}-\d{3}-\d{2}`,
    String.raw`\d{3} \d{3} \d{3} \d{2}`,
  ],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'снилс',
      'страховой номер индивидуального лицевого счета',
      'страховой номер индивидуального лицевого счёта',
      'страховое свидетельство',
      'snils',
      'russian insurance number',
    ],
  },
  validator: russiaSnils,
  reserved: isPublishedSnils,
  normal: 'digits',
  examples: {
    match: [
      'СНИЛС: «165-276-558 95»',
      'Иванова, «165-276-558 95», принята',
      'СНИЛС «93806492743»',
      'SNILS «809-179-081-27»',
      'СНИЛС «165 276 558 95»',
      { column: 'snils', cell: '«938-064-927 43»' },
    ],
    noMatch: [
      ['СНИЛС: 165-276-558 96', 'validator: the check digit is wrong'],
      ['СНИЛС: 165-276-55 895', 'pattern: other grouping'],
      ['165-276-558 95', 'keyword: none in reach'],
    ],
  },
  references: ['Социальный фонд России: СНИЛС; форма АДВ-1, алгоритм контрольного числа'],
});
