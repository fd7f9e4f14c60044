/** Part of the catalogue: driving licences of Europe, India and Australia; those of North America and the UK stand with their countries. */
import type { DetectorSheet } from './define.js';
import { DRIVING_LICENCE_SHEETS } from './identity/driving-licences.js';

/** In this order in the catalogue: by country. */
export const DRIVING_LICENCES: readonly DetectorSheet[] = DRIVING_LICENCE_SHEETS;
