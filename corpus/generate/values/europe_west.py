"""National numbers of Western, Northern and Southern Europe."""

from source import CAPITALS, complete, values
from stdnum import luhn, verhoeff
from stdnum.at import tin, vnr
from stdnum.be import nn
from stdnum.ch import ssn as ch_ssn
from stdnum.cy import vat as cy_vat
from stdnum.de import idnr
from stdnum.dk import cpr
from stdnum.es import cif, dni, nie, nif
from stdnum.fi import hetu
from stdnum.fr import nif as fr_nif
from stdnum.fr import nir
from stdnum.gb import utr
from stdnum.gr import amka
from stdnum.gr import vat as gr_vat
from stdnum.ie import pps
from stdnum.is_ import kennitala
from stdnum.it import codicefiscale, iva
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.pt import nif as pt_nif
from stdnum.se import personnummer


@values('UK_NATIONAL_INSURANCE_NUMBER', 'HMRC: prefix letters as allowed, six digits, suffix A to D; pairs or solid')
def uk_nino(source):
    prefix = source.pick('ABCEGHJKLMNOPRSTWXYZ') + source.pick('ABCEGHJKLMNPRSTWXYZ')
    if prefix in ('BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'):
        return None
    return source.dress(prefix + source.digits(6) + source.pick('ABCD'), 'xx xx xx xx x', 'xxxxxxxxx', 'xxxxxxxxx', 'xx-xx-xx-xx-x')


@values('UK_PASSPORT_NUMBER', 'HM Passport Office: nine digits')
def uk_passport(source):
    return source.digits(9)


@values('UK_ELECTORAL_ROLL_NUMBER', 'polling district of two letters and number of one to four digits, hyphen or none', basis='published patterns of scanners')
def uk_electoral(source):
    return source.text(CAPITALS, 2) + source.pick(['', '', '-']) + str(source.between(1, 9999))


@values('UK_TAX_IDENTIFICATION_NUMBER', 'UTR: ten digits, the first is the check digit (weights 6 7 8 9 10 5 4 3 2)', oracle='python3-stdnum gb.utr', check=utr.is_valid)
def uk_utr(source):
    number = complete(utr.is_valid, '?' + source.digits(9))
    return source.dress(number, 'xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx xxxxx')


@values('GERMANY_TAX_IDENTIFICATION_NUMBER', 'IdNr: one digit twice or thrice among ten, ISO 7064 mod 11,10', oracle='python3-stdnum de.idnr', check=idnr.is_valid)
def de_idnr(source):
    digits = list('0123456789')
    body = []
    left_out = source.pick(digits)
    double = source.pick([d for d in digits if d != left_out])
    pool = [d for d in digits if d != left_out] + [double]
    while pool:
        body.append(pool.pop(source.below(len(pool))))
    if body[0] == '0':
        return None
    number = complete(idnr.is_valid, ''.join(body) + '?')
    return number and source.dress(number, 'xx xxx xxx xxx', 'xxxxxxxxxxx')


DOCUMENT = '0123456789CFGHJKLMNPRTVWXYZ'


def icao_digit(text):
    """ICAO 9303 check digit: weights 7, 3, 1, letters from A = 10."""
    return str(sum(int(c, 36) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


@values('GERMANY_PASSPORT_NUMBER', 'first letter C F G H J K, eight characters of the document alphabet; check digit of ICAO 9303 and D at times')
def de_passport(source):
    number = source.pick('CFGHJK') + source.text(DOCUMENT, 8)
    return number + source.pick(['', '', icao_digit(number), icao_digit(number) + 'D'])


@values('GERMANY_NATIONAL_IDENTIFICATION_NUMBER', 'first letter L M N P R T V W X Y, eight characters of the document alphabet; check digit of ICAO 9303 and D at times')
def de_card(source):
    number = source.pick('LMNPRTVWXY') + source.text(DOCUMENT, 8)
    return number + source.pick(['', '', icao_digit(number), icao_digit(number) + 'D'])


@values('FRANCE_NATIONAL_IDENTIFICATION_NUMBER', 'NIR: sex, year, month, department (2A, 2B of Corsica at times), commune, order, key 97', oracle='python3-stdnum fr.nir', check=nir.is_valid)
def fr_nir(source):
    day = source.day()
    department = source.pick([f'{n:02d}' for n in range(1, 96) if n != 20] + ['2A', '2B'] * 4)
    body = f'{source.pick("12")}{day:%y%m}{department}{source.between(1, 580):03d}{source.between(1, 700):03d}'
    number = body + nir.calc_check_digits(body)
    return source.dress(number, 'x xx xx xx xxx xxx xx', 'x' * 15, 'x' * 15)


@values('FRANCE_PASSPORT_NUMBER', 'two digits, two letters, five digits')
def fr_passport(source):
    return source.fill('##@@#####')


@values('FRANCE_TAX_IDENTIFICATION_NUMBER', 'SPI: first digit 0 to 3, ten digits, then their remainder by 511', oracle='python3-stdnum fr.nif', check=fr_nif.is_valid)
def fr_spi(source):
    body = source.pick('0123') + source.digits(9)
    number = body + f'{int(body) % 511:03d}'
    return source.dress(number, 'xx xx xxx xxx xxx', 'x' * 13, 'x' * 13)


@values('SPAIN_DNI_NUMBER', 'eight digits and the letter of the number mod 23; hyphen, space or solid', oracle='python3-stdnum es.dni', check=lambda v: dni.is_valid(v.replace('.', '')))
def es_dni(source):
    body = source.digits(8)
    number = body + dni.calc_check_digit(body)
    return source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'xxxxxxxx-x', 'xxxxxxxx x', 'xx.xxx.xxx-x')


@values('SPAIN_NIE_NUMBER', 'X, Y or Z, seven digits and the letter of the number mod 23', oracle='python3-stdnum es.nie', check=nie.is_valid)
def es_nie(source):
    body = source.pick('XYZ') + source.digits(7)
    number = body + nie.calc_check_digit(body)
    return source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'x-xxxxxxx-x', 'xxxxxxxx-x')


