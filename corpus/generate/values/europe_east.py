"""National numbers of Central, Eastern and South-Eastern Europe, Türkiye and Russia."""

from source import complete, values
from stdnum.bg import egn
from stdnum.cz import rc
from stdnum.ee import ik
from stdnum.hr import oib
from stdnum.lt import asmens
from stdnum.lv import pvn
from stdnum.pl import pesel
from stdnum.ro import cnp
from stdnum.ru import inn
from stdnum.si import ddv, emso
from stdnum.tr import tckimlik
from stdnum.ua import rntrc


@values('POLAND_NATIONAL_ID_NUMBER', 'PESEL: date with the century in the month, serial, weights 1 3 7 9', oracle='python3-stdnum pl.pesel', check=pesel.is_valid)
def pl_pesel(source):
    day = source.day(1930, 2012)
    month = day.month + (20 if day.year >= 2000 else 0)
    return complete(pesel.is_valid, f'{day:%y}{month:02d}{day:%d}{source.digits(4)}?')


@values('BULGARIA_UNIFIED_CIVIL_NUMBER', 'EGN: date with the century in the month, region, weights 2 4 8 5 10 9 7 3 6', oracle='python3-stdnum bg.egn', check=egn.is_valid)
def bg_egn(source):
    day = source.day(1930, 2012)
    month = day.month + (40 if day.year >= 2000 else 0)
    return complete(egn.is_valid, f'{day:%y}{month:02d}{day:%d}{source.digits(3)}?')


@values('CROATIA_PERSONAL_IDENTIFICATION_NUMBER', 'OIB: ISO 7064 mod 11,10; HR before it at times', oracle='python3-stdnum hr.oib', check=oib.is_valid)
def hr_oib(source):
    return source.pick(['', '', '', 'HR']) + complete(oib.is_valid, source.digits(10) + '?')


@values('CZECH_REPUBLIC_SLOVAKIA_BIRTH_NUMBER', 'date (50 more for women), serial, whole number divisible by 11; nine digits before 1954', oracle='python3-stdnum cz.rc', check=rc.is_valid)
def cz_rc(source):
    day = source.day(1930, 2012)
    month = day.month + source.pick([0, 50])
    body = f'{day:%y}{month:02d}{day:%d}{source.between(1, 999):03d}'
    number = body if day.year < 1954 else complete(rc.is_valid, body + '?')
    return number and source.dress(number, 'xxxxxx/xxxx', 'xxxxxx/xxxx', 'xxxxxxxxxx', 'xxxxxx/xxx')


def baltic(source, oracle):
    day = source.day(1930, 2012)
    first = (1 if day.year < 1900 else 3 if day.year < 2000 else 5) + source.below(2)
    return complete(oracle, f'{first}{day:%y%m%d}{source.digits(3)}?')


@values('ESTONIA_PERSONAL_CODE', 'sex and century, date, serial, two-step mod 11', oracle='python3-stdnum ee.ik', check=ik.is_valid)
def ee_code(source):
    return baltic(source, ik.is_valid)


@values('LITHUANIA_PERSONAL_CODE', 'sex and century, date, serial, two-step mod 11', oracle='python3-stdnum lt.asmens', check=asmens.is_valid)
def lt_code(source):
    return baltic(source, asmens.is_valid)


@values('LATVIA_PERSONAL_CODE', 'date, century, serial, check digit; or 32 and nine digits since 2017; hyphen or solid', oracle='python3-stdnum lv.pvn (dated codes and 32)')
def lv_code(source):
    if source.below(4) == 0:
        return source.dress('32' + source.digits(9), 'xxxxxx-xxxxx', 'xxxxxxxxxxx')
    day = source.day(1930, 2012)
    number = complete(pvn.is_valid, f'{day:%d%m%y}{"1" if day.year < 2000 else "2"}{source.digits(3)}?')
    return number and source.dress(number, 'xxxxxx-xxxxx', 'xxxxxx-xxxxx', 'xxxxxxxxxxx')


@values('HUNGARY_TAX_IDENTIFICATION_NUMBER', '8, days since 1867-01-01, three digits, sum of digit times place mod 11 (never 10); own implementation')
def hu_tax(source):
    body = '8' + str((source.day() - type(source.day())(1867, 1, 1)).days) + source.digits(3)
    check = sum(int(d) * (i + 1) for i, d in enumerate(body)) % 11
    return None if check == 10 else body + str(check)


