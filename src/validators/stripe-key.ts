/** Stripe keys that its documentation publishes, so that they stand in thousands of tutorials. */
import type { ReservedCheck } from '../core/verdict.js';
import { startsWith } from './ascii.js';

/** Bodies of the two sample keys, which Amazon Macie leaves out too. */
const PUBLISHED = ['4eC39HqLyjWDarjtT1zdp7dc', 'TYooMQauvdEDq54NiTphI7jx'].map((body) => Buffer.from(body, 'latin1'));
const PREFIX_BYTES = 8;

/** Whether the key behind its prefix is one of the published samples. */
export const isPublishedStripeKey: ReservedCheck = (bytes, start, end) => {
  const from = start + PREFIX_BYTES;
  for (const body of PUBLISHED) if (end - from === body.length && startsWith(bytes, from, end, body)) return true;
  return false;
};
