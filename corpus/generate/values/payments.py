"""Payment cards and accounts that are no IBAN."""

from source import CAPITALS, Source, complete, values
from stdnum import bic, bitcoin, luhn
from stdnum.us import rtn

# ISO/IEC 7812 issuer ranges as the networks publish them: brand, first digits, lengths.
CARD_RANGES = [
    ('visa', ['4'], [16, 16, 16, 13, 19]),
    ('mastercard', [str(n) for n in range(51, 56)] + ['2221', '2300', '2345', '2512', '2699', '2720'], [16]),
    ('amex', ['34', '37'], [15]),
    ('discover', ['6011', '644', '645', '649', '65'], [16]),
    ('diners', ['300', '301', '305', '3095', '36', '38', '39'], [14]),
    ('jcb', ['3528', '3540', '3566', '3589'], [16]),
    ('unionpay', ['620', '621', '623', '625', '626'], [16, 19]),
    ('dankort', ['5019'], [16]),
]


def card_number(source: Source):
    """Brand and digits of a number that passes Luhn."""
    brand, prefixes, lengths = source.pick(CARD_RANGES)
    length = source.pick(lengths)
    prefix = source.pick(prefixes)
    return brand, complete(luhn.is_valid, prefix + source.digits(length - len(prefix) - 1) + '?')


def written_card(source):
    _brand, digits = card_number(source)
    return source.dress(
        digits,
        'x' * len(digits),
        'xxxx xxxx xxxx xxxx',
        'xxxx-xxxx-xxxx-xxxx',
        'xxxx xxxxxx xxxxx',
        'xxxx-xxxxxx-xxxxx',
        'xxxx xxxxxx xxxx',
        'xxxx-xxxxxx-xxxx',
    )


CARD_RULE = 'issuer ranges of the networks, Luhn check digit; solid or in the groups printed on the card'
for name in ('CREDIT_CARD_NUMBER', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)'):
    values(name, CARD_RULE, oracle='python3-stdnum luhn', check=lambda v: luhn.is_valid(v.replace(' ', '').replace('-', '')))(written_card)