@values('SPAIN_NIF_NUMBER', 'DNI with its letter, or K, L, M, seven digits and letter', oracle='python3-stdnum es.nif', check=nif.is_valid)
def es_nif(source):
    if source.below(3) == 0:
        body = source.pick('KLM') + source.digits(7)
        return body + dni.calc_check_digit(body[1:])
    body = source.digits(8)
    return source.dress(body + dni.calc_check_digit(body), 'xxxxxxxxx', 'xxxxxxxx-x')


@values('SPAIN_TAX_IDENTIFICATION_NUMBER', 'CIF: kind of organisation, seven digits, control digit, or letter for the kinds that have one', oracle='python3-stdnum es.cif', check=cif.is_valid)
def es_cif(source):
    body = source.pick('ABCDEFGHJNPQRSUVW') + f'{source.between(1, 52):02d}' + source.digits(5)
    digit, letter = cif.calc_check_digits(body)
    number = body + (letter if body[0] in 'NPQRSW' else digit)
    return source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'x-xxxxxxxx', 'x-xxxxxxx-x')


@values('SPAIN_PASSPORT_NUMBER', 'three letters and six digits (current series), two letters and six digits before')
def es_passport(source):
    return source.fill(source.pick(['@@@######', '@@@######', '@@######']))


@values('SPAIN_SOCIAL_SECURITY_NUMBER', 'province, eight digits, control: the two as one number mod 97; slashes, spaces or solid; own implementation')
def es_naf(source):
    province = f'{source.between(1, 52):02d}'
    serial = source.between(10000000, 99999999)
    control = int(f'{province}{serial}') % 97
    return source.dress(f'{province}{serial}{control:02d}', 'xx/xxxxxxxx/xx', 'xxxxxxxxxxxx', 'xx xxxxxxxx xx')


PLACES = 'H501 F205 L219 G273 D612 A944 F839 L736 A662 C351 G224 B157 E202 L781 Z404 Z112 Z129 I726'.split()


@values('ITALY_NATIONAL_IDENTIFICATION_NUMBER', 'six letters, year, month letter, day (40 more for women), place code, check letter; lower case at times', oracle='python3-stdnum it.codicefiscale', check=codicefiscale.is_valid)
def it_codice(source):
    day = source.day()
    letters = source.text('BCDFGLMNPRSTVZ', 3) + source.text('BCDFGLMNPRSTVZ', 3)
    number = f'{day:%y}' + 'ABCDEHLMPRST'[day.month - 1] + f'{day.day + source.pick([0, 40]):02d}'
    body = letters + number + source.pick(PLACES)
    number = body + codicefiscale.calc_check_digit(body)
    return number.lower() if source.below(6) == 0 else number


@values('ITALY_PASSPORT_NUMBER', 'two letters and seven digits')
def it_passport(source):
    return source.pick(['YA', 'YB', 'AA', 'YC', 'YD']) + source.digits(7)


@values('ITALY_VAT_NUMBER', 'seven digits, office 001-121, Luhn; IT before it at times', oracle='python3-stdnum it.iva', check=iva.is_valid)
def it_iva(source):
    body = f'{source.between(1, 9999999):07d}{source.between(1, 100):03d}'
    number = body + luhn.calc_check_digit(body)
    return source.pick(['', '', 'IT', 'IT ']) + number


