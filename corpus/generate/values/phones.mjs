/** Telephone numbers that libphonenumber holds valid, in its international and national spellings and in plain ones. */
import { getCountries, getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

/** Detector and countries; North America without the Caribbean, the United Kingdom with the islands. */
const COUNTRIES = {
  PHONE_NUMBER: ['US', 'US', 'CA'],
  BRAZIL_PHONE_NUMBER: ['BR'],
  FRANCE_PHONE_NUMBER: ['FR'],
  GERMANY_PHONE_NUMBER: ['DE'],
  ITALY_PHONE_NUMBER: ['IT'],
  SPAIN_PHONE_NUMBER: ['ES'],
  UK_PHONE_NUMBER: ['GB'],
};

/** Country calling codes that the detectors above own. */
const OWNED = new Set(['1', '55', '33', '49', '39', '34', '44']);

/** National numbers to vary: a mobile example and well known area codes. */
const STEMS = {
  US: ['212', '415', '312', '206', '617', '303', '503', '713'],
  CA: ['416', '604', '514', '403'],
  BR: ['119', '219', '1133', '2125', '3132'],
  FR: ['6', '7', '1', '4', '5'],
  DE: ['30', '89', '40', '151', '170', '221'],
  IT: ['06', '02', '347', '333', '011'],
  ES: ['6', '91', '93', '7', '95'],
  GB: ['20', '161', '7700', '7911', '121', '1865'],
};
const LENGTHS = { US: [10], CA: [10], BR: [10, 11], FR: [9], DE: [10, 11], IT: [9, 10], ES: [9], GB: [10] };

/** @returns {string | undefined} one valid number in one spelling */
function spelled(random, country, international) {
  const stem = STEMS[country] ? random.pick(STEMS[country]) : undefined;
  const example = stem === undefined ? getExampleNumber(country, examples) : undefined;
  const national = stem === undefined ? vary(random, example.nationalNumber) : stem + random.digits(random.pick(LENGTHS[country]) - stem.length);
  const number = parsePhoneNumberFromString(`+${getCountryCallingCode(country)}${national}`);
  if (number === undefined || !number.isValid() || (number.country !== undefined && number.country !== country)) return undefined;
  const abroad = number.formatInternational();
  const spellings = [abroad, number.number, abroad.replaceAll(' ', '-'), ...(international ? [] : [number.formatNational(), number.formatNational()])];
  if (['US', 'CA'].includes(country)) {
    const [, area, exchange, line] = /^(\d{3})(\d{3})(\d{4})$/.exec(number.nationalNumber);
    spellings.push(`${area}-${exchange}-${line}`, `${area}.${exchange}.${line}`, `1-${area}-${exchange}-${line}`);
  }
  return random.pick(spellings);
}

/** The example with its last four digits changed. */
function vary(random, national) {
  return national.slice(0, -4) + random.digits(4);
}

/** @returns {{ detector: string, make: (random: import('../../../bench/random.mjs').Random) => string | undefined }[]} */
export function phoneMakers() {
  const foreign = getCountries().filter((country) => !OWNED.has(getCountryCallingCode(country)) && getExampleNumber(country, examples) !== undefined);
  const rule = 'valid numbers of area codes in use, random after them; international, national and plain spellings';
  return [
    ...Object.entries(COUNTRIES).map(([detector, countries]) => ({
      detector,
      rule,
      oracle: 'libphonenumber-js (max metadata), isValid',
      make: (random) => spelled(random, random.pick(countries), false),
    })),
    {
      detector: 'INTERNATIONAL_PHONE_NUMBER',
      rule: 'valid numbers of all other countries with calling code: the example of the metadata with other last digits',
      oracle: 'libphonenumber-js (max metadata), isValid',
      make: (random) => spelled(random, random.pick(foreign), true),
    },
  ];
}
