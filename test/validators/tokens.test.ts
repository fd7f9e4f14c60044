// Validators of tokens and keys: published vectors, and what random and placeholder text gets.
import { createHash, randomBytes } from 'node:crypto';
import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import { awsAccessKeyId, awsSecretKey, isAwsExample } from '../../src/validators/aws-secret-key.js';
import { bitcoinBase58Address } from '../../src/validators/base58check.js';
import { basicCredentials, isPublishedCredentials } from '../../src/validators/basic-credentials.js';
import { ageSecretKey, segwitAddress } from '../../src/validators/bech32.js';
import { ethereumAddress } from '../../src/validators/eip55.js';
import { isSampleToken, jsonWebToken } from '../../src/validators/json-web-token.js';
import { entropy, looksRandom, randomBody } from '../../src/validators/random-body.js';
import { crc32, crc32Base62, maybeCrc32Base62 } from '../../src/validators/token-checksum.js';
import { isReservedUrlHost, urlPassword } from '../../src/validators/url-password.js';

const SEED = 20260802;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const judge = (validator: Validator, text: string) => {
  const bytes = Buffer.from(`A${text}A`);
  return validator(bytes, 1, bytes.length - 1);
};
const reserved = (check: (bytes: Uint8Array, start: number, end: number) => boolean, text: string) => {
  const bytes = Buffer.from(`A${text}A`);
  return check(bytes, 1, bytes.length - 1);
};
const characters = (alphabet: string, length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((list) => list.join(''));
/** All texts with one character changed to another of the alphabet. */
function* oneChange(text: string, from: number, alphabet: string): Generator<string> {
  for (let i = from; i < text.length; i++) {
    const other = alphabet[(alphabet.indexOf(text[i]!) + 7) % alphabet.length]!;
    if (other !== text[i]) yield text.slice(0, i) + other + text.slice(i + 1);
  }
}

describe('tokens with a CRC-32', () => {
  const published = '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';
  const withCheck = (body: string) => {
    let rest = crc32(Buffer.from(body), 0, body.length);
    let digits = '';
    for (let i = 0; i < 6; i++) {
      digits = BASE62[rest % 62] + digits;
      rest = Math.floor(rest / 62);
    }
    return body + digits;
  };

  it('follow the published example and CRC-32/ISO-HDLC', () => {
    expect(judge(crc32Base62(4), published)).toBe('valid');
    // The check value of CRC-32/ISO-HDLC in the CRC catalogue.
    expect(crc32(Buffer.from('123456789'), 0, 9)).toBe(0xcbf43926);
    if (zlibCrc32) expect(crc32(Buffer.from(published), 0, 40)).toBe(zlibCrc32(published));
  });

  it('are valid when made by the rule, and invalid after any change of one character', () => {
    fc.assert(
      fc.property(characters(BASE62, 30), (body) => {
        expect(judge(crc32Base62(4), `npm_${withCheck(body)}`)).toBe('valid');
      }),
      { seed: SEED },
    );
    for (const changed of oneChange(published, 4, BASE62)) expect(judge(crc32Base62(4), changed)).toBe('invalid');
  });

  it('without a published rule are unknown where it does not fit', () => {
    expect(judge(maybeCrc32Base62(4), published)).toBe('valid');
    expect(judge(maybeCrc32Base62(4), 'ghr_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18')).toBe('unknown');
    expect(judge(maybeCrc32Base62(4), `ghr_${'x'.repeat(36)}`)).toBe('invalid');
  });
});

describe('random bodies', () => {
  it('pass in every alphabet and length that sheets use', () => {
    for (const [alphabet, length] of [
      ['0123456789abcdef', 32],
      ['0123456789abcdef', 64],
      [BASE62, 22],
      [BASE62, 40],
      [`${BASE62}-_`, 35],
      [BASE62.slice(10), 34],
    ] as const) {
      const texts = fc.sample(characters(alphabet, length), { numRuns: 5000, seed: SEED });
      const refused = texts.filter((text) => !looksRandom(Buffer.from(text), 0, length, alphabet.length));
      expect([alphabet.length, length, refused.length]).toEqual([alphabet.length, length, 0]);
    }
  });

  it.each([
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'your_api_key_goes_here_1234567890',
    '0123456789abcdef0123456789abcdef',
    'abababababababababababababababab',
    'AbCdExAMPLEkey9876QwErTyUiOpLkJh',
    '00000000000000000000000000000001',
    'aaaaaaaaaabbbbbbbbbbccccccccccdd',
  ])('are not %s', (text) => {
    expect(judge(randomBody(0), text)).toBe('invalid');
  });

  it('have the entropy of their letters', () => {
    expect(entropy(Buffer.from('aabb'), 0, 4)).toBeCloseTo(1);
    expect(entropy(Buffer.from('xabcdx'), 1, 5)).toBeCloseTo(2);
  });
});

describe('AWS keys', () => {
  it('accept random base64 of 40 characters in 999 of 1,000 cases', () => {
    const texts = fc.sample(characters(`${BASE62}+/`, 40), { numRuns: 5000, seed: SEED });
    expect(texts.filter((text) => judge(awsSecretKey, text) === 'invalid').length).toBeLessThan(5);
  });

  it.each([
    createHash('sha1').update('x').digest('hex'),
    'usr/local/lib/python3/dist/packages/numpy',
    'src/components/UserProfile/UserProfileVi',
    'getServerSidePropsForAuthenticatedUserAd',
    '4567890123456789012345678901234567890123',
  ])('refuse %s', (text) => {
    expect(judge(awsSecretKey, text.slice(0, 40))).toBe('invalid');
  });

  it('keep the published examples as reserved', () => {
    for (const text of ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY']) {
      expect([judge(awsSecretKey, text), reserved(isAwsExample, text)]).toEqual(['unknown', true]);
    }
    expect([judge(awsAccessKeyId, 'AKIAIOSFODNN7EXAMPLE'), reserved(isAwsExample, 'AKIAIOSFODNN7EXAMPLE')]).toEqual([
      'unknown',
      true,
    ]);
    expect(judge(awsAccessKeyId, 'AKIAXXXXXXXXXXXXXXXX')).toBe('invalid');
  });
});

describe('JSON web tokens', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const rfc7519 =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  it('decode, signed or not', () => {
    expect(judge(jsonWebToken, rfc7519)).toBe('valid');
    expect(reserved(isSampleToken, rfc7519)).toBe(true);
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'a-7' })}.`;
    expect(judge(jsonWebToken, unsigned)).toBe('valid');
    expect(reserved(isSampleToken, unsigned)).toBe(false);
  });

  it('need an algorithm, an object of claims, and JSON', () => {
    expect(judge(jsonWebToken, `${part({ typ: 'JWT' })}.${part({ sub: 'a' })}.`)).toBe('invalid');
    expect(judge(jsonWebToken, `${part({ alg: 'HS256' })}.${part('text')}.c2ln`)).toBe('invalid');
    expect(judge(jsonWebToken, 'eyJhbGciOiJIUzI1NiJ.eyJzdWIiOiIxIn.c2ln')).toBe('invalid');
    expect(judge(jsonWebToken, 'eyJhbGci')).toBe('invalid');
    // A sample is the claims behind the first dot, not the header, nor a text without a dot.
    const claims = part({ sub: '1234567890' });
    for (const [text, isSample] of [
      [`${part({ alg: 'none' })}.${claims}.`, true],
      [`${part({ alg: 'none' })}.${claims}`, true],
      [`${claims}.${part({ sub: 'a' })}.`, false],
      [claims, false],
    ] as const)
      expect([text, isSampleToken(Buffer.from(text), 0, text.length)]).toEqual([text, isSample]);
  });
});

describe('basic credentials', () => {
  const encoded = (text: string) => `Authorization: Basic ${Buffer.from(text).toString('base64')}`;

  it('decode to user, colon and password', () => {
    expect(judge(basicCredentials, encoded('svc-report:h7Kq!pZ2'))).toBe('valid');
    expect(judge(basicCredentials, encoded('Aladdin:open sesame'))).toBe('valid');
    expect(reserved(isPublishedCredentials, encoded('Aladdin:open sesame'))).toBe(true);
    expect(judge(basicCredentials, encoded('no colon in here'))).toBe('invalid');
    expect(judge(basicCredentials, encoded('user:password'))).toBe('invalid');
    expect(judge(basicCredentials, encoded('a:\u0000\u0001\u0002'))).toBe('invalid');
    expect(judge(basicCredentials, 'Basic authentication')).toBe('invalid');
    for (const text of ['Aladdin:open sesame', 'Aladdin:OpenSesame', 'test:123£'])
      expect([text, judge(basicCredentials, encoded(text)), reserved(isPublishedCredentials, encoded(text))]).toEqual([
        text,
        'valid',
        true,
      ]);
    expect(reserved(isPublishedCredentials, encoded('Aladdin:opensesame'))).toBe(false);
    expect(reserved(isPublishedCredentials, 'Basic')).toBe(false);
  });

  it('are base64 in canonical form, of text without controls', () => {
    expect(judge(basicCredentials, 'Basic YWRhOmg3S3E=')).toBe('valid');
    expect(judge(basicCredentials, 'Basic YWRhOmg3S3E')).toBe('valid');
    // Other left-over bits, which decode to the same.
    for (const digit of 'FGH') expect(judge(basicCredentials, `Basic YWRhOmg3S3${digit}=`)).toBe('invalid');
    for (const text of ['YWRh=Omg3S3E=', 'YWRhOmg3S3E-', '=YWRhOmg3S3E'])
      expect(judge(basicCredentials, `Basic ${text}`), text).toBe('invalid');
    for (const control of ['\u0000', '\u001f', '\u007f', '\u0085', '\ufffd', '\u0378']) {
      for (const text of [`ada${control}:h7Kq!pZ2`, `${control}ada:h7Kq!pZ2`, `ada:h7Kq${control}pZ2`, `ada:h7Kq!pZ2${control}`])
        expect(judge(basicCredentials, encoded(text)), JSON.stringify(text)).toBe('invalid');
    }
    for (const text of ['ada:h7Kq!:pZ2', 'ädä:h7Kq pZ2', ' ada:h7Kq~pZ2'])
      expect(judge(basicCredentials, encoded(text)), text).toBe('valid');
  });

  it('are rare in random base64', () => {
    const texts = fc.sample(characters(`${BASE62}+/`, 16), { numRuns: 5000, seed: SEED });
    expect(texts.filter((text) => judge(basicCredentials, `Basic ${text}`) === 'valid').length).toBeLessThan(50);
  });
});

describe('passwords in URLs', () => {
  it.each(['postgres://app:h7Kq-pZ2@db.internal:5432/x', 'redis://:Tz81kqQ@cache', 'https://u:p%40ss9@host.org'])(
    '%s is one',
    (text) => {
      expect(judge(urlPassword, text.replace(/[:/]\d*\/x$/, ''))).toBe('unknown');
    },
  );

  it.each([
    'http://user:password@host',
    'http://user:pass@host',
    `http://user:$${'{PASSWORD}'}@host`,
    'http://user:<password>@host',
    'http://user:$DB_PASS@host',
    'http://user:{{password}}@host',
    'http://user:your-password@host',
    'http://user:xxxx@host',
    'http://user:****@host',
    `http://$${'{USER}'}:abcdef@host`,
    'http://user:pw@host',
    'http://user:%s@host',
    'http://host/path@x',
    'cvs://:pserver:anoncvs@host',
    'http://user:wachtwoord@host',
    'ftp://anonymous:ada%40analytical.org@host',
    'mysql://scott:tiger@host',
    's3://aws_access_key_id:aws_secret_access_key@bucket',
    'http://user:fakepass@host',
  ])('%s is none', (text) => {
    expect(judge(urlPassword, text)).toBe('invalid');
  });

  it('at documentation hosts are reserved', () => {
    expect(reserved(isReservedUrlHost, 'https://u:Qk3v9z@www.example.com')).toBe(true);
    expect(reserved(isReservedUrlHost, 'https://u:Qk3v9z@localhost')).toBe(true);
    expect(reserved(isReservedUrlHost, 'https://u:Qk3v9z@127.0.0.1')).toBe(true);
    expect(reserved(isReservedUrlHost, 'https://u:Qk3v9z@myexample.com')).toBe(false);
  });
});

