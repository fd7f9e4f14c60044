/** Business identifier code (BIC, SWIFT code): bank, country, place, branch; no check digit. */
import type { Verdict } from '../core/verdict.js';
import { latin1 } from './ascii.js';

const COUNTRY_AT = 4;
/** ISO 3166-1 alpha-2 codes, and XK, which SWIFT uses for Kosovo; each stands at an even place. */
const COUNTRIES =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEH' +
  'ERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLT' +
  'LULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSH' +
  'SISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW';

/**
 * Rule (ISO 9362): four characters of the bank, the country (ISO 3166-1), two of the place and, in eleven characters, three of the branch.
 * Example: DEUTDEFF500. `unknown` at best: two random words of eight capitals in five have a country in their middle.
 */
export function bic(bytes: Uint8Array, start: number, end: number): Verdict {
  if (end - start !== 8 && end - start !== 11) return 'invalid';
  const country = latin1(bytes, start + COUNTRY_AT, start + COUNTRY_AT + 2);
  for (let at = COUNTRIES.indexOf(country); at >= 0; at = COUNTRIES.indexOf(country, at + 1)) if (at % 2 === 0) return 'unknown';
  return 'invalid';
}
