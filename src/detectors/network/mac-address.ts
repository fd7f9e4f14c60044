/** MAC address (EUI-48) with colons or hyphens. The registry of makers is not consulted. */
import { isReservedMac, macAddress as macValidator } from '../../validators/mac-address.js';
import { defineDetector } from '../define.js';

export const macAddress = defineDetector({
  id: 'MAC_ADDRESS',
  name: 'MAC address',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: ['[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}', '[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}'],
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
    ],
  },
  validator: macValidator,
  reserved: isReservedMac,
  normal: 'alnum',
  examples: {
    match: [
      'HWaddr «00:1b:63:84:45:e6»',
      'Physical Address: «3C-22-FB-84-45-E6»',
      { column: 'mac', cell: '«a4:83:e7:2b:90:1c»' },
    ],
    noMatch: [
      ['mac 01:1b:63:84:45:e6', 'validator: a multicast address'],
      ['mac ff:ff:ff:ff:ff:ff', 'validator: broadcast'],
      ['mac 00:1b:63:84:45:e6:77', 'boundary: seven octets'],
    ],
  },
  references: ['IEEE 802: EUI-48', 'RFC 9542 section 2.1.2: documentation values'],
});
