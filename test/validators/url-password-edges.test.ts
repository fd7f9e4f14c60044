/** Passwords in URLs and cookies: each word, sign and variable that stands for one, and its neighbours that do not. */
import { describe, expect, it } from 'vitest';
import { cookieHeader } from '../../src/validators/cookie-header.js';
import { isPlaceholderPassword, isReservedUrlHost, urlPassword } from '../../src/validators/url-password.js';
import { isReserved, verdictOf } from './verdicts.js';

describe('a password', () => {
  it.each([
    ...[
      'password',
      'passwd',
      'passwort',
      'wachtwoord',
      'motdepasse',
      'contraseña',
      'senha',
      'passphrase',
      'passwor',
      'pass',
      'pwd',
    ],
    ...['secret', 'secretkey', 'token', 'key', 'apikey', 'changeme', 'change-me', 'example', 'placeholder', 'redacted', 'dummy'],
    ...['test', 'foo', 'bar', 'baz', 'xxx', 'xxxxxx', '***', '*****', '...', '....', '---', '----', '___', '____', 'PASSWORD'],
    ...[
      'mypassword',
      'my-password',
      'my_password',
      'my.password',
      'your_token',
      'somekey',
      'the_key',
      'a-key',
      'dbpass',
      'db_pwd',
    ],
    ...[
      'user.pass',
      'example-secret',
      'newpass',
      'secret_key',
      'superSecret',
      'fakepass',
      'secret_access_key',
      'sas_token',
      'api_key',
    ],
    ...['aws_secret_access_key', 'access.token', 'passwordhere', 'my_tokenhere'],
  ])('%s is a word for one', (text) => expect(isPlaceholderPassword(text)).toBe(true));

  it.each([
    ...[
      '{abc}',
      '{}q',
      `\${abc}`,
      '#{abc}',
      '$abc',
      '<abc>',
      '<>q',
      '[abc]',
      '[]q',
      '%(abc',
      '%ABC%',
      '%a_c%',
      ':abc',
      `q7\${abc`,
      'q7$(abc',
    ],
    ...['q7{{abc', '"abc', "'abc", '`abc', 'abc"', "abc'", 'abc`', 'q7:anonymous', 'q7:ANONCVS', 'anonsvn', 'ab', 'a', ''],
  ])('%j is a variable, public or too short', (text) => expect(isPlaceholderPassword(text)).toBe(true));

  it.each([
    ...[
      'passwordx',
      'xpassword',
      'my+password',
      'my--password',
      'mymypassword',
      'passworx',
      'passwordhere1',
      'xxxy',
      'yxxx',
      '**a',
      'q**',
      '..a',
    ],
    ...['--a', 'q--', '__a', 'q__', 'password7', 'bazz', 'keys', 'x.key', 'secret_accesskeyring'],
    ...[
      'q7{abc',
      'q7{abc}',
      '{abc',
      'q7[abc]',
      '[abc',
      'q7<abc>',
      '<abc',
      '%abcq7',
      '%ABC%q7',
      '%7%',
      'q7%ABC%',
      'a"b\'c',
      'q7$abc',
      'q7%(a',
    ],
    ...['q7anonymous', 'anonymous7', 'abc', 'h7Kq-pZ2'],
  ])('%j may be one', (text) => expect(isPlaceholderPassword(text)).toBe(false));
});

