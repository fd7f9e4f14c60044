// Addresses of machines and mailboxes: the RFCs' examples, Node's own parser as oracle, and random text.
import { randomBytes } from 'node:crypto';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { ReservedCheck, Validator } from '../../src/core/verdict.js';
import { emailAddress, isReservedEmail } from '../../src/validators/email-address.js';
import { isTopLevelDomain } from '../../src/validators/host-name.js';
import { ipv4Address, ipv6Address, isReservedIpv4, isReservedIpv6, isUnlikelyIpv4 } from '../../src/validators/ip-address.js';
import { isReservedMac, macAddress } from '../../src/validators/mac-address.js';
import { TOP_LEVEL_DOMAINS } from '../../src/validators/tld-table.js';

const SEED = 20260803;
const judge = (validator: Validator, text: string) => {
  const bytes = Buffer.from(`1${text}1`);
  return validator(bytes, 1, bytes.length - 1);
};
const reserved = (check: ReservedCheck, text: string) => {
  const bytes = Buffer.from(`1${text}1`);
  return check(bytes, 1, bytes.length - 1);
};

describe('IPv4', () => {
  it('is what Node takes for it', () => {
    const octet = fc.oneof(fc.nat(255).map(String), fc.nat(999).map(String), fc.constantFrom('00', '01', '', '256', '0'));
    fc.assert(
      fc.property(fc.array(octet, { minLength: 3, maxLength: 5 }), (octets) => {
        const text = octets.join('.');
        expect([text, judge(ipv4Address, text) !== 'invalid']).toEqual([text, isIPv4(text)]);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('is reserved in the special ranges alone', () => {
    const special = [
      '10.1.2.3',
      '127.0.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.0.9',
      '100.64.0.1',
      '192.0.2.7',
      '198.51.100.7',
      '203.0.113.7',
      '224.0.0.1',
      '255.255.255.255',
      '0.0.0.0',
      '198.19.0.1',
    ];
    for (const text of special) expect([text, reserved(isReservedIpv4, text)]).toEqual([text, true]);
    for (const text of ['9.255.255.255', '11.0.0.0', '172.32.0.0', '192.167.0.1', '8.8.8.8', '100.128.0.0', '223.255.255.255']) {
      expect([text, reserved(isReservedIpv4, text)]).toEqual([text, false]);
    }
  });

  it('is unlikely where it reads as a version or a network', () => {
    for (const text of ['1.4.1.17', '1.2.3.4', '7.31.31.31', '130.155.160.0', '10.1.2.3'])
      expect([text, reserved(isUnlikelyIpv4, text)]).toEqual([text, true]);
    for (const text of ['8.8.8.8', '1.1.1.32', '93.184.216.34', '130.155.160.1', '1.32.0.1'])
      expect([text, reserved(isUnlikelyIpv4, text)]).toEqual([text, false]);
  });
});

describe('IPv6', () => {
  const group = fc.oneof(
    fc.nat(0xffff).map((n) => n.toString(16)),
    fc.constantFrom('0', '', '2001', '12345', 'fFfF', '1.2.3.4', '1.2.3.456', 'g'),
  );

  it('is what Node takes for it, but for 0000::/8', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 9 }), fc.boolean(), (parts, zeros) => {
        const text = (zeros ? ['2001', ...parts] : parts).join(':');
        if (isIPv6(text)) {
          const list = new BlockList();
          list.addSubnet('::', 8, 'ipv6');
          expect([text, judge(ipv6Address, text) !== 'invalid' || list.check(text, 'ipv6')]).toEqual([text, true]);
        } else expect([text, judge(ipv6Address, text)]).toEqual([text, 'invalid']);
      }),
      { seed: SEED, numRuns: 8000 },
    );
  });

  it('is proved by a block that IANA has given out', () => {
    for (const text of ['2a00:1450:4001:81b::200e', '2606:4700:4700::1111', '2001:4860:4860:0:0:0:0:8888']) {
      expect([text, judge(ipv6Address, text), reserved(isReservedIpv6, text)]).toEqual([text, 'valid', false]);
    }
    for (const text of [
      '2001:db8::8a2e:370:7334',
      'fe80::1',
      'fd12:3456:789a::1',
      'ff02::1',
      '3fff:0ab::1',
      '::ffff:192.0.2.1',
      '64:ff9b::10.0.0.1',
    ]) {
      expect([text, judge(ipv6Address, text), reserved(isReservedIpv6, text)]).toEqual([text, 'unknown', true]);
    }
    expect(reserved(isReservedIpv6, '::ffff:8.8.8.8')).toBe(false);
    for (const text of ['a::b', 'dead::beef', 'ad::f', 'cafe::']) expect(judge(ipv6Address, text)).not.toBe('valid');
    expect(judge(ipv6Address, 'a::b')).toBe('invalid');
  });

  it('is proved for 1 random address in 100 at most', () => {
    let valid = 0;
    for (let i = 0; i < 5000; i++)
      if (judge(ipv6Address, randomBytes(16).toString('hex').match(/.{4}/g)!.join(':')) === 'valid') valid++;
    expect(valid).toBeLessThan(50);
  });
});