@values('NETHERLANDS_CITIZEN_SERVICE_NUMBER', 'eleven-proof with last weight -1; nine digits, groups of three or eight without the zero', oracle='python3-stdnum nl.bsn', check=bsn.is_valid)
def nl_bsn(source):
    number = complete(bsn.is_valid, source.pick('0123456789') + source.digits(7) + '?')
    return number and source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'xxx.xxx.xxx', 'xxx xxx xxx', 'xxxx.xx.xxx')


@values('BELGIUM_NATIONAL_NUMBER', 'date, counter, 97 less the remainder (with 2 before it from 2000 on); YY.MM.DD-XXX.CC or solid', oracle='python3-stdnum be.nn', check=nn.is_valid)
def be_nn(source):
    day = source.day(1930, 2012)
    body = f'{day:%y%m%d}{source.between(1, 997):03d}'
    check = 97 - int(('2' if day.year >= 2000 else '') + body) % 97
    return source.dress(f'{body}{check:02d}', 'xx.xx.xx-xxx.xx', 'x' * 11, 'xx.xx.xx-xxx.xx', 'xxxxxx-xxx-xx')


@values('SWEDEN_PERSONAL_IDENTITY_NUMBER', 'date, birth number, Luhn; hyphen, ten or twelve digits, a coordination number at times', oracle='python3-stdnum se.personnummer', check=personnummer.is_valid)
def se_number(source):
    day = source.day(1930, 2012)
    body = f'{day:%y%m%d}{source.between(1, 999):03d}'
    number = body + luhn.calc_check_digit(body)
    century = source.pick(['', '', f'{day.year // 100}'])
    text = century + source.dress(number, 'xxxxxx-xxxx', 'xxxxxx-xxxx', 'xxxxxxxxxx')
    return text if personnummer.is_valid(text) else None


@values('NORWAY_NATIONAL_IDENTITY_NUMBER', 'date, individual number of the century, two check digits mod 11', oracle='python3-stdnum no.fodselsnummer', check=fodselsnummer.is_valid)
def no_number(source):
    day = source.day(1940, 2012)
    serial = source.between(0, 499) if day.year < 2000 else source.between(500, 999)
    number = complete(fodselsnummer.is_valid, f'{day:%d%m%y}{serial:03d}??')
    return number and source.dress(number, 'xxxxxx xxxxx', 'xxxxxxxxxxx')


@values('FINLAND_PERSONAL_IDENTITY_CODE', 'date, century sign (those of 2023 at times), number 002-899, letter mod 31', oracle='python3-stdnum fi.hetu for + - A; the signs of 2023 own')
def fi_hetu(source):
    day = source.day(1930, 2015)
    sign = source.pick('----YXWVU') if day.year < 2000 else source.pick('AAAABCDEF')
    number = f'{source.between(2, 899):03d}'
    text = f'{day:%d%m%y}{sign}{number}' + '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(f'{day:%d%m%y}{number}') % 31]
    if sign in '-A' and not hetu.is_valid(text):
        raise SystemExit('HETU: refused by the oracle')
    return text


def old_mod_11(number):
    return sum(int(d) * w for d, w in zip(number, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1))) % 11 == 0


@values('DENMARK_CPR_NUMBER', 'date and four digits; half keep the old mod 11 (weights 4 3 2 7 6 5 4 3 2 1), half are of 2007 and later without it', oracle='python3-stdnum dk.cpr', check=cpr.is_valid)
def dk_cpr(source):
    day = source.day(1940, 2012)
    seventh = source.pick('0123') if day.year < 2000 else source.pick('4567')
    body = f'{day:%d%m%y}{seventh}'
    number = body + source.digits(3) if source.below(2) else complete(old_mod_11, body + source.digits(2) + '?')
    return number and source.dress(number, 'xxxxxx-xxxx', 'xxxxxx-xxxx', 'xxxxxxxxxx')


@values('PORTUGAL_TAX_IDENTIFICATION_NUMBER', 'NIF: nine digits from 1, 2, 3, 5, 6, 8 or 9, mod 11; PT or groups of three at times', oracle='python3-stdnum pt.nif', check=pt_nif.is_valid)
def pt_number(source):
    number = complete(pt_nif.is_valid, source.pick('1222356') + source.digits(7) + '?')
    return source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'xxx xxx xxx')


