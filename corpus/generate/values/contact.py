"""Contact data, places, dates, addresses of networks and devices, people's names."""

import ipaddress
import math

from source import BASE62, complete, values
from stdnum import imei

GIVEN = 'Anna Ben Clara David Elena Felix Grace Hugo Ines Jonas Katja Liam Marta Noah Olivia Pavel Rosa Samuel Teresa Viktor Zoe Amélie Jürgen Łukasz Sofía Çağla Bjørn Chloé'.split()
FAMILY = "Adams Becker Costa Dubois Evans Fischer García Hansen Ivanova Jansen Kowalski Larsson Moreau Novak O'Brien Petrov Quinn Rossi Schmidt Taylor Müller Vries Weber Young Zimmermann Åkesson Nuñez Çelik".split()
HOSTS = ['example-mail', 'northwind', 'bluebird', 'kestrel-labs', 'harbour', 'acme-widgets', 'lindenhof', 'quietriver', 'post.tanagra', 'mail.corvid']
ENDINGS = ['com', 'org', 'net', 'de', 'co.uk', 'fr', 'it', 'io', 'com.br', 'se', 'pl', 'health', 'dev']


@values('EMAIL_ADDRESS', 'RFC 5321 addresses: dots, tags, digits, capitals at times, national and long top level domains; one in ten with letters beyond ASCII (RFC 6531)')
def email(source):
    first = source.pick([n for n in GIVEN if n.isascii()]).lower()
    last = source.pick([n for n in FAMILY if n.isalpha() and n.isascii()]).lower()
    local = source.pick([f'{first}.{last}', f'{first[0]}{last}', f'{first}_{last}{source.between(1, 99)}', f'{first}+{source.pick(["news", "shop", "work"])}', f'{last}-{first}', f'{first}{source.between(1950, 2010)}'])
    if source.below(10) == 0:
        local = source.pick(['jürgen', 'zoë', 'françoise', 'søren', 'мария']) + f'.{last}'
    if source.below(10) == 0:
        local = local.title()
    return f'{local}@{source.pick(HOSTS)}.{source.pick(ENDINGS)}'


def public_ipv4(source):
    while True:
        address = ipaddress.IPv4Address('.'.join(str(source.below(256)) for _ in range(4)))
        if address.is_global and not address.is_multicast:
            return str(address)


@values('IPV4_ADDRESS', 'public addresses (no private, loopback, documentation, multicast range)', oracle="Python's ipaddress")
def ipv4(source):
    return public_ipv4(source)


@values('IPV6_ADDRESS', 'global unicast of 2000::/3 outside documentation, in full, compressed (RFC 5952), capital, or with IPv4 at the end', oracle="Python's ipaddress")
def ipv6(source):
    prefix = source.pick([0x2A00, 0x2A01, 0x2A02, 0x2600, 0x2607, 0x2400, 0x2804, 0x2C0F])
    groups = [prefix] + [source.below(65536) for _ in range(7)]
    for i in range(source.between(1, 3), source.between(3, 7)):
        groups[i] = 0
    address = ipaddress.IPv6Address(b''.join(g.to_bytes(2, 'big') for g in groups))
    text = source.pick([address.compressed, address.compressed, address.exploded, address.compressed.upper()])
    return text


@values('MAC_ADDRESS', 'EUI-48 with colons, hyphens or in three groups with dots; universally administered, unicast')
def mac(source):
    octets = [f'{source.below(256) & 0xFC:02x}'] + [f'{source.below(256):02x}' for _ in range(5)]
    text = source.pick([':'.join(octets), ':'.join(octets), '-'.join(octets), '.'.join(octets[i] + octets[i + 1] for i in (0, 2, 4))])
    return text.upper() if source.below(2) else text


