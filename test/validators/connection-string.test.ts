/** Passwords in connection strings and password files: each part that tells one, and what is left when it is another. */
import { describe, expect, it } from 'vitest';
import { connectionPassword, passwordFileEntry } from '../../src/validators/connection-string.js';
import { isReservedUrlHost } from '../../src/validators/url-password.js';
import { expectTotal, isReserved, verdictIn } from './verdicts.js';

describe('a connection string', () => {
  it.each([
    'app:«h7Kq-pZ2v@tcp(db.internal:3306)»/shop',
    '"app:«h7Kq-pZ2v@tcp(10.1.2.3:3306)»/"',
    'app:h7!«Kq-pZ2v@tcp(db.internal:3306)»/shop',
    'app/«h7Kq-pZ2v@db.internal:1521/ORCL»',
    'sqlplus app/«h7Kq-pZ2v@//db.internal:1521/ORCL»',
    'jdbc:oracle:thin:app/«h7Kq-pZ2v@db.internal:1521:ORCL»',
  ])('%s has a password', (text) => {
    expect(verdictIn(connectionPassword, text)).toBe('unknown');
  });

  it.each([
    ['a user longer than what is looked at', `${'a'.repeat(80)}:«h7Kq-pZ2v@tcp(db.internal:3306)»`],
    ['no user', ':«h7Kq-pZ2v@tcp(db.internal:3306)»'],
    ['a user of the other', 'app/«h7Kq-pZ2v@tcp(db.internal:3306)»'],
    ['a user of the other', 'app:«h7Kq-pZ2v@db.internal:1521/ORCL»'],
    ['a path', 'src/app/«h7Kq-pZ2v@db.internal:1521/ORCL»'],
    ['a placeholder', 'app:«password@tcp(db.internal:3306)»'],
    ['a variable', 'app:«%s@tcp(db.internal:3306)»'],
    ['a sample that everyone knows', 'scott/«tiger@db.internal:1521/ORCL»'],
    ['another host', 'app/«h7Kq-pZ2v@/db.internal:1521/ORCL»'],
    ['no host', 'app:«h7Kq-pZ2v@tcp(/run/my.sock:3306)»'],
  ])('is none with %s', (_, text) => {
    expect(verdictIn(connectionPassword, text)).toBe('invalid');
  });

  it('at the machine itself, or a host of documentation, is reserved', () => {
    for (const host of [
      'tcp(localhost:3306)',
      'tcp(127.0.0.1:3306)',
      '//db.example.com:1521/x',
      'localhost:1521:XE',
      '[::1]',
      '127.0.0.2',
    ])
      expect([host, isReserved(isReservedUrlHost, `a@${host}`.slice(0))]).toEqual([host, true]);
    for (const host of ['tcp(db.internal:3306)', '//db.internal:1521/localhost', '[fd12::1]', '12.7.0.1'])
      expect([host, isReserved(isReservedUrlHost, `a@${host}`)]).toEqual([host, false]);
  });

  it('is judged whatever the bytes', () => {
    expectTotal(connectionPassword);
    expectTotal(passwordFileEntry);
  });
});

describe('a line of .pgpass', () => {
  it.each([
    'db.internal:5432:shop:app:«h7Kq-pZ2v»',
    '# hosts\n*:5432:*:app:«h7Kq-pZ2v»\n',
    '/run/postgresql:5432:shop:app:«h7Kq-pZ2v»\r\n',
    '10.0.3.4:6432:shop:app:«h7\\:Kq-pZ2v»\nx',
  ])('%s has a password', (text) => {
    expect(verdictIn(passwordFileEntry, text)).toBe('unknown');
  });

  it.each([
    ['a path', 'src/a.ts:5432:shop:app:«h7Kq-pZ2v»'],
    ['what stands before the host', 'see db.internal:5432:shop:app:«h7Kq-pZ2v»'],
    ['a host longer than what is looked at', `see ${'a'.repeat(60)}.internal:5432:shop:app:«h7Kq-pZ2v»`],
    ['a field too few', '5432:shop:app:«h7Kq-pZ2v»'],
    ['a field too many', 'a:db.internal:5432:shop:app:«h7Kq-pZ2v»'],
    ['a line that goes on', 'db.internal:5432:shop:app:«h7Kq-pZ2v»:x'],
    ['a word behind it', 'db.internal:5432:shop:app:«h7Kq-pZ2v» x'],
    ['a placeholder', 'db.internal:5432:shop:app:«password»'],
  ])('is none with %s', (_, text) => {
    expect(verdictIn(passwordFileEntry, text)).toBe('invalid');
  });
});
