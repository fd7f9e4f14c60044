"""Credentials with an inner structure: signed tokens, key blocks, headers, connection strings, tokens with a checksum.

A line break inside a value is written as \\n in the files.
"""

import base64
import json
import zlib

from payments import BECH32, bech32_checksum, five_bits
from source import BASE62, values

BASE64 = BASE62 + '+/'
LINE_BREAK = '\\n'


def random_bytes(source, length):
    return bytes(source.below(256) for _ in range(length))


def base64_lines(data, width=64):
    text = base64.b64encode(data).decode()
    return LINE_BREAK.join(text[i : i + width] for i in range(0, len(text), width))


def block(label, body, headers=''):
    return LINE_BREAK.join([f'-----BEGIN {label}-----', headers + body, f'-----END {label}-----'])


def base62(number, length):
    out = ''
    while number:
        number, rest = divmod(number, 62)
        out = BASE62[rest] + out
    return out.rjust(length, '0')


def url_base64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip('=')


@values('GITHUB_TOKEN', 'prefix of the kind, 30 letters and digits, CRC32 of them in base 62 (six); fine-grained tokens github_pat_ 22 _ 59, whose last six are taken for random', basis='issuer (Behind GitHub\'s new authentication token formats)')
def github(source):
    if source.below(5) == 0:
        return f'github_pat_11{source.text(BASE62[:36], 20)}_{source.text(BASE62, 59)}'
    return source.pick(['ghp_', 'ghp_', 'gho_', 'ghu_', 'ghs_']) + with_crc(source.text(BASE62, 30))


def with_crc(body):
    return body + base62(zlib.crc32(body.encode()), 6)


@values('NPM_TOKEN', 'npm_, 30 letters and digits, CRC32 of them in base 62 (six)', basis='issuer (GitHub blog on the npm token format)')
def npm(source):
    return 'npm_' + with_crc(source.text(BASE62, 30))


BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'


def base36(number, length):
    out = ''
    while number:
        number, rest = divmod(number, 36)
        out = BASE36[rest] + out
    return out.rjust(length, '0')


@values('GITLAB_TOKEN', 'prefix of the kind and 20 characters of base64url (trigger tokens 40 hexadecimal digits); routable tokens with length and CRC32 in base 36; runner registration tokens', basis='issuer (token overview, routable tokens)')
def gitlab(source):
    kind = source.below(4)
    if kind == 0:
        payload = source.text(BASE62 + '-_', source.between(27, 40))
        checked = f'{source.pick(["glpat-", "glrt-"])}{payload}.{source.pick(["", "01."])}{base36(len(payload), 2)}'
        return checked + base36(zlib.crc32(checked.encode()), 7)
    if kind == 1:
        return 'glptt-' + source.text('0123456789abcdef', 40)
    return source.pick(['glpat-', 'glpat-', 'gldt-', 'glrt-', 'glcbt-64_', 'GR1348941']) + source.text(BASE62 + '-_', 20)


@values('JSON_WEB_TOKEN', 'RFC 7519: base64url of a header with alg, of claims, and of a signature of the length of the algorithm')
def jwt(source):
    algorithm, length = source.pick([('HS256', 32), ('RS256', 256), ('ES256', 64), ('HS512', 64), ('EdDSA', 64)])
    header = {'alg': algorithm, 'typ': 'JWT'}
    if source.below(3) == 0:
        header = {'typ': 'JWT', 'alg': algorithm, 'kid': source.digits(6)}
    claims = {'sub': source.digits(10), 'name': source.pick(['A. Reader', 'Build Agent', 'svc-export']), 'iat': 1700000000 + source.below(90000000)}
    parts = [json.dumps(part, separators=(',', ':')).encode() for part in (header, claims)]
    return '.'.join(url_base64(part) for part in [*parts, random_bytes(source, length)])


@values('OPENSSH_PRIVATE_KEY', 'openssh-key-v1 in PEM armour, cipher none, a key of Ed25519 of random bytes')
def openssh(source):
    text = lambda data: len(data).to_bytes(4, 'big') + data  # noqa: E731
    public = text(b'ssh-ed25519') + text(random_bytes(source, 32))
    body = b'openssh-key-v1\0' + text(b'none') + text(b'none') + text(b'') + (1).to_bytes(4, 'big') + text(public)
    return block('OPENSSH PRIVATE KEY', base64_lines(body + text(random_bytes(source, 136)), 70))


def crc24(data):
    """RFC 4880, section 6.1."""
    crc = 0xB704CE
    for byte in data:
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            crc ^= 0x1864CFB if crc & 0x1000000 else 0
    return base64.b64encode((crc & 0xFFFFFF).to_bytes(3, 'big')).decode()


