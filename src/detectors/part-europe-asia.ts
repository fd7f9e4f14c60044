/** Part of the catalogue: Europe, Asia and vehicles, places, dates. */
import type { DetectorSheet } from './define.js';

export const EUROPE_ASIA: readonly DetectorSheet[] = [];