describe('a URL', () => {
  it.each([
    ['http://ada:h7Kq@host', 'unknown'],
    ['://ada:h7Kq@host', 'unknown'],
    ['http://:h7Kq@host', 'unknown'],
    ['http://ada:h7K:q@host', 'unknown'],
    ['http://ada:h7@Kq@host', 'unknown'],
    ['http://scott:tigers@host', 'unknown'],
    ['http://scotty:tiger@host', 'unknown'],
    ['http://ftps:h7Kq@host', 'unknown'],
    ['http://xftp:h7Kq@host', 'unknown'],
    ['http://anonymous1:h7Kq@host', 'unknown'],
    ['http://scott:tiger@host', 'invalid'],
    ['http://FTP:h7Kq@host', 'invalid'],
    ['http://Anonymous:h7Kq@host', 'invalid'],
    ['http://%s:h7Kq@host', 'invalid'],
    ['http://%(:h7Kq@host', 'invalid'],
    ['http://$user:h7Kq@host', 'invalid'],
    ['http://ada:h7@host', 'invalid'],
    ['http://ada@host:8080', 'invalid'],
    ['http://ada@host', 'invalid'],
    ['ada:h7Kq@host', 'invalid'],
    [':/ada:h7Kq@host', 'invalid'],
    ['http://ada:h7Kq', 'invalid'],
    ['', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(urlPassword, text)).toBe(verdict));

  it('is of the machine itself, or of documentation, by what stands behind the last @', () => {
    for (const host of ['127.0.0.1', '127.9.9.9', '[::1]', 'localhost', 'a.example.com', '127.', 'b@127.0.0.1'])
      expect(isReserved(isReservedUrlHost, `http://u:h7Kq@${host}`), host).toBe(true);
    for (const host of [
      '1127.0.0.1',
      '128.0.0.1',
      '12.70.0.1',
      '[::2]',
      '[::]',
      '::1]',
      'x[::1]',
      'localhosts',
      '127',
      '127.0.0.1@b.org',
    ])
      expect(isReserved(isReservedUrlHost, `http://u:h7Kq@${host}`), host).toBe(false);
    expect(isReserved(isReservedUrlHost, '127.0.0.1')).toBe(true);
    expect(isReserved(isReservedUrlHost, 'localhost')).toBe(true);
    expect(isReservedUrlHost(Buffer.from('@127.0.0.1'), 0, 1)).toBe(false);
  });
});

describe('a cookie', () => {
  it.each([
    ['Cookie: a=xxxxxxx1', 'unknown'],
    ['Cookie: a=1xxxxxxx', 'unknown'],
    ['Cookie: a=12345678', 'unknown'],
    ['a=12345678', 'unknown'],
    ['Cookie:=12345678', 'unknown'],
    ['Cookie: theme=dark; a=12345678', 'unknown'],
    ['Cookie: a=b=12345678', 'unknown'],
    ['Cookie: a = 12345678 ', 'unknown'],
    ['Cookie: yours=12345678', 'unknown'],
    ['Cookie: a=1234567', 'invalid'],
    ['Cookie: a=  1234567  ', 'invalid'],
    ['Cookie: a=abcdefghi', 'invalid'],
    ['Cookie: expires=12345678', 'invalid'],
    ['Cookie: Expires =12345678', 'invalid'],
    ['Cookie: max-age=12345678', 'invalid'],
    ['Cookie: Domain=12345678', 'invalid'],
    ['Cookie: PATH=12345678', 'invalid'],
    ['Cookie: samesite=12345678', 'invalid'],
    ['Cookie: priority=12345678', 'invalid'],
    ['Cookie: xexpires=12345678', 'unknown'],
    ['Cookie: pathx=12345678', 'unknown'],
    ['Cookie: a=your-1234567', 'invalid'],
    ['Cookie: a=YOUR_1234567', 'invalid'],
    ['Cookie: a=7example1', 'invalid'],
    ['Cookie: a=redacted1', 'invalid'],
    ['Cookie: a=1placeholder', 'invalid'],
    ['Cookie: a=12sessionid', 'invalid'],
    ['Cookie: a=sessionid12', 'unknown'],
    ['Cookie: a=1234567<a>', 'invalid'],
    ['Cookie: a=1234567{a}', 'invalid'],
    ['Cookie: 12345678', 'invalid'],
    ['', 'invalid'],
  ] as const)('%s: %s', (text, verdict) => expect(verdictOf(cookieHeader, text)).toBe(verdict));
});
