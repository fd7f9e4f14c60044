/** The sheets of this part against plain RE2. */
import { EUROPE_NATIONAL } from '../../src/detectors/part-europe-national.js';
import { describePart, rateOfForms } from './part-sheets.js';

describePart(EUROPE_NATIONAL, rateOfForms);
