/** What stands beside secrets and is none: certificates, public keys, their fingerprints, hashes of passwords. */
import { ALPHABET } from '../../../bench/random.mjs';
import { hex } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const publicKeys = {
  name: 'public-keys',
  fileName: 'trusted.txt',
  piece: (random) =>
    random.pick([
      () =>
        `-----BEGIN CERTIFICATE-----\n${Array.from({ length: 12 }, () => random.bytes(48).toString('base64')).join('\n')}\n-----END CERTIFICATE-----\n`,
      () =>
        `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ${random.bytes(240).toString('base64').replaceAll('=', '')} build-${random.digits(3)}\n`,
      () =>
        `fingerprint MD5:${Array.from({ length: 16 }, () => hex(random, 2)).join(':')} SHA256:${random.bytes(32).toString('base64').slice(0, 43)}\n`,
      () => `$2b$12$${random.text(ALPHABET.base62, 53)}\n`,
    ])(),
};