describe('MAC addresses', () => {
  it('are those of devices', () => {
    expect(judge(macAddress, '00:1b:63:84:45:e6')).toBe('unknown');
    expect(judge(macAddress, '00-1B-63-84-45-E6')).toBe('unknown');
    expect(judge(macAddress, '01:1b:63:84:45:e6')).toBe('invalid');
    expect(judge(macAddress, '00:00:00:00:00:00')).toBe('invalid');
    expect(judge(macAddress, 'ff:ff:ff:ff:ff:ff')).toBe('invalid');
    expect(judge(macAddress, '00:1b:63:84:45')).toBe('invalid');
    expect(reserved(isReservedMac, '00-00-5E-00-53-FF')).toBe(true);
    expect(reserved(isReservedMac, '00-00-5E-00-52-FF')).toBe(false);
    for (const sample of [
      '00:11:22:33:44:55',
      'AA-BB-CC-DD-EE-FF',
      '12:34:56:78:90:ab',
      '12:34:56:78:9a:bc',
      '00:01:02:03:04:05',
    ])
      expect([sample, reserved(isReservedMac, sample)]).toEqual([sample, true]);
    for (const device of ['00:11:22:33:44:56', '12:34:56:78:90:ac']) expect(reserved(isReservedMac, device)).toBe(false);
  });
});

