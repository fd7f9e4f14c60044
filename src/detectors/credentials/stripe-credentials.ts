/** Stripe: secret, restricted and publishable keys, live or test, and the signing secret of a webhook. */

import { randomBody } from '../../validators/random-body.js';
import { isPublishedStripeKey } from '../../validators/stripe-key.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';

export const stripeCredentials = defineDetector({
  id: 'STRIPE_CREDENTIALS',
  name: 'Stripe API key',
  category: 'credentials',
  countries: [],
  regulations: ['PCI-DSS'],
  severity: { 1: 'high' },
  forms: [
    { pattern: '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{24,247}' },
    // Of an organization, for all its accounts.
    { pattern: 'sk_org_(?:live|test)_[A-Za-z0-9]{24,247}', validator: randomBody(12) },
    { pattern: 'whsec_[A-Za-z0-9]{32,64}', validator: randomBody(6) },
  ],
  boundary: 'token',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['stripe', 'stripe key', 'secret key', 'publishable key', 'webhook secret'] },
  validator: randomBody(8),
  reserved: isPublishedStripeKey,
  space: 'token',
  examples: {
    match: [
      'STRIPE_KEY=«sk_live_' + 'Upvduc9wSxSAPirx9O9EjOWV»',
      '«rk_test_' + 'p4BE3TQ6mWrcZD4ynhN3kekLouWssKoHP9c00Q4XY982AdKepPyhPlybWEYplmTqA3g1EOBxqywxi1XzMdm5u37vfQ1XSf6B6Xo»',
      '«sk_org_live_' + 'Upvduc9wSxSAPirx9O9EjOWVp4BE3TQ6mWrcZD4ynhN3kekL»',
      '«whsec_' + 'ZfNQvaFaV0BesjTcGMqMzcI4YXx7I7Ky»',
      { column: 'stripe_key', cell: '«pk_live_' + 'Upvduc9wSxSAPirx9O9EjOWV»' },
    ],
    noMatch: [
      ['sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', 'validator: a placeholder'],
      ['sk_live_Upvduc9wSxSA', 'pattern: too short'],
      ['task_live_Upvduc9wSxSAPirx9O9EjOWV', 'boundary: a longer token'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'Stripe Docs: API keys'],
});
