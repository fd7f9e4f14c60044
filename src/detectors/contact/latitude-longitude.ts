/** Latitude and longitude in decimal degrees, as one pair or as two fields of one record. Three decimals are about a hundred metres; fewer name no place of a person. */
import { coordinates, isOpenSea, latitudeAlone, longitudeAlone } from '../../validators/coordinates.js';
import { LATITUDE_WORDS, LONGITUDE_WORDS } from '../companions.js';
import { defineDetector } from '../define.js';

/** Apart from the raw pattern: what is packed for the hook has to be ASCII, and raw text cannot be escaped. */
const DEGREE = '°';

/** Fewer digits leave too few values for a hash of one to be published. */
const TAG_FROM_ALONE = 10;

export const latitudeLongitude = defineDetector({
  id: 'LATITUDE_LONGITUDE',
  name: 'GPS coordinates',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium' },
  forms: [
    String.raw`-?\d{1,2}\.\d{3,15},-?\d{1,3}\.\d{3,15}`,
    String.raw`-?\d{1,2}\.\d{3,15}, -?\d{1,3}\.\d{3,15}`,
    String.raw`\d{1,2}\.\d{3,15}${DEGREE} ?[NS], ?\d{1,3}\.\d{3,15}${DEGREE} ?[EWO]`,
    // Two fields, of which each is reported: both are to be taken out.
    {
      pattern: String.raw`[+-]?\d{1,2}\.\d{3,15}`,
      keywordMode: 'named',
      whole: LATITUDE_WORDS,
      doubt: 'companion',
      falseAccept: 1,
      validator: latitudeAlone,
      tagFrom: TAG_FROM_ALONE,
    },
    {
      pattern: String.raw`[+-]?\d{1,3}\.\d{3,15}`,
      keywordMode: 'named',
      whole: LONGITUDE_WORDS,
      doubt: 'companion',
      falseAccept: 1,
      validator: longitudeAlone,
      tagFrom: TAG_FROM_ALONE,
    },
  ],
  boundary: 'digit',
  falseAccept: 0.91,
  keywords: {
    mode: 'required',
    words: [
      'coordinate',
      'coordinates',
      'lat long',
      'latitude longitude',
      'position',
      'gps',
      'coords',
      'geolocation',
      'geo location',
      'geopoint',
      'latlng',
      'lat lng',
      'lat lon',
      'latlon',
      'latitude',
      'longitude',
      'coordenadas',
      'coordonnées',
      'coordonnees',
      'koordinaten',
      'coordinate gps',
      'posizione gps',
      'standort',
      'location',
      'geo',
      'geoloc',
      'last location',
      'ubicación',
      'posición',
      'localização',
      'position gps',
    ],
  },
  validator: coordinates,
  reserved: isOpenSea,
  tagFrom: 7,
  examples: {
    match: [
      'Coordinates: «41.948614,-87.655311»',
      'GPS «-33.868820, 151.209290»',
      'position «48.858370° N, 2.294481° E»',
      { column: 'lat_long', cell: '«52.520008,13.404954»' },
      { column: 'lat', cell: '«52.520008»' },
      { column: 'start_lng', cell: '«-113.404954»' },
    ],
    noMatch: [
      ['Coordinates: 91.948614,-87.655311', 'validator: latitude above 90'],
      ['Coordinates: 41.94,-87.65', 'pattern: too coarse'],
      ['41.948614,-87.655311', 'keyword: none in reach'],
      [{ column: 'lat', cell: '113.404954' }, 'keyword: a latitude has two digits before the point'],
      [{ column: 'latitude', cell: '90.404954' }, 'keyword: a latitude is 90 at most'],
      [{ column: 'longitude', cell: '180.000001' }, 'validator: above 180'],
      [{ column: 'lateral', cell: '52.520008' }, 'keyword: the name does not end with it'],
    ],
  },
  references: ['ISO 6709', 'Amazon Macie: managed data identifiers for personally identifiable information'],
});