describe('e-mail addresses', () => {
  it.each([
    'ada@analytical.org',
    'A.B+tag@mail.corp.co.uk',
    'x_%y-z@sub-domain.museum',
    'a@xn--bcher-kva.de',
    'n@163.com',
    'o@3m.com',
    `${'a'.repeat(64)}@b.io`,
  ])('%s is one', (text) => {
    expect([judge(emailAddress, text), reserved(isReservedEmail, text)]).toEqual(['valid', false]);
  });

  it.each([
    'icon@2x.png',
    'icon@2x.md',
    'lodash@4.17.21',
    'pkg@1.2.py',
    'fixture@module.py',
    '.a@b.org',
    'a.@b.org',
    'a..b@c.org',
    'a@-b.org',
    'a@b-.org',
    'a@b..org',
    'a@localdomain',
    'root@server.internal',
    'a@b.c',
    `${'a'.repeat(65)}@b.io`,
    `a@${'b'.repeat(64)}.io`,
    `a@${'bbbbbbb.'.repeat(32)}io`,
  ])('%s is none', (text) => {
    expect(judge(emailAddress, text)).toBe('invalid');
  });

  it.each([
    '20050713212311.GC4701@andy.analytical.org',
    '200104061723.JAB03225@analytical.org',
    '20220210133844.46581-1-ada@analytical.org',
    '1409845851-38950-3-git-send-email-ada@analytical.org',
    '2794651562684255@analytical.org',
    '4B66B890.4070408@analytical.org',
    '15265.9482.641338.555352@analytical.org',
    '07c06d79-0828-b564-d604-fd16c7c86ebe@analytical.org',
    '4FD05F05-F98B-44DC-8111-C6009C925F0C@analytical.org',
    '5ce86123a7b9dad925ac583d88d2f921040e859b.1538583282.git.ada@analytical.org',
    '18782981.1075855378110.JavaMail.evans@analytical.org',
    '87obi8u4h2.fsf@analytical.org',
    '7vbptlsuyv.fsf@analytical.org',
    'OF85D11C2F.7A339D7D-ON002587B1.0042A81E-002587B1.0042B94D@analytical.org',
    '0GK500B4HD0888@analytical.org',
    'CAKgNAkhNSWR3uYhYYaxx74fZfJ3JrpfAAPVrK0AFk_cAOUsbDg@mail.gmail.com',
  ])('%s names a message', (text) => {
    expect(judge(emailAddress, text)).toBe('invalid');
  });

  it.each([
    // Phone and account numbers as mailboxes, code hosts' private addresses, dates and tags.
    '13800138000@139.com',
    'q1204531485@163.com',
    '31018228+ada@users.noreply.github.com',
    'ada.1984@analytical.org',
    'ada-20240517@analytical.org',
    'ada@correo.com.py',
    'reply+07c06d79-0828-b564-d604-fd16c7c86ebe@analytical.org',
  ])('%s is a mailbox', (text) => {
    expect(judge(emailAddress, text)).toBe('valid');
  });

  it('that a URL with a placeholder for its password leaves are reserved', () => {
    for (const text of [
      'password@db.analytical.org',
      'mypassword@analytical.org',
      'Pass@www.analytical.org',
      'anoncvs@analytical.org',
    ])
      expect([text, reserved(isReservedEmail, text)]).toEqual([text, true]);
    for (const text of ['passwordreset@analytical.org', 'compass@analytical.org', 'secretary@analytical.org'])
      expect([text, reserved(isReservedEmail, text)]).toEqual([text, false]);
  });

  it('that name SSH algorithms are reserved', () => {
    for (const text of ['aes256-gcm@openssh.com', 'curve25519-sha256@libssh.org'])
      expect([text, judge(emailAddress, text), reserved(isReservedEmail, text)]).toEqual([text, 'valid', true]);
    expect(reserved(isReservedEmail, 'ada@notopenssh.com')).toBe(false);
  });

  it('at reserved hosts are reserved', () => {
    for (const text of [
      ...['a@example.com', 'a@mail.EXAMPLE.org', 'a@b.test', 'a@x.invalid', 'a@x.y.example', 'git@github.com'],
      ...['a@example.fr', 'a@mail.Example.co.uk', 'a@example.com.br'],
    ]) {
      expect([text, judge(emailAddress, text), reserved(isReservedEmail, text)]).toEqual([text, 'valid', true]);
    }
    for (const text of ['a@myexample.com', 'a@myexample.fr', 'a@example.shop.co.uk', 'a@example.online', 'digit@github.com'])
      expect([text, reserved(isReservedEmail, text)]).toEqual([text, false]);
  });

  it('end in one of the domains of the root zone, each of which is found', () => {
    for (const name of TOP_LEVEL_DOMAINS.split(' ')) {
      expect(isTopLevelDomain(Buffer.from(`.${name.toUpperCase()}x`), 1, name.length + 1)).toBe(true);
    }
    for (const name of ['png', 'jpg', 'css', 'html', 'tgz', 'exe', 'local', 'internal', 'co m', 'c', '', 'comx', 'om']) {
      expect([name, isTopLevelDomain(Buffer.from(name), 0, name.length)]).toEqual([name, name === 'om']);
    }
  });

  it('end in the domain of any country, in whatever script it is written, and in those of all years since 1985', () => {
    const isOne = (name: string) => isTopLevelDomain(Buffer.from(name), 0, name.length);
    // Of six territories with numbers of their own, or none, there is no domain.
    const countries = getCountries().filter((code) => !['BL', 'BQ', 'EH', 'MF', 'TA', 'XK'].includes(code));
    expect(countries.filter((code) => !isOne(code))).toEqual([]);
    const inOtherScripts = [
      'рф бг бел ею қаз мкд мон срб укр ελ ευ հայ გე ישראל ไทย ລາວ 中国 中國 台湾 台灣 香港 澳門 新加坡 한국 भारत ভারত বাংলা ભારત ਭਾਰਤ ලංකා',
      'இலங்கை இந்தியா சிங்கப்பூர் امارات السعودية ایران مصر قطر فلسطين سورية سودان عمان المغرب تونس الجزائر الاردن پاکستان عراق مليسيا',
      'москва онлайн сайт дети орг ком рус みんな コム ファッション ストア クラウド 公司 商城 商店 手机 餐厅 时尚 世界 游戏 企业 广东 机构 佛山 政府 网络',
    ];
    const missing = inOtherScripts.flatMap((names) => names.split(' ')).filter((name) => !isOne(domainToASCII(name)));
    expect(missing).toEqual([]);
    const generic =
      'com org net edu gov mil int arpa biz info name pro aero coop museum asia cat jobs mobi tel travel post xxx dev app xyz house store community dental';
    expect(generic.split(' ').filter((name) => !isOne(name))).toEqual([]);
  });

  it('are valid for few random hosts', () => {
    const host = fc.stringMatching(/^[A-Za-z0-9-]{1,63}\.[A-Za-z0-9-]{1,63}$/);
    const texts = fc.sample(host, { numRuns: 5000, seed: SEED });
    expect(texts.filter((text) => judge(emailAddress, `a@${text}`) === 'valid').length).toBeLessThan(150);
  });
});

it('no validator throws on random bytes', () => {
  for (let i = 0; i < 300; i++) {
    const bytes = randomBytes(1 + (i % 60));
    for (const validator of [ipv4Address, ipv6Address, macAddress, emailAddress]) validator(bytes, 0, bytes.length);
    for (const check of [isReservedIpv4, isReservedIpv6, isReservedMac, isReservedEmail]) check(bytes, 0, bytes.length);
  }
});
