"""Writes python-stdnum.json: what python3-stdnum says of valid numbers, of their one-digit errors, and of random text.

The table is committed, so that the tests need no Python. Run: /usr/bin/python3 test/validators/oracles/make.py
The strings other than the valid numbers are made again by the test, so only the verdicts on them are stored, one bit
each, first string in the highest bit of the first byte, in base64. `Random` and `fill` are twins of those in strings.ts.
"""

import base64
import itertools
import json
import pathlib

import stdnum
from stdnum import ean, iban, imei, luhn, verhoeff
from stdnum.ar import cuit
from stdnum.at import tin as at_tin
from stdnum.at import vnr
from stdnum.au import abn, acn, tfn
from stdnum.be import nn
from stdnum.bg import egn
from stdnum.br import cnpj, cpf
from stdnum.ca import sin
from stdnum.ch import ssn as ch_ssn
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.co import nit as co_nit
from stdnum.cr import cpf as cr_cpf
from stdnum.cy import vat as cy_vat
from stdnum.cz import rc
from stdnum.de import idnr as de_idnr
from stdnum.dk import cpr
from stdnum.do import cedula
from stdnum.ec import ci as ec_ci
from stdnum.ee import ik
from stdnum.es import cif, dni, nie
from stdnum.fi import hetu
from stdnum.fr import nif as fr_nif
from stdnum.fr import nir
from stdnum.gb import nhs, utr
from stdnum.gr import amka
from stdnum.gr import vat as gr_vat
from stdnum.gt import nit as gt_nit
from stdnum.hr import oib
from stdnum.ie import pps
from stdnum.il import idnr as il_idnr
from stdnum.in_ import aadhaar, epic, gstin, pan
from stdnum.is_ import kennitala
from stdnum.it import codicefiscale, iva
from stdnum.jp import cn
from stdnum.kr import rrn
from stdnum.lt import asmens
from stdnum.lv import pvn
from stdnum.mx import curp, rfc
from stdnum.my import nric
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.nz import ird
from stdnum.pe import cui
from stdnum.pe import ruc as pe_ruc
from stdnum.pk import cnic
from stdnum.pl import pesel
from stdnum.pt import nif as pt_nif
from stdnum.py import ruc as py_ruc
from stdnum.ro import cnp
from stdnum.ru import inn
from stdnum.se import personnummer
from stdnum.si import ddv, emso
from stdnum.th import pin
from stdnum.tr import tckimlik
from stdnum.ua import rntrc
from stdnum.us import rtn, ssn
from stdnum.ve import rif
from stdnum.za import idnr as za_idnr

VALID = 40
RANDOM = 1500
DIGITS = '0123456789'
LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'