@values('PGP_PRIVATE_KEY', 'RFC 4880 armour of a secret key packet of version 4, with the CRC-24 line; a Version header at times')
def pgp(source):
    packet = b'\x95\x01\x86\x04' + random_bytes(source, 300)
    headers = source.pick(['', f'Version: GnuPG v2{LINE_BREAK}'])
    return block('PGP PRIVATE KEY BLOCK', f'{base64_lines(packet)}{LINE_BREAK}={crc24(packet)}', headers + LINE_BREAK)


@values('PKCS', 'PEM blocks of PKCS#1, PKCS#8 and encrypted PKCS#8: an ASN.1 sequence of the right start, random after it')
def pkcs(source):
    label, start = source.pick([('RSA PRIVATE KEY', bytes.fromhex('308204a40201000282010100')), ('PRIVATE KEY', bytes.fromhex('308204bd020100300d06092a864886f70d0101010500048204a7')), ('ENCRYPTED PRIVATE KEY', bytes.fromhex('308204e3301d06092a864886f70d01050d'))])
    return block(label, base64_lines(start + random_bytes(source, 180)))


@values('PUTTY_PRIVATE_KEY', 'PuTTY-User-Key-File 2 and 3, unencrypted: the header lines in their order and base64 lines')
def putty(source):
    version, algorithm = source.pick([2, 3, 3]), source.pick(['ssh-rsa', 'ssh-ed25519'])
    public, private = base64_lines(random_bytes(source, 90)), base64_lines(random_bytes(source, 72))
    mac = random_bytes(source, 20 if version == 2 else 32).hex()
    lines = [f'PuTTY-User-Key-File-{version}: {algorithm}', 'Encryption: none', f'Comment: key-{source.digits(8)}']
    lines += [f'Public-Lines: {public.count(LINE_BREAK) + 1}', public, f'Private-Lines: {private.count(LINE_BREAK) + 1}', private, f'Private-MAC: {mac}']
    return LINE_BREAK.join(lines)


@values('HTTP_BASIC_AUTH_HEADER', 'RFC 7617: Authorization or Proxy-Authorization, Basic, base64 of user and password; lower case at times')
def basic(source):
    user = source.pick(['deploy', 'admin', 'svc-report', 'jane.roe', 'build'])
    pair = base64.b64encode(f'{user}:{source.text(BASE62, source.between(8, 18))}'.encode()).decode()
    return f'{source.pick(["Authorization", "Authorization", "authorization", "Proxy-Authorization"])}: Basic {pair}'


@values('HTTP_COOKIE', 'RFC 6265: Cookie with pairs, or Set-Cookie with one pair and attributes')
def cookie(source):
    pairs = [f'session={source.text("0123456789abcdef", 32)}', f'sid={source.text(BASE62, 24)}', f'csrftoken={source.text(BASE62, 32)}', f'_ga=GA1.2.{source.digits(9)}.{source.digits(10)}', f'JSESSIONID={source.text("0123456789ABCDEF", 32)}', 'lang=en']
    if source.below(2):
        return 'Cookie: ' + '; '.join(sorted({source.pick(pairs[:-1]), source.pick(pairs)}))
    return 'Set-Cookie: ' + source.pick(pairs[:-1]) + source.pick(['; Path=/; HttpOnly', '; Secure; HttpOnly; SameSite=Lax', '; Max-Age=3600; Path=/', '; Expires=Wed, 21 Oct 2026 07:28:00 GMT'])


@values('URL_WITH_PASSWORD', 'RFC 3986 with user and password before the host; database, message queue, FTP and web schemes')
def url(source):
    scheme, port = source.pick([('postgres', 5432), ('postgresql', 5432), ('mysql', 3306), ('mongodb', 27017), ('redis', 6379), ('amqp', 5672), ('https', 443), ('ftp', 21)])
    password = source.text(BASE62, source.between(9, 20)) + source.pick(['', '', '!', '%40x', '-7'])
    host = source.pick(['db.internal', 'queue-2.prod.acme.io', '10.4.7.12', 'files.northwind.net'])
    return f'{scheme}://{source.pick(["app", "svc_user", "reporting", "root"])}:{password}@{host}:{port}' + source.pick(['', '/main', '/orders?ssl=true'])


@values('AWS_CREDENTIALS', '40 characters of base64 with digits and letters of both cases', basis='issuer shows the shape in its examples')
def aws_secret(source):
    return source.text(BASE64, 40)


@values('AWS_ACCESS_KEY_ID', 'AKIA or ASIA and 16 of A-Z and 2-7: base32 of account and key id', basis='published analysis of the format')
def aws_key_id(source):
    return source.pick(['AKIA', 'AKIA', 'ASIA']) + source.pick('IJKLMNOPQRSTUVWXYZ234567') + source.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 15)


