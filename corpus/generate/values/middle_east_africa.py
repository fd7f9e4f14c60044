"""National numbers of the Middle East, Pakistan and Africa."""

from source import complete, values
from stdnum import luhn
from stdnum.il import idnr
from stdnum.pk import cnic
from stdnum.za import idnr as za_idnr


@values('ISRAEL_IDENTITY_NUMBER', 'nine digits, Luhn; leading zeros kept, hyphen before the check digit at times', oracle='python3-stdnum il.idnr', check=idnr.is_valid)
def il_number(source):
    body = source.pick(['0', '2', '3', '3']) + source.digits(7)
    number = body + luhn.calc_check_digit(body)
    return source.dress(number, 'xxxxxxxxx', 'xxxxxxxxx', 'xxxxxxxx-x')


@values('SOUTH_AFRICA_IDENTITY_NUMBER', 'birth date, sex and serial, citizenship, 8, Luhn; groups at times', oracle='python3-stdnum za.idnr', check=za_idnr.is_valid)
def za_number(source):
    number = complete(za_idnr.is_valid, f'{source.day():%y%m%d}{source.digits(4)}{source.pick("01")}{source.pick("88889")}?')
    return number and source.dress(number, 'x' * 13, 'x' * 13, 'xxxxxx xxxx xxx', 'xxxxxx xxxx xx x')


GOVERNORATES = ['01', '02', '03', '04', '11', '12', '13', '14', '15', '16', '17', '18', '19', '21', '22', '23', '24', '25', '26', '27', '28', '29', '31', '32', '33', '34', '35', '88']


@values('EGYPT_NATIONAL_ID_NUMBER', 'century, birth date, governorate, serial, check digit by weights 2 7 6 5 4 3 2 7 6 5 4 3 2, 11 - sum mod 11; own implementation', basis='memory: the State does not publish the check digit')
def eg_number(source):
    day = source.day(1940, 2012)
    body = f'{2 if day.year < 2000 else 3}{day:%y%m%d}{source.pick(GOVERNORATES)}{source.digits(4)}'
    check = 11 - sum(int(d) * w for d, w in zip(body, (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 11
    return body + str(check % 10)


@values('NIGERIA_NATIONAL_IDENTIFICATION_NUMBER', 'NIMC: eleven digits, no check digit published')
def ng_nin(source):
    return source.pick('123456789') + source.digits(10)


@values('UNITED_ARAB_EMIRATES_IDENTITY_NUMBER', '784, year of birth, seven digits, Luhn; 3-4-7-1 or solid')
def ae_number(source):
    body = f'784{source.between(1940, 2012)}{source.digits(7)}'
    return source.dress(body + luhn.calc_check_digit(body), 'xxx-xxxx-xxxxxxx-x', 'xxx-xxxx-xxxxxxx-x', 'x' * 15)


@values('SAUDI_ARABIA_NATIONAL_ID_NUMBER', 'ten digits, 1 for citizens, 2 for residents, Luhn', oracle='python3-stdnum luhn', check=luhn.is_valid)
def sa_number(source):
    body = source.pick('12') + source.digits(8)
    return body + luhn.calc_check_digit(body)


@values('PAKISTAN_IDENTITY_CARD_NUMBER', 'NADRA: province 1-7, four digits, seven of the family, sex; 5-7-1 or solid; no check digit', oracle='python3-stdnum pk.cnic', check=cnic.is_valid)
def pk_number(source):
    number = source.pick('1234567') + source.digits(11) + source.pick('123456789')
    return source.dress(number, 'xxxxx-xxxxxxx-x', 'xxxxx-xxxxxxx-x', 'x' * 13)