@values('INTERNATIONAL_MOBILE_EQUIPMENT_IDENTITY', '3GPP TS 23.003: reporting body 01, 35, 86, 99 and others, TAC, serial, Luhn; 2-6-6-1 with hyphens or spaces, or solid', oracle='python3-stdnum imei', check=imei.is_valid)
def imei_number(source):
    number = complete(imei.is_valid, source.pick(['35', '35', '01', '86', '86', '99', '45', '52']) + source.digits(12) + '?')
    return source.dress(number, 'x' * 15, 'x' * 15, 'xx-xxxxxx-xxxxxx-x', 'xx xxxxxx xxxxxx x')


VIN_ALPHABET = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ'
VIN_VALUES = {**{str(d): d for d in range(10)}, **dict(zip('ABCDEFGH', range(1, 9))), **dict(zip('JKLMN', range(1, 6))), 'P': 7, 'R': 9, **dict(zip('STUVWXYZ', range(2, 10)))}
WMI_CHECKED = ['1HG', '1FA', '1G1', '2T1', '3VW', '4T1', '5YJ', '1C4', '2HG', 'LVS', 'LFV']
WMI_FREE = ['WVW', 'WBA', 'WDB', 'VF1', 'ZFA', 'SAL', 'TMB', 'VSS', 'YV1', 'JTD', 'KMH', 'WAU']


@values('VEHICLE_IDENTIFICATION_NUMBER', 'ISO 3779 with manufacturer codes in use; position 9 is the check digit for North America and China, free for Europe and Asia; own implementation')
def vin(source):
    checked = source.below(3) > 0
    body = source.pick(WMI_CHECKED if checked else WMI_FREE) + source.text(VIN_ALPHABET, 5) + '0' + source.pick('ABCDEFGHJKLMNPRSTVWXY123456789') + source.text(VIN_ALPHABET, 1) + source.digits(6)
    if checked:
        rest = sum(VIN_VALUES[c] * w for c, w in zip(body, (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2))) % 11
        body = body[:8] + ('X' if rest == 10 else str(rest)) + body[9:]
    else:
        body = body[:8] + source.pick('Z' + VIN_ALPHABET) + body[9:]
    return body


@values('LATITUDE_LONGITUDE', 'decimal degrees, latitude and longitude in one value, comma with or without a space, three to seven decimals, uniform on the sphere')
def coordinates(source):
    places = source.between(3, 7)
    latitude = math.degrees(math.asin(2 * source.below(1000001) / 1000000 - 1))
    longitude = source.below(3600001) / 10000 - 180
    return f'{latitude:.{places}f}{source.pick([",", ", "])}{longitude + 0.00001 * source.below(9):.{places}f}'


MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
MONTHS_DE = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']


@values('DATE_OF_BIRTH', 'a day of 1930 to 2007 in ISO 8601, with slashes, dots or hyphens, and with English or German names of months', count=84)
def birth(source):
    day = source.day()
    name = MONTHS[day.month - 1]
    forms = [f'{day:%Y-%m-%d}', f'{day:%Y-%m-%d}', f'{day:%m/%d/%Y}', f'{day:%d/%m/%Y}', f'{day:%d.%m.%Y}', f'{day.day} {name} {day.year}', f'{name} {day.day}, {day.year}', f'{day.day:02d}-{name[:3]}-{day.year}', f'{day:%d-%m-%Y}', f'{day.day}. {MONTHS_DE[day.month - 1]} {day.year}', f'{day:%m/%d/%y}', f'{day:%Y/%m/%d}']
    return source.pick(forms)


@values('NAME', 'given and family name, at times with a middle initial, title, or family name first with a comma', basis='common names of several countries', count=84)
def name(source):
    first, last = source.pick(GIVEN), source.pick(FAMILY)
    return source.pick([f'{first} {last}', f'{first} {last}', f'{first} {source.pick("ABCDEJLMR")}. {last}', f'{last}, {first}', f'{first} {last}-{source.pick(FAMILY)}', f'{source.pick(["Dr.", "Mr.", "Ms.", "Mrs."])} {first} {last}'])


