/**
 * What is assigned to names such as `password` and `api_key`, in the syntaxes in which people write it, and what stands there in
 * ordinary code. Values are made up.
 */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { exampleValues, readExample } from '../engine/examples.js';
import { scanInput } from '../engine/segments.js';

const engine = createEngine({ detectors: CATALOGUE });
const GENERIC = new Set(['GENERIC_PASSWORD', 'GENERIC_SECRET']);

interface Found {
  readonly id: string;
  readonly span: readonly [start: number, end: number];
  readonly confidence: string;
}

/** What the engine keeps, in the text of an example. */
function found(example: string | { readonly column: string; readonly cell: string }): Found[] {
  return scanInput(engine, readExample(example).input).map(({ detector, start, end, confidence }) => ({
    id: CATALOGUE[detector]!.id,
    span: [start, end],
    confidence,
  }));
}

const generic = (example: Parameters<typeof found>[0]): Found[] => found(example).filter(({ id }) => GENERIC.has(id));

/** Random values, of which none is anybody's. */
const PASSWORDS = [
  'password = "«vT7#kQ2!mZx9»"',
  "password = '«vT7#kQ2!mZx9»'",
  'password=«vT7#kQ2!mZx9»\n',
  'password: «vT7#kQ2!mZx9»\n',
  'password: "«vT7#kQ2!mZx9»" # rotated in May\n',
  'password : «vT7kQ2mZx9Lp»\r\n',
  'PASSWORD=«Kq83-zXv71Wp»\n',
  'DB_PASSWORD=«Kq83-zXv71Wp»\n',
  'MYSQL_ROOT_PASSWORD: «Kq83-zXv71Wp»\n',
  'PGPASSWORD=«Kq83-zXv71Wp» psql -h db',
  'export ADMIN_PASSWORD="«Kq83-zXv71Wp»"',
  'set PASSWORD=«Kq83zXv71Wp»\r\n',
  '$env:DB_PASSWORD = "«Kq83-zXv71Wp»"',
  '{"password":"«vT7#kQ2!mZx9»"}',
  '{"dbPassword": "«vT7#kQ2!mZx9»", "port": 5432}',
  '{\\"password\\":\\"«vT7#kQ2!mZx9»\\"}',
  "{'password': '«vT7#kQ2!mZx9»'}",
  "'password' => '«vT7#kQ2!mZx9»',",
  '$config["password"] = "«vT7#kQ2!mZx9»";',
  "define('DB_PASSWORD', '«vT7#kQ2!mZx9»');",
  'String password = "«vT7#kQ2!mZx9»";',
  'const password: string = "«vT7#kQ2!mZx9»";',
  'let password = `«vT7#kQ2!mZx9»`;',
  'password := "«vT7#kQ2!mZx9»"',
  'var userPassword = "«vT7#kQ2!mZx9»";',
  'private static final String DB_PASSWORD = "«vT7#kQ2!mZx9»";',
  'builder.setPassword("«vT7#kQ2!mZx9»")',
  'connect(host, user, password="«vT7#kQ2!mZx9»")',
  "password = b'«vT7#kQ2!mZx9»'",
  '<password>«vT7#kQ2!mZx9»</password>',
  '<Connection user="app" password="«vT7#kQ2!mZx9»"/>',
  '<add key="SmtpPassword" value="«vT7#kQ2!mZx9»"/>',
  '<property name="password" value="«vT7#kQ2!mZx9»"/>',
  'Server=db;Database=x;User Id=app;Password=«gH5$tRw9Lk»;Encrypt=true',
  'Data Source=db;uid=app;pwd=«gH5$tRw9Lk»;',
  'jdbc:sqlserver://db;user=app;password=«gH5tRw9LkQ»;encrypt=true',
  'mysqldump --user=app --password=«gH5tRw9LkQ2z» shop',
  'curl "https://h.internal/login?user=a&password=«gH5tRw9LkQ2z»&x=1"',
  "CREATE USER app WITH PASSWORD '«vT7#kQ2!mZx9»';",
  'spring.datasource.password=«vT7kQ2mZx9Lp»\n',
  'smtp_pass: «tY4wQz81Lp0b»\n',
  'SMTP_PASS=«tY4wQz81Lp0b»\n',
  'passphrase: "«tY4-wQz81Lp0bX»"',
  'Passwort: «tY4wQz81Lp0b»\n',
  'wachtwoord = "«tY4wQz81Lp0b»"',
  'ansible_become_pass: «tY4wQz81Lp0b»\n',
  'requirepass_password = «tY4wQz81Lp0b»\n',
  'password_2 = "«tY4wQz81Lp0b»"',
];
const SECRETS = [
  'api_key = "«q7Rt2Lz9Xv4Bn8Km3Wp6»"',
  'API_KEY=«q7Rt2Lz9Xv4Bn8Km3Wp6»\n',
  'apikey: «q7Rt2Lz9Xv4Bn8Km3Wp6»\n',
  'api-key: «q7Rt2Lz9Xv4Bn8Km3Wp6»\n',
  'X-Api-Key: «q7Rt2Lz9Xv4Bn8Km3Wp6»\r\n',
  '"apiKey": "«q7Rt2Lz9Xv4Bn8Km3Wp6»"',
  '"client_secret": "«8fK2mQz7Rt5Wx1Yb4Nc6»"',
  "clientSecret: '«8fK2mQz7Rt5Wx1Yb4Nc6»',",
  'CLIENT_SECRET=«8fK2mQz7Rt5Wx1Yb4Nc6»\n',
  'export TOKEN=«d41k9fz83hxq72mvn5ta»\n',
  'SERVICE_TOKEN: «d41k9fz83hxq72mvn5ta»\n',
  'auth_token = "«d41k9fz83hxq72mvn5ta»"',
  'accessToken = "«zQ3vT8xL1mK6nR0bWc5Y»";',
  'refresh_token: «zQ3vT8xL1mK6nR0bWc5Y»\n',
  'secret: «6b2f0c94e1d87a35f9028cb4»\n',
  'SECRET_KEY = "«j2&k9w!x0zq4r7t8v1b3n»"',
  'secret_key_base: «6b2f0c94e1d87a35f9028cb46d1e70af»\n',
  'JWT_SECRET=«6b2f0c94e1d87a35f9028cb4»\n',
  "webhookSecret = '«zQ3vT8xL1mK6nR0b»'",
  'encryption_key: "«zQ3vT8xL1mK6nR0b+Yc7/w==»"',
  'signing-key=«zQ3vT8xL1mK6nR0bWc5Y»\n',
  'https://h.internal/v1?api_key=«q7Rt2Lz9Xv4Bn8Km3Wp6»&page=2',
  '--token=«d41k9fz83hxq72mvn5ta» --verbose',
  '<apiKey>«q7Rt2Lz9Xv4Bn8Km3Wp6»</apiKey>',
  'headers: { "X-Auth-Token": "«d41k9fz83hxq72mvn5ta»" }',
  '[service]\nsecret_access_key = «uG7kFe2O9xzP8JYw7GxM»\n',
  'consumer_secret="«8fK2mQz7Rt5Wx1Yb4Nc6»"',
  'AccountKey=«8fK2mQz7Rt5Wx1Yb4Nc6»;',
  'ADMIN_TOKEN=«d41k9fz83hxq72mvn5ta»\n',
  'MASTER_KEY = "«6b2f0c94e1d87a35f9028cb46d1e70af»"',
];
const FIELDS = [
  { column: 'password', cell: '«vT7#kQ2!mZx9»' },
  { column: 'userPassword', cell: '«Kq83-zXv71Wp»' },
  { column: 'DB_PASSWORD_2', cell: '«Kq83-zXv71Wp»' },
  { column: 'pwd', cell: '«vT7#kQ2!mZx9»' },
  { column: 'apiKey', cell: '«q7Rt2Lz9Xv4Bn8Km3Wp6»' },
  { column: 'API key', cell: '«q7Rt2Lz9Xv4Bn8Km3Wp6»' },
  { column: 'client_secret', cell: '«8fK2mQz7Rt5Wx1Yb4Nc6»' },
  { column: 'access-token', cell: '«d41k9fz83hxq72mvn5ta»' },
];