@values('AUSTRIA_SOCIAL_INSURANCE_NUMBER', 'serial, check digit (weights 3 7 9 _ 5 8 4 2 1 6), date; solid or a space before the date', oracle='python3-stdnum at.vnr', check=vnr.is_valid)
def at_vnr(source):
    number = complete(vnr.is_valid, f'{source.between(100, 999)}?{source.day():%d%m%y}')
    return number and source.dress(number, 'xxxx xxxxxx', 'xxxxxxxxxx')


@values('AUSTRIA_TAX_IDENTIFICATION_NUMBER', 'office, number, check digit; 00-000/0000 or solid', oracle='python3-stdnum at.tin', check=tin.is_valid)
def at_tin(source):
    offices = ['03', '04', '06', '07', '08', '09', '10', '12', '15', '16', '18', '22', '23', '29', '33', '38', '41', '46', '51', '52', '53', '54', '57', '59', '61', '65', '67', '68', '69', '71', '72', '81', '82', '83', '84', '90', '91', '93', '97', '98']
    number = complete(tin.is_valid, source.pick(offices) + source.digits(6) + '?')
    return number and source.dress(number, 'xx-xxx/xxxx', 'xx xxx/xxxx', 'xxxxxxxxx')


@values('SWITZERLAND_SOCIAL_SECURITY_NUMBER', '756, EAN-13 check digit; 756.0000.0000.00 or solid', oracle='python3-stdnum ch.ssn', check=ch_ssn.is_valid)
def ch_ahv(source):
    number = complete(ch_ssn.is_valid, '756' + source.digits(9) + '?')
    return source.dress(number, 'xxx.xxxx.xxxx.xx', 'xxx.xxxx.xxxx.xx', 'xxx xxxx xxxx xx', 'x' * 13)


@values('CYPRUS_TAX_IDENTIFICATION_NUMBER', 'eight digits and check letter, not from 12', oracle='python3-stdnum cy.vat', check=cy_vat.is_valid)
def cy_tic(source):
    body = source.pick(['00', '10', '30', '60', '90', '99']) + source.digits(6)
    return complete(cy_vat.is_valid, body + '?', CAPITALS)


@values('GREECE_SOCIAL_SECURITY_NUMBER', 'AMKA: date, four digits, Luhn', oracle='python3-stdnum gr.amka', check=amka.is_valid)
def gr_amka(source):
    body = f'{source.day():%d%m%y}{source.digits(4)}'
    return body + luhn.calc_check_digit(body)


@values('GREECE_TAX_IDENTIFICATION_NUMBER', 'AFM: nine digits, powers of two mod 11 mod 10; EL before it at times', oracle='python3-stdnum gr.vat', check=gr_vat.is_valid)
def gr_afm(source):
    number = complete(gr_vat.is_valid, source.pick('0123456789') + source.digits(7) + '?')
    return source.pick(['', '', '', 'EL']) + number


@values('ICELAND_IDENTIFICATION_NUMBER', 'kennitala: date, two digits from 20, mod 11, century digit; hyphen or solid', oracle='python3-stdnum is_.kennitala', check=kennitala.is_valid)
def is_number(source):
    day = source.day(1930, 2012)
    number = complete(kennitala.is_valid, f'{day:%d%m%y}{source.between(20, 99)}?{"9" if day.year < 2000 else "0"}')
    return number and source.dress(number, 'xxxxxx-xxxx', 'xxxxxx-xxxx', 'xxxxxxxxxx')


@values('IRELAND_PERSONAL_PUBLIC_SERVICE_NUMBER', 'seven digits, check letter, second letter A or H since 2013 or W before', oracle='python3-stdnum ie.pps', check=pps.is_valid)
def ie_pps(source):
    digits = source.digits(7)
    suffix = source.pick(['', '', 'A', 'A', 'H', 'W'])
    return complete(pps.is_valid, f'{digits}?{suffix}', 'ABCDEFGHIJKLMNOPQRSTUVW')


@values('LUXEMBOURG_NATIONAL_IDENTIFICATION_NUMBER', 'birth date, three digits, Luhn over eleven, Verhoeff over the same eleven', oracle='python3-stdnum luhn and verhoeff')
def lu_number(source):
    body = f'{source.day():%Y%m%d}{source.digits(3)}'
    return body + luhn.calc_check_digit(body) + verhoeff.calc_check_digit(body)


@values('MALTA_IDENTITY_CARD_NUMBER', 'seven digits with leading zeros or without, letter M, G, A, P, L, H, B or Z')
def mt_card(source):
    number = source.between(1000, 999999)
    return source.pick([f'{number:07d}', f'{number:07d}', str(number)]) + source.pick('MMMGAPLHBZ')