@values('AZURE_STORAGE_ACCOUNT_KEY', 'connection string with AccountName and AccountKey, the key 64 bytes of base64')
def azure_storage(source):
    key = base64.b64encode(random_bytes(source, 64)).decode()
    return f'DefaultEndpointsProtocol=https;AccountName={source.pick(["logs", "media", "export"])}{source.digits(4)};AccountKey={key};EndpointSuffix=core.windows.net'


@values('AZURE_SAS_TOKEN', 'shared access signature: version, services, times, permissions, sig of 32 bytes in percent-encoded base64', basis='issuer (Create an account SAS)')
def azure_sas(source):
    signature = base64.b64encode(random_bytes(source, 32)).decode().replace('+', '%2B').replace('/', '%2F').replace('=', '%3D')
    return f'sv=2022-11-02&ss=b&srt=sco&sp=rl&se=20{source.between(26, 32)}-0{source.between(1, 9)}-01T00:00:00Z&st=2025-01-01T00:00:00Z&spr=https&sig={signature}'


@values('AGE_SECRET_KEY', 'AGE-SECRET-KEY-1, bech32 in capitals of 32 bytes (checksum of BIP 173)', basis='issuer (age specification)')
def age(source):
    data = five_bits(random_bytes(source, 32))
    return ('age-secret-key-1' + ''.join(BECH32[s] for s in data + bech32_checksum('age-secret-key-', data, 1))).upper()


@values('PYPI_TOKEN', 'pypi- and a macaroon in base64url that starts with the location pypi.org', basis='issuer (PEP and warehouse documentation)')
def pypi(source):
    return 'pypi-' + url_base64(bytes([2, 1, 8]) + b'pypi.org' + bytes([2, 0x24]) + random_bytes(source, source.between(110, 130)))


@values('CRATES_IO_TOKEN', 'cio and 32 letters and digits', basis='issuer (crates.io source)')
def crates(source):
    return 'cio' + source.text(BASE62, 32)


@values('DISCORD_BOT_TOKEN', 'base64 of the bot id, six characters of time, 27 or 38 of the signature, with dots', basis='issuer shows the shape in its reference')
def discord(source):
    identity = url_base64(str(source.between(10**17, 10**18 - 1)).encode())
    return f'{identity}.{source.text(BASE62 + "-_", 6)}.{source.text(BASE62 + "-_", source.pick([27, 38]))}'


@values('FACEBOOK_ACCESS_TOKEN', 'EAA and base64-like letters and digits, or app id, bar and secret', basis='published patterns of scanners')
def facebook(source):
    return source.pick(['EAA' + source.pick('MC') + source.text(BASE62, source.between(100, 180)), f'{source.digits(source.pick([15, 16]))}|{source.text(BASE62 + "-_", 27)}'])


@values('MAPBOX_SECRET_TOKEN', 'sk. and a JSON of user and id in base64url, dot, 22 characters of the signature', basis='issuer (Access tokens)')
def mapbox(source):
    claims = json.dumps({'u': source.pick(['northwind', 'acme-maps', 'tanagra']), 'a': 'c' + source.text('abcdefghijklmnopqrstuvwxyz0123456789', 24)}, separators=(',', ':'))
    return f'sk.{url_base64(claims.encode())}.{source.text(BASE62 + "-_", 22)}'


@values('GRAFANA_TOKEN', 'glsa_ 32 letters and digits _ CRC32 in eight hexadecimal digits, or glc_ and base64 of a JSON', basis='issuer (service account tokens, grafana source)')
def grafana(source):
    if source.below(3) == 0:
        claims = json.dumps({'o': source.digits(6), 'n': 'stack-read', 'k': source.text(BASE62, 24), 'm': {'r': 'eu'}}, separators=(',', ':'))
        return 'glc_' + base64.b64encode(claims.encode()).decode()
    secret = source.text(BASE62, 32)
    return f'glsa_{secret}_{zlib.crc32(secret.encode()):08x}'


@values('CONFLUENT_API_SECRET', 'cflt and 60 characters of base64 whose end is a checksum, or 64 characters of the older secrets; the newer form not written for lack of the checksum', basis='memory')
def confluent(source):
    return source.text(BASE64, 64)


