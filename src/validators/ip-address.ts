/**
 * IP addresses: RFC 791 dotted decimal and RFC 4291 section 2.2 text, with the special ranges of RFC 6890 and IANA's
 * registries. Addresses that no single host on the Internet has are reserved.
 */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { hexTable } from './hex-digits.js';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const OPENING_BRACKET = 0x5b;
/** Longest name of a user in a log line. */
const LONGEST_USER = 32;

const NO_HEX_DIGIT = 16;
const HEX_VALUES = hexTable(NO_HEX_DIGIT);

/** IPv4 ranges of the IANA special-purpose registry: first address and prefix length. */
const RESERVED_V4: readonly (readonly [first: number, bits: number])[] = [
  [v4(0, 0, 0, 0), 8], // this network
  [v4(10, 0, 0, 0), 8], // private
  [v4(100, 64, 0, 0), 10], // shared by carriers
  [v4(127, 0, 0, 0), 8], // loopback
  [v4(169, 254, 0, 0), 16], // link-local
  [v4(172, 16, 0, 0), 12], // private
  [v4(192, 0, 0, 0), 24], // protocol assignments
  [v4(192, 0, 2, 0), 24], // documentation
  [v4(192, 88, 99, 0), 24], // 6to4 relays
  [v4(192, 168, 0, 0), 16], // private
  [v4(198, 18, 0, 0), 15], // benchmarks
  [v4(198, 51, 100, 0), 24], // documentation
  [v4(203, 0, 113, 0), 24], // documentation
  [v4(224, 0, 0, 0), 3], // multicast, future use, broadcast
];

/** The first 32 bits of what IANA has given to the registries for hosts (global unicast assignments). */
const ALLOCATED_V6: readonly (readonly [first: number, bits: number])[] = [
  [0x20010000, 16],
  [0x20020000, 16],
  [0x20030000, 18],
  [0x24000000, 12],
  [0x26000000, 12],
  [0x26100000, 23],
  [0x26200000, 23],
  [0x26300000, 12],
  [0x28000000, 12],
  [0x2a000000, 12],
  [0x2a100000, 12],
  [0x2c000000, 12],
];

/** Documentation, local and other special-purpose ranges within the first 32 bits. */
const RESERVED_V6: readonly (readonly [first: number, bits: number])[] = [
  [0x20010db8, 32], // documentation (RFC 3849)
  [0x3fff0000, 20], // documentation (RFC 9637)
  [0x20010002, 32], // benchmarks: 2001:2::/48
  [0xfc000000, 7], // unique local
  [0xfe800000, 10], // link-local
  [0xff000000, 8], // multicast
];

/** Bits that no octet of a version has: the first is below 8, the others below 32. */
const VERSION_BITS = 0xf8e0e0e0;

/** NAT64 (RFC 6052), whose last 32 bits are an IPv4 address. */
const NAT64 = 0x0064ff9b;

const NONE = 0;
const SOME = 1;
const ALL = 2;
/** How much of the addresses that begin with an octet is reserved: only few octets need the list of ranges. */
const RESERVED_SHARE = new Uint8Array(256).fill(NONE);
for (const [first, bits] of RESERVED_V4) {
  const octet = first >>> 24;
  if (bits > 8) RESERVED_SHARE[octet] = SOME;
  else RESERVED_SHARE.fill(ALL, octet, octet + 2 ** (8 - bits));
}

const reservedV4 = rangesOf(RESERVED_V4);
const reservedV6 = rangesOf(RESERVED_V6);
const allocatedV6 = rangesOf(ALLOCATED_V6);

/** The IPv4 address read last, as 32 bits with a sign: integers of that size are not allocated. */
let address = 0;
/** The eight groups of the IPv6 address read last. */
const groups = new Uint16Array(8);

/**
 * Characters from which four numbers are no version: nine digits. Of 717 such quads in 1.8 GB of packages that stood beside no keyword,
 * two were something else (coordinates of a picture, an id).
 */
const LONGER_THAN_VERSIONS = 9 + 3;

/**
 * Four decimal numbers up to 255 without leading zeros. `unknown` where they are short, since version numbers have the same shape;
 * `valid` with nine digits and more, and as the client of a line in the Common Log Format of web servers, before ` - user [`. Example: 93.184.216.34.
 */
export const ipv4Address: Validator = (bytes, start, end, around) => {
  if (!readV4(bytes, start, end)) return 'invalid';
  const isLong = end - start >= LONGER_THAN_VERSIONS && !isTailOfV6(bytes, start, around?.start ?? 0);
  return isLong || isLogClient(bytes, end) ? 'valid' : 'unknown';
};

/** Whether the groups of an IPv6 address stand before it (`::ffff:93.184.216.34`), which then is what was written. */
function isTailOfV6(bytes: Uint8Array, start: number, limit: number): boolean {
  if (start - limit < 2 || bytes[start - 1] !== COLON) return false;
  const before = bytes[start - 2]!;
  return before === COLON || HEX_VALUES[before] !== NO_HEX_DIGIT;
}

