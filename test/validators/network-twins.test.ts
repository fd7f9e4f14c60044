/** MAC and IP addresses against slow twins on text and Node's own parser, because the validators read bytes in place with tables. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Address, ipv6Address, isReservedIpv4, isReservedIpv6, isUnlikelyIpv4 } from '../../src/validators/ip-address.js';
import { isReservedMac, macAddress } from '../../src/validators/mac-address.js';
import { expectTotal, isReserved, verdictOf } from './verdicts.js';

const SEED = 20260805;

describe('MAC addresses', () => {
  const hex = (n: number) => n.toString(16).padStart(2, '0');
  const row = fc.nat(255).map((first) => [0, 1, 2, 3, 4, 5].map((step) => hex((first + step) & 255)).join(''));
  const digits = fc.oneof(
    fc.stringMatching(/^[0-9a-f]{11,13}$/),
    fc.array(fc.nat(15), { minLength: 6, maxLength: 6 }).map((ns) => ns.map((n) => n.toString(16).repeat(2)).join('')),
    fc
      .tuple(fc.constantFrom('00005e', '0000530053', '00005e0053', '012345', '123456'), fc.stringMatching(/^[0-9a-f]{6}$/))
      .map(([front, rest]) => (front + rest).slice(0, 12)),
    fc.nat(255).map((n) => hex(n).repeat(6)),
    row,
    fc.constantFrom('0123456789ab', '123456789abc', '1234567890ab', '00005e0053ff', '00005e005200'),
  );
  const text = fc
    .tuple(
      digits,
      fc.constantFrom(':', '-', '.', '', ' '),
      fc.boolean(),
      fc.option(fc.tuple(fc.nat(11), fc.constantFrom(...'0e9F')), { freq: 3 }),
    )
    .map(([value, separator, isUpper, change]) => {
      const changed = change ? value.slice(0, change[0]) + change[1] + value.slice(change[0] + 1) : value;
      const joined = changed.match(/..?/g)!.join(separator);
      return isUpper ? joined.toUpperCase() : joined;
    });

  function octetsOf(value: string): number[] | undefined {
    const plain = value.replace(/[:.-]/g, '');
    return /^[0-9a-f]{12}$/i.test(plain) ? plain.match(/../g)!.map((pair) => Number.parseInt(pair, 16)) : undefined;
  }

  function isSample(octets: readonly number[]): boolean {
    const plain = octets.map(hex).join('');
    if (plain.startsWith('00005e0053') || /^(?:(.)\1){6}$/.test(plain)) return true;
    if (octets.every((octet, i) => i === 0 || octet === octets[i - 1]! + 1)) return true;
    return ['0123456789ab', '123456789abc', '1234567890ab'].includes(plain);
  }

  it('are judged as their text is', () => {
    const counts = { devices: 0, refused: 0, samples: 0 };
    fc.assert(
      fc.property(text, (value) => {
        const octets = octetsOf(value);
        const isDevice = octets !== undefined && octets[0]! % 2 === 0 && new Set(octets).size > 1;
        expect(verdictOf(macAddress, value), value).toBe(isDevice ? 'unknown' : 'invalid');
        expect(isReserved(isReservedMac, value), value).toBe(octets !== undefined && isSample(octets));
        counts[isDevice ? 'devices' : 'refused']++;
        if (octets && isSample(octets)) counts.samples++;
      }),
      { seed: SEED, numRuns: 8000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(500);
  });

  it('get a verdict on any bytes', () => expectTotal(macAddress));
});

/** A list of ranges as the platform checks them. */
function blocks(family: 'ipv4' | 'ipv6', ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of ranges) list.addSubnet(range.split('/')[0]!, Number(range.split('/')[1]), family);
  return (address) => list.check(address, family);
}

const SPECIAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
];
const isSpecialV4 = blocks('ipv4', SPECIAL_V4);

