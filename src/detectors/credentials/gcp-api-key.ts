/** Google API key, in two sheets that are disjoint: Macie's, which requires a keyword, and the same shape without one. */
import { randomBody } from '../../validators/random-body.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';

const FORMS = [
  'AIza[A-Za-z0-9_-]{35}',
  // Of Vertex AI and AI Studio since 2025, bound to a service account; without a published description, the beginning of all that are seen.
  { pattern: String.raw`AQ\.Ab8RN6[A-Za-z0-9_-]{44}`, validator: randomBody(9, 64) },
];
const WORDS = [
  'G_PLACES_KEY',
  'GCP api key',
  'GCP key',
  'google cloud key',
  'google-api-key',
  'google-cloud-apikeys',
  'GOOGLEKEY',
  'X-goog-api-key',
  'google',
  'googleapis',
  'firebase',
  'gemini',
  'api key',
];
const REFERENCES = [MACIE_CREDENTIALS, 'Google Cloud: manage API keys'];

export const gcpApiKey = defineDetector({
  id: 'GCP_API_KEY',
  name: 'Google Cloud API key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: FORMS,
  boundary: 'token',
  falseAccept: 0.000003,
  keywords: { mode: 'required', words: WORDS },
  validator: randomBody(4, 64),
  space: 'token',
  examples: {
    match: [
      'X-Goog-Api-Key: «AIza' + 'GmkCdSiWgHrc0r_0D9u3AN0P6Yd7JUuuPDh»',
      'GEMINI_API_KEY=«AQ.Ab8RN6' + 'q7Rt2Lz9Xv4Bn8Km3Wp6Hd1Yc5Gs0Fj-Qe7Ua_Zi4Ox2»',
      { column: 'google_api_key', cell: '«AIza' + 'g7F1IcrTF_P9JNhGofJmGcpvnGR3MrdHFyH»' },
    ],
    noMatch: [
      ['google key AIzaXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'validator: a placeholder'],
      ['google key AIzaGmkCdSiWgHrc0r_0D9u3AN0P6Yd7JUuuPDhQ', 'boundary: a longer token'],
      ['AIzaGmkCdSiWgHrc0r_0D9u3AN0P6Yd7JUuuPDh', 'keyword: none in reach'],
    ],
  },
  references: REFERENCES,
});

export const gcpApiKeyNoKeyword = defineDetector({
  id: 'GCP_API_KEY_(NO_KEYWORD)',
  name: 'Google Cloud API key, without keyword',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: FORMS,
  boundary: 'token',
  falseAccept: 0.000003,
  keywords: { mode: 'absent', words: WORDS },
  validator: randomBody(4, 64),
  space: 'token',
  examples: {
    match: [
      'init("«AIza' + 'GmkCdSiWgHrc0r_0D9u3AN0P6Yd7JUuuPDh»")',
      'init("«AQ.Ab8RN6' + 'q7Rt2Lz9Xv4Bn8Km3Wp6Hd1Yc5Gs0Fj-Qe7Ua_Zi4Ox2»")',
      { column: 'value', cell: '«AIza' + 'g7F1IcrTF_P9JNhGofJmGcpvnGR3MrdHFyH»' },
    ],
    noMatch: [
      ['init("AIzaXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")', 'validator: a placeholder'],
      ['init("AIzaGmkCdSiWgHrc0r_0D9u3AN0P6Yd7JUuuPDhQ")', 'boundary: a longer token'],
    ],
  },
  references: REFERENCES,
});
