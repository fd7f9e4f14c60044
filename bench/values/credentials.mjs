/** Synthetic secrets of the right shape and checksum. None of them opens anything. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ALPHABET } from '../random.mjs';

/** Thirty random characters and the base62 CRC-32 over them, as GitHub and npm tokens end. */
function checksummed(random) {
  const body = random.text(ALPHABET.base62, 30);
  let rest = crc32(body);
  let tail = '';
  for (let i = 0; i < 6; i++) {
    tail = ALPHABET.base62[rest % 62] + tail;
    rest = Math.floor(rest / 62);
  }
  return body + tail;
}

export function githubToken(random) {
  return `gh${random.pick('pous')}_${checksummed(random)}`;
}

export function npmToken(random) {
  return `npm_${checksummed(random)}`;
}

export function awsAccessKeyId(random) {
  return `AKIA${random.text(ALPHABET.base32, 16)}`;
}

/** Forty characters of base64 with letters of both cases, digits and at least one of `+/`. */
export function awsSecretKey(random) {
  return `${random.text(ALPHABET.base62, 20)}/${random.text(ALPHABET.base62, 19)}`;
}

export function gcpApiKey(random) {
  return `AIza${random.text(ALPHABET.base64url.slice(0, 62), 35)}`;
}

export function slackToken(random) {
  return `xoxb-${random.digits(12)}-${random.digits(12)}-${random.text(ALPHABET.base62, 24)}`;
}

export function stripeKey(random) {
  return `sk_live_${random.text(ALPHABET.base62, 24)}`;
}

/** Signed token of three parts; the signature is 32 random bytes. */
export function jsonWebToken(random, subject = random.digits(8)) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issued = random.between(1600000000, 1760000000);
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: subject, iat: issued, exp: issued + 3600 })}.${random.bytes(32).toString('base64url')}`;
}

/** Basic authorization header. */
export function basicAuthHeader(random) {
  const user = `svc-${random.text(ALPHABET.lower, 6)}:${random.text(ALPHABET.base62, 14)}`;
  return `Authorization: Basic ${Buffer.from(user).toString('base64')}`;
}

/** Cookie header with a session. */
export function cookieHeader(random) {
  return `Cookie: session_id=${random.text(ALPHABET.hex, 32)}; theme=dark`;
}

/** Connection string with a password. */
export function urlWithPassword(random) {
  return `postgres://svc_${random.text(ALPHABET.lower, 5)}:${random.text(ALPHABET.base62, 16)}@db${random.between(1, 9)}.fabrikam.net:5432/orders`;
}

/** Base58check address of version 0 over 20 random bytes. */
export function bitcoinAddress(random) {
  const payload = Buffer.concat([Buffer.of(0), random.bytes(20)]);
  const sha = (bytes) => createHash('sha256').update(bytes).digest();
  const whole = Buffer.concat([payload, sha(sha(payload)).subarray(0, 4)]);
  let number = BigInt(`0x${whole.toString('hex')}`);
  let text = '';
  while (number > 0n) {
    text = ALPHABET.base58[Number(number % 58n)] + text;
    number /= 58n;
  }
  for (const byte of whole) {
    if (byte !== 0) break;
    text = `1${text}`;
  }
  return text;
}

/** Address in lower case, which carries no checksum. */
export function ethereumAddress(random) {
  return `0x${random.text(ALPHABET.hex, 40)}`;
}

/** PKCS#1 block whose body is random. */
export function rsaPrivateKey(random) {
  return pem('RSA PRIVATE KEY', 'MIIEpAIBAAKCAQEA', random, 25);
}

/** OpenSSH block: the body starts with the magic `openssh-key-v1`. */
export function opensshPrivateKey(random) {
  return pem('OPENSSH PRIVATE KEY', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB', random, 6);
}

function pem(label, start, random, lines) {
  const first = start + random.text(ALPHABET.base64, 64 - start.length);
  const body = Array.from({ length: lines - 2 }, () => random.text(ALPHABET.base64, 64));
  return [`-----BEGIN ${label}-----`, first, ...body, `${random.text(ALPHABET.base64, 42)}==`, `-----END ${label}-----`].join(
    '\n',
  );
}
