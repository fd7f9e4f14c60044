/** Password that is assigned to a name, in configuration, code, data or a command. */
import { assignedPassword, isGuessable } from '../../validators/assigned-secret.js';
import { defineDetector, type FormSpec } from '../define.js';
import { anyCase, assignedForms, BARE } from './assignment.js';

/** Apart, since raw text cannot be escaped where the program is packed as ASCII. */
const N_TILDE = 'ñ';

export const genericPassword = defineDetector({
  id: 'GENERIC_PASSWORD',
  name: 'Password assigned to a name',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    ...assignedForms({
      names: [
        // `passe` ends `mot de passe`.
        'pass(?:wort|e|[_-]?phrase)?',
        'pwd',
        'kennwort',
        `contrase(?:n|${N_TILDE})a`,
        'wachtwoord',
      ],
      inner: [anyCase('passw(?:or)?d'), 'Passphrase', 'Pwd', 'Pass'],
      least: 4,
      most: 128,
      validator: assignedPassword,
    }),
    // The option of a command, what is told in a message, and the line of a host in `.netrc`.
    ...[
      '-[Pp]assword[ \\t]{1,4}["\'\x60]?',
      'assword is:? ["\'\x60]?',
      'login[ \\t]{1,4}[!-~]{1,64}[ \\t\\r\\n]{1,8}password[ \\t]{1,4}',
    ].map(
      (before): FormSpec => ({
        before,
        pattern: `${BARE}{4,128}`,
        boundary: 'none',
        keywordMode: 'none',
        validator: assignedPassword,
      }),
    ),
  ],
  boundary: 'none',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'password',
      'passwd',
      'passwort',
      'passphrase',
      'pass phrase',
      'pwd',
      'kennwort',
      'contraseña',
      'contrasena',
      'wachtwoord',
      'mot de passe',
      'mdp',
      'senha',
      'hasło',
      'heslo',
      'lösenord',
      'salasana',
      'jelszó',
      'parola',
      'пароль',
      'pass',
    ],
  },
  validator: assignedPassword,
  reserved: isGuessable,
  generic: true,
  // People choose passwords from few: no hash of one is published.
  space: 'small',
  examples: {
    match: [
      'password = "«vT7#kQ2!mZx9»"',
      'DB_PASSWORD=«Kq83-zXv71Wp»\n',
      "'smtp_pass' => '«tY4-wQz81Lp0»',",
      'Server=db;User Id=app;Pwd=«gH5$tRw9Lk»;Encrypt=true',
      'Connect-Server -User mira -Password «Kq83-zXv71Wp»',
      'The password is «Kq83-zXv71Wp», please change it',
      'wifi : mot de passe : «Kq83-zXv71Wp»\n',
      'contraseña: «vT7#kQ2!mZx9»\n',
      { column: 'senha', cell: '«vT7#kQ2!mZx9»' },
      { column: 'mdp', cell: '«vT7#kQ2!mZx9»' },
      'password                 = "«vT7#kQ2!mZx9»"',
      '- name: DB_PASSWORD\n  value: "«vT7#kQ2!mZx9»"\n',
      '{ name = "DB_PASSWORD", value = "«vT7#kQ2!mZx9»" }',
      'machine db.internal login mira password «Kq83-zXv71Wp»\n',
      { column: 'userPassword', cell: '«vT7#kQ2!mZx9»' },
    ],
    noMatch: [
      ['password: "Enter your password"', 'validator: the quote does not close behind it'],
      ['password = process.env.DB_PASSWORD', 'validator: a variable'],
      ['DB_PASSWORD=changeme\n', 'validator: a placeholder'],
      ['define($user, $password = "", $timeout = "0")', 'validator: an empty string'],
      ['the password is required', 'validator: a word'],
      ['--password PASSWORD', 'validator: a word'],
      ['passwordHint = "vT7#kQ2!mZx9"', 'pattern: another name'],
      [{ column: 'passwordHint', cell: 'vT7#kQ2!mZx9' }, 'keyword: the name does not end with it'],
    ],
  },
  references: ['CWE-798: use of hard-coded credentials', 'CWE-256: plaintext storage of a password'],
});