@values('SENTRY_TOKEN', 'sntryu_ and 64 hexadecimal digits, or sntrys_, base64 of a JSON, _ and 43 characters', basis='issuer (Sentry auth tokens)')
def sentry(source):
    if source.below(2):
        return 'sntryu_' + source.text('0123456789abcdef', 64)
    claims = json.dumps({'iat': 1700000000 + source.below(90000000) + 0.5, 'url': 'https://sentry.io', 'region_url': 'https://us.sentry.io', 'org': source.pick(['acme', 'northwind', 'tanagra'])}, separators=(',', ':'))
    return f'sntrys_{base64.b64encode(claims.encode()).decode()}_{source.text(BASE64, 43)}'


@values('ONEPASSWORD_SERVICE_ACCOUNT_TOKEN', 'ops_ and base64url of a JSON that starts with signInAddress', basis='published patterns of scanners')
def onepassword(source):
    claims = {'signInAddress': 'my.1password.com', 'userAuth': {'method': 'SRPg-4096', 'alg': 'PBES2g-HS256', 'iterations': 650000, 'salt': source.text(BASE62, 22)}, 'email': f'{source.text("abcdefghijklmnopqrstuvwxyz234567", 13)}@1passwordserviceaccounts.com', 'srpX': source.text('0123456789abcdef', 64), 'muk': {'alg': 'A256GCM', 'ext': True, 'k': source.text(BASE62 + '-_', 43), 'key_ops': ['encrypt', 'decrypt'], 'kty': 'oct', 'kid': 'mp'}}
    return 'ops_' + url_base64(json.dumps(claims, separators=(',', ':')).encode())


@values('SLACK_TOKEN', 'xoxb, xoxp, xoxa with ids and secret, xapp-1, or a webhook address', basis='issuer (Token types)')
def slack(source):
    kinds = [
        lambda: f'xoxb-{source.digits(12)}-{source.digits(13)}-{source.text(BASE62, 24)}',
        lambda: f'xoxp-{source.digits(12)}-{source.digits(12)}-{source.digits(13)}-{source.text("0123456789abcdef", 32)}',
        lambda: f'xapp-1-A0{source.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 9)}-{source.digits(13)}-{source.text("0123456789abcdef", 64)}',
        lambda: f'https://hooks.slack.com/services/T0{source.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 9)}/B0{source.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 9)}/{source.text(BASE62, 24)}',
    ]
    return source.pick(kinds)()


@values('MICROSOFT_TEAMS_WEBHOOK', 'https://tenant.webhook.office.com/webhookb2/ two UUIDs with @, IncomingWebhook, 32 hexadecimal digits, UUID', basis='issuer shows the shape in its guide')
def teams(source):
    uuid = lambda: '-'.join(source.text('0123456789abcdef', n) for n in (8, 4, 4, 4, 12))  # noqa: E731
    return f'https://{source.pick(["acme", "northwind", "tanagra"])}.webhook.office.com/webhookb2/{uuid()}@{uuid()}/IncomingWebhook/{source.text("0123456789abcdef", 32)}/{uuid()}'


@values('INTERCOM_ACCESS_TOKEN', 'base64 of tok:, a UUID with underscores, :1:0', basis='published patterns of scanners; the inside from memory')
def intercom(source):
    uuid = '_'.join(source.text('0123456789abcdef', n) for n in (8, 4, 4, 4, 12))
    return base64.b64encode(f'tok:{uuid}:1:0'.encode()).decode()


@values('AZURE_DEVOPS_TOKEN', 'since 2024 76 letters and digits, AZDO, four more (their checksum is not public: random); before, 52 characters of base32 in lower case', basis='issuer (personal access tokens)')
def azure_devops(source):
    if source.below(2):
        return f'{source.text(BASE62, 76)}AZDO{source.text(BASE62, 4)}'
    return source.text('abcdefghijklmnopqrstuvwxyz234567', 52)


@values('NUGET_API_KEY', 'oy2 and 43 of a-z and 0-9', basis='published patterns of scanners')
def nuget(source):
    return 'oy2' + source.text('abcdefghijklmnopqrstuvwxyz234567', 43)


@values('STRIPE_CREDENTIALS', 'sk_, rk_ and pk_ with live_ or test_ and 24 or 99 letters and digits (newer keys start with 51)', basis='issuer (API keys); lengths from memory')
def stripe(source):
    kind = source.pick(['sk_live_', 'sk_live_', 'rk_live_', 'pk_live_', 'sk_test_'])
    return kind + source.pick([source.text(BASE62, 24), '51' + source.text(BASE62, 97)])


@values('FLYIO_TOKEN', 'fo1_ and 43 characters of base64url, or FlyV1 fm2_ and base64 of a macaroon', basis='published patterns of scanners')
def flyio(source):
    if source.below(2):
        return 'fo1_' + source.text(BASE62 + '-_', 43)
    return 'FlyV1 fm2_' + base64.b64encode(random_bytes(source, 3 * source.between(60, 90))).decode()
