/** Part of the catalogue: credentials by who issues them. */
import { issuerSheet } from './credentials/issuer-token.js';
import { AI_ISSUERS } from './credentials/issuers-ai.js';
import { BUSINESS_ISSUERS } from './credentials/issuers-business.js';
import { CLOUD_ISSUERS } from './credentials/issuers-cloud.js';
import { CODE_ISSUERS } from './credentials/issuers-code.js';
import { MESSAGE_ISSUERS } from './credentials/issuers-message.js';
import { MONITORING_ISSUERS } from './credentials/issuers-monitoring.js';
import { PAYMENT_ISSUERS } from './credentials/issuers-payment.js';
import type { DetectorSheet } from './define.js';

export const ISSUERS: readonly DetectorSheet[] = [
  ...CLOUD_ISSUERS,
  ...CODE_ISSUERS,
  ...AI_ISSUERS,
  ...PAYMENT_ISSUERS,
  ...MESSAGE_ISSUERS,
  ...MONITORING_ISSUERS,
  ...BUSINESS_ISSUERS,
].map(issuerSheet);
