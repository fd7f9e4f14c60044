/** Password that is assigned to a name, in configuration, code, data or a command. */
import { assignedPassword, isGuessablePassword, passwordBehindWord } from '../../validators/assigned-secret.js';
import { passwordFileEntry } from '../../validators/connection-string.js';
import { defineDetector, type FormSpec } from '../define.js';
import { anyCase, assignedForms, BARE } from './assignment.js';

/** Apart, since raw text cannot be escaped where the program is packed as ASCII. */
const N_TILDE = 'ñ';
const L_STROKE = 'ł';

const APP_PASSWORD = '[a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4}';

/** A string or the name of a variable before others. */
const ARGUMENT = String.raw`(?:["'][^"'\n]{0,80}["']|[$A-Za-z_.]{1,30}) ?, ?`;

/** Of a command, up to what ends it. */
const ARGUMENTS = "[ !-%'-:<-{}~]{0,80}";

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
        'pass(?:wort|ord|e|[_-]?phrase)?',
        'pwd',
        'psk',
        'kennwort',
        `contrase(?:n|${N_TILDE})a`,
        'wachtwoord',
        'senha',
        `has(?:l|${L_STROKE})o`,
        'mdp',
      ],
      inner: [anyCase('pass(?:w(?:or)?d|e)'), 'Passphrase', 'Pwd', 'Pass', '_[Pp][Ww]'],
      least: 4,
      most: 128,
      validator: assignedPassword,
    }),
    // Google's passwords for programs, which are written in groups.
    { pattern: APP_PASSWORD, boundary: 'none', keywordMode: 'named', validator: assignedPassword },
    {
      before: String.raw`[Pp][Aa][Ss][Ss](?:[Ww](?:[Oo][Rr])?[Dd])?["']?\]? ?[:=,]>? ?["']`,
      pattern: APP_PASSWORD,
      boundary: 'none',
      keywordMode: 'none',
      validator: assignedPassword,
    },
    // Two letters alone are no mark, so that the sign stands directly behind them.
    {
      before: '[Pp][Ww][:=] ?["\']?',
      pattern: `${BARE}{4,128}`,
      boundary: 'digit',
      keywordMode: 'none',
      validator: passwordBehindWord,
    },
    // A line of PostgreSQL's password file, from its port on.
    {
      before: '[0-9]{4,5}:[A-Za-z0-9_*.-]{1,40}:[A-Za-z0-9_*.-]{1,40}:',
      pattern: String.raw`(?:\\[!-~]|[!-9;-\[\]-~]){6,128}`,
      boundary: 'token',
      keywordMode: 'none',
      validator: passwordFileEntry,
    },
    // Options of commands, what is told in a message, the line of a host in `.netrc`, statements and settings that name it otherwise.
    ...[
      'sshpass -p ?["\']?',
      'curl(?: [!-~]{1,60}){0,6} -(?:u ?|-user[ =])["\']?[A-Za-z0-9_.@-]{1,40}:',
      '(?:mysql|mysqldump|mysqladmin)(?: [!-~]{1,40}){0,6} -p["\']?',
      'ecureString (?:-String )?["\']',
      'IDENTIFIED BY ["\']',
      // Arguments without a name: user and password of `SetBasicAuth`, `getConnection`, `new NetworkCredential`.
      `(?:asicAuth|redentials?)\\(${ARGUMENT}["']`,
      `onnect(?:ion)?\\(${ARGUMENT}${ARGUMENT}["']`,
      '-[Pp]assw(?:or)?d[ \\t]{1,4}["\'\x60]?',
      '[Pp][Aa][Ss][Ss](?:word is|wort (?:lautet|ist)|e est):? ["\'\x60]?',
      '-(?:store|key)pass[ \\t]{1,4}["\']?',
      'login[ \\t]{1,4}[!-~]{1,64}[ \\t\\r\\n]{1,8}password[ \\t]{1,4}',
      // `docker login`, `podman login`, `az login`; clients and settings of Redis.
      `login${ARGUMENTS} -p ["']?`,
      `redis-cli${ARGUMENTS} (?:-a|--pass) ["']?`,
      '(?:requirepass|masterauth)[ \\t]{1,8}["\']?',
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
      'passcode',
      'psk',
      'admin pw',
      'db pw',
      'user pw',
      'haslo',
      'passord',
      'adgangskode',
      'şifre',
      'sifre',
      'jelszo',
      '密码',
      'パスワード',
      '비밀번호',
    ],
  },
  validator: assignedPassword,
  reserved: isGuessablePassword,
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
      { column: 'haslo', cell: '«vT7#kQ2!mZx9»' },
      'haslo=«Kq83-zXv71Wp»\n',
      'motdepasse=«Kq83-zXv71Wp»\n',
      'MDP=«Kq83-zXv71Wp»\n',
      "SENHA = '«Kq83-zXv71Wp»'",
      'login mira, pw: «Kq83-zXv71Wp»\n',
      'Le mot de passe est «Kq83-zXv71Wp», merci',
      'Das Passwort lautet: «Kq83-zXv71Wp»\n',
      'keytool -list -storepass «Kq83-zXv71Wp»\n',
      'curl -usvc:«Kq83-zXv71Wp» https://db.internal/',
      'mysql -h db.internal -P 3306 -u root -p"«Kq83-zXv71Wp»" shop',
      'Connect-Server --passwd «Kq83-zXv71Wp»\n',
      'password                 = "«vT7#kQ2!mZx9»"',
      '- name: DB_PASSWORD\n  value: "«vT7#kQ2!mZx9»"\n',
      '{ name = "DB_PASSWORD", value = "«vT7#kQ2!mZx9»" }',
      'machine db.internal login mira password «Kq83-zXv71Wp»\n',
      "EMAIL_HOST_PASSWORD = '«vqkh wzra tmbx efju»'",
      { column: 'password', cell: '«vqkh wzra tmbx efju»' },
      'psk="«gH5tRw9LkQ2m»"',
      'DB_PW=«Kq83-zXv71Wp»\n',
      "sshpass -p '«Kq83-zXv71Wp»' ssh host",
      'curl -s -u svc:«Kq83-zXv71Wp» https://db.internal/',
      'mysql -u root -p«Kq83-zXv71Wp» shop',
      'docker login -u svc -p «Kq83-zXv71Wp» registry.internal',
      'redis-cli -h cache -a «Kq83-zXv71Wp» ping',
      'requirepass «Kq83-zXv71Wp»\n',
      'masterauth "«Kq83-zXv71Wp»"\n',
      '*:5432:shop:app:«Kq83-zXv71Wp»\n',
      'db.internal:5432:*:app:«Kq83-z\\:Xv71Wp»\n',
      'ConvertTo-SecureString "«Kq83-zXv71Wp»" -AsPlainText',
      "CREATE USER 'app' IDENTIFIED BY '«Kq83-zXv71Wp»';",
      'req.SetBasicAuth("svc", "«Kq83-zXv71Wp»")',
      'getConnection(URL, "app", "«Kq83-zXv71Wp»")',
      { column: 'adminPw', cell: '«vT7#kQ2!mZx9»' },
      { column: 'userPassword', cell: '«vT7#kQ2!mZx9»' },
    ],
    noMatch: [
      ['password: "Enter your password"', 'validator: the quote does not close behind it'],
      ['password = process.env.DB_PASSWORD', 'validator: a variable'],
      ['DB_PASSWORD=changeme\n', 'validator: a placeholder'],
      ['define($user, $password = "", $timeout = "0")', 'validator: an empty string'],
      ['the password is required', 'validator: a word'],
      ['Das Passwort ist falsch', 'validator: a word'],
      ['pw = pwd.getpwnam(user)', 'validator: code'],
      ["<g;u%Rn.~<5p[x'eNZtR@3p]Pw:5pZhNvjBp.woe_g5u-r4JwF!, ", 'validator: the name is no word of its own'],
      ['npw=Kq83-zXv71Wp', 'keyword: part of a longer name'],
      ['--password PASSWORD', 'validator: a word'],
      ['docker login -p $DOCKER_PASSWORD', 'validator: a variable'],
      ['# requirepass foobared', 'validator: a placeholder'],
      ['*:5432:shop:app:password\n', 'validator: a placeholder'],
      ['password: "some pass from here"', 'validator: words'],
      ['getConnection(URL, "app", "production")', 'validator: a word'],
      ['passwordHint = "vT7#kQ2!mZx9"', 'pattern: another name'],
      // The code of Palau heads columns too.
      [{ column: 'PW', cell: 'vT7#kQ2!mZx9' }, 'keyword: two letters are no name of a field'],
      [{ column: 'passwordHint', cell: 'vT7#kQ2!mZx9' }, 'keyword: the name does not end with it'],
    ],
  },
  references: ['CWE-798: use of hard-coded credentials', 'CWE-256: plaintext storage of a password'],
});
