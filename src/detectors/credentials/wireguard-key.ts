/** WireGuard: the private key of an interface and the key that two peers share, as they stand in a configuration. */
import { randomBody } from '../../validators/random-body.js';
import { defineDetector } from '../define.js';

export const wireguardKey = defineDetector({
  id: 'WIREGUARD_KEY',
  name: 'WireGuard private or preshared key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  // Public keys look the same.
  forms: [{ before: '(?:Private|Preshared)Key[ \\t]{0,4}=[ \\t]{0,4}', pattern: '[A-Za-z0-9+/]{43}=', keywordMode: 'none' }],
  boundary: 'base64',
  falseAccept: 0.0001,
  keywords: { mode: 'none', words: ['wireguard', 'private key', 'preshared key'] },
  validator: randomBody(0, 64),
  space: 'token',
  examples: {
    match: [
      '[Interface]\nPrivateKey = «YJoQ9WmXeHH2fdeeTFJGvVvQ' + 'e1sKhBN88hXJsi6BwhT=»\nDNS = 10.0.0.1',
      'PresharedKey=«b3jRtaWr4Y9OJFLJOqOAf1lL' + 'QSAJaiXnkU8Is2g8npr=»',
      { column: 'setting', cell: 'PrivateKey = «vDd53x83rzjZZZZGeoZDMENc' + 'KHVmDGAkJiG8XnBE3Nn=»' },
    ],
    noMatch: [
      ['PublicKey = w9Tf3Bk7Lq1/Zx5Vn8Hm2Rc6+Pd0Sj4Yg7Ua3Ei9OwY=', 'pattern: another name'],
      ['PrivateKey = 0000000000000000000000000000000000000000000=', 'validator: a placeholder'],
    ],
  },
  references: ['WireGuard: wg(8), configuration file format'],
});
