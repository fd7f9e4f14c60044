/** Part of the catalogue: payment cards, bank accounts, the Americas and the United Kingdom. */
import type { DetectorSheet } from './define.js';

export const AMERICAS_UK: readonly DetectorSheet[] = [];
