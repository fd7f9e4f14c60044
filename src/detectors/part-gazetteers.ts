/** Part of the catalogue: what lists tell, names of people and mailing addresses. */
import { mailingAddress } from './contact/mailing-address.js';
import { personFullName } from './contact/person-name.js';
import type { DetectorSheet } from './define.js';

export const GAZETTEERS: readonly DetectorSheet[] = [personFullName, mailingAddress];
