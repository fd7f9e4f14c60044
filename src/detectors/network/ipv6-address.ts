/**
 * IPv6 address in the forms of RFC 4291 section 2.2. Addresses that begin with `::` lie in reserved space but for IPv4
 * mapped into IPv6; the dotted tail is written for the well-known prefixes only (RFC 5952 section 5).
 */
import { ipv6Address as ipv6Validator, isReservedIpv6 } from '../../validators/ip-address.js';
import { defineDetector } from '../define.js';

/** Four hex digits at most. */
const H = '[0-9A-Fa-f]{1,4}';
const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const V4 = String.raw`${OCTET}\.${OCTET}\.${OCTET}\.${OCTET}`;

export const ipv6Address = defineDetector({
  id: 'IPV6_ADDRESS',
  name: 'IPv6 address',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    `(?:${H}:){7}${H}`,
    `${H}::(?:${H}(?::${H}){0,5})?`,
    `(?:${H}:){2}:(?:${H}(?::${H}){0,4})?`,
    `(?:${H}:){3}:(?:${H}(?::${H}){0,3})?`,
    `(?:${H}:){4}:(?:${H}(?::${H}){0,2})?`,
    `(?:${H}:){5}:(?:${H}(?::${H})?)?`,
    `(?:${H}:){6}:(?:${H})?`,
    `(?:${H}:){7}:`,
    `(?i)::ffff:${V4}`,
    `(?i)64:ff9b::${V4}`,
  ],
  boundary: 'address',
  // Of random first groups, 1 in 8 is in 2000::/3 or a special range; the validator is `valid` for 1 in 100.
  falseAccept: 1,
  keywords: { mode: 'none', words: ['ip', 'ipv6', 'ip address', 'ipaddr', 'inet6', 'remote addr', 'client ip', 'source ip'] },
  validator: ipv6Validator,
  reserved: isReservedIpv6,
  normal: 'lower',
  // Of the addresses of eight digits, 1 in 8 can be one.
  tagFrom: 8,
  examples: {
    match: [
      'inet6 «2a00:1450:4001:081b:0000:0000:0000:200e»',
      'host «2600::» up',
      'ip «2a00::1f:2e»',
      'ip «2606:4700::1111»/128',
      'ip «2a00:1450:4001::200e»',
      'ip «2a00:1450:4001:81b::200e»',
      'ip «2a00:1450:4001:81b:7::e»',
      'ip «2a00:1450:4001:81b:7:9::e»',
      'ip «2a00:1450:4001:81b:7:9:a::»',
      'ip «::ffff:93.184.216.34»',
      'ip «64:ff9b::93.184.216.34»',
      { column: 'ipv6', cell: '«2a02:26f0:3500::1»' },
    ],
    noMatch: [
      ['std a::b', 'validator: reserved space'],
      ['12:34:56:78:90:12:34:56:78', 'boundary: nine groups'],
      ['ip 1:2:3:4:5:6:7:8', 'validator: reserved space'],
    ],
  },
  references: ['RFC 4291 section 2.2', 'RFC 5952', 'IANA: IPv6 global unicast address assignments'],
});
