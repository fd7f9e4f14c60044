"""Health identifiers that belong to no single country's list of national numbers."""

from source import CAPITALS, complete, values
from stdnum import ean, luhn
from stdnum.gb import nhs

# Letters of the Medicare Beneficiary Identifier: S, L, O, I, B and Z are not used (CMS).
MBI_LETTERS = 'ACDEFGHJKMNPQRTUVWXY'


@values('USA_MEDICARE_BENEFICIARY_IDENTIFIER', 'CMS: 11 positions C A AN N A AN N A A N N, with or without the hyphens 4-3-4')
def mbi(source):
    kinds = {'C': '123456789', 'A': MBI_LETTERS, 'X': MBI_LETTERS + '0123456789', 'N': '0123456789'}
    number = ''.join(source.pick(kinds[k]) for k in 'CAXNAXNAANN')
    return source.dress(number, 'x' * 11, 'xxxx-xxx-xxxx')


@values('USA_NATIONAL_PROVIDER_IDENTIFIER', 'CMS: ten digits that start with 1 or 2, Luhn over 80840 and the number', oracle='python3-stdnum luhn', check=lambda v: luhn.is_valid('80840' + v))
def npi(source):
    return complete(lambda v: luhn.is_valid('80840' + v), source.pick('12') + source.digits(8) + '?')


@values('US_DRUG_ENFORCEMENT_AGENCY_NUMBER', 'registrant letter, surname letter or 9, six digits and (d1+d3+d5) + 2(d2+d4+d6) mod 10')
def dea(source):
    body = source.digits(6)
    check = (int(body[0]) + int(body[2]) + int(body[4]) + 2 * (int(body[1]) + int(body[3]) + int(body[5]))) % 10
    return source.pick('ABCDEFGHJKLMPRSTUX') + source.pick(CAPITALS + '9') + body + str(check)


@values('USA_HEALTH_INSURANCE_CLAIM_NUMBER', 'CMS: a Social Security number and a beneficiary code of one letter and at most one letter or digit; railroad prefixes', basis='memory')
def hicn(source):
    area = source.pick([n for n in range(1, 900) if n != 666])
    ssn = f'{area:03d}{source.between(1, 99):02d}{source.between(1, 9999):04d}'
    code = source.pick(['A', 'B', 'B1', 'B3', 'C1', 'C2', 'D', 'D1', 'E', 'E1', 'F1', 'M', 'T', 'W', 'W1'])
    if source.below(5) == 0:
        return source.pick(['A', 'MA', 'WA', 'WD', 'CA', 'PA', 'WCA', 'WCD', 'PD', 'JA']) + ssn
    return source.dress(ssn, 'xxx-xx-xxxx', 'x' * 9) + code


@values('USA_NATIONAL_DRUG_CODE', 'FDA: labeler, product and package as 4-4-2, 5-3-2 or 5-4-1 with hyphens, billing form 5-4-2')
def ndc(source):
    shape = source.pick(['####-####-##', '#####-###-##', '#####-####-#', '#####-####-##'])
    return source.fill(shape)


@values('UK_NHS_NUMBER', 'ten digits, weights 10 to 2, mod 11; written 3-3-4 or solid', oracle='python3-stdnum gb.nhs', check=nhs.is_valid)
def uk_nhs(source):
    number = complete(nhs.is_valid, source.pick('4679') + source.digits(8) + '?')
    return number and source.dress(number, 'xxxxxxxxxx', 'xxx xxx xxxx', 'xxx-xxx-xxxx')


@values('CANADA_HEALTH_NUMBER', 'British Columbia: 9, eight digits, check digit (11 - sum of (digit x weight mod 11)) mod 11, weights 2 4 8 5 10 9 7 3')
def bc_phn(source):
    body = source.digits(8)
    check = -sum(int(d) * w % 11 for d, w in zip(body, (2, 4, 8, 5, 10, 9, 7, 3))) % 11
    if check == 10:
        return None
    return source.dress('9' + body + str(check), 'x' * 10, 'xxxx xxx xxx', 'xxxx-xxx-xxx')


# ISO 3166 numeric codes of the countries whose insurers print a card.
EHIC_COUNTRIES = ['040', '056', '100', '191', '196', '203', '208', '233', '246', '250', '276', '300', '348', '352', '372', '380', '428', '440', '442', '470', '528', '578', '616', '620', '642', '703', '705', '724', '752', '756']


