/** Synthetic names, addresses on networks and places. Hosts are under names that could exist: reserved ones would be reported as low. */
import { ALPHABET } from '../random.mjs';

export const GIVEN_NAMES =
  'Ada Bruno Carla Dmitri Elena Farid Grace Hugo Ines Jonas Keiko Lena Marco Nadia Oskar Priya Quentin Rosa Stefan Tomas Uma Viktor Wanda Ximena Yusuf Zoe'.split(
    ' ',
  );
export const FAMILY_NAMES =
  'Albrecht Bianchi Costa Duval Eriksen Fischer Garcia Hansen Ivanova Jensen Kowalski Lindqvist Moreau Novak Okafor Petrov Quispe Rossi Silva Tanaka Ueda Varga Weber Xu Yilmaz Zimmer'.split(
    ' ',
  );
const HOSTS = [
  'northwind-mail.com',
  'contoso.org',
  'fabrikam.net',
  'mail.tailspin.io',
  'adatum.co.uk',
  'litware.de',
  'woodgrove.fr',
  'proseware.es',
];
/** Cities with their rough coordinates. */
export const CITIES = [
  ['Lisbon', 38.722, -9.139],
  ['Oslo', 59.913, 10.752],
  ['Chicago', 41.878, -87.629],
  ['Nairobi', -1.292, 36.821],
  ['Osaka', 34.693, 135.502],
  ['Recife', -8.047, -34.877],
];

/** Given and family name. */
export function fullName(random) {
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}

/** E-mail address. */
export function email(random) {
  const given = random.pick(GIVEN_NAMES).toLowerCase();
  const family = random.pick(FAMILY_NAMES).toLowerCase();
  return `${given}${random.pick(['.', '_', '-', ''])}${family}${random.chance(0.4) ? random.between(1, 99) : ''}@${random.pick(HOSTS)}`;
}

/** Area codes of the North American numbering plan that are long in service. */
const AREAS = ['212', '312', '415', '503', '617', '713', '808', '918'];

/** Number of the North American plan: exchange 220-499, so never the fictitious 555. */
export function usPhone(random) {
  const area = random.pick(AREAS);
  const exchange = random.between(220, 499);
  const line = random.digits(4);
  return random.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `+1 ${area}-${exchange}-${line}`,
    `+1${area}${exchange}${line}`,
  ]);
}

/** Number with country code: German and Spanish mobiles, French and British ones. */
export function internationalPhone(random) {
  return random.pick([
    () => `+49 15${random.between(1, 2)}${random.digits(1)} ${random.digits(7)}`,
    () => `+34 6${random.digits(2)} ${random.digits(3)} ${random.digits(3)}`,
    () => `+33 6 ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)}`,
    () => `+44 7${random.pick(['400', '700', '911'])} ${random.digits(6)}`,
  ])();
}

/** Public IPv4 address, outside private, loopback, documentation and multicast ranges. */
export function ipv4(random) {
  return `${random.pick([23, 45, 52, 66, 81, 93, 104, 142, 188])}.${random.between(32, 63)}.${random.between(1, 254)}.${random.between(1, 254)}`;
}

/** Global unicast IPv6 address in full. */
export function ipv6(random) {
  const groups = Array.from({ length: 7 }, () => random.between(0x1000, 0xffff).toString(16));
  return ['2a02', ...groups].join(':');
}

/** MAC address with a locally administered bit that is not set. */
export function mac(random) {
  const separator = random.pick([':', '-']);
  return ['00', '1b', ...Array.from({ length: 4 }, () => random.text(ALPHABET.hex, 2))].join(separator);
}

/** Latitude and longitude with six decimals. */
export function coordinates(random) {
  const [, latitude, longitude] = random.pick(CITIES);
  return `${(latitude + random.int(9999) / 1e6).toFixed(6)},${(longitude + random.int(9999) / 1e6).toFixed(6)}`;
}
