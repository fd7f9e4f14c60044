"""National numbers of Asia, Australia and New Zealand."""

from source import CAPITALS, complete, values
from stdnum import luhn, verhoeff
from stdnum.au import abn, acn, tfn
from stdnum.cn import ric
from stdnum.in_ import aadhaar, epic, gstin, pan
from stdnum.jp import cn as jp_cn
from stdnum.kr import rrn
from stdnum.my import nric
from stdnum.nz import ird
from stdnum.th import pin


@values('INDIA_AADHAAR_NUMBER', 'UIDAI: twelve digits from 2, Verhoeff, no palindrome; 4-4-4 or solid', oracle='python3-stdnum in_.aadhaar', check=lambda v: aadhaar.is_valid(v.replace(' ', '').replace('-', '')))
def in_aadhaar(source):
    body = source.pick('23456789') + source.digits(10)
    number = body + verhoeff.calc_check_digit(body)
    return source.dress(number, 'xxxx xxxx xxxx', 'xxxx xxxx xxxx', 'xxxx-xxxx-xxxx', 'x' * 12)


@values('INDIA_PERMANENT_ACCOUNT_NUMBER', 'five letters (the fourth the kind of holder), four digits from 0001, letter', oracle='python3-stdnum in_.pan', check=pan.is_valid)
def in_pan(source):
    return source.fill('@@@') + source.pick('PPPPCHFATBLJG') + source.fill('@') + f'{source.between(1, 9999):04d}' + source.fill('@')


@values('INDIA_GOODS_AND_SERVICES_TAX_NUMBER', 'state 01-37, PAN, entity, Z, check character (Luhn of base 36)', oracle='python3-stdnum in_.gstin', check=gstin.is_valid)
def in_gstin(source):
    pan_number = source.fill('@@@') + source.pick('PCHFATBLJG') + source.fill('@') + f'{source.between(1, 9999):04d}' + source.fill('@')
    body = f'{source.between(1, 37):02d}{pan_number}{source.pick("123456789")}Z'
    return complete(gstin.is_valid, body + '?', '0123456789' + CAPITALS)


@values('INDIA_VOTER_ID_NUMBER', 'EPIC: three letters, six digits, Luhn', oracle='python3-stdnum in_.epic', check=epic.is_valid)
def in_epic(source):
    body = source.digits(6)
    return source.fill('@@@') + body + luhn.calc_check_digit(body)


@values('INDIA_PASSPORT_NUMBER', 'letter but Q, X, Z; first digit 1-9, six digits of which the last is not 0')
def in_passport(source):
    return source.pick('ABCDEFGHJKLMNPRSTUVWY') + source.pick('123456789') + source.digits(5) + source.pick('123456789')


REGIONS_CN = ['110101', '110105', '120101', '130102', '210102', '310101', '310115', '320102', '330106', '340102', '350102', '370102', '410102', '420102', '430102', '440103', '440305', '500103', '510104', '610102']


@values('CHINA_RESIDENT_IDENTITY_CARD_NUMBER', 'GB 11643: region, birth date, sequence, ISO 7064 mod 11-2; small x at times', oracle='python3-stdnum cn.ric', check=ric.is_valid)
def cn_ric(source):
    number = complete(ric.is_valid, f'{source.pick(REGIONS_CN)}{source.day():%Y%m%d}{source.digits(3)}?', '0123456789X')
    return number and (number.lower() if source.below(3) == 0 else number)


@values('HONG_KONG_IDENTITY_CARD_NUMBER', 'one or two letters, six digits, check digit mod 11 in brackets or not (space 36, A 10); own implementation')
def hk_id(source):
    letters = source.pick('ABCDEFGHKMPRSVYZ') if source.below(4) else source.pick(['WX', 'XA', 'EC', 'WG'])
    body = source.digits(6)
    values_of = [36 if c == ' ' else int(c, 36) for c in f'{letters:>2}{body}']
    check = -sum(v * w for v, w in zip(values_of, range(9, 1, -1))) % 11
    text = 'A' if check == 10 else str(check)
    return f'{letters}{body}' + source.pick([f'({text})', f'({text})', text])


TW_LETTERS = dict(zip('ABCDEFGHJKLMNPQRSTUVXYWZIO', range(10, 36)))


def tw_check(letter, body):
    first = TW_LETTERS[letter]
    total = first // 10 + first % 10 * 9 + sum(int(d) * w for d, w in zip(body, range(8, 0, -1)))
    return f'{letter}{body}{-total % 10}'