describe('a value that looks random, behind a name that says what it is', () => {
  it.each([...PASSWORDS, ...SECRETS, ...FIELDS].map((example) => [readExample(example).title, example] as const))(
    '%s',
    (_title, example) => {
      const { marked } = readExample(example);
      expect(generic(example).map(({ span, confidence }) => [span, confidence])).toEqual([[marked[0], 'medium']]);
    },
  );
});

describe('a value that a person made up', () => {
  it.each([
    'password=«hunter2»\n',
    'DB_PASSWORD=«berlin1987»\n',
    'password = "«letmein99»"',
    'password: "«berlin-1987»"',
    'LEDGER_API_KEY=«5f0c9e3b-71a8-4d2e-9c46-8b1d07a2f3e5»\n',
    'password: «83920174»\n',
  ])('%s is of low confidence', (example) => {
    const { marked } = readExample(example);
    expect(generic(example).map(({ span, confidence }) => [span, confidence])).toEqual([[marked[0], 'low']]);
  });
});

describe('a password that mixes its characters as rules ask', () => {
  it.each([
    'password: "«Summer2024!»"',
    'root_password: «trustno1!»\n',
    "SMTP_PASSWORD='«wren-Tangle.4471»'",
    'password=«Zeehond!1987» ip=10.0.0.1',
    'psk: «midsommar-Fika!88»\n',
  ])('%s is of medium confidence', (example) => {
    const { marked } = readExample(example);
    expect(generic(example).map(({ span, confidence }) => [span, confidence])).toEqual([[marked[0], 'medium']]);
  });

  it('is none where it is code, or where a token stands', () => {
    for (const text of ['password = s!$1!$2!', 'api_key = "«Summer2024!»"', 'password: "eu-west-1-b"'])
      expect(found(text.replace(/[«»]/g, '')).filter(({ confidence }) => confidence !== 'low')).toEqual([]);
  });
});

