/** Presidio's analyzer with its default recognizers for English, where python3 has the package presidio_analyzer. */
import { fileURLToPath } from 'node:url';
import { CARDS, IBANS, PHONES } from './identifiers.mjs';
import { linesOf } from './program.mjs';

const SCRIPT = fileURLToPath(new URL('./presidio.py', import.meta.url));

/** @type {import('./adapters.mjs').Program} */
export const presidio = {
  name: 'presidio',
  program: 'python3',
  versionArgs: ['-c', 'import importlib.metadata, presidio_analyzer; print(importlib.metadata.version("presidio-analyzer"))'],
  versionOf: (stdout) => stdout.trim(),
  // Dates that are none of birth, places, nationalities and addresses of the web have no counterpart.
  kinds: {
    CREDIT_CARD: CARDS,
    CRYPTO: ['BITCOIN_ADDRESS'],
    EMAIL_ADDRESS: ['EMAIL_ADDRESS'],
    IBAN_CODE: IBANS,
    IP_ADDRESS: ['IPV4_ADDRESS', 'IPV6_ADDRESS'],
    PERSON: ['NAME'],
    PHONE_NUMBER: PHONES,
    US_BANK_NUMBER: ['BANK_ACCOUNT_NUMBER'],
    US_DRIVER_LICENSE: ['DRIVERS_LICENSE'],
    US_ITIN: ['USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER'],
    US_PASSPORT: ['USA_PASSPORT_NUMBER'],
    US_SSN: ['USA_SOCIAL_SECURITY_NUMBER'],
    UK_NHS: ['UK_NHS_NUMBER'],
  },
  bytes: { hostile: 100_000, real: 1_000_000, speed: 500_000 },
  args: (target) => [SCRIPT, target],
  exitCodes: [0],
  parse: ({ stdout }) => linesOf(stdout).map((line) => JSON.parse(line)),
};