class Random:
    """Park and Miller's generator (48271 modulo 2^31 - 1): the same in every language."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = self.state * 48271 % 2147483647
        return self.state % limit


def fill(random, shape):
    """`#` digit, `@` letter, `m` month 01-12, `d` day 01-28, `[abc]` one of; `?` and all else stay."""
    out, at = '', 0
    while at < len(shape):
        c = shape[at]
        if c == '[':
            end = shape.index(']', at)
            out += shape[at + 1 : end][random.below(end - at - 1)]
            at = end
        elif c == '#':
            out += DIGITS[random.below(10)]
        elif c == '@':
            out += LETTERS[random.below(26)]
        elif c == 'm':
            out += f'{1 + random.below(12):02d}'
        elif c == 'd':
            out += f'{1 + random.below(28):02d}'
        else:
            out += c
        at += 1
    return out


def completed(valid, text, alphabet):
    for filling in itertools.product(alphabet, repeat=text.count('?')):
        characters = iter(filling)
        candidate = ''.join(next(characters) if c == '?' else c for c in text)
        if valid(candidate):
            return candidate
    return None


def digit_errors(text):
    """Each digit with each other value, from left to right, values rising."""
    return [text[:i] + d + text[i + 1 :] for i, c in enumerate(text) if c in DIGITS for d in DIGITS if d != c]


# Name in rows.ts, oracle, shape, alphabet of the check characters.
ROWS = [
    ('abaRouting', rtn.is_valid, '[0123]#######?', DIGITS),
    ('argentinaCuit', cuit.is_valid, '[23][0347]########?', DIGITS),
    ('australiaAbn', abn.is_valid, '??#########', DIGITS),
    ('australiaAcn', acn.is_valid, '########?', DIGITS),
    ('australiaTfn', tfn.is_valid, '########?', DIGITS),
    ('austriaVnr', vnr.is_valid, '[123456789]##?dm##', DIGITS),
    ('austriaTin', at_tin.is_valid, '########?', DIGITS),
    ('balticEstonia', ik.is_valid, '[3456]##md###?', DIGITS),
    ('balticLithuania', asmens.is_valid, '[3456]##md###?', DIGITS),
    ('belgiumNrn', nn.is_valid, '##md###??', DIGITS),
    ('brazilCpf', cpf.is_valid, '#########??', DIGITS),
    ('brazilCnpj', cnpj.is_valid, '############??', DIGITS),
    ('bulgariaEgn', egn.is_valid, '##md###?', DIGITS),
    ('canadaSin', sin.is_valid, '[12345679]#######?', DIGITS),
    ('chileRut', rut.is_valid, '########?', DIGITS + 'K'),
    ('chinaResidentIdentity', ric.is_valid, '110101[12][09]##md###?', DIGITS + 'X'),
    ('colombiaNit', co_nit.is_valid, '#########-?', DIGITS),
    ('costaRicaId', cr_cpf.is_valid, '[123456789]-[01]###-####', DIGITS),
    ('croatiaOib', oib.is_valid, '##########?', DIGITS),
    ('cyprusTin', cy_vat.is_valid, '########?', LETTERS),
    ('czechBirthNumber', rc.is_valid, '[56789]#md###?', DIGITS),
    ('denmarkCpr', cpr.is_valid, 'dm##[0123]###', DIGITS),
    ('dominicanCedula', cedula.is_valid, '##########?', DIGITS),
    ('ecuadorCi', ec_ci.is_valid, '[012]########?', DIGITS),
    ('finlandHetu', hetu.is_valid, 'dm##[-A+]###?', '0123456789ABCDEFHJKLMNPRSTUVWXY'),
    ('franceNir', nir.is_valid, '[12]##m########??', DIGITS),
    ('franceSpi', fr_nif.is_valid, '##########???', DIGITS),
    ('germanyIdnr', de_idnr.is_valid, '##########?', DIGITS),
    ('greeceAfm', gr_vat.is_valid, '########?', DIGITS),
    ('greeceAmka', amka.is_valid, 'dm######?', DIGITS),
    ('gs1', ean.is_valid, '############?', DIGITS),
    ('guatemalaNit', gt_nit.is_valid, '#######-?', DIGITS + 'K'),
    ('ibanGermany', iban.is_valid, 'DE??##################', DIGITS),
    ('ibanBelgium', iban.is_valid, 'BE69##########??', DIGITS),
    ('ibanSpain', iban.is_valid, 'ES##########??##########', DIGITS),
    ('icelandKennitala', kennitala.is_valid, 'dm##[234567]#?[09]', DIGITS),
    ('imei', imei.is_valid, '[0389]#############?', DIGITS),
    ('indiaAadhaar', aadhaar.is_valid, '[23456789]##########?', DIGITS),
    ('indiaEpic', epic.is_valid, '@@@######?', DIGITS),
    ('indiaGstin', gstin.is_valid, '[0123]#@@@[PCHFATBLJG]@####@[123456789]Z?', DIGITS + LETTERS),
    ('indiaPan', pan.is_valid, '@@@@@####@', DIGITS),
    ('irelandPps', pps.is_valid, '#######?', LETTERS),
    ('israelId', il_idnr.is_valid, '########?', DIGITS),
    ('italyCodiceFiscale', codicefiscale.is_valid, 'RSSMRA##[ABCDEHLMPRST]dH###?', LETTERS),
    ('italyPartitaIva', iva.is_valid, '#######[01]##?', DIGITS),
    ('japanCorporateNumber', cn.is_valid, '?############', DIGITS),
    ('jmbgSlovenia', emso.is_valid, 'dm9##50###?', DIGITS),
    ('koreaResident', rrn.is_valid, '##md[12]#####?', DIGITS),
    ('latviaPersonalCode', pvn.is_valid, 'dm##1###?', DIGITS),
    ('luhn', luhn.is_valid, '4##############?', DIGITS),
    ('malaysiaNric', nric.is_valid, '##md######', DIGITS),
    ('mexicoCurp', curp.is_valid, 'BOXW##mdHCHLTR0?', DIGITS),
    ('mexicoRfc', lambda v: rfc.is_valid(v, validate_check_digits=True), 'GODE##md[123456789A][123456789AB]?', DIGITS + 'A'),
    ('netherlandsBsn', bsn.is_valid, '########?', DIGITS),
    ('newZealandIrd', ird.is_valid, '[123456789]#######?', DIGITS),
    ('norwayFodselsnummer', fodselsnummer.is_valid, 'dm##[0123]##??', DIGITS),
    ('pakistanCnic', cnic.is_valid, '#####-#######-#', DIGITS),
    ('paraguayRuc', py_ruc.is_valid, '[123456789]######-?', DIGITS),
    ('peruDni', cui.is_valid, '########-?', DIGITS),
    ('peruRuc', pe_ruc.is_valid, '[12][0567]########?', DIGITS),
    ('polandPesel', pesel.is_valid, '##md####?', DIGITS),
    ('portugalNif', pt_nif.is_valid, '[1235689]#######?', DIGITS),
    ('romaniaCnp', cnp.is_valid, '[12]##md[01234]####?', DIGITS),
    ('russiaInn', inn.is_valid, '##########??', DIGITS),
    ('sloveniaTaxNumber', ddv.is_valid, '[123456789]######?', DIGITS),
    ('southAfricaId', za_idnr.is_valid, '##md####[01]8?', DIGITS),
    ('spainCif', cif.is_valid, '[ABEHJPQRSUVW][012345]######?', DIGITS + 'ABCDEFGHIJ'),
    ('spainDni', dni.is_valid, '########?', LETTERS),
    ('spainNie', nie.is_valid, '[XYZ]#######?', LETTERS),
    ('swedenPersonnummer', personnummer.is_valid, '[3456789]#md-###?', DIGITS),
    ('switzerlandAhv', ch_ssn.is_valid, '756#########?', DIGITS),
    ('thailandId', pin.is_valid, '[12345678]###########?', DIGITS),
    ('turkiyeTckn', tckimlik.is_valid, '[123456789]########??', DIGITS),
    ('ukNhs', nhs.is_valid, '#########?', DIGITS),
    ('ukUtr', utr.is_valid, '?#########', DIGITS),
    ('ukraineRntrc', rntrc.is_valid, '[123]########?', DIGITS),
    ('usSsn', ssn.is_valid, '###-##-####', DIGITS),
    ('venezuelaRif', rif.is_valid, '[VEJPG]########?', DIGITS),
    ('verhoeff', verhoeff.is_valid, '###########?', DIGITS),
]


def packed(verdicts):
    bits = ''.join('1' if verdict else '0' for verdict in verdicts)
    bits += '0' * (-len(bits) % 8)
    return base64.b64encode(bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))).decode()


def row(number, name, oracle, shape, alphabet):
    random = Random(number + 1)
    valid = []
    for _ in range(400 * VALID):
        text = completed(oracle, fill(random, shape), alphabet)
        if text is not None and text not in valid:
            valid.append(text)
        if len(valid) == VALID:
            break
    if len(valid) < VALID:
        raise SystemExit(f'{name}: only {len(valid)} valid numbers')
    errors = [oracle(error) for text in valid for error in digit_errors(text)]
    # The check characters of random text are random digits.
    random = Random(1000 + number)
    texts = [fill(random, shape.replace('?', '#')) for _ in range(RANDOM)]
    return {'name': name, 'shape': shape, 'valid': valid, 'errors': packed(errors), 'random': packed([oracle(t) for t in texts])}


def main():
    rows = [row(number, *entry) for number, entry in enumerate(ROWS)]
    table = {'oracle': f'python3-stdnum {stdnum.__version__}', 'randomTexts': RANDOM, 'rows': rows}
    target = pathlib.Path(__file__).with_name('python-stdnum.json')
    lines = ',\n'.join(json.dumps(entry) for entry in rows)
    head = json.dumps({key: table[key] for key in ('oracle', 'randomTexts')})[:-1]
    target.write_text(f'{head}, "rows": [\n{lines}\n]}}\n', encoding='utf-8')
    print(f'{len(rows)} rows')


main()