/** Ordinary code, documentation and data: nothing at all. */
const SILENT = [
  'password = "changeme"',
  'password: xxx\n',
  'password: xxxxxxxxxxxx\n',
  'password = "<password>"',
  'password=<your password>\n',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a shell
  'PASSWORD=${DB_PASSWORD}\n',
  'password: $DB_PASSWORD\n',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a workflow
  'password: ${{ secrets.DB_PASSWORD }}\n',
  'password = "%s"',
  'password=%(password)s\n',
  'password: "{{ vault_password }}"',
  "password = os.environ['DB_PASSWORD']",
  'password = os.getenv("DB_PASSWORD")',
  'password: process.env.DB_PASSWORD,',
  'const password = getPassword();',
  'password = null;',
  'password: undefined,',
  'password: true,',
  'password: false\n',
  'password: None\n',
  'password: string;',
  'password?: string',
  'password: String,',
  'def login(user: str, password: str) -> bool:',
  'password = user.password;',
  'this.password = password;',
  'password = options.auth.password2',
  'password = request.form["password"]',
  'password: "Enter your password"',
  'password: "Password"',
  '"password": "Passwort eingeben",',
  '"password.required": "Please enter a password"',
  '<label for="password">Password</label>',
  '<input type="password" name="password" placeholder="Password">',
  'input[type=password] { color: red; }',
  '.password:hover { color: red }',
  'password = "test"',
  "password: 'test1234',",
  'password: "dummy"',
  'password = "example123"',
  'password = "secret"',
  'password=secret123\n',
  'password = "foobar"',
  'password: "********"',
  'password: "..."',
  'The password: it must have eight characters.',
  'Password must be changed. Token: see below.',
  'password = sha256(password)',
  'password = "/etc/app/password.txt"',
  'password_file: /run/secrets/db_password\n',
  'password: vault:secret/data/db#password\n',
  'password = "https://vault.internal/v1/db"',
  'passwordHint = "vT7#kQ2!mZx9"',
  'password_hash = "vT7#kQ2!mZx9"',
  'passwordless: vT7kQ2mZx9\n',
  'bypass = "vT7#kQ2!mZx9"',
  'compass: "vT7#kQ2!mZx9"',
  'PASS: gcc.dg/vT7kQ2mZx9.c (test for excess errors)\n',
  'PASS: vT7kQ2mZx9Lp\n',
  'passport = "vT7kQ2mZx9Lp"',
  'if (password == "") return;',
  'if (password === confirmPassword) {',
  'token = lexer.nextToken();',
  'token: Token;',
  'const token = tokens[0];',
  'token = "identifier"',
  'token: "comma"',
  'token => token.value,',
  'tokens: 1024,',
  'max_tokens = 40961234',
  'token_type = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'csrf_token = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'csrfToken: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'nextPageToken: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'next_page_token: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'public_key = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'publishableApiKey: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  "pusher_app_key = 'q7Rt2Lz9Xv4Bn8Km3Wp6'",
  'recaptchaSiteKey: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'vapidKey = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'sort_key = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'object-key: q7Rt2Lz9Xv4Bn8Km3Wp6\n',
  'The host key: q7Rt2Lz9Xv4Bn8Km3Wp6\n',
  'keys = ["aws_key", "gss_krb5_rfc1964_keydata"]',
  "getConnection('jdbc:h2:mem', 'sa', 'production')",
  'curl -u "$USER:$PASSWORD" https://db.internal/',
  'mysql -u root -p shop',
  'mysql -u root -p"$MYSQL_ROOT_PASSWORD" shop',
  "sshpass -p '{{ ansible_password }}' ssh host",
  "CREATE USER 'app' IDENTIFIED BY 'password';",
  'monkey = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'keybinding: "ctrl+shift+alt+F12"',
  'key = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'secretName: "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'secret_ref: q7Rt2Lz9Xv4Bn8Km3Wp6\n',
  'secretary = "q7Rt2Lz9Xv4Bn8Km3Wp6"',
  'api_key = "YOUR_API_KEY"',
  'api_key: your-api-key-here\n',
  'apiKey: "my_api_key_123"',
  'apiKey: config.apiKey2,',
  'api_key = settings.API_KEY_1',
  'apiKey: "apiKey1234567890"',
  'api_key="0123456789abcdef"',
  'api_key = "aaaaaaaaaaaaaaaaaaaa"',
  'API_KEY_HEADER = "X-Api-Key"',
  '"integrity": "sha512-J8gB2q0xq7Rt2Lz9Xv4Bn8Km3Wp6=="',
  'checksum: 6b2f0c94e1d87a35f9028cb46d1e70af\n',
  '"sha": "6b2f0c94e1d87a35f9028cb46d1e70af12345678"',
  'id = "5f0c9e3b-71a8-4d2e-9c46-8b1d07a2f3e5"',
  'token: 1700000000\n',
  'token: 2024-03-15T10:00:00Z\n',
  'secret: v1.2.3-rc.4\n',
  'credentials: include\n',
  "credentials: 'same-origin',",
  'secret = "some_secret_value"',
  'auth_token: @auth_token\n',
  'private_key = File.read("key.pem")',
  'private_key: /etc/ssl/private/server.key\n',
  'token = "eos_token_2"',
  'access_key = ENV["ACCESS_KEY"]',
  'SECRET=$(openssl rand -hex 32)\n',
  'SECRET=`cat secret.txt`\n',
  "secret: { from: 'vault' }",
  'secret: !Ref DbSecret2\n',
  'secret: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd\n',
  'token: "user.account.token2.label"',
  'secret = new Secret2Provider();',
];
const SILENT_FIELDS = [
  { column: 'passwordHint', cell: 'vT7#kQ2!mZx9' },
  { column: 'password_changed_at', cell: '2024-03-15' },
  { column: 'password', cell: 'changeme' },
  { column: 'password', cell: 'Enter your password' },
  { column: 'token_type', cell: 'q7Rt2Lz9Xv4Bn8Km3Wp6' },
  { column: 'token', cell: 'identifier' },
  { column: 'tokens', cell: '1024' },
  { column: 'secretary', cell: 'q7Rt2Lz9Xv4Bn8Km3Wp6' },
  { column: 'api_key', cell: '' },
  { column: 'value', cell: 'vT7#kQ2!mZx9' },
];