/** Addresses at the first of a range, at its last, and one beyond each. */
function edgesV4(range: string): readonly string[] {
  const [first, bits] = range.split('/') as [string, string];
  const low = first.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const high = low + 2 ** (32 - Number(bits)) - 1;
  return [low - 1, low, high, high + 1]
    .filter((n) => n >= 0 && n < 2 ** 32)
    .map((n) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.'));
}

const EDGES = SPECIAL_V4.flatMap(edgesV4);
const octet = fc.oneof(fc.nat(255).map(String), fc.constantFrom('0', '7', '8', '31', '32', '192', '198', '203', '256', '01', ''));
const dotted = fc.oneof(
  fc.array(octet, { minLength: 4, maxLength: 4 }).map((octets) => octets.join('.')),
  fc.constantFrom(...EDGES),
);

describe('IPv4 addresses', () => {
  it('are judged as Node judges their text', () => {
    let special = 0;
    fc.assert(
      fc.property(dotted, (text) => {
        const isAddress = isIPv4(text);
        expect(verdictOf(ipv4Address, text), text).toBe(!isAddress ? 'invalid' : text.length < 12 ? 'unknown' : 'valid');
        const expected = isAddress && isSpecialV4(text);
        if (expected) special++;
        expect(isReserved(isReservedIpv4, text), text).toBe(expected);
        const octets = text.split('.').map(Number);
        const isVersion = octets[0]! < 8 && octets.every((n) => n < 32);
        expect(isReserved(isUnlikelyIpv4, text), text).toBe(isAddress && (expected || octets[3] === 0 || isVersion));
      }),
      { seed: SEED, numRuns: 8000 },
    );
    expect(special).toBeGreaterThan(1000);
  });

  it('are sure with nine digits, which no version has', () => {
    for (const text of ['93.184.216.3', '187.105.5.106']) expect(verdictOf(ipv4Address, text), text).toBe('valid');
    for (const text of ['93.184.21.3', '10.15.120.1']) expect(verdictOf(ipv4Address, text), text).toBe('unknown');
  });

  it('are sure as clients of a web server', () => {
    const verdict = (text: string) => ipv4Address(Buffer.from(text), 0, text.indexOf(' '));
    for (const text of ['9.18.216.34 - - [12/Mar/2026', '9.18.216.34 - ada [12/Mar/2026', `9.18.216.34 - ${'a'.repeat(32)} [12`])
      expect(verdict(text), text).toBe('valid');
    for (const text of [
      '9.18.216.34 - 93.184.216.40',
      '9.18.216.34 -  [x',
      '9.18.216.34 - - x',
      '9.18.216.34 [12',
      '9.18.216.34 - -',
      '9.18.216.34 x ada [12',
      '9.18.216.34 -xada [12',
      '9.18.216.34 - ada\t[12',
      `9.18.216.34 - ${'a'.repeat(33)} [12`,
    ])
      expect(verdict(text), text).toBe('unknown');
  });

  it('are parted by dots alone, and end where the value ends', () => {
    for (const text of ['93-184-216-34', '93.184:216.34', '93.184.216,34', '93.184.216.34.', '.93.184.216.34'])
      expect(verdictOf(ipv4Address, text), text).toBe('invalid');
    expect(ipv4Address(Buffer.from('9.18.216.34_- ada [12'), 0, 11)).toBe('unknown');
  });

  it('get a verdict on any bytes', () => expectTotal(ipv4Address));
});

describe('IPv6 addresses', () => {
  const isAllocated = blocks('ipv6', [
    ...['2001::/16', '2002::/16', '2003::/18', '2400::/12', '2600::/12', '2610::/23', '2620::/23', '2630::/12', '2800::/12'],
    ...['2a00::/12', '2a10::/12', '2c00::/12'],
  ]);
  const isSpecial = blocks('ipv6', ['2001:db8::/32', '3fff::/20', '2001:2::/32', 'fc00::/7', 'fe80::/10', 'ff00::/8']);
  const isLow = blocks('ipv6', ['::/8']);
  const isMapped = blocks('ipv6', ['::ffff:0:0/96']);
  const isNat64 = blocks('ipv6', ['64:ff9b::/32']);

  const group = fc.oneof(
    { weight: 6, arbitrary: fc.nat(0xffff).map((n) => n.toString(16)) },
    { weight: 2, arbitrary: fc.constantFrom('0', '00', 'fFfF', 'db8', '2') },
    { weight: 1, arbitrary: fc.constantFrom('', '12345', 'g', '1.2.3.4', '10.0.0.1') },
  );
  const first = fc.constantFrom(
    '2001',
    '2002',
    '2003',
    '2400',
    '260f',
    '2611',
    '2621',
    '2630',
    '2a0f',
    '2c00',
    '3fff',
    'fc00',
    'fe80',
    'ff02',
  );
  const long = fc.tuple(first, fc.array(group, { minLength: 7, maxLength: 7 })).map(([head, rest]) => [head, ...rest].join(':'));
  const short = fc
    .tuple(fc.array(group, { maxLength: 5 }), fc.array(group, { maxLength: 4 }), first, fc.boolean())
    .map(([front, back, head, hasHead]) => `${(hasHead ? [head, ...front] : front).join(':')}::${back.join(':')}`);
  const withTail = fc
    .tuple(fc.constantFrom('::ffff:', '64:ff9b::', '::', '2001:db8::', '1:2:3:4:5:6:', '1:2:3:4:5:6:7:'), dotted)
    .map((parts) => parts.join(''));
  const text = fc.oneof(long, short, withTail);

  /** The 32 bits at the end in dotted decimal, from an address with either kind of end. */
  function tailOf(value: string): string {
    const last = value.slice(value.lastIndexOf(':') + 1);
    if (last.includes('.')) return last;
    const [front, back] = value.split('::') as [string, string | undefined];
    const behind = back === undefined || back === '' ? [] : back.split(':');
    const groups = back === undefined ? front.split(':') : behind;
    const tail = [...(back === undefined ? [] : ['0', '0']), ...groups].slice(-2).map((part) => Number.parseInt(part, 16));
    return tail.flatMap((n) => [n >> 8, n & 255]).join('.');
  }

  it('are judged as Node judges their text', () => {
    const counts = { valid: 0, unknown: 0, invalid: 0, special: 0 };
    fc.assert(
      fc.property(text, (value) => {
        const isAddress = isIPv6(value);
        const carriesV4 = isAddress && (isMapped(value) || isNat64(value));
        const refused = !isAddress || (isLow(value) && !carriesV4);
        const expected = refused ? 'invalid' : isAllocated(value) && !isSpecial(value) ? 'valid' : 'unknown';
        expect(verdictOf(ipv6Address, value), value).toBe(expected);
        const reserved = carriesV4 ? isSpecialV4(tailOf(value)) : isAddress && isSpecial(value);
        expect(isReserved(isReservedIpv6, value), value).toBe(reserved);
        counts[expected]++;
        if (reserved) counts.special++;
      }),
      { seed: SEED, numRuns: 12_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(500);
  });

  it('are proved by each block of IANA to its last address, and by none beside it', () => {
    // First and last groups of the blocks, and those before and behind, where no other block begins.
    for (const [first, last, beyond] of [
      ['2001:0', '2001:ffff', undefined],
      ['2002:0', '2002:ffff', undefined],
      ['2003:0', '2003:3fff', '2003:4000'],
      ['2400:0', '240f:ffff', '2410:0'],
      ['2600:0', '260f:ffff', undefined],
      ['2610:0', '2610:1ff', '2610:200'],
      ['2620:0', '2620:1ff', '2620:200'],
      ['2630:0', '263f:ffff', '2640:0'],
      ['2800:0', '280f:ffff', '2810:0'],
      ['2a00:0', '2a0f:ffff', undefined],
      ['2a10:0', '2a1f:ffff', '2a20:0'],
      ['2c00:0', '2c0f:ffff', '2c10:0'],
    ]) {
      for (const head of [first, last]) expect(verdictOf(ipv6Address, `${head}::1`), head).toBe('valid');
      if (beyond !== undefined) expect(verdictOf(ipv6Address, `${beyond}::1`), beyond).toBe('unknown');
    }
    for (const before of ['2000:ffff', '23ff:ffff', '25ff:ffff', '261f:ffff', '262f:ffff', '27ff:ffff', '29ff:ffff', '2bff:ffff'])
      expect(verdictOf(ipv6Address, `${before}::1`), before).toBe('unknown');
  });

  it('are parted by colons alone, begin with two or none, and have eight groups', () => {
    for (const text of [
      ...['2a00-1450:4001::200e', '2a00.1450:4001::200e', '2a00:1450:4001::200e:', '2a00:1450:4001::200g', '2a00:14500::1'],
      ...[
        ':1ffff:192.0.2.1',
        ':ffff:192.0.2.1',
        ':2a00::1',
        ':',
        '::',
        '2a00:1:2:3:4:5:6',
        '2a00:1:2:3:4:5:6:7:8',
        '2a00:1:2:3:4:5:6:7::',
      ],
      ...['2a00:1:2:3:4:5:6:192.0.2.1', '2a00:1:2:3:4:5:192.0.2', '2a00::1::2', '2a00::1:2:3:4:5:6:192.0.2.1'],
    ])
      expect(verdictOf(ipv6Address, text), text).toBe('invalid');
    for (const text of ['2a00:1:2:3:4:5:6:7', '2a00:1:2:3:4:5:192.0.2.1', '2a00::', '2a00:1:2:3:4:5:6::', '2a00::1:2:3:4:5:6'])
      expect(verdictOf(ipv6Address, text), text).toBe('valid');
    expect(ipv6Address(Buffer.from('::ffff:8.8.8.8'), 1, 14)).toBe('invalid');
  });

  it('get a verdict on any bytes', () => expectTotal(ipv6Address));
});
