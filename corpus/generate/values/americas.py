"""National numbers of North and South America."""

from source import CAPITALS, complete, values
from stdnum import luhn
from stdnum.ar import cuit
from stdnum.br import cnpj, cpf
from stdnum.ca import sin
from stdnum.cl import rut
from stdnum.co import nit as co_nit
from stdnum.cr import cpf as cr_cpf
from stdnum.do import cedula as do_cedula
from stdnum.ec import ci as ec_ci
from stdnum.gt import nit as gt_nit
from stdnum.mx import curp, rfc
from stdnum.pe import cui
from stdnum.pe import ruc as pe_ruc
from stdnum.py import ruc as py_ruc
from stdnum.us import ein, itin, ssn
from stdnum.ve import rif

EIN_PREFIXES = '01 02 03 04 05 06 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 30 32 35 36 37 38 39 41 42 43 44 45 46 47 48 51 52 53 54 55 56 57 58 59 61 62 63 64 65 71 72 73 74 75 76 77 81 82 83 84 85 87 88 92 93 94 95 98'.split()


@values('USA_SOCIAL_SECURITY_NUMBER', 'SSA: area not 000, 666 or from 900, group not 00, serial not 0000; hyphens, spaces or solid', oracle='python3-stdnum us.ssn', check=lambda v: ssn.is_valid(v.replace(' ', '-')))
def us_ssn(source):
    area = source.pick([n for n in range(1, 900) if n != 666])
    number = f'{area:03d}{source.between(1, 99):02d}{source.between(1, 9999):04d}'
    return source.dress(number, 'xxx-xx-xxxx', 'xxx-xx-xxxx', 'xxx xx xxxx', 'xxxxxxxxx')


@values('USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'IRS: 9, two digits, group 50-65, 70-88, 90-92 or 94-99, serial', oracle='python3-stdnum us.itin (groups from 70 only)')
def us_itin(source):
    group = source.pick([*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100)])
    number = f'9{source.digits(2)}{group:02d}{source.digits(4)}'
    if group >= 70 and not itin.is_valid(number):
        raise SystemExit('ITIN: refused by the oracle')
    return source.dress(number, 'xxx-xx-xxxx', 'xxx-xx-xxxx', 'xxx xx xxxx', 'xxxxxxxxx')


@values('USA_EMPLOYER_IDENTIFICATION_NUMBER', 'IRS: campus prefix and seven digits, hyphen after the prefix or solid', oracle='python3-stdnum us.ein', check=ein.is_valid)
def us_ein(source):
    return source.dress(source.pick(EIN_PREFIXES) + source.digits(7), 'xx-xxxxxxx', 'xx-xxxxxxx', 'xxxxxxxxx')


@values('USA_PASSPORT_NUMBER', 'State Department: nine digits, or a letter and eight digits since 2021')
def us_passport(source):
    return source.pick([source.pick('123456') + source.digits(8), source.pick(CAPITALS) + source.digits(8)])


@values('CANADA_SOCIAL_INSURANCE_NUMBER', 'first digit 1-7 or 9, Luhn; 3-3-3 or solid', oracle='python3-stdnum ca.sin', check=sin.is_valid)
def ca_sin(source):
    number = complete(sin.is_valid, source.pick('12345679') + source.digits(7) + '?')
    return source.dress(number, 'xxx xxx xxx', 'xxx-xxx-xxx', 'xxxxxxxxx')


@values('CANADA_PASSPORT_NUMBER', 'IRCC: two letters and six digits (until 2023)')
def ca_passport(source):
    return source.fill('@@######')


@values('CANADA_NATIONAL_IDENTIFICATION_NUMBER', 'permanent resident card: two letters and seven or ten digits', basis='memory')
def ca_pr_card(source):
    return source.pick(['RA', 'PA', 'RB', 'PB', 'RC', 'PC']) + source.digits(source.pick([7, 10]))


@values('BRAZIL_CPF_NUMBER', 'two check digits mod 11; 000.000.000-00 or solid', oracle='python3-stdnum br.cpf', check=cpf.is_valid)
def br_cpf(source):
    number = complete(cpf.is_valid, source.digits(9) + '??')
    return number and source.dress(number, 'xxx.xxx.xxx-xx', 'xxx.xxx.xxx-xx', 'xxxxxxxxxxx')


def cnpj_check(body):
    """Two check digits over character codes less 48, which serves digits and the letters of July 2026 alike."""
    for weights in ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)):
        rest = sum((ord(c) - 48) * w for c, w in zip(body, weights)) % 11
        body += str(0 if rest < 2 else 11 - rest)
    return body