@values('TAIWAN_NATIONAL_ID_NUMBER', 'letter of the place, sex 1 or 2, seven digits, check digit (weights 1 9 8 7 6 5 4 3 2 1); own implementation')
def tw_national(source):
    return tw_check(source.pick(list(TW_LETTERS)), source.pick('12') + source.digits(7))


@values('TAIWAN_RESIDENT_NUMBER', 'since 2021 letter, 8 or 9, seven digits, check digit; before, two letters (the second A-D counted by its last digit); own implementation')
def tw_resident(source):
    letter = source.pick(list(TW_LETTERS))
    if source.below(3):
        return tw_check(letter, source.pick('89') + source.digits(7))
    second, body = source.pick('ABCD'), source.digits(7)
    return letter + second + tw_check(letter, str(TW_LETTERS[second] % 10) + body)[2:]


@values('JAPAN_INDIVIDUAL_NUMBER', 'My Number: eleven digits, weights 6 5 4 3 2 7 6 5 4 3 2 from the left, 11 - sum mod 11, 0 for remainders of 0 and 1; own implementation')
def jp_individual(source):
    body = source.digits(11)
    rest = sum(int(d) * w for d, w in zip(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 11
    return source.dress(body + str(0 if rest <= 1 else 11 - rest), 'xxxx xxxx xxxx', 'xxxx-xxxx-xxxx', 'x' * 12, 'x' * 12)


@values('JAPAN_CORPORATE_NUMBER', 'check digit 9 - (weights 1 and 2 from the right) mod 9, then twelve digits', oracle='python3-stdnum jp.cn', check=jp_cn.is_valid)
def jp_corporate(source):
    return complete(jp_cn.is_valid, '?' + source.pick('01') + source.digits(11))


@values('SOUTH_KOREA_RESIDENT_REGISTRATION_NUMBER', 'date, sex and century 1-4, six digits, check digit (weights 2 to 9 and 2 to 5); hyphen or solid', oracle='python3-stdnum kr.rrn', check=rrn.is_valid)
def kr_resident(source):
    day = source.day(1930, 2012)
    seventh = source.pick('12' if day.year < 2000 else '34')
    number = complete(rrn.is_valid, f'{day:%y%m%d}{seventh}{source.between(0, 95):02d}{source.digits(3)}?')
    return number and source.dress(number, 'xxxxxx-xxxxxxx', 'xxxxxx-xxxxxxx', 'x' * 13)


@values('SOUTH_KOREA_FOREIGNER_REGISTRATION_NUMBER', 'date, 5-8, even place of two digits, serial, check digit of the resident number plus 2 mod 10; own implementation')
def kr_foreigner(source):
    day = source.day(1940, 2012)
    body = f'{day:%y%m%d}{source.pick("56" if day.year < 2000 else "78")}{2 * source.between(0, 49):02d}{source.digits(3)}'
    total = sum(int(d) * w for d, w in zip(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)))
    check = ((11 - total % 11) % 10 + 2) % 10
    return source.dress(f'{body}{check}', 'xxxxxx-xxxxxxx', 'xxxxxx-xxxxxxx', 'x' * 13)


@values('SINGAPORE_NRIC_NUMBER', 'S, T, F, G or M, seven digits, weights 2 7 6 5 4 3 2 with offsets 0, 4 and 3 mod 11, letter of the series; own implementation')
def sg_nric(source):
    series, body = source.pick('SSTTFGM'), source.digits(7)
    total = sum(int(d) * w for d, w in zip(body, (2, 7, 6, 5, 4, 3, 2))) + {'S': 0, 'F': 0, 'T': 4, 'G': 4, 'M': 3}[series]
    letters = {'S': 'JZIHGFEDCBA', 'T': 'JZIHGFEDCBA', 'F': 'XWUTRQPNMLK', 'G': 'XWUTRQPNMLK', 'M': 'XWUTRQPNJLK'}[series]
    return series + body + letters[total % 11]


@values('MALAYSIA_IDENTITY_CARD_NUMBER', 'birth date, place of birth, four digits; 6-2-4 or solid', oracle='python3-stdnum my.nric', check=nric.is_valid)
def my_nric(source):
    place = source.pick([*range(1, 17), *range(21, 60), 82])
    number = f'{source.day():%y%m%d}{place:02d}{source.digits(4)}'
    return source.dress(number, 'xxxxxx-xx-xxxx', 'xxxxxx-xx-xxxx', 'x' * 12)


@values('THAILAND_NATIONAL_ID_NUMBER', 'thirteen digits from 1-8, weights 13 to 2 mod 11; 1-4-5-2-1 or solid', oracle='python3-stdnum th.pin', check=pin.is_valid)
def th_pin(source):
    number = complete(pin.is_valid, source.pick('12345678') + source.digits(11) + '?')
    return source.dress(number, 'x-xxxx-xxxxx-xx-x', 'x xxxx xxxxx xx x', 'x' * 13)


PROVINCES_ID = [11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 71, 72, 73, 74, 75, 81, 82, 91]


@values('INDONESIA_NATIONAL_IDENTITY_NUMBER', 'NIK: province, regency, district, birth date (40 more for women), serial; no check digit')
def id_nik(source):
    day = source.day(1940, 2007)
    regency = source.pick([*range(1, 13), *range(71, 75)])
    born = day.day + source.pick([0, 40])
    return f'{source.pick(PROVINCES_ID)}{regency:02d}{source.between(1, 20):02d}{born:02d}{day:%m%y}{source.between(1, 300):04d}'


@values('AUSTRALIA_TAX_FILE_NUMBER', 'nine digits, weights 1 4 3 7 5 8 6 9 10 mod 11; 3-3-3 or solid', oracle='python3-stdnum au.tfn', check=lambda v: tfn.is_valid(v.replace('-', '')))
def au_tfn(source):
    number = complete(tfn.is_valid, source.pick('12345678') + source.digits(7) + '?')
    return number and source.dress(number, 'xxx xxx xxx', 'xxx xxx xxx', 'xxx-xxx-xxx', 'xxxxxxxxx')


@values('AUSTRALIA_MEDICARE_NUMBER', 'first digit 2-6, weights 1 3 7 9 1 3 7 9 mod 10, issue number, reference number at times; own implementation')
def au_medicare(source):
    body = source.pick('23456') + source.digits(7)
    check = sum(int(d) * w for d, w in zip(body, (1, 3, 7, 9, 1, 3, 7, 9))) % 10
    number = f'{body}{check}{source.between(1, 9)}'
    if source.below(3) == 0:
        return source.dress(number, 'xxxx xxxxx x', 'x' * 10) + source.pick(['/', '-']) + str(source.between(1, 5))
    return source.dress(number, 'xxxx xxxxx x', 'xxxx xxxxx x', 'xxxxxxxxxx')


@values('AUSTRALIA_BUSINESS_NUMBER', 'eleven digits, first less one, weights 10 1 3 5 7 9 11 13 15 17 19 mod 89', oracle='python3-stdnum au.abn', check=abn.is_valid)
def au_abn(source):
    body = source.digits(9)
    number = abn.calc_check_digits(body) + body
    return source.dress(number, 'xx xxx xxx xxx', 'xx xxx xxx xxx', 'x' * 11)


@values('AUSTRALIA_COMPANY_NUMBER', 'nine digits, weights 8 to 1 mod 10; 3-3-3 or solid', oracle='python3-stdnum au.acn', check=acn.is_valid)
def au_acn(source):
    number = complete(acn.is_valid, source.pick('016') + source.digits(7) + '?')
    return source.dress(number, 'xxx xxx xxx', 'xxx xxx xxx', 'xxxxxxxxx')


NHI_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'


@values('NEW_ZEALAND_HEALTH_INDEX_NUMBER', 'HISO 10046: AAANNNC with mod 11, or AAANNAX with mod 23 (own reading of the check of 2019); own implementation', basis='standard, the new form from memory')
def nz_nhi(source):
    old = source.below(3) > 0
    body = source.text(NHI_LETTERS, 3) + (source.digits(3) if old else source.digits(2) + source.pick(NHI_LETTERS))
    total = sum((NHI_LETTERS.index(c) + 1 if c.isalpha() else int(c)) * w for c, w in zip(body, range(7, 1, -1)))
    if old:
        # A remainder of 0 gives no number.
        return body + str((11 - total % 11) % 10) if total % 11 else None
    return body + NHI_LETTERS[22 - total % 23]


@values('NEW_ZEALAND_INLAND_REVENUE_NUMBER', 'seven or eight digits and check digit, mod 11 in two steps; hyphens or solid', oracle='python3-stdnum nz.ird', check=ird.is_valid)
def nz_ird(source):
    number = complete(ird.is_valid, str(source.between(1000000, 14999999)) + '?')
    return number and source.dress(number, 'xx-xxx-xxx', 'xxx-xxx-xxx', 'x' * len(number))
