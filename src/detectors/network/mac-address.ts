/** MAC address (EUI-48) with colons or hyphens; in three groups with dots beside a keyword. The registry of makers is not consulted. */
import { isReservedMac, macAddress as macValidator } from '../../validators/mac-address.js';
import { defineDetector } from '../define.js';

/** Four hex digits of which one is a decimal digit, so that the place is marked; 1 group in 50 has none. */
const H = '[0-9A-Fa-f]';
const FIRST_GROUP = String.raw`(?:\d${H}{3}|[A-Fa-f]\d${H}{2}|[A-Fa-f]{2}\d${H}|[A-Fa-f]{3}\d)`;

export const macAddress = defineDetector({
  id: 'MAC_ADDRESS',
  name: 'MAC address',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    // Six pairs and no more: random text has none in 10,000 lines, and in 900 MB of packages and documentation all were addresses.
    { pattern: `${H}{2}(?::${H}{2}){5}`, falseAccept: 0.0001 },
    { pattern: `${H}{2}(?:-${H}{2}){5}`, falseAccept: 0.0001 },
    { pattern: String.raw`${FIRST_GROUP}\.${H}{4}\.${H}{4}`, keywordMode: 'required' },
    // Without any sign, where a field is called so.
    { pattern: `${H}{12}`, keywordMode: 'named' },
  ],
  boundary: 'address',
  falseAccept: 0.5,
  keywords: {
    mode: 'none',
    words: [
      'mac',
      'mac address',
      'macaddr',
      'mac addr',
      'hwaddr',
      'hw address',
      'hardware address',
      'physical address',
      'ether',
      'ethernet',
      'bssid',
      'bluetooth',
      'wlan',
      'wifi',
      'device address',
      'mac adresse',
      'mac addresses',
      'adresse mac',
      'dirección mac',
      'indirizzo mac',
      'endereço mac',
      'mac id',
      'lladdr',
      'wifi mac',
      'wlan mac',
    ],
  },
  validator: macValidator,
  reserved: isReservedMac,
  normal: 'alnum',
  examples: {
    match: [
      'HWaddr «00:1b:63:84:45:e6»',
      'Physical Address: «3C-22-FB-84-45-E6»',
      { column: 'mac', cell: '«3C5A8EA52EF6»' },
      'MAC address «5c27.2a71.9941»',
      'wake «e0:69:95:35:68:d2» up',
      { column: 'mac', cell: '«a4:83:e7:2b:90:1c»' },
    ],
    noMatch: [
      ['5c27.2a71.9941', 'keyword: dots need one'],
      ['mac 01:1b:63:84:45:e6', 'validator: a multicast address'],
      ['mac ff:ff:ff:ff:ff:ff', 'validator: broadcast'],
      ['mac 00:1b:63:84:45:e6:77', 'boundary: seven octets'],
    ],
  },
  references: ['IEEE 802: EUI-48', 'RFC 9542 section 2.1.2: documentation values'],
});