describe('wallet addresses', () => {
  const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

  it('of Bitcoin follow Base58Check', () => {
    // The first block's address, and the pay-to-script-hash example of BIP-13.
    for (const text of ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX']) {
      expect(judge(bitcoinBase58Address, text)).toBe('valid');
      for (const changed of oneChange(text, 0, BASE58)) expect(judge(bitcoinBase58Address, changed)).toBe('invalid');
      expect(judge(bitcoinBase58Address, `1${text}`)).toBe('invalid');
    }
  });

  it('of Bitcoin follow BIP-173 and BIP-350', () => {
    for (const text of [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ]) {
      expect(judge(segwitAddress, text)).toBe('valid');
      for (const changed of oneChange(text.toLowerCase(), 4, BECH32)) expect(judge(segwitAddress, changed)).toBe('invalid');
    }
    // Invalid addresses of BIP-350: wrong checksum kind for the version, mixed case, program length.
    for (const text of [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jJ0',
      'bc1rw5uspcuh',
      'bc1gmk9yu',
    ]) {
      expect(judge(segwitAddress, text)).toBe('invalid');
    }
  });

  it('of Ethereum follow EIP-55', () => {
    const published = [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
      '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
      '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    ];
    for (const text of published) {
      expect(judge(ethereumAddress, text)).toBe('valid');
      expect(judge(ethereumAddress, text.toLowerCase())).toBe('unknown');
      const at = text.slice(2).search(/[a-f]/) + 2;
      expect(judge(ethereumAddress, text.slice(0, at) + text[at]!.toUpperCase() + text.slice(at + 1))).toBe('invalid');
    }
    expect(judge(ethereumAddress, '0x000000000000000000000000000000000000dEaD')).toBe('invalid');
  });

  it('share their checksum with age keys', () => {
    // From the test vectors of the age specification (C2SP).
    const key = 'AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0';
    expect(judge(ageSecretKey, key)).toBe('valid');
    expect(judge(ageSecretKey, `${key.slice(0, -1)}Q`)).toBe('invalid');
  });
});

it('no validator throws on random bytes', () => {
  const all = [
    awsAccessKeyId,
    awsSecretKey,
    basicCredentials,
    bitcoinBase58Address,
    segwitAddress,
    ageSecretKey,
    ethereumAddress,
    jsonWebToken,
    randomBody(4),
    crc32Base62(4),
    maybeCrc32Base62(4),
    urlPassword,
  ];
  for (let i = 0; i < 300; i++) {
    const bytes = randomBytes(1 + (i % 90));
    for (const validator of all) expect(['valid', 'invalid', 'unknown']).toContain(validator(bytes, 0, bytes.length));
    for (const check of [isAwsExample, isPublishedCredentials, isSampleToken, isReservedUrlHost]) check(bytes, 0, bytes.length);
  }
});