@values('EUROPEAN_HEALTH_INSURANCE_CARD_NUMBER', 'EN 1867: 80, ISO 3166 numeric country, issuer and serial, 20 digits in all; Luhn as the last digit', basis='standard (the check digit is optional in it; here it is always right)')
def ehic(source):
    return complete(luhn.is_valid, '80' + source.pick(EHIC_COUNTRIES) + source.digits(14) + '?')


@values('FINLAND_EUROPEAN_HEALTH_INSURANCE_NUMBER', '80246 80246 of Kela and ten digits', basis='published patterns of scanners')
def finland_ehic(source):
    return source.dress('8024680246' + source.digits(10), 'x' * 20, 'xxxxxxxxxx xxxxxxxxxx', 'xxxxxxxxxx-xxxxxxxxxx')


@values('FRANCE_HEALTH_INSURANCE_NUMBER', '21 digits of the carte Vitale, solid or 10 + 10 + 1', basis='published patterns of scanners')
def carte_vitale(source):
    return source.dress('80250' + source.digits(16), 'x' * 21, 'xxxxxxxxxx xxxxxxxxxx x')


@values('USA_HEALTHCARE_PROCEDURE_CODE', 'CPT: five digits or four and F, T; HCPCS level II: letter A to V and four digits; modifier of two characters at times')
def procedure(source):
    code = source.pick([source.pick('123456789') + source.digits(4), source.digits(4) + source.pick('FT'), source.pick('ABCDEGHJKLMPQRSTV') + source.digits(4), source.pick('ABCDEGHJKLMPQRSTV') + source.digits(4)])
    return code + source.pick(['', '', '', '-25', '-59', '-GT', '-LT'])


HIBC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'


@values('MEDICAL_DEVICE_UDI', 'FDA issuing agencies: GS1 (01) with GTIN-14 and production identifiers; HIBCC with its mod 43 character; ISBT 128 (=/, facility, product code of six, T or S and four digits)', oracle='python3-stdnum ean (GTIN); the rest own')
def udi(source):
    kind = source.below(4)
    if kind < 2:
        gtin = complete(ean.is_valid, source.pick('01') + source.digits(12) + '?') if kind else complete(ean.is_valid, '0' + source.digits(12) + '?')
        day = source.day(2020, 2030).strftime('%y%m%d')
        return f'(01){gtin}' + source.pick(['', f'(17){day}', f'(11){day}(10){source.fill("@####")}', f'(17){day}(10){source.fill("@##*")}(21){source.digits(6)}'])
    if kind == 2:
        body = '+' + source.fill('@***') + source.fill('*' * source.between(4, 10)) + source.digits(1)
        return body + HIBC[sum(HIBC.index(c) for c in body) % 43]
    return '=/' + source.fill('@####') + source.fill('@@@###') + source.pick('ST') + source.digits(4)


@values('MEDICAL_RECORD_NUMBER', 'no standard: six to ten digits, at times with a prefix of letters', basis='memory')
def record_number(source):
    return source.pick(['', '', '', 'MRN', 'M', 'H']) + source.pick('123456789') + source.digits(source.between(5, 9))


# Categories that exist in the WHO's and the CMS's lists; the subcategories are of the shape, not all are listed.
ICD_CODES = 'E11.9 I10 J45.909 F32.9 M54.5 K21.9 E78.5 N39.0 R51 J06.9 F41.1 G43.909 I25.10 E66.9 Z00.00 S52.501A T78.40XA O80 C50.911 D64.9 H66.90 L20.9 N18.3 R07.9 B20 A09 I48.91 J18.9 K35.80 M17.11 G20 F20.0 E10.65 I50.9 J44.1 C34.90 C18.9 D50.9 E03.9 F10.20 F33.1 G40.909 H25.9 I21.4 I63.9 J20.9 K50.90 K80.20 L40.0 M06.9 M81.0 N20.0 O24.419 P07.30 Q21.0 R10.9 R50.9 S06.0X0A S72.001A T14.91XA V43.52XA W19.XXXA Z23 Z79.4 Z85.3 U07.1 Y92.009 X58.XXXA'.split()


@values('ICD_10_DIAGNOSIS_CODE', 'codes of ICD-10 and ICD-10-CM as published by WHO and CMS', count=66)
def icd10(source):
    return source.pick(ICD_CODES)
