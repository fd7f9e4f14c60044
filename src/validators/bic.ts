/** Business identifier code (BIC, SWIFT code): bank, country, place, branch; no check digit. */
import type { Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';

const COUNTRY_AT = 4;
/** What the place may not begin or end with: digits 0 and 1, the letter O. */
const ZERO = 0x30;
const ONE = 0x31;
const LETTER_O = 0x4f;
/** ISO 3166-1 alpha-2 codes, and XK, which SWIFT uses for Kosovo; each stands at an even place. */
const COUNTRIES =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEH' +
  'ERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLT' +
  'LULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSH' +
  'SISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW';

/**
 * Rule (ISO 9362): four characters of the bank, the country (ISO 3166-1), two of the place (the first not 0 or 1, the
 * second not O) and, in eleven characters, three of the branch.
 * Example: DEUTDEFF500. `unknown` at best: two random words of eight capitals in five have a country in their middle.
 */
export function bic(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start !== 8 && end - start !== 11) return 'invalid';
  const place = bytes[start + COUNTRY_AT + 2];
  if (place === ZERO || place === ONE || bytes[start + COUNTRY_AT + 3] === LETTER_O) return 'invalid';
  const country = latin1(bytes, start + COUNTRY_AT, start + COUNTRY_AT + 2);
  for (let at = COUNTRIES.indexOf(country); at >= 0; at = COUNTRIES.indexOf(country, at + 1)) if (at % 2 === 0) return 'unknown';
  return 'invalid';
}
