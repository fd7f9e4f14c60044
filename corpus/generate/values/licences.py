"""Driving licence numbers: shapes of the issuing offices, check digits only where a licence number has one."""

from source import CAPITALS, DIGITS, values
from stdnum import luhn
from stdnum.es import dni
from stdnum.fi import hetu

# A shape of each state of the USA that gives a letter or at least seven digits (# digit, @ letter).
UNITED_STATES = '''####### #######|@########|#########|@#######|@#####|@@####|@############|@########|@@######@|@###########|
@#########|@#@#@|@########|@############|@##########|@#####@|@#######|##@@@#####|@##############|@@@######|@########|
@######|@#############|########|#########|@####|@@#####|##########|############|@##########'''.replace('\n', '').replace(' ', '|')


@values('DRIVERS_LICENSE', 'shapes of the states of the USA, letters and digits at random', basis='published patterns of scanners and motor vehicle offices')
def us_licence(source):
    return source.fill(source.pick([shape for shape in UNITED_STATES.split('|') if shape]))


@values('CANADA_DRIVERS_LICENSE', 'shapes of the provinces: Alberta, British Columbia, Newfoundland, Nova Scotia, Ontario (5-5-5 too), Quebec, Saskatchewan', basis='published patterns of scanners')
def ca_licence(source):
    return source.fill(source.pick(['######-###', '#######', '@#########', '@@@@@#########', '@####-#####-#####', '@####-#####-#####', '@##############', '@############', '@####-######-##', '########']))


@values('UK_DRIVERS_LICENSE', 'DVLA: five letters of the surname padded with 9, decade, month (50 more for women), day, year, initials, arbitrary digit, two check letters; issue number at times')
def uk_licence(source):
    name = source.pick(['MORGA', 'SMITH', 'JONES', 'TAYLO', 'BROWN', 'PATEL', 'LEE99', 'KHAN9', 'EVANS', 'FOX99', 'WALKE', 'THOMP', 'NG999', 'HUGHE', 'ALI99'])
    day = source.day()
    month = day.month + source.pick([0, 50])
    initials = source.pick(CAPITALS) + source.pick(CAPITALS + '9')
    number = f'{name}{day.year // 10 % 10}{month:02d}{day:%d}{day.year % 10}{initials}{source.pick("9876")}{source.text("ABCDEFGHJKLMNPRSTUVWXYZ", 2)}'
    return number + source.pick(['', '', f' {source.between(11, 99)}'])


SHAPES = {
    'AUSTRALIA': (['########', '#########', '######', '@#####', '##########'], 'published patterns of scanners'),
    'AUSTRIA': (['########'], 'published patterns of scanners'),
    'BELGIUM': (['##########'], 'published patterns of scanners'),
    'BULGARIA': (['#########'], 'published patterns of scanners'),
    'CROATIA': (['########'], 'published patterns of scanners'),
    'CYPRUS': (['############'], 'published patterns of scanners'),
    'DENMARK': (['########'], 'published patterns of scanners'),
    'FRANCE': (['############', '##@@#####'], 'published patterns of scanners; two digits, two letters, five digits since 2013 (memory)'),
    'GREECE': (['#########'], 'published patterns of scanners'),
    'HUNGARY': (['@@######'], 'published patterns of scanners'),
    'IRELAND': (['######@@@@'], 'published patterns of scanners'),
    'LATVIA': (['@@@######'], 'published patterns of scanners'),
    'LITHUANIA': (['########'], 'published patterns of scanners'),
    'LUXEMBOURG': (['######'], 'published patterns of scanners'),
    'MALTA': (['@@ ### ###', '@@######'], 'published patterns of scanners'),
    'NETHERLANDS': (['##########'], 'published patterns of scanners'),
    'PORTUGAL': (['@@-###### #', '@-###### #', '@@-##### #'], 'published patterns of scanners'),
    'ROMANIA': (['@########', '#########'], 'published patterns of scanners'),
    'SLOVAKIA': (['@#######', '########'], 'published patterns of scanners'),
    'SLOVENIA': (['#########'], 'published patterns of scanners'),
}


