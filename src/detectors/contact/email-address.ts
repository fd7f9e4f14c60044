/** E-mail address, with the letters of Latin, Greek and Cyrillic in local part and host (RFC 6531); of other scripts in ASCII form (`xn--…`) only. */
import { emailAddress as emailValidator, isReservedEmail } from '../../validators/email-address.js';
import { defineDetector } from '../define.js';

/** Letters of two bytes. What stands beside an address in other scripts may be a word of the sentence, which has no spaces. */
const LETTERS = String.raw`A-Za-z0-9\x{C0}-\x{53F}`;
/** Before the `@`; whatever else is found by that sign takes the same characters, so that its start is known. */
export const LOCAL_PART = `[${LETTERS}._%+-]`;
const LABEL = `[${LETTERS}][${LETTERS}-]*`;

export const emailAddress = defineDetector({
  id: 'EMAIL_ADDRESS',
  name: 'E-mail address',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: String.raw`${LOCAL_PART}{1,64}@${LABEL}(?:\.${LABEL})+`, maxLength: 320 },
    // An apostrophe closes a string in text; in a field of addresses it belongs to a name (`o'connor`).
    {
      pattern: String.raw`${LOCAL_PART}{1,32}'${LOCAL_PART}{1,64}@${LABEL}(?:\.${LABEL})+`,
      keywordMode: 'named',
      maxLength: 320,
    },
  ],
  boundary: 'mail',
  // Random printable text has no such thing around an `@` once in 10,000 lines. (Of random hosts, 6 in 1,000 exist at the top.)
  falseAccept: 0.0001,
  keywords: {
    mode: 'none',
    words: ['email', 'e mail', 'mail', 'mailto', 'contact', 'correo', 'courriel', 'posta elettronica', 'adresse mail'],
  },
  validator: emailValidator,
  reserved: isReservedEmail,
  reservedCountsInFields: true,
  normal: 'lower',
  tagFrom: 6,
  examples: {
    match: [
      'write to «ada.lovelace@analytical.org».',
      'Cc: Jo <«jo+news@mail.corp.co.uk»>',
      'mailto:«svc_report@xn--bcher-kva.de»?subject=x',
      'Mail: «jürgen.becker@lindenhof.de»',
      '„«søren@bjørk.dk»“',
      'почта:«мария.иванова@почта.рф»',
      '邮箱：请联系«lin.wei@163.com»谢谢',
      { column: 'email', cell: '«N.Okafor@163.com»' },
      { column: 'email', cell: "«mary.o'connor@analytical.org»" },
    ],
    noMatch: [
      ['background: url(icon@2x.png)', 'validator: png is no top-level domain'],
      ['npm i lodash@4.17.21', 'validator: 21 is no top-level domain'],
      ['root@server.internal', 'validator: internal is no top-level domain'],
      ['+I3:;9-@24B.EC$#-:', 'validator: two characters in capitals'],
      ['a..b@analytical.org', 'validator: two dots together'],
      ['<doctest fixture@module.py[0]>', 'validator: a Python file'],
      ['Message-ID: <20050713212311.GC4701@andy.analytical.org>', 'validator: names a message'],
      ['References: <4B66B890.4070408@analytical.org>', 'validator: names a message'],
      ['In-Reply-To: <07c06d79-0828-b564-d604-fd16c7c86ebe@analytical.org>', 'validator: names a message'],
    ],
  },
  references: [
    'RFC 5321 section 4.1.2',
    'RFC 6531 section 3.3',
    'RFC 2606 and RFC 6761: reserved names',
    'IANA: root zone database',
  ],
});
