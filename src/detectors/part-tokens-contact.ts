/** Part of the catalogue: credentials, contact and network data. */
import type { DetectorSheet } from './define.js';

export const TOKENS_CONTACT: readonly DetectorSheet[] = [];