@values('BRAZIL_CNPJ_NUMBER', 'two check digits mod 11; digits, and one in six in the letters and digits of July 2026', oracle='python3-stdnum br.cnpj (all-digit numbers)')
def br_cnpj(source):
    letters = source.below(6) == 0
    number = cnpj_check(source.fill('********' if letters else '########') + source.pick(['0001', '0001', '0002', '0017']))
    if not letters and not cnpj.is_valid(number):
        raise SystemExit('CNPJ: refused by the oracle')
    return source.dress(number, 'xx.xxx.xxx/xxxx-xx', 'xx.xxx.xxx/xxxx-xx', 'xxxxxxxxxxxxxx')


@values('BRAZIL_RG_NUMBER', 'São Paulo: eight digits, weights 2 to 9, check 11 - sum mod 11 with X for 10 and 0 for 11')
def br_rg(source):
    body = source.pick('123456') + source.digits(7)
    check = 11 - sum(int(d) * w for d, w in zip(body, range(2, 10))) % 11
    return source.dress(body + {10: 'X', 11: '0'}.get(check, str(check)), 'xx.xxx.xxx-x', 'xx.xxx.xxx-x', 'xxxxxxxx-x', 'xxxxxxxxx')


@values('BRAZIL_CEP_CODE', 'eight digits, hyphen before the last three or none; the regions start at 01000')
def br_cep(source):
    return source.dress(f'{source.between(1001, 99999):05d}' + source.pick(['000', source.digits(3)]), 'xxxxx-xxx', 'xxxxx-xxx', 'xxxxxxxx')


@values('BRAZIL_DRIVERS_LICENSE', 'CNH: nine digits and two check digits (weights 9 to 1, then 1 to 9, with the decrement of two after a first remainder of 10 and more), own implementation')
def br_cnh(source):
    body = source.digits(9)
    first = sum(int(d) * w for d, w in zip(body, range(9, 0, -1))) % 11
    carry = 2 if first >= 10 else 0
    first = 0 if first >= 10 else first
    second = sum(int(d) * w for d, w in zip(body, range(1, 10))) % 11 - carry
    if second < 0:
        second += 11
    second = 0 if second >= 10 else second
    return f'{body}{first}{second}'


@values('BRAZIL_PIS_PASEP_NUMBER', 'weights 3 2 9 8 7 6 5 4 3 2, check 11 - sum mod 11, 0 from 10; 000.00000.00-0 or solid; own implementation')
def br_pis(source):
    body = source.pick('12') + source.digits(9)
    rest = 11 - sum(int(d) * w for d, w in zip(body, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2))) % 11
    return source.dress(body + str(0 if rest >= 10 else rest), 'xxx.xxxxx.xx-x', 'xxxxxxxxxxx')


@values('BRAZIL_VOTER_REGISTRATION_NUMBER', 'eight digits, state 01-28, two check digits (weights 2-9, then 7 8 9; remainder 10 is 0; for SP and MG a remainder 0 is 1); own implementation')
def br_voter(source):
    body, state = source.digits(8), f'{source.between(1, 28):02d}'
    small = state in ('01', '02')
    digit = lambda rest: 0 if rest == 10 else 1 if rest == 0 and small else rest  # noqa: E731
    first = digit(sum(int(d) * w for d, w in zip(body, range(2, 10))) % 11)
    second = digit((int(state[0]) * 7 + int(state[1]) * 8 + first * 9) % 11)
    return source.dress(f'{body}{state}{first}{second}', 'xxxxxxxxxxxx', 'xxxxxxxxxxxx', 'xxxx xxxx xxxx')


def written_cuit(source, prefixes):
    number = complete(cuit.is_valid, source.pick(prefixes) + f'{source.between(5000000, 60000000):08d}?')
    return number and source.dress(number, 'xx-xxxxxxxx-x', 'xx-xxxxxxxx-x', 'xxxxxxxxxxx')


