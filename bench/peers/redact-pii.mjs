/** redact-pii: replaces by patterns, and by a list of names. Its catch-alls (`digits`, `url`, `zipcode`) say nothing of what a value is. */
import { CARDS, US_PHONES } from './identifiers.mjs';
import { MARK, placesOf } from './redacted.mjs';

const KINDS = {
  creditCardNumber: CARDS,
  streetAddress: ['ADDRESS'],
  phoneNumber: US_PHONES,
  ipAddress: ['IPV4_ADDRESS', 'IPV6_ADDRESS'],
  usSocialSecurityNumber: ['USA_SOCIAL_SECURITY_NUMBER'],
  emailAddress: ['EMAIL_ADDRESS'],
  username: [],
  password: ['GENERIC_PASSWORD'],
  credentials: ['GENERIC_PASSWORD'],
  names: ['NAME'],
};
const CATCH_ALL = ['digits', 'url', 'zipcode'];

/** @type {import('./adapters.mjs').Library} */
export const redactPii = {
  name: 'redact-pii',
  version: '3.4.0',
  packages: { 'redact-pii': '3.4.0' },
  kinds: Object.fromEntries(Object.entries(KINDS).filter(([, ids]) => ids.length > 0)),
  bytes: { speed: 2_000_000 },
  async open({ load }) {
    const { SyncRedactor } = (await load('redact-pii')).default;
    const all = new SyncRedactor();
    // One rule at a time: in a row, a rule works on what the one before has left, and no place could be told.
    const rules = Object.keys(KINDS).map((kind) => ({
      kind,
      redactor: new SyncRedactor({
        globalReplaceWith: MARK,
        builtInRedactors: Object.fromEntries(
          [...Object.keys(KINDS), ...CATCH_ALL].filter((other) => other !== kind).map((other) => [other, { enabled: false }]),
        ),
      }),
    }));
    return {
      pass: (text) => all.redact(text),
      find: (text) =>
        rules.flatMap(({ kind, redactor }) => placesOf(text, redactor.redact(text)).map((span) => ({ kind, ...span }))),
    };
  },
};
