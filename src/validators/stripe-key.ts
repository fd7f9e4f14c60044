/** Stripe keys that its documentation publishes, so that they stand in thousands of tutorials. */
import type { ReservedCheck } from '../core/verdict.js';
import { standsAt } from './ascii.js';

/** Bodies of the two sample keys, which Amazon Macie leaves out too. */
const PUBLISHED: readonly string[] = ['4eC39HqLyjWDarjtT1zdp7dc', 'TYooMQauvdEDq54NiTphI7jx'];
const PREFIX_BYTES = 8;

/** Whether the key behind its prefix is one of the published samples. */
export const isPublishedStripeKey: ReservedCheck = (bytes, start, end) =>
  PUBLISHED.some((body) => end - start === PREFIX_BYTES + body.length && standsAt(bytes, start + PREFIX_BYTES, body));
