/**
 * Mailing address, as Macie has it: a city with a postal code of Australia, Canada, France, Germany, Italy, Spain, the United Kingdom or
 * the United States. What is found is the city and its code; street and number stand beside it and are context.
 */
import {
  AU_STATE_CODES,
  australiaPlace,
  CA_PROVINCE_CODES,
  canadaPlace,
  continentalPlace,
  isInLicences,
  US_STATE_CODES,
  ukPlace,
  usPlace,
} from '../../validators/place-and-postcode.js';
import { defineDetector } from '../define.js';

const WORD = "[A-ZÀ-Ž][A-Za-zß-ž.'’]{1,20}";
const SMALL_WORD = "a[mn]|an der|d[eio]|de la|de los|del|d'|en|im|in|l[ae]|les|of|on|sous|sur|the|under|upon";
/** A city: up to four words, small ones between them. */
const CITY = `${WORD}(?:[ -](?:(?:${SMALL_WORD})[ -])?${WORD}){0,3}`;

export const mailingAddress = defineDetector({
  id: 'ADDRESS',
  name: 'Mailing address',
  category: 'pii',
  countries: ['AU', 'CA', 'FR', 'DE', 'IT', 'ES', 'GB', 'US'],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    {
      pattern: String.raw`${CITY},? (?:${US_STATE_CODES.join('|')}) \d{5}(?:-\d{4})?`,
      starts: 'place',
      falseAccept: 0.0001,
      validator: usPlace,
    },
    {
      pattern: String.raw`${CITY},? (?:(?:${CA_PROVINCE_CODES.join('|')}),? )?[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z] \d[A-CEGHJ-NPR-TV-Z]\d`,
      starts: 'place',
      falseAccept: 0.0001,
      validator: canadaPlace,
    },
    {
      pattern: String.raw`${CITY},? (?:${AU_STATE_CODES.join('|')}) \d{4}`,
      starts: 'place',
      falseAccept: 0.001,
      validator: australiaPlace,
    },
    {
      pattern: String.raw`${CITY},? [A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}`,
      starts: 'place',
      falseAccept: 0.001,
      validator: ukPlace,
    },
    { pattern: String.raw`\d{5} ${CITY}`, falseAccept: 0.001, validator: continentalPlace },
  ],
  boundary: 'token',
  falseAccept: 0.001,
  keywords: {
    mode: 'none',
    words: [
      ...['address', 'street', 'avenue', 'boulevard', 'postal code', 'postcode', 'zip code', 'zip', 'city'],
      ...['anschrift', 'straße', 'strasse', 'postleitzahl', 'plz', 'wohnort'],
      ...['adresse', 'rue', 'code postal', 'ville', 'indirizzo', 'piazza', 'dirección', 'direccion', 'calle', 'domicilio'],
    ],
  },
  reserved: isInLicences,
  space: 'small',
  examples: {
    match: [
      '123 Main St, «Springfield, IL 62704-1234»',
      'ship to 1 Elm Street, «New York, NY 10001»',
      'P.O. Box 7, «Smallville, KS 66002»',
      '24 Sussex Drive, «Ottawa, ON K1M 1M4»',
      'rue Sainte-Catherine, «Montréal, QC H3B 1A1»',
      'Unit 5, 12 Church St, «Parramatta NSW 2150»',
      '10 Downing Street, «London SW1A 2AA»',
      'Musterstraße 12, «10115 Berlin»',
      '12 rue de Rivoli, «75001 Paris», France',
      'Via Nazionale 5, «00184 Roma»',
      'Calle Mayor 3, «28013 Madrid»',
      { column: 'address', cell: 'Hauptstr. 5, «60311 Frankfurt am Main»' },
    ],
    noMatch: [
      ['Springfield, IL 90210', 'check: no ZIP code of Illinois begins with 902'],
      ['10115 München', 'check: the code is not of that city'],
      ['12345 Items', 'lists: no city'],
      ['London ZZ1 1AA', 'check: there is no postcode area ZZ'],
      ['12 rue de Rivoli, Paris', 'form: no postal code'],
      ['Sydney NSW 3000', 'check: the code is of another state'],
      ['version OK 12345', 'form: no city'],
    ],
  },
  references: [
    'Macie: mdis-reference-pii (ADDRESS: city with postal code of eight countries)',
    'USPS Publication 65 and L002; Canada Post: Addressing Guidelines; Australia Post: postcode ranges',
    'Office for National Statistics: postcode areas',
    'Lists of places written down for this project: src/validators/gazetteer',
  ],
});
