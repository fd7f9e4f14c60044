/** IPv4 address. Version numbers have the same shape, so without a keyword it is of low confidence. */
import { ipv4Address as ipv4Validator, isUnlikelyIpv4 } from '../../validators/ip-address.js';
import { defineDetector } from '../define.js';

/** 0 to 255 without leading zeros. */
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

export const ipv4Address = defineDetector({
  id: 'IPV4_ADDRESS',
  name: 'IPv4 address',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [String.raw`${OCTET}\.${OCTET}\.${OCTET}\.${OCTET}`],
  // Not `address`: a port may follow (`:8080`), and a range or a reverse name may join with a hyphen.
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'none',
    words: [
      'ip',
      'ipv4',
      'ip address',
      'ip addr',
      'ipaddr',
      'ipaddress',
      'remote addr',
      'client ip',
      'source ip',
      'src ip',
      'dst ip',
      'x-forwarded-for',
      'inet',
      'adresse ip',
      'ip-adresse',
      'dirección ip',
      'indirizzo ip',
    ],
  },
  validator: ipv4Validator,
  reserved: isUnlikelyIpv4,
  normal: 'exact',
  // A preview shows how long each octet is: that leaves 10^4 to 6 × 10^8.
  space: 'small',
  examples: {
    match: ['client IP «93.184.216.34» connected', 'ip=«8.8.4.4»:53', { column: 'ip_address', cell: '«151.101.1.69»' }],
    noMatch: [
      ['ip 256.1.1.1', 'pattern: octets end at 255'],
      ['ip 1.2.3.4.5', 'boundary: five numbers'],
      ['ip v1.2.3.4', 'boundary: a letter before it'],
      ['ip 01.2.3.4', 'pattern: no leading zeros'],
    ],
  },
  references: ['RFC 791', 'IANA: IPv4 special-purpose address registry'],
});