@values('CREDIT_CARD_EXPIRATION', 'month and year, two or four digits, or the name of the month')
def expiry(source):
    month, year = source.between(1, 12), source.between(2024, 2035)
    name = source.pick(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'])
    return source.pick(
        [f'{month:02d}/{year % 100}', f'{month:02d}/{year}', f'{month:02d}-{year % 100}', f'{month:02d}-{year}', f'{name} {year}', f'{month:02d}/{year % 100}']
    )


@values('CREDIT_CARD_SECURITY_CODE', 'three digits, four for American Express; no check')
def security_code(source):
    return source.digits(source.pick([3, 3, 3, 4]))


@values('CREDIT_CARD_MAGNETIC_STRIPE', 'ISO/IEC 7813 track 1 (format B) or track 2 with sentinels; the number passes Luhn')
def magnetic_stripe(source):
    _brand, digits = card_number(source)
    expires = f'{source.between(24, 35):02d}{source.between(1, 12):02d}'
    service = source.pick(['101', '201', '121', '221', '601'])
    if source.below(2) == 0:
        holder = source.pick(['DOE/JANE', 'MUSTER/MAX', 'ROSSI/MARIO', 'SMITH/ALEX J', 'DUPONT/MARIE', 'NOVAK/JAN.MR'])
        return f'%B{digits}^{holder}^{expires}{service}{source.digits(source.between(8, 14))}?'
    return f';{digits}={expires}{service}{source.digits(source.between(7, 12))}?'


@values('BANK_ACCOUNT_NUMBER', '9 to 17 digits without separators; no check digit is common to the banks')
def bank_account(source):
    return source.pick('123456789') + source.digits(source.between(8, 16))


# Federal Reserve districts 01-12, thrift institutions +20, electronic +60; 00 is the Treasury, 80 traveller's cheques.
ROUTING_PREFIXES = [f'{n:02d}' for n in [*range(1, 13), *range(21, 33), *range(61, 73)]]


@values('USA_BANK_ROUTING_NUMBER', 'ABA prefix of a Federal Reserve district, check digit by weights 3, 7, 1', oracle='python3-stdnum us.rtn', check=rtn.is_valid)
def routing(source):
    return complete(rtn.is_valid, source.pick(ROUTING_PREFIXES) + source.digits(6) + '?')


@values('MEXICO_CLABE_NUMBER', 'bank code, branch 3, account 11, check digit: weights 3, 7, 1, each product mod 10, own implementation')
def clabe(source):
    bank = source.pick(['002', '012', '014', '021', '030', '036', '044', '058', '062', '072', '106', '127', '137', '646'])
    body = bank + source.digits(14)
    total = sum(int(d) * (3, 7, 1)[i % 3] % 10 for i, d in enumerate(body))
    return source.dress(body + str(-total % 10), 'x' * 18, 'x' * 18, 'xxx xxx xxxxxxxxxxx x')


@values('SWIFT_BIC', 'ISO 9362: four letters, country, location of two, branch of three or none', oracle='python3-stdnum bic', check=bic.is_valid)
def swift(source):
    country = source.pick(['DE', 'FR', 'GB', 'US', 'IT', 'ES', 'NL', 'CH', 'AT', 'BE', 'SE', 'PL', 'JP', 'AU', 'CA', 'BR', 'IN', 'SG', 'ZA', 'MX'])
    # A location that ends in 0 is a test address, one that ends in 1 a passive participant; both are left out.
    location = source.pick('23456789ABCDEFGHJKLMNPQRSTUVWXYZ') + source.pick('23456789ABCDEFGHJKLMNPQRSTUVWXYZ')
    branch = source.pick(['', '', 'XXX', source.fill('***')])
    # The standard's 2014 edition keeps X as the first letter of a branch for XXX alone.
    if branch.startswith('X') and branch != 'XXX':
        return None
    return source.text(CAPITALS, 4) + country + location + branch


@values('BITCOIN_ADDRESS', 'base58check with version 0 or 5, bech32 for version 0 programs, bech32m for version 1', oracle='python3-stdnum bitcoin (base58 and bech32; bech32m is own)')
def bitcoin_address(source):
    kind = source.below(4)
    if kind < 2:
        return base58check(bytes([(0, 5)[kind]]) + bytes(source.below(256) for _ in range(20)))
    length, version = ((20, 0), (32, 1))[kind - 2]
    address = segwit(version, [source.below(256) for _ in range(length)])
    if version == 0 and not bitcoin.is_valid(address):
        raise SystemExit('BITCOIN_ADDRESS: the oracle refuses a bech32 address')
    return address


BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'


def base58check(payload):
    """Base58 of payload and the first four bytes of its double SHA-256."""
    import hashlib

    full = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number = int.from_bytes(full, 'big')
    out = ''
    while number:
        number, rest = divmod(number, 58)
        out = BASE58[rest] + out
    address = '1' * (len(full) - len(full.lstrip(b'\0'))) + out
    if not bitcoin.is_valid(address):
        raise SystemExit('BITCOIN_ADDRESS: the oracle refuses a base58 address')
    return address


def bech32_checksum(prefix, data, constant):
    """The six symbols of BIP 173 (constant 1) or BIP 350 (constant 0x2bc830a3)."""

    def polymod(symbols):
        check = 1
        for symbol in symbols:
            top = check >> 25
            check = (check & 0x1FFFFFF) << 5 ^ symbol
            for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                check ^= generator if top >> i & 1 else 0
        return check

    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = polymod(expanded + data + [0] * 6) ^ constant
    return [check >> 5 * (5 - i) & 31 for i in range(6)]


def five_bits(data):
    """Bytes as symbols of five bits, the last padded with zeros."""
    bits = ''.join(f'{byte:08b}' for byte in data)
    bits += '0' * (-len(bits) % 5)
    return [int(bits[i : i + 5], 2) for i in range(0, len(bits), 5)]


def segwit(version, program):
    data = [version] + five_bits(program)
    return 'bc1' + ''.join(BECH32[s] for s in data + bech32_checksum('bc', data, 1 if version == 0 else 0x2BC830A3))


@values('ETHEREUM_ADDRESS', '0x and 40 hexadecimal digits, all lower case or in the mixed case of EIP-55 (Keccak-256, own implementation)')
def ethereum(source):
    digits = source.text('0123456789abcdef', 40)
    if source.below(3) == 0:
        return '0x' + digits
    digest = keccak256(digits.encode()).hex()
    return '0x' + ''.join(c.upper() if int(h, 16) >= 8 else c for c, h in zip(digits, digest))


def keccak256(message):
    """Keccak-256 with the padding of the original submission (0x01), as Ethereum uses it; message shorter than 136 bytes."""
    mask = (1 << 64) - 1
    rotate = lambda v, n: (v << n | v >> (64 - n)) & mask if n else v  # noqa: E731
    block = bytearray(message + b'\x01' + bytes(135 - len(message)))
    block[135] |= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for i in range(17):
        lanes[i % 5][i // 5] = int.from_bytes(block[8 * i : 8 * i + 8], 'little')
    register = 1
    for _ in range(24):
        parity = [lanes[x][0] ^ lanes[x][1] ^ lanes[x][2] ^ lanes[x][3] ^ lanes[x][4] for x in range(5)]
        for x in range(5):
            change = parity[(x - 1) % 5] ^ rotate(parity[(x + 1) % 5], 1)
            for y in range(5):
                lanes[x][y] ^= change
        x, y, current = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], rotate(current, (step + 1) * (step + 2) // 2 % 64)
        for y in range(5):
            row = [lanes[x][y] for x in range(5)]
            for x in range(5):
                lanes[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5] & mask)
        for i in range(7):
            if register & 1:
                lanes[0][0] ^= 1 << ((1 << i) - 1)
            register = register << 1 ^ (0x171 if register >> 7 else 0)
    return b''.join(lanes[i % 5][i // 5].to_bytes(8, 'little') for i in range(4))
