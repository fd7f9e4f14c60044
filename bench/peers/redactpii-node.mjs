/** \@redactpii/node: five patterns. */
import { CARDS, US_PHONES } from './identifiers.mjs';
import { MARK, placesOf } from './redacted.mjs';

const KINDS = {
  CREDIT_CARD: CARDS,
  EMAIL: ['EMAIL_ADDRESS'],
  NAME: ['NAME'],
  PHONE: US_PHONES,
  SSN: ['USA_SOCIAL_SECURITY_NUMBER'],
};

/** @type {import('./adapters.mjs').Library} */
export const redactpiiNode = {
  name: '@redactpii/node',
  version: '1.0.17',
  packages: { '@redactpii/node': '1.0.17' },
  kinds: KINDS,
  bytes: {},
  async open({ load }) {
    const { Redactor } = await load('@redactpii/node');
    const all = new Redactor();
    const rules = Object.keys(KINDS).map((kind) => ({
      kind,
      redactor: new Redactor({ rules: { [kind]: true }, globalReplaceWith: MARK }),
    }));
    return {
      pass: (text) => all.redact(text),
      find: (text) =>
        rules.flatMap(({ kind, redactor }) => placesOf(text, redactor.redact(text)).map((span) => ({ kind, ...span }))),
    };
  },
};