# City and a postal code that belongs to it, by the postal services' public lists.
PLACES = {
    'US': [('Springfield, IL', '62701'), ('Austin, TX', '78701'), ('Portland, OR', '97205'), ('Denver, CO', '80202'), ('Boston, MA', '02108'), ('Seattle, WA', '98101'), ('Chicago, IL', '60614'), ('Miami, FL', '33130')],
    'GB': [('London', 'SW1A 2AA'), ('Leeds', 'LS1 4DY'), ('Bristol', 'BS1 5TR'), ('Manchester', 'M1 4BT'), ('Glasgow', 'G2 1DY'), ('Cardiff', 'CF10 1EP')],
    'DE': [('Berlin', '10115'), ('Hamburg', '20095'), ('München', '80331'), ('Köln', '50667'), ('Leipzig', '04109'), ('Stuttgart', '70173')],
    'FR': [('Paris', '75004'), ('Lyon', '69002'), ('Marseille', '13001'), ('Toulouse', '31000'), ('Nantes', '44000'), ('Lille', '59800')],
    'IT': [('Roma', '00184'), ('Milano', '20121'), ('Torino', '10121'), ('Napoli', '80132'), ('Firenze', '50122')],
    'ES': [('Madrid', '28013'), ('Barcelona', '08002'), ('Valencia', '46002'), ('Sevilla', '41001'), ('Bilbao', '48005')],
    'CA': [('Toronto, ON', 'M5V 2T6'), ('Montréal, QC', 'H2Y 1C6'), ('Vancouver, BC', 'V6B 1H7'), ('Ottawa, ON', 'K1P 1J1')],
    'AU': [('Sydney NSW', '2000'), ('Melbourne VIC', '3000'), ('Brisbane QLD', '4000'), ('Perth WA', '6000'), ('Adelaide SA', '5000')],
}
STREETS = {
    'US': ['Maple Street', 'Oak Avenue', 'Cedar Lane', 'Pine Road', 'Lake Drive', 'Hill Blvd'],
    'GB': ['High Street', 'Church Road', 'Station Road', 'Park Lane', 'Mill Close'],
    'DE': ['Hauptstraße', 'Gartenweg', 'Bahnhofstr.', 'Lindenallee', 'Schulplatz'],
    'FR': ['rue des Lilas', 'avenue Victor Hugo', 'place du Marché', 'boulevard Voltaire'],
    'IT': ['Via Garibaldi', 'Corso Italia', 'Piazza Dante', 'Via dei Mille'],
    'ES': ['Calle Mayor', 'Avenida de la Paz', 'Plaza de España', 'Calle del Sol'],
    'CA': ['King Street West', 'Elm Avenue', 'Queen Street', 'Bay Road'],
    'AU': ['George Street', 'Collins Street', 'Beach Road', 'Wattle Grove'],
}


@values('ADDRESS', 'street and number, city and a postal code that belongs to it, in the order of the country (US, GB, DE, FR, IT, ES, CA, AU)', basis='public lists of the postal services, from memory', count=96)
def address(source):
    country = source.pick(list(PLACES))
    city, code = source.pick(PLACES[country])
    street, number = source.pick(STREETS[country]), source.between(1, 240)
    if country in ('DE', 'IT', 'ES'):
        return f'{street}{"," if country == "ES" else ""} {number}, {code} {city}'
    if country == 'FR':
        return f'{number} {street}, {code} {city}'
    if country == 'GB':
        return f'{number} {street}, {city} {code}'
    if country == 'US' and source.below(3) == 0:
        return f'{number} {street}, Apt {source.between(1, 30)}, {city} {code}-{source.digits(4)}'
    return f'{number} {street}, {city} {code}'


PASSWORD_MARKS = '!#%+-._@'


@values('GENERIC_PASSWORD', 'a password of 10 to 20 letters, digits and marks, as one sets it after `password=`', basis='memory')
def password(source):
    return source.pick(BASE62) + source.text(BASE62 + PASSWORD_MARKS, source.between(9, 19))


@values('GENERIC_SECRET', 'a random secret of 20 to 64 characters: hexadecimal, letters and digits, or base64', basis='memory')
def secret(source):
    return source.text(source.pick(['0123456789abcdef', BASE62, BASE62 + '+/']), source.pick([20, 32, 44, 64]))
