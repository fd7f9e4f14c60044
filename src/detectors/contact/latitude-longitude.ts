/** Latitude and longitude in decimal degrees, as one pair. Three decimals are about a hundred metres; fewer name no place of a person. */
import { coordinates, isOpenSea } from '../../validators/coordinates.js';
import { defineDetector } from '../define.js';

/** Apart from the raw pattern: what is packed for the hook has to be ASCII, and raw text cannot be escaped. */
const DEGREE = '°';

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
    ],
    noMatch: [
      ['Coordinates: 91.948614,-87.655311', 'validator: latitude above 90'],
      ['Coordinates: 41.94,-87.65', 'pattern: too coarse'],
      ['41.948614,-87.655311', 'keyword: none in reach'],
    ],
  },
  references: ['ISO 6709', 'Amazon Macie: managed data identifiers for personally identifiable information'],
});
