/** The sheets of this part against plain RE2. */
import { EUROPE_ASIA } from '../../src/detectors/part-europe-asia.js';
import { describePart, rateOfForms } from './part-sheets.js';

describePart(EUROPE_ASIA, rateOfForms);