describe('what only stands where a secret might', () => {
  it.each([...SILENT, ...SILENT_FIELDS].map((example) => [readExample(example).title, example] as const))(
    '%s',
    (_title, example) => {
      expect(generic(example)).toEqual([]);
    },
  );
});

it('there are enough of both', () => {
  expect(PASSWORDS.length + SECRETS.length + FIELDS.length).toBeGreaterThanOrEqual(60);
  expect(SILENT.length + SILENT_FIELDS.length).toBeGreaterThanOrEqual(80);
});

describe('what a detector knows', () => {
  const known = CATALOGUE.filter(({ category, id }) => category === 'credentials' && !GENERIC.has(id)).filter((sheet) =>
    exampleValues(sheet).some((value) => /^[!-~]{8,128}$/.test(value) && !/["'`<>\\]/.test(value)),
  );

  it.each(known.map((sheet) => [sheet.id, sheet] as const))('%s is not repeated behind a name', (id, sheet) => {
    const { words } = sheet.keywords;
    for (const value of exampleValues(sheet)) {
      if (!/^[!-~]{8,128}$/.test(value) || /["'`<>\\]/.test(value)) continue;
      for (const text of [`${words[0] ?? ''} token = "${value}"`, `${words[0] ?? ''} password: "${value}"`]) {
        const hits = found(text);
        if (!hits.some((hit) => hit.id === id)) continue;
        expect(
          hits.filter((hit) => GENERIC.has(hit.id)),
          `${text.length} characters, ${id}`,
        ).toEqual([]);
      }
    }
  });
});

describe('SWIFT codes', () => {
  const bic = (example: Parameters<typeof found>[0]) =>
    found(example)
      .filter(({ id }) => id === 'SWIFT_BIC')
      .map(({ span, confidence }) => [span, confidence]);

  it.each([
    'BIC: «DEUTDEFF»',
    'BIC: «DEUTDEFF500»',
    'SWIFT: «BNPAFRPPXXX»',
    'SWIFT code «HBUKGB4B»',
    'SWIFT/BIC: «UBSWCHZH80A»',
    'BIC/SWIFT-Code: «COBADEFFXXX»',
    'BIC (SWIFT): «NDEASESS»',
    'Bank Identifier Code: «INGBNL2A»',
    'bic="«INGBNL2A»"',
    '"swift": "«INGBNL2A»"',
    '<BIC>«INGBNL2A»</BIC>',
    'Código SWIFT: «CAIXESBB»',
    'Codice BIC «UNCRITMM»',
    'code BIC : «BNPAFRPP»',
    'Der BIC ist: «DEUTDEFF»',
    'SWIFT_CODE=«CHASUS33»',
    { column: 'bic', cell: '«CHASUS33»' },
    { column: 'bankSwiftCode', cell: '«DEUTDEFF500»' },
  ])('%s', (example) => {
    expect(bic(example)).toEqual([[readExample(example).marked[0], 'medium']]);
  });

  it.each([
    'DEUTDEFF',
    'BIC: DEUTXXFF',
    'cubic: DEUTDEFF',
    'SWIFT: deutdeff',
    'SWIFT: DEUTDEFF5',
    'SWIFT: DEUTDEFF5001',
    'Swift is a language. ABSOLUTE',
    'import SwiftUI',
    { column: 'arabic', cell: 'DEUTDEFF' },
    { column: 'bic', cell: 'DEUTDEFF and more' },
  ])('not in %s', (example) => {
    expect(bic(example)).toEqual([]);
  });

  it('of test and training are of low confidence', () => {
    expect(bic('BIC: DEUTDEF0')).toEqual([[[5, 13], 'low']]);
  });
});
