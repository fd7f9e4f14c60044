/** URL that carries a password: data bases, queues, proxies, repositories; and what two data bases take in place of one. */
import { connectionPassword } from '../../validators/connection-string.js';
import { isReservedUrlHost, urlPassword } from '../../validators/url-password.js';
import { LOCAL_PART } from '../contact/email-address.js';
import { defineDetector } from '../define.js';

/** Unreserved characters, percent escapes and sub-delimiters of RFC 3986, without quotes. */
const USER = `[A-Za-z0-9._~%!$&*+,;=-]*`;
const PASSWORD = `[A-Za-z0-9._~%!$&*+,;=:#?^()-]+`;
const LABEL = '[A-Za-z0-9_][A-Za-z0-9_-]*';
/** `password@tcp(host:port)` and `password@//host:port/service`: the user before it is read by the check, which also knows how each goes on. */
const CONNECTION = String.raw`${LOCAL_PART}{1,64}@[A-Za-z0-9/][A-Za-z0-9_./(-]{0,99}:(?:15[0-9]{2}[/:][A-Za-z][A-Za-z0-9_.]{0,62}|[0-9]{4,5}\))`;

export const urlWithPassword = defineDetector({
  id: 'URL_WITH_PASSWORD',
  name: 'URL with password',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  // Self-evident, so that the address that `password@host` looks like does not take its place.
  forms: [
    {
      pattern: String.raw`[A-Za-z][A-Za-z0-9+.-]{1,30}://${USER}:${PASSWORD}@${LABEL}(?:\.${LABEL})*`,
      maxLength: 1024,
      selfEvident: true,
    },
    {
      pattern: String.raw`[A-Za-z][A-Za-z0-9+.-]{1,30}://${USER}:${PASSWORD}@\[[0-9A-Fa-f:.]{2,45}\]`,
      maxLength: 512,
      selfEvident: true,
    },
    { pattern: CONNECTION, selfEvident: true, validator: connectionPassword },
  ],
  boundary: 'mail',
  // Random text has no `://`, `:` and `@` in these places.
  falseAccept: 0.0001,
  keywords: {
    mode: 'none',
    words: [
      'database url',
      'connection string',
      'dsn',
      'db url',
      'database uri',
      'redis url',
      'mongodb uri',
      'amqp',
      'jdbc',
      'proxy',
    ],
  },
  validator: urlPassword,
  reserved: isReservedUrlHost,
  tagFrom: 12,
  examples: {
    match: [
      'DATABASE_URL=«postgres://app:h7Kq-pZ2v@db.internal»:5432/main',
      'proxy «http://mira:Zk8-wuT5qa@[fd12:3456::1]»:3128',
      'CACHE = "«redis://:Tz81kqQm@cache»:6379"',
      'dsn := "app:«h7Kq-pZ2v@tcp(db.internal:3306)»/shop?parseTime=true"',
      'sqlplus app/«h7Kq-pZ2v@//db.internal:1521/ORCL»',
      'jdbc:oracle:thin:app/«h7Kq-pZ2v@db.internal:1521:ORCL»',
      { column: 'dsn', cell: '«mongodb+srv://svc:Qk3v9zLm@cluster0.ab1cd.mongodb.net»/x' },
    ],
    noMatch: [
      ['http://user:password@db.internal/', 'validator: a placeholder'],
      ['http://user:%s@db.internal/', 'validator: a variable'],
      ['oracle://scott:tiger@db.internal/', 'validator: a sample that everyone knows'],
      ['root:password@tcp(db.internal:3306)/shop', 'validator: a placeholder'],
      ['scott/tiger@db.internal:1521/ORCL', 'validator: a sample that everyone knows'],
      ['h7Kq-pZ2v@tcp(db.internal:3306)/shop', 'validator: no user'],
      ['http://db.internal:8080/a@b', 'pattern: a port, not a password'],
      ['https://medium.com/@user:x', 'pattern: no user information'],
    ],
  },
  references: [
    'Go MySQL driver: DSN, Oracle: easy connect naming',
    'RFC 3986 section 3.2.1',
    'CWE-522: insufficiently protected credentials',
  ],
});
