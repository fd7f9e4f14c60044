/** pii-filter: names, phones and mail by lists and context, made for Dutch. Most of the corpus is not Dutch. */

/** @type {import('./adapters.mjs').Library} */
export const piiFilter = {
  name: 'pii-filter',
  version: '1.0.24',
  packages: { 'pii-filter': '1.0.24' },
  // Dates of any kind, pets and medicines have no counterpart.
  kinds: {
    first_name: ['NAME'],
    family_name: ['NAME'],
    phone_number: ['INTERNATIONAL_PHONE_NUMBER'],
    email_address: ['EMAIL_ADDRESS'],
  },
  bytes: { hostile: 20_000, real: 500_000, speed: 200_000 },
  async open({ load }) {
    const { make_pii_classifier, languages } = (await load('pii-filter')).default;
    const classifier = make_pii_classifier(languages.nl.make_lm());
    return {
      pass: (text) => classifier.classify(text),
      find: (text) =>
        classifier.classify(text).pii.map(({ type, start_pos, end_pos }) => ({ kind: type, start: start_pos, end: end_pos })),
    };
  },
};