def register_shapes(country, shapes, basis):
    @values(f'{country}_DRIVERS_LICENSE', f'shape {" or ".join(shapes).replace("#", "9").replace("@", "A")}, no check digit', basis=basis)
    def licence(source):
        return source.fill(source.pick(shapes))


for country, (shapes, basis) in SHAPES.items():
    register_shapes(country, shapes, basis)


@values('CZECHIA_DRIVERS_LICENSE', 'E and a letter, six digits, a space between at times', basis='published patterns of scanners')
def cz_licence(source):
    return source.fill('E@' + source.pick(['', '', ' ']) + '######')


@values('ESTONIA_DRIVERS_LICENSE', 'ET and six digits', basis='published patterns of scanners')
def ee_licence(source):
    return source.fill('ET######')


@values('FINLAND_DRIVERS_LICENSE', 'the holder\'s identity code: date, hyphen (A from 2000), number, letter mod 31', oracle='python3-stdnum fi.hetu', check=hetu.is_valid)
def fi_licence(source):
    day = source.day()
    number = f'{source.between(2, 899):03d}'
    return f'{day:%d%m%y}{"-" if day.year < 2000 else "A"}{number}' + '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(f'{day:%d%m%y}{number}') % 31]


def german_check(body):
    """Sum of character value times 9 to 1, mod 11 with X for 10: as licence offices compute it, letters from A = 10."""
    rest = sum(int(c, 36) * w for c, w in zip(body, range(9, 0, -1))) % 11
    return 'X' if rest == 10 else str(rest)


@values('GERMANY_DRIVERS_LICENSE', 'letter A to P of the state, two digits of the office, six characters of the serial, check character (weights 9 to 1 mod 11), number of the issue', basis='memory for the check character')
def de_licence(source):
    body = source.pick('ABCDEFGHIJKLMNOP') + source.digits(2) + source.text(DIGITS + CAPITALS, 6)
    return body + german_check(body) + source.pick('123456789A')


STATES_IN = 'AP AR AS BR CG CH DL GA GJ HP HR JH JK KA KL MH ML MN MP MZ NL OD PB PY RJ SK TN TR TS UK UP WB'.split()


@values('INDIA_DRIVERS_LICENSE', 'state, office, year of issue, seven digits; hyphen or space after the office at times')
def in_licence(source):
    office = source.pick(STATES_IN) + f'{source.between(1, 60):02d}'
    return office + source.pick(['', ' ', '-']) + f'{source.between(1975, 2025)}{source.digits(7)}'


@values('ITALY_DRIVERS_LICENSE', 'two letters (U1 for cards of the central office), seven digits or characters, letter', basis='published patterns of scanners')
def it_licence(source):
    return source.pick([source.fill('@@#######@'), 'U1' + source.text('0123456789ABCDEFGHLMNPRSTUVWXYZ', 7) + source.fill('@')])


@values('POLAND_DRIVERS_LICENSE', 'five digits, two of the year, four digits of the office, with slashes')
def pl_licence(source):
    return f'{source.digits(5)}/{source.between(0, 25):02d}/{source.fill("####")}'


@values('SPAIN_DRIVERS_LICENSE', "the holder's DNI, or an older number of eight digits and check", oracle='python3-stdnum es.dni', check=dni.is_valid)
def es_licence(source):
    body = source.digits(8)
    return source.dress(body + dni.calc_check_digit(body), 'xxxxxxxxx', 'xxxxxxxxx', 'xxxxxxxx-x')


@values('SWEDEN_DRIVERS_LICENSE', "the holder's personnummer: date, hyphen, four digits, Luhn")
def se_licence(source):
    body = f'{source.day():%y%m%d}{source.between(1, 999):03d}'
    return source.dress(body + luhn.calc_check_digit(body), 'xxxxxx-xxxx')
