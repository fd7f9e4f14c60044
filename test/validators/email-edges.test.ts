/** E-mail addresses at the edges of each rule, and the names of fields before them. */
import { describe, expect, it } from 'vitest';
import { emailAddress, isReservedEmail } from '../../src/validators/email-address.js';
import { isReserved, verdictOf } from './verdicts.js';

/** The verdict on an address far within a block, with a letter behind it. */
function judge(text: string, behind: string) {
  const bytes = Buffer.from(`${'.'.repeat(300)}${text}${behind}`);
  return emailAddress(bytes, 300, 300 + text.length);
}

describe('an address', () => {
  it('has 254 characters at most, wherever it stands', () => {
    const host = (length: number) => `${'abcdefghi.'.repeat(30).slice(0, length - 8)}xyz.co.uk`.slice(-length);
    for (const [local, length, verdict] of [
      ['a', 252, 'valid'],
      ['ab', 252, 'invalid'],
      ['ab', 251, 'valid'],
      ['abc', 251, 'invalid'],
      ['a'.repeat(64), 189, 'valid'],
      ['a'.repeat(64), 190, 'invalid'],
    ] as const) {
      const address = `${local}@${host(length)}`;
      expect(address.length).toBe(local.length + 1 + length);
      for (const behind of ['', 'x']) expect(judge(address, behind), `${local.length} ${length}`).toBe(verdict);
    }
  });

  it('without a small letter has four letters and digits before the @ where one is a digit', () => {
    for (const text of ['A2B4@ABC.DE', 'A2B.4@ABC.DE', 'ABC@ABC.DE', 'A2B@ABC.dE', 'a2B@ABC.DE', '1234@ABC.DE', 'A2é@ABC.DE'])
      expect(verdictOf(emailAddress, text), text).toBe('valid');
    for (const text of [
      'A2B@ABC.DE',
      'A.2.B@ABC.DE',
      'A%2%B@ABC.DE',
      '+A+2+B+@ABC.DE',
      'A-2-B@ABC.DE',
      '_A_2_B@ABC.DE',
      '%.%2@ABC.DE',
    ]) {
      for (const behind of ['', 'x', 'X', '4']) expect(judge(text, behind), text + behind).toBe('invalid');
    }
  });
});

describe('behind a field for ids', () => {
  const verdict = (text: string): string => {
    const at = text.indexOf('mo1');
    return emailAddress(Buffer.from(text), at, text.length, { start: 0, end: text.length });
  };

  it.each(['Message-ID: <', 'message-id=<', 'In-Reply-To: <', 'References: <', 'UID:', 'x\r\nUID:', 'Content-ID: <'])(
    '%j',
    (field) => {
      expect(verdict(`${field}mo1rku@example.com`)).toBe('invalid');
    },
  );

  it.each(['From: <', 'uid ', 'guid:', '<', 'mail: ', 'my id=', ''])('%j is none', (field) => {
    expect(verdict(`${field}mo1rku@example.com`)).toBe('valid');
  });
});

describe('a reserved address', () => {
  it('ends where it ends', () => {
    const check = (text: string, end: number) => isReservedEmail(Buffer.from(text), 0, end);
    expect(check('password', 8)).toBe(false);
    expect(check('passwor d', 7)).toBe(false);
    expect(check('password@', 8)).toBe(false);
    expect(check('password@', 9)).toBe(true);
    expect(check('@analytical.org', 15)).toBe(false);
    expect(check('git@analytical.org', 3)).toBe(false);
    expect(check('git@analytical.org', 18)).toBe(true);
  });

  it('has a whole word for a password, with whose it is', () => {
    for (const word of ['password', 'passwd', 'passw0rd', 'pass', 'pwd', 'secret']) {
      for (const whose of ['', 'my', 'your', 'MY', 'Your'])
        expect(isReserved(isReservedEmail, `${whose}${word}@analytical.org`), whose + word).toBe(true);
      for (const other of [`${word}s`, `x${word}`, `our${word}`, `yours${word}`, word.slice(1), word.slice(0, -1)])
        expect(isReserved(isReservedEmail, `${other}@analytical.org`), other).toBe(false);
    }
    for (const word of ['anonymous', 'ANONCVS', 'Git'.toLowerCase()])
      expect(isReserved(isReservedEmail, `${word}@analytical.org`)).toBe(true);
    for (const word of ['gits', 'gi', 'hit', 'got', 'gif', 'anonymou', 'GIT'])
      expect(isReserved(isReservedEmail, `${word}@analytical.org`)).toBe(false);
  });

  it('is at a host that SSH algorithms are named after, or below it', () => {
    for (const host of ['openssh.com', 'libssh.org', 'tinyssh.org', 'OpenSSH.Com', 'x.openssh.com'])
      expect(isReserved(isReservedEmail, `aes@${host}`), host).toBe(true);
    for (const host of ['openssh.org', 'libssh.com', 'ssh.com', 'xlibssh.org', 'openssh.com.br', 'opensch.com', 'libssj.org'])
      expect(isReserved(isReservedEmail, `aes@${host}`), host).toBe(false);
  });
});