@values('ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'CUIL/CUIT of a person: prefix 20, 23, 24 or 27, mod 11', oracle='python3-stdnum ar.cuit', check=cuit.is_valid)
def ar_person(source):
    return written_cuit(source, ['20', '23', '24', '27'])


@values('ARGENTINA_ORGANIZATION_TAX_IDENTIFICATION_NUMBER', 'CUIT of an organisation: prefix 30, 33 or 34, mod 11', oracle='python3-stdnum ar.cuit', check=cuit.is_valid)
def ar_organisation(source):
    return written_cuit(source, ['30', '33', '34'])


@values('ARGENTINA_TARJETA_SUBE', '6061, Luhn; 4-4-4-4 with spaces or hyphens, or solid', oracle='python3-stdnum luhn', check=lambda v: luhn.is_valid(v.replace(' ', '').replace('-', '')))
def ar_sube(source):
    number = complete(luhn.is_valid, '6061' + source.digits(11) + '?')
    return source.dress(number, 'xxxx xxxx xxxx xxxx', 'xxxx-xxxx-xxxx-xxxx', 'x' * 16)


@values('ARGENTINA_DNI_NUMBER', 'seven or eight digits with dots every three, or solid')
def ar_dni(source):
    number = str(source.between(5000000, 60000000))
    return source.dress(number, 'xx.xxx.xxx', 'x.xxx.xxx', 'x' * len(number))


@values('CHILE_RUT_NUMBER', 'mod 11 with K; dots and hyphen, hyphen alone, small k at times', oracle='python3-stdnum cl.rut', check=rut.is_valid)
def cl_rut(source):
    number = complete(rut.is_valid, str(source.between(4000000, 26000000)) + '?', '0123456789K')
    text = source.dress(number, 'xx.xxx.xxx-x', 'x.xxx.xxx-x', 'xxxxxxxx-x', 'xxxxxxx-x')
    return text.lower() if source.below(4) == 0 else text


def co_check(body):
    weights = (3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71)
    rest = sum(int(d) * w for d, w in zip(reversed(body), weights)) % 11
    return body + str(rest if rest < 2 else 11 - rest)


@values('COLOMBIA_INDIVIDUAL_NIT_NUMBER', 'cédula number and mod 11 check digit after a hyphen, dots at times', oracle='python3-stdnum co.nit', check=co_nit.is_valid)
def co_person(source):
    number = co_check(str(source.pick([source.between(10000000, 99999999), source.between(1000000000, 1200000000)])))
    return source.dress(number, 'xx.xxx.xxx-x', 'xxxxxxxx-x', 'x.xxx.xxx.xxx-x', 'xxxxxxxxxx-x')


@values('COLOMBIA_ORGANIZATION_NIT_NUMBER', 'nine digits from 8 or 9 and mod 11 check digit', oracle='python3-stdnum co.nit', check=co_nit.is_valid)
def co_organisation(source):
    return source.dress(co_check(source.pick('89') + source.digits(8)), 'xxx.xxx.xxx-x', 'xxxxxxxxx-x')


@values('COLOMBIA_CITIZENSHIP_CARD_NUMBER', 'seven or eight digits, or ten from 1 000 000 000; dots every three, or solid')
def co_card(source):
    number = str(source.pick([source.between(1000000, 99999999), source.between(1000000000, 1200000000)]))
    return source.dress(number, 'x.xxx.xxx', 'xx.xxx.xxx', 'x.xxx.xxx.xxx', 'x' * len(number))


MX_STATES = 'AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE'.split()
CONSONANTS, VOWELS = 'BCDFGHJKLMNPQRSTVWXYZ', 'AEIOU'


@values('MEXICO_CURP_NUMBER', 'RENAPO: name letters, birth date, sex, state, consonants, homonym character (digit before 2000, letter after), check digit', oracle='python3-stdnum mx.curp', check=curp.is_valid)
def mx_curp(source):
    day = source.day(1940, 2012)
    name = source.pick(CONSONANTS) + source.pick(VOWELS) + source.pick(CONSONANTS) + source.pick(CAPITALS)
    homonym = source.pick('0123' if day.year < 2000 else 'ABCD')
    body = name + day.strftime('%y%m%d') + source.pick('HM') + source.pick(MX_STATES) + source.text(CONSONANTS, 3) + homonym
    return complete(curp.is_valid, body + '?')


def written_rfc(source, letters):
    body = letters + source.day(1950, 2015).strftime('%y%m%d') + source.fill('**')
    return complete(lambda v: rfc.is_valid(v, validate_check_digits=True), body + '?', '0123456789A')


@values('MEXICO_INDIVIDUAL_RFC_NUMBER', 'SAT: four letters, date, homonym characters, check character', oracle='python3-stdnum mx.rfc with check digits')
def mx_person(source):
    return written_rfc(source, source.pick(CONSONANTS) + source.pick(VOWELS) + source.pick(CONSONANTS) + source.pick(CONSONANTS))


@values('MEXICO_ORGANIZATION_RFC_NUMBER', 'SAT: three letters (&, Ñ at times), date, homonym characters, check character', oracle='python3-stdnum mx.rfc with check digits')
def mx_organisation(source):
    return written_rfc(source, source.fill('@@@') if source.below(8) else '&' + source.fill('@@'))


@values('PERU_DNI_NUMBER', 'RENIEC: eight digits, check digit after a hyphen or left out', oracle='python3-stdnum pe.cui (where the check character is there)')
def pe_dni(source):
    body = source.pick('01234567') + source.digits(7)
    checked = complete(cui.is_valid, body + '?', '0123456789ABCDEFGHIJK')
    return source.pick([body, body, f'{body}-{checked[-1]}'])


@values('PERU_RUC_NUMBER', 'prefix 10, 15, 17 or 20, mod 11', oracle='python3-stdnum pe.ruc', check=pe_ruc.is_valid)
def pe_tax(source):
    return complete(pe_ruc.is_valid, source.pick(['10', '10', '15', '17', '20', '20']) + source.digits(8) + '?')


@values('ECUADOR_IDENTITY_CARD_NUMBER', 'province 01-24, third digit below 6, mod 10', oracle='python3-stdnum ec.ci', check=ec_ci.is_valid)
def ec_card(source):
    number = complete(ec_ci.is_valid, f'{source.between(1, 24):02d}' + source.pick('012345') + source.digits(6) + '?')
    return source.dress(number, 'xxxxxxxxxx', 'xxxxxxxxx-x')


@values('VENEZUELA_RIF_NUMBER', 'SENIAT: letter V, E, J, P or G, eight digits, check digit mod 11', oracle='python3-stdnum ve.rif', check=rif.is_valid)
def ve_rif(source):
    number = complete(rif.is_valid, source.pick('VVEJJPG') + f'{source.between(1000000, 99999999):08d}?')
    return source.dress(number, 'x-xxxxxxxx-x', 'xxxxxxxxxx', 'xxxxxxxxx-x')


@values('URUGUAY_IDENTITY_CARD_NUMBER', 'seven digits, check digit by weights 2 9 8 7 6 3 4 mod 10; own implementation')
def uy_card(source):
    body = f'{source.between(1000000, 6500000)}'
    check = -sum(int(d) * w for d, w in zip(body, (2, 9, 8, 7, 6, 3, 4))) % 10
    return source.dress(body + str(check), 'x.xxx.xxx-x', 'x.xxx.xxx-x', 'xxxxxxx-x', 'xxxxxxxx')


@values('PARAGUAY_RUC_NUMBER', 'number and mod 11 check digit after a hyphen', oracle='python3-stdnum py.ruc', check=py_ruc.is_valid)
def py_tax(source):
    body = source.pick([str(source.between(400000, 7000000)), '800' + source.digits(5)])
    return complete(py_ruc.is_valid, body + '-?')


# Municipalities of each of the 22 departments (INE).
GT_MUNICIPALITIES = [17, 8, 16, 16, 13, 14, 19, 8, 24, 21, 9, 30, 32, 21, 8, 17, 14, 5, 11, 11, 7, 17]


@values('GUATEMALA_CUI_NUMBER', 'eight digits, check digit (weights 2 to 9, mod 11), department and municipality; own implementation')
def gt_cui(source):
    body = source.pick('123') + source.digits(7)
    check = sum(int(d) * w for d, w in zip(body, range(2, 10))) % 11
    if check == 10:
        return None
    department = source.between(1, 22)
    number = f'{body}{check}{department:02d}{source.between(1, GT_MUNICIPALITIES[department - 1]):02d}'
    return source.dress(number, 'xxxx xxxxx xxxx', 'x' * 13)


@values('GUATEMALA_NIT_NUMBER', 'digits and mod 11 check digit with K, hyphen or none', oracle='python3-stdnum gt.nit', check=gt_nit.is_valid)
def gt_tax(source):
    number = complete(gt_nit.is_valid, str(source.between(100000, 99999999)) + '-?', '0123456789K')
    return number if source.below(3) else number.replace('-', '')


@values('COSTA_RICA_IDENTITY_CARD_NUMBER', 'province 1-9, four and four digits, hyphens or solid; no check digit', oracle='python3-stdnum cr.cpf', check=cr_cpf.is_valid)
def cr_card(source):
    number = source.pick('1234567') + '0' + f'{source.between(100, 999)}' + f'{source.between(1, 999):04d}'
    return source.dress(number, 'x-xxxx-xxxx', 'x-xxxx-xxxx', 'xxxxxxxxx')


@values('DOMINICAN_REPUBLIC_IDENTITY_CARD_NUMBER', 'municipality 3, seven digits, Luhn; hyphens or solid', oracle='python3-stdnum do.cedula', check=do_cedula.is_valid)
def do_card(source):
    number = complete(do_cedula.is_valid, source.pick(['001', '002', '031', '047', '223', '224', '402']) + source.digits(7) + '?')
    return number and source.dress(number, 'xxx-xxxxxxx-x', 'xxx-xxxxxxx-x', 'xxxxxxxxxxx')