/** Whether ` - user [` stands at `end`: nobody's identity by RFC 1413, who signed in or a hyphen, and the time. */
function isLogClient(bytes: Uint8Array, end: number): boolean {
  if (bytes[end] !== SPACE || bytes[end + 1] !== HYPHEN || bytes[end + 2] !== SPACE) return false;
  const user = end + 3;
  let at = user;
  while (at - user < LONGEST_USER && bytes[at]! > SPACE) at++;
  return at > user && bytes[at] === SPACE && bytes[at + 1] === OPENING_BRACKET;
}

/** Whether the IPv4 address is private, loopback, link-local, documentation, multicast or otherwise special. */
export const isReservedIpv4: ReservedCheck = (bytes, start, end) => readV4(bytes, start, end) && isReservedV4(address);

/**
 * `isReservedIpv4`, and addresses that hardly name a host: a last octet of 0 is a network's; a first octet below 8 with three
 * below 32 is a version or a sample (`1.4.1.17`, `1.2.3.4`), and of all addresses 1 in 16,384.
 */
export const isUnlikelyIpv4: ReservedCheck = (bytes, start, end) =>
  readV4(bytes, start, end) && ((address & 0xff) === 0 || (address & VERSION_BITS) === 0 || isReservedV4(address));

/**
 * Eight groups of 16 bits, one run of zero groups written `::`, the last two perhaps as IPv4. `valid` where the first
 * 32 bits lie in a block that IANA has given out (random first groups: 1 in 400); `unknown` in special-purpose ranges and
 * in space not given out yet; `invalid` in 0000::/8 but for IPv4 in IPv6, where `a::b` of program text lies.
 * Example: 2a00:1450:4001:81b::200e.
 */
export const ipv6Address: Validator = (bytes, start, end) => {
  if (!readV6(bytes, start, end)) return 'invalid';
  const head = (groups[0]! << 16) | groups[1]!;
  if (head >>> 24 === 0) return isMapped() || head === NAT64 ? 'unknown' : 'invalid';
  return isInside(allocatedV6, head) && !isInside(reservedV6, head) ? 'valid' : 'unknown';
};

/** Whether the IPv6 address is loopback, local, documentation, multicast, or carries a reserved IPv4 address. */
export const isReservedIpv6: ReservedCheck = (bytes, start, end) => {
  if (!readV6(bytes, start, end)) return false;
  const head = (groups[0]! << 16) | groups[1]!;
  if (isMapped() || head === NAT64) return isReservedV4((groups[6]! << 16) | groups[7]!);
  return isInside(reservedV6, head);
};

/** `::ffff:0:0/96`, IPv4 mapped into IPv6. */
function isMapped(): boolean {
  for (let i = 0; i < 5; i++) if (groups[i] !== 0) return false;
  return groups[5] === 0xffff;
}

function isReservedV4(address: number): boolean {
  const share = RESERVED_SHARE[address >>> 24]!;
  return share === ALL || (share === SOME && isInside(reservedV4, address));
}

/** Ranges of addresses as first address and mask, in turn, so that a look-up reads one array. */
function rangesOf(ranges: readonly (readonly [first: number, bits: number])[]): Int32Array {
  return Int32Array.from(ranges.flatMap(([first, bits]) => [first, -1 << (32 - bits)]));
}

/** Whether the 32 bits of `address` lie in one of the ranges. */
function isInside(ranges: Int32Array, address: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (((address ^ ranges[i]!) & ranges[i + 1]!) === 0) return true;
  return false;
}

function v4(a: number, b: number, c: number, d: number): number {
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

/** Reads dotted decimal into `address`; false where it is none. */
function readV4(bytes: Uint8Array, start: number, end: number): boolean {
  let read = 0;
  let octet = -1;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const digit = byte - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (octet < 0) octet = digit;
      else {
        if (octet === 0) return false;
        octet = octet * 10 + digit;
        if (octet > 255) return false;
      }
    } else {
      if (byte !== DOT || octet < 0 || ++dots > 3) return false;
      read = (read << 8) | octet;
      octet = -1;
    }
  }
  address = (read << 8) | octet;
  return dots === 3 && octet >= 0;
}

/** Reads an address into `groups`; false where it is none. */
function readV6(bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  let gap = -1;
  let i = start;
  if (bytes[i] === COLON) {
    if (end - start < 2 || bytes[i + 1] !== COLON) return false;
    gap = 0;
    i += 2;
  }
  while (i < end) {
    if (count === 8) return false;
    const from = i;
    let value = 0;
    let byte = COLON;
    for (; i < end; i++) {
      byte = bytes[i]!;
      const digit = HEX_VALUES[byte]!;
      if (digit === NO_HEX_DIGIT) break;
      value = (value << 4) | digit;
    }
    if (i === from || i - from > 4) return false;
    if (byte === DOT) {
      if (!readV4(bytes, from, end)) return false;
      groups[count++] = address >>> 16;
      groups[count++] = address & 0xffff;
      break;
    }
    groups[count++] = value;
    if (i === end) break;
    if (byte !== COLON || ++i === end) return false;
    if (bytes[i] === COLON) {
      if (gap >= 0) return false;
      gap = count;
      i++;
    }
  }
  if (gap < 0) return count === 8;
  if (count > 7) return false;
  // The groups behind the gap move to the end, and zeros take their place.
  const zeros = 8 - count;
  for (let at = 7; at >= gap; at--) groups[at] = at >= gap + zeros ? groups[at - zeros]! : 0;
  return true;
}
