/** The sheets of this part against plain RE2. */
import { WORLD } from '../../src/detectors/part-world.js';
import { describePart } from './part-sheets.js';

describePart(WORLD);