@values('HUNGARY_SOCIAL_SECURITY_NUMBER', 'TAJ: eight digits, weights 3 and 7 in turn mod 10; groups of three or solid; own implementation')
def hu_taj(source):
    body = source.pick('01') + source.digits(7)
    check = sum(int(d) * (3, 7)[i % 2] for i, d in enumerate(body)) % 10
    return source.dress(body + str(check), 'xxx xxx xxx', 'xxx-xxx-xxx', 'xxxxxxxxx')


@values('ROMANIA_PERSONAL_NUMERIC_CODE', 'sex and century, date, county, serial, weights 279146358279 mod 11', oracle='python3-stdnum ro.cnp', check=cnp.is_valid)
def ro_cnp(source):
    day = source.day(1930, 2012)
    first = (1 if day.year < 2000 else 5) + source.below(2)
    county = source.pick([*range(1, 47), 51, 52])
    return complete(cnp.is_valid, f'{first}{day:%y%m%d}{county:02d}{source.between(1, 999):03d}?')


# Regions of the Yugoslav master citizen number by country of today (decree of 1976).
REGIONS = {
    'BOSNIA_AND_HERZEGOVINA': range(10, 20),
    'MONTENEGRO': range(21, 30),
    'CROATIA': range(30, 40),
    'NORTH_MACEDONIA': range(41, 50),
    'SLOVENIA': [50],
    'SERBIA': [*range(70, 90)],
}


def register_jmbg(country, regions):
    @values(f'{country}_UNIQUE_MASTER_CITIZEN_NUMBER', 'JMBG: day, month, last three digits of the year, region, serial, mod 11', oracle='python3-stdnum si.emso', check=emso.is_valid)
    def jmbg(source):
        day = source.day(1940, 2012)
        body = f'{day:%d%m}{day.year % 1000:03d}{source.pick(list(regions)):02d}{source.between(0, 999):03d}'
        return complete(emso.is_valid, body + '?')


for country, regions in REGIONS.items():
    register_jmbg(country, regions)


@values('SLOVENIA_TAX_IDENTIFICATION_NUMBER', 'eight digits, the first not 0, mod 11; SI before it at times', oracle='python3-stdnum si.ddv', check=ddv.is_valid)
def si_tax(source):
    number = complete(ddv.is_valid, source.pick('123456789') + source.digits(6) + '?')
    return number and source.pick(['', '', '', 'SI']) + number


@values('TURKIYE_IDENTIFICATION_NUMBER', 'eleven digits, the first not 0, two check digits', oracle='python3-stdnum tr.tckimlik', check=tckimlik.is_valid)
def tr_number(source):
    return complete(tckimlik.is_valid, source.pick('123456789') + source.digits(8) + '??')


@values('UKRAINE_TAX_IDENTIFICATION_NUMBER', 'RNOKPP: days since 1899-12-31, serial, weights -1 5 7 9 4 6 10 5 7', oracle='python3-stdnum ua.rntrc', check=rntrc.is_valid)
def ua_number(source):
    day = source.day()
    days = (day - type(day)(1899, 12, 31)).days
    return complete(rntrc.is_valid, f'{days:05d}{source.digits(4)}?')


@values('RUSSIA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'INN of a person: region, office, number, two check digits mod 11', oracle='python3-stdnum ru.inn', check=inn.is_valid)
def ru_inn(source):
    region = source.pick([f'{n:02d}' for n in range(1, 90)])
    return complete(inn.is_valid, region + f'{source.between(1, 60):02d}' + source.digits(6) + '??')


@values('RUSSIA_INSURANCE_ACCOUNT_NUMBER', 'SNILS: nine digits above 001001998, weights 9 to 1, sum mod 101 with 100 as 00; 000-000-000 00 or solid; own implementation')
def ru_snils(source):
    body = source.pick('01') + source.digits(8)
    if int(body) <= 1001998:
        return None
    check = sum(int(d) * (9 - i) for i, d in enumerate(body)) % 101 % 100
    return source.dress(f'{body}{check:02d}', 'xxx-xxx-xxx xx', 'xxx-xxx-xxx xx', 'xxx-xxx-xxx-xx', 'x' * 11)
