/** llmverify: its redaction of text. It does not say of which kind a place is, so each place counts. */
import { CARDS, GENERIC, IBANS, PHONES, PRIVATE_KEYS } from './identifiers.mjs';
import { MARK, placesOf } from './redacted.mjs';

/** @type {import('./adapters.mjs').Library} */
export const llmverify = {
  name: 'llmverify',
  version: '1.6.1',
  packages: { llmverify: '1.6.1' },
  kinds: {
    '*': [
      ...CARDS,
      ...IBANS,
      ...PHONES,
      ...PRIVATE_KEYS,
      ...GENERIC,
      'ADDRESS',
      'AWS_ACCESS_KEY_ID',
      'AWS_CREDENTIALS',
      'BANK_ACCOUNT_NUMBER',
      'DATE_OF_BIRTH',
      'DRIVERS_LICENSE',
      'EMAIL_ADDRESS',
      'GITHUB_TOKEN',
      'IPV4_ADDRESS',
      'IPV6_ADDRESS',
      'JSON_WEB_TOKEN',
      'MAC_ADDRESS',
      'MEDICAL_RECORD_NUMBER',
      'SLACK_TOKEN',
      'STRIPE_CREDENTIALS',
      'USA_BANK_ROUTING_NUMBER',
      'USA_PASSPORT_NUMBER',
      'USA_SOCIAL_SECURITY_NUMBER',
    ],
  },
  bytes: { speed: 2_000_000 },
  async open({ load }) {
    const { redactPII } = (await load('llmverify')).default;
    return {
      pass: (text) => redactPII(text),
      find: (text) => placesOf(text, redactPII(text, MARK).redacted).map((span) => ({ kind: 'pii', ...span })),
    };
  },
};
