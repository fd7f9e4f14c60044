/** Bank account numbers of the United States and Canada: digits only, no check digit, so the keyword is all. */
import { defineDetector } from '../define.js';
import { MACIE_FINANCIAL } from '../macie-pages.js';

export const bankAccountNumber = defineDetector({
  id: 'BANK_ACCOUNT_NUMBER',
  name: 'Bank account number, US and Canada',
  category: 'financial',
  countries: ['US', 'CA'],
  regulations: ['GLBA', 'CCPA', 'PIPEDA'],
  severity: { 1: 'high' },
  // The right boundary refuses a further digit, so the whole run is the number.
  forms: [String.raw`\d{9,17}`],
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'bank account',
      'bank acct',
      'checking account',
      'checking acct',
      'deposit account',
      'deposit acct',
      'savings account',
      'savings acct',
      'chequing account',
      'chequing acct',
      'bank account number',
      'bank acct no',
      'beneficiary account',
      'compte bancaire',
      'compte de chèques',
      "compte d'épargne",
      'cuenta bancaria',
      'cuenta de cheques',
      'cuenta de ahorros',
    ],
  },
  normal: 'digits',
  examples: {
    match: ['Checking account: «000123456789»', { column: 'bank_account', cell: '«9876543210»' }],
    noMatch: [
      ['checking account 12345678', 'pattern: nine digits and more'],
      ['bank account 123456789012345678', 'pattern: seventeen digits at most'],
      ['ticket 000123456789', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Nacha Operating Rules: account number field of 17 characters', MACIE_FINANCIAL],
});
