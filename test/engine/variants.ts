/** Spellings of a text that fold to it: the variants that people, keyboards and word processors write. */
import type { Random } from './random.js';

const SPACES = '\u00a0\u2002\u2007\u2009\u202f\u205f\u3000';
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d';
/** Zeros of the digits that fold. */
const ZEROS = [0x30, 0xff10, 0x660, 0x6f0, 0x966];

/** The text with as many characters, some of them others that fold to them where they stand. */
export function variantOf(text: string, random: Random): string {
  const characters = Array.from(text);
  return characters
    .map((character, index) => {
      const beside = (pattern: RegExp) => pattern.test(characters[index - 1] ?? '') || pattern.test(characters[index + 1] ?? '');
      if (random.chance(0.3)) return character;
      if (/[0-9]/.test(character)) return String.fromCharCode(random.pick(ZEROS) + Number(character));
      if (/[A-Za-z]/.test(character)) return random.chance(0.3) ? fullWidth(character) : character;
      if (character === ' ') return beside(/[0-9]/) ? random.pick([...SPACES]) : character;
      if (character === '-' && beside(/[0-9]/)) return random.pick([...DASHES]);
      return /[!-~]/.test(character) && beside(/[0-9A-Za-z]/) ? fullWidth(character) : character;
    })
    .join('');
}

export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
