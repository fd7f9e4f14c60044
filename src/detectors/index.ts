/** The catalogue: every sheet that ships, in the order in which the engine and all lists keep them. */
import type { DetectorSheet } from './define.js';
import { AMERICAS_UK } from './part-americas-uk.js';
import { DRIVING_LICENCES } from './part-driving-licences.js';
import { EUROPE_ASIA } from './part-europe-asia.js';
import { EUROPE_NATIONAL } from './part-europe-national.js';
import { GAZETTEERS } from './part-gazetteers.js';
import { ISSUERS } from './part-issuers.js';
import { TOKENS_CONTACT } from './part-tokens-contact.js';
import { WORLD } from './part-world.js';

export type {
  DetectorSheet,
  FormSpec,
  KeywordMode,
  MatchExample,
  NoMatchExample,
  Normal,
  Regulation,
  ValueSpace,
} from './define.js';
export { defineDetector } from './define.js';

/** All sheets. Order matters to nobody's result; it is fixed so that reports and counters stay comparable. */
export const CATALOGUE: readonly DetectorSheet[] = [
  ...AMERICAS_UK,
  ...EUROPE_ASIA,
  ...EUROPE_NATIONAL,
  ...DRIVING_LICENCES,
  ...WORLD,
  ...TOKENS_CONTACT,
  ...ISSUERS,
  ...GAZETTEERS,
];
