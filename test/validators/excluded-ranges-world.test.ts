/** The ranges that standards exclude, as in excluded-ranges.test.ts: numbers of further countries, keys of vehicles, cards and devices. */
import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import { belgiumNrn } from '../../src/validators/belgium-national-number.js';
import { brazilCnh } from '../../src/validators/br-cnh.js';
import { cnpj } from '../../src/validators/br-cnpj.js';
import { brazilPis } from '../../src/validators/br-pis.js';
import { chileRut, isDatedNumber } from '../../src/validators/chile-rut.js';
import { chinaResidentIdentity } from '../../src/validators/china-ric.js';
import { denmarkCpr } from '../../src/validators/denmark-cpr.js';
import { ethereumAddress } from '../../src/validators/eip55.js';
import { finlandHetu } from '../../src/validators/finland-hetu.js';
import { franceSpi } from '../../src/validators/france-spi.js';
import { greeceAfm } from '../../src/validators/greece-afm.js';
import { guatemalaCui } from '../../src/validators/guatemala-cui.js';
import { hongKongId } from '../../src/validators/hong-kong-id.js';
import { hungaryTaj } from '../../src/validators/hungary-taj.js';
import { icelandKennitala } from '../../src/validators/iceland-kennitala.js';
import { indiaEpic } from '../../src/validators/india-epic.js';
import { indiaPan } from '../../src/validators/india-pan.js';
import { irelandPps } from '../../src/validators/ireland-pps.js';
import { italyCodiceFiscale } from '../../src/validators/italy-codice-fiscale.js';
import { japanCorporateNumber } from '../../src/validators/japan-corporate-number.js';
import { japanMyNumber } from '../../src/validators/japan-my-number.js';
import { koreaForeigner, koreaResident } from '../../src/validators/korea-rrn.js';
import { magneticStripe } from '../../src/validators/magnetic-stripe.js';
import { medicalDeviceUdi } from '../../src/validators/medical-device-udi.js';
import { netherlandsBsn } from '../../src/validators/netherlands-bsn.js';
import { notADateNorIsbn } from '../../src/validators/not-a-date.js';
import { newZealandNhi } from '../../src/validators/nz-nhi.js';
import { peruDni } from '../../src/validators/peru-dni.js';
import { polandPesel } from '../../src/validators/poland-pesel.js';
import { russiaInn } from '../../src/validators/russia-inn.js';
import { isPublishedSnils, russiaSnils } from '../../src/validators/russia-snils.js';
import { saudiId } from '../../src/validators/saudi-id.js';
import { singaporeNric } from '../../src/validators/singapore-nric.js';
import { southAfricaId } from '../../src/validators/south-africa-id.js';
import { spainCif } from '../../src/validators/spain-cif.js';
import { spainNaf } from '../../src/validators/spain-naf.js';
import { swedenPersonnummer } from '../../src/validators/sweden-personnummer.js';
import { isTestBic, swiftBic } from '../../src/validators/swift-bic.js';
import { isPublishedAhv, switzerlandAhv } from '../../src/validators/switzerland-ahv.js';
import { thailandId } from '../../src/validators/thailand-id.js';
import { isTestNhsNumber, nhsNumber } from '../../src/validators/uk-nhs.js';
import { ninoPrefix } from '../../src/validators/uk-nino.js';
import { uruguayCi } from '../../src/validators/uruguay-ci.js';
import { vin } from '../../src/validators/vin.js';
import { type Edges, itHolds } from './edges.js';
import { isReserved, verdictOf } from './verdicts.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `0123456789${LETTERS}`;

const EDGES: Readonly<Record<string, Edges>> = {
  'Brazil CNH: eleven digits, not all the same': {
    validator: brazilCnh,
    inside: ['0265030646?', '026503064??'],
    outside: ['0265030646', '02650306461?', '22222222222', '0265030A4??'],
  },
  'Brazil CNPJ: twelve letters or digits, two digits': {
    validator: cnpj,
    alphabet: ALNUM,
    inside: ['12ABC34501DE3?', '0000000000019?'],
    outside: ['12ABC34501DE3', '12ABC34501DE35?', '12ABC34501DEA?', '00000000000000', '11111111111111'],
  },
  'Brazil PIS: eleven digits, not all the same': {
    validator: brazilPis,
    inside: ['1205687410?', '0000000001?'],
    outside: ['120568741?', '1205687410??', '00000000000', '1205687A10?'],
  },
  'Chile: seven or eight digits and a check, K too': {
    validator: chileRut,
    alphabet: ALNUM,
    inside: ['12531909-?', '2531909-?', '0000001-?', '00000001-?'],
    outside: ['531909-?', '112531909-?', '0000000-?', '00000000-?', '1253A909-?', 'K2531909-?'],
  },
  'China: the ends of dates, and a serial of digits': {
    validator: chinaResidentIdentity,
    alphabet: '0123456789X',
    inside: ['11010519491231002?', '83010519491231002?', '81010520000229002?', '65010519491231002?'],
    outside: [
      ...[
        '10010519491231002?',
        '16010519491231002?',
        '55010519491231002?',
        '72010519491231002?',
        '84010519491231002?',
        '91010519491231002?',
      ],
      ...[
        '11010519491232002?',
        '11010519490231002?',
        '11010518991231002?',
        '11010520361231002?',
        '110105194912310X2?',
        '1101051949123100?',
      ],
      '110105194912310021?',
    ],
  },
  'Denmark: the day exists in the century of the seventh digit': {
    validator: denmarkCpr,
    inside: ['311299300?', '010100000?', '290200400?', '290296300?'],
    outside: ['321299300?', '001299300?', '311399300?', '290200300?', '290297500?', '31129930?', '3112993000?'],
  },
  'Finland: each sign has its century, serials begin with 002': {
    validator: finlandHetu,
    alphabet: '0123456789ABCDEFHJKLMNPRSTUVWXY',
    inside: [
      ...['131052+308?', '131052-308?', '131052Y308?', '131052X308?', '131052W308?', '131052V308?', '131052U308?'],
      ...[
        '131002A308?',
        '131002B308?',
        '131002C308?',
        '131002D308?',
        '131002E308?',
        '131002F308?',
        '131052-002?',
        '131052-999?',
        '290200A002?',
      ],
    ],
    outside: [
      '131052-000?',
      '131052-001?',
      '131052T308?',
      '131052G308?',
      '131052 308?',
      '290200-308?',
      '290200+308?',
      '321052-308?',
      '131352-308?',
    ],
  },
  'France, tax number: the first digit is 0 to 3': {
    validator: franceSpi,
    inside: ['3023217600???', '0000000001???', '3999999999???'],
    outside: ['4023217600???', '9999999999???', '0000000000???', '302321760???', '30232176000????'],
  },
  'Greece AFM: nine digits, not all the same': {
    validator: greeceAfm,
    inside: ['09425921?', '00000001?'],
    outside: ['000000000', '0942592?', '094259216?', '094259A1?'],
  },
  'Guatemala CUI: departments 01 to 22 and their municipalities': {
    validator: guatemalaCui,
    inside: [
      '24301640?0101',
      '24301640?0117',
      '24301640?0201',
      '24301640?0208',
      '24301640?1230',
      '24301640?2217',
      '24301640?1805',
      '00000001?0101',
    ],
    outside: [
      ...[
        '24301640?0100',
        '24301640?0118',
        '24301640?0209',
        '24301640?1231',
        '24301640?2218',
        '24301640?1806',
        '24301640?0001',
        '24301640?2301',
      ],
      ...['00000000?0101', '24301640?010', '24301640?01010'],
    ],
  },
  'Hong Kong: one letter or two, and the check in brackets or not': {
    validator: hongKongId,
    alphabet: ALNUM,
    inside: ['A123456(?)', 'A123456?', 'AB987654(?)', 'AB987654?', 'Z 123456(?)'],
    outside: [
      ...[
        'A123456(?',
        'A123456?)',
        '123456(?)',
        '1234567(?)',
        'ABC123456(?)',
        'A12345(?)',
        'A1234567(?)',
        'A12345B(?)',
        'AB98765C(?)',
        '1A23456(?)',
      ],
      ...['A1234567?)', 'A123456((?)', '(?)', '()', '', 'A123456()', 'A123456(11)'],
    ],
  },
  'Hungary TAJ: nine digits, not all the same': {
    validator: hungaryTaj,
    inside: ['11111111?', '00000001?'],
    outside: ['000000000', '1111111?', '111111110?', '1111111A?'],
  },
  'Iceland: the last digit is the century, 9 or 0': {
    validator: icelandKennitala,
    inside: ['12017433?9', '12010433?0', '29020033?0'],
    outside: ['12017433?8', '12017433?1', '29020033?9', '32017433?9', '12137433?9', '52017433?9', '1201743?9', '120174333?9'],
  },
  'India EPIC: three letters and seven digits': {
    validator: indiaEpic,
    inside: ['WKH118625?', 'WKH000001?'],
    outside: ['WKH0000000', 'WKH11862?', 'WKH1186253?', 'WK', '', 'WKH11862A?'],
  },
  'India PAN: the fourth letter is the kind of holder, numbers begin with 0001': {
    validator: indiaPan,
    inside: ['ABC?D9999E', 'ABCPD0001E', 'ABCTD1234E', 'ABCAD1234E', 'ABCLD1234E'],
    alphabet: 'ABCFGHJKLPT',
    outside: [
      'ABCPD0000E',
      'ABCDD1234E',
      'ABCID1234E',
      'ABCMD1234E',
      'ABCZD1234E',
      'ABC1D1234E',
      'ABCPD123E',
      'ABCPD12345E',
      'ABCPDA234E',
    ],
  },
  'Italy: days to the end of the month, raised by 40 for women': {
    validator: italyCodiceFiscale,
    alphabet: LETTERS,
    inside: [
      ...[
        'RSSMRA85A01A562?',
        'RSSMRA85A31A562?',
        'RSSMRA85B29A562?',
        'RSSMRA85D30A562?',
        'RSSMRA85H30A562?',
        'RSSMRA85P30A562?',
        'RSSMRA85S30A562?',
      ],
      ...[
        'RSSMRA85A41A562?',
        'RSSMRA85A71A562?',
        'RSSMRA85B69A562?',
        'RSSMRA85D70A562?',
        'RSSMRAUVTMLA562?',
        'RSSMRALLALMA562?',
        'RSSMRA85T31A562?',
      ],
    ],
    outside: [
      ...[
        'RSSMRA85A00A562?',
        'RSSMRA85A32A562?',
        'RSSMRA85B30A562?',
        'RSSMRA85D31A562?',
        'RSSMRA85H31A562?',
        'RSSMRA85P31A562?',
        'RSSMRA85S31A562?',
      ],
      ...[
        'RSSMRA85A40A562?',
        'RSSMRA85A72A562?',
        'RSSMRA85A81A562?',
        'RSSMRA85A91A562?',
        'RSSMRA85F01A562?',
        'RSSMRA8KA01A562?',
        'RSSMRAK5A01A562?',
      ],
      ...[
        'RSSMRA85AK1A562?',
        'RSSMRA85A0KA562?',
        'RSSMRA85A1KA562?',
        'RSSMRA85A7KA562?',
        'RSSMRA85A01A56?',
        'RSSMRA85A01A5621?',
        'RSSMRA85101A562?',
      ],
    ],
  },
  'Japan, corporations: a check digit of 1 to 9': {
    validator: japanCorporateNumber,
    inside: ['?835678256246', '?000000000001', '?000000000009'],
    outside: ['?000000000000', '?83567825624', '?8356782562460', '0000000000009', '?83567825624A'],
  },
  'Japan, My Number: twelve digits, not all the same': {
    validator: japanMyNumber,
    inside: ['12345678901?', '00000000001?'],
    outside: ['000000000000', '1234567890?', '123456789018?', '1234567890A?'],
  },
  'South Korea, citizens: 1 to 4 for sex and century': {
    validator: koreaResident,
    inside: ['000101-1234567', '991231-2234567', '000229-3234567', '351231-4234567', '000229-4234567'],
    outside: [
      ...[
        '850101-0234567',
        '850101-5234567',
        '850101-8234567',
        '850101-9234567',
        '000229-1234567',
        '360101-3234567',
        '850132-1234567',
        '851301-1234567',
      ],
      '850101-123456',
      '850101-12345678',
    ],
  },
  'South Korea, foreigners: 5 to 8': {
    validator: koreaForeigner,
    inside: ['000101-5234567', '991231-6234567', '000229-7234567', '351231-8234567'],
    outside: [
      '850101-4234567',
      '850101-9234567',
      '850101-0234567',
      '850101-1234567',
      '000229-5234567',
      '360101-7234567',
      '850101-512345',
    ],
  },
  'Magnetic stripes: months 01 to 12, behind the number or the name': {
    validator: magneticStripe,
    inside: [
      ';4798643261622430=28??1011234567890?',
      ';4798643261622430=2801',
      ';4798643261622430=2812',
      '%B4798643261622430^A/B^2801101',
      '%b4798643261622430^A/B^2812',
    ],
    outside: [
      ...[
        ';4798643261622430=2800',
        ';4798643261622430=2813',
        ';4798643261622430=280',
        ';4798643261622431=2801',
        ';=2801',
        '%B4798643261622430^A/B^2800',
      ],
      ...[
        '%B4798643261622430^A/B^2813',
        '%B4798643261622430^A/B^280',
        '%B4798643261622430^2801',
        '%C4798643261622430^A/B^2801',
        '%B4798643261622430',
        '',
      ],
    ],
  },
  'Devices: fourteen digits behind (01), or the characters of HIBC': {
    validator: medicalDeviceUdi,
    alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%',
    inside: ['(01)0061414199999?', '(01)0000000000001?', '+A123BJC5D6E71?', '+?', '+ -.$/+%A1?'],
    outside: [
      '(01)006141419999?',
      '(01)0061414199999',
      '(01)00000000000000',
      '(01)006141419999A?',
      '+A123b?',
      '+A123_?',
      '+A,?',
      '01006141419999?',
      '?',
      '',
    ],
  },
  'Netherlands BSN: nine digits, not all the same': {
    validator: netherlandsBsn,
    inside: ['11122233?', '00000001?', '0000000??'],
    outside: ['000000000', '1112223?', '111222333?', '11122A33?'],
  },
  'New Zealand NHI: letters but I and O, in their places': {
    validator: newZealandNhi,
    alphabet: ALNUM,
    inside: ['ZAC536?', 'ZAC5??0', 'ZBN77V?', 'AAA000?', 'ZZZ99Z?'],
    outside: [
      'IAC536?',
      'ZOC536?',
      'ZAI536?',
      'ZA0536?',
      '0AC536?',
      'ZACA36?',
      'ZAC5A6?',
      'ZBN77I?',
      'ZBN77O?',
      'ZAC53?',
      'ZAC5361?',
      'ZBN7VV?',
    ],
  },
  'Peru: eight digits, and a check digit or letter': {
    validator: peruDni,
    alphabet: ALNUM,
    inside: ['10117410', '10117410?', '00000001', '00000001?'],
    outside: ['1011741', '10117410??', '00000000', '00000000?', '1011A410', '1011A410?'],
  },
  'Poland: months raised by 20 for each century': {
    validator: polandPesel,
    inside: [
      '4405140135?',
      '4425140135?',
      '4445140135?',
      '4465140135?',
      '4485140135?',
      '0022290135?',
      '0082010135?',
      '9992310135?',
    ],
    outside: [
      '4400140135?',
      '4413140135?',
      '4420140135?',
      '4433140135?',
      '4493140135?',
      '0002290135?',
      '4405320135?',
      '4405000135?',
      '440514013?',
      '44051401359?',
    ],
  },
  'Russia INN: twelve digits, not all the same': {
    validator: russiaInn,
    inside: ['1234567890??', '0000000001??'],
    outside: ['000000000000', '123456789??', '1234567890???', '123456789A??'],
  },
  'Russia SNILS: not all zeros': {
    validator: russiaSnils,
    inside: ['112-233-445 ??', '000-000-001 00', '001-001-998 00', '001-001-999 ??', '001-001-998 ??'],
    outside: ['000-000-000 ??', '112-233-445 ?', '112-233-445 ???', '112-233-44A ??'],
  },
  'Saudi Arabia: 1 for citizens, 2 for residents': {
    validator: saudiId,
    inside: ['110842073?', '210842073?', '100000000?'],
    outside: ['010842073?', '310842073?', '910842073?', '11084207?', '1108420736?'],
  },
  'Singapore: five prefixes, seven digits, a letter': {
    validator: singaporeNric,
    alphabet: ALNUM,
    inside: ['S1234567?', 'T1234567?', 'F1234567?', 'G1234567?', 'M1234567?'],
    outside: [
      'A1234567?',
      'R1234567?',
      'U1234567?',
      '11234567?',
      'S123A567?',
      'SA234567?',
      'S123456A?',
      'S123456?',
      'S12345678?',
    ],
  },
  'South Africa: citizenship 0 to 2': {
    validator: southAfricaId,
    inside: ['750330504408?', '750330504418?', '750330504428?', '000229504408?'],
    outside: [
      '750330504438?',
      '750330504498?',
      '750230504408?',
      '751330504408?',
      '010229504408?',
      '75033050440?',
      '7503305044081?',
    ],
  },
  'Spain CIF: kinds with a letter, with a digit, with either': {
    validator: spainCif,
    alphabet: '0123456789',
    inside: [...'ABCDEFGHJUV'].map((kind) => `${kind}5881850?`),
    outside: [...[...'IKLMOTXYZ0NPQRSW'].map((kind) => `${kind}5881850?`), 'A0000000?', 'A588185?', 'A58818500?', 'A5881A50?'],
  },
  'Spain CIF: letters': {
    validator: spainCif,
    alphabet: 'ABCDEFGHIJ',
    inside: [...'CDFGJNPQRSUVW'].map((kind) => `${kind}5881850?`),
    outside: [...'ABEHIKLMOTXYZ'].map((kind) => `${kind}5881850?`),
  },
  'Spain NAF: provinces 01 to 53 and 66': {
    validator: spainNaf,
    inside: ['0112345678??', '5312345678??', '6612345678??', '281234567??', '2800000001??', '2809999999??', '2810000000??'],
    outside: [
      '0012345678??',
      '5412345678??',
      '6512345678??',
      '6712345678??',
      '9912345678??',
      '2800000000??',
      '280000000??',
      '28123456??',
      '28123456789??',
    ],
  },
  'Sweden: the day is raised by 60 for coordination numbers': {
    validator: swedenPersonnummer,
    inside: [
      '811201-987?',
      '811231-987?',
      '811261-987?',
      '811291-987?',
      '000229-987?',
      '19000101-987?',
      '20351231-987?',
      '19811291-987?',
    ],
    outside: [
      ...[
        '811200-987?',
        '811232-987?',
        '811260-987?',
        '811292-987?',
        '811301-987?',
        '010229-987?',
        '18991231-987?',
        '20360101-987?',
        '811201-98?',
      ],
      ...['811201-9870?', '1811201-987?', '+', '8+', '811201+', '811201+987', '811201+98A?', '8112289874?+A'],
    ],
  },
  'Switzerland: 756, and not nine zeros': {
    validator: switzerlandAhv,
    inside: ['756921707698?', '756000000001?'],
    outside: ['755921707698?', '757921707698?', '756000000000?', '75692170769?', '7569217076985?'],
  },
  'Thailand: the first digit is 1 to 8': {
    validator: thailandId,
    inside: ['110140000004?', '810140000004?'],
    outside: ['010140000004?', '910140000004?', '11014000000?', '1101400000049?'],
  },
  'United Kingdom NHS number: ten digits, not all the same': {
    validator: nhsNumber,
    inside: ['429141972?', '000000001?', '99900000??'],
    outside: ['0000000000', '1111111111', '42914197?', '4291419724?', '42914A972?'],
  },
  'United Kingdom NINO: letters of the prefix': {
    validator: ninoPrefix,
    alphabet: LETTERS,
    inside: ['JG103759A', 'AA103759D', 'ZY103759A', 'CN103759A', 'TW103759A', 'NA103759A'],
    outside: [
      ...[...'DFIQUV0'].map((letter) => `${letter}G103759A`),
      ...[...'DFIOQUV0'].map((letter) => `J${letter}103759A`),
      ...['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].map((pair) => `${pair}103759A`),
      'JG10375A',
      'JG1037599A',
    ],
  },
  'Uruguay: seven or eight digits': {
    validator: uruguayCi,
    inside: ['1234567?', '123456?', '0000001?', '000001?'],
    outside: ['00000000', '0000000', '12345?', '12345678?', '123A567?'],
  },
  'Vehicles: seventeen characters, no I, O or Q, no 0 first': {
    validator: vin,
    alphabet: ALNUM,
    inside: ['1M8GDM9A?KP042788', 'ZM8GDM9A?KP042788', '1A11111111111111?'],
    outside: [
      '0M8GDM9AXKP04278?',
      'IM8GDM9AXKP04278?',
      '1O8GDM9AXKP04278?',
      '1MQGDM9AXKP04278?',
      '1M8GDM9AXKP0427?',
      '1M8GDM9AXKP042788?',
      '11111111111111111',
      'AAAAAAAAAAAAAAAAA',
    ],
  },
};

describe.each(Object.entries(EDGES))('%s', (_name, edges) => itHolds(edges));

describe('single values', () => {
  it('have one control each', () => {
    const controls = (validator: Validator, text: string, alphabet: string) =>
      [...alphabet].filter((control) => verdictOf(validator, text + control) === 'valid');
    for (const kind of 'CDFGJNPQRSUVW') expect(controls(spainCif, `${kind}5881850`, LETTERS), kind).toEqual(['A']);
    for (const kind of 'ABCDEFGHJUV') expect(controls(spainCif, `${kind}5881850`, '0123456789'), kind).toEqual(['1']);
    // The number of eight digits is joined whole from 10,000,000 on.
    expect(2_810_000_000 % 97).toBe(16);
    expect(verdictOf(spainNaf, '281000000016')).toBe('valid');
    expect(verdictOf(spainNaf, `2809999999${String((28 * 10_000_000 + 9_999_999) % 97).padStart(2, '0')}`)).toBe('valid');
  });

  it('have a check of their own letters', () => {
    const checks = [...ALNUM].filter((check) => verdictOf(hongKongId, `A123456${check}`) === 'valid');
    expect(checks).toEqual(['3']);
    expect([...ALNUM].filter((check) => verdictOf(hongKongId, `A123459(${check})`) === 'valid')).toHaveLength(1);
    for (const text of ['A123456()', 'A123456', '(3)', 'A12345(3)']) {
      expect(verdictOf(hongKongId, 'A123456(3)')).toBe('valid');
      expect(verdictOf(hongKongId, text), text).toBe('invalid');
    }
    // 8·6 + 7·4 + 6·3 + 5·3 + 4·4 + 3·3 + 2·5 = 144, and 9 for each place of the second letter up to I.
    for (const [second, check] of [
      ['', 'F'],
      ['A', 'O'],
      ['I', 'R'],
      ['W', 'F'],
      ['T', 'F'],
    ])
      expect(
        [...LETTERS].filter((letter) => verdictOf(irelandPps, `6433435${letter}${second}`) === 'valid'),
        second,
      ).toEqual([check]);
    // Born in 1935 or in 2035; nobody is born in 2036 yet.
    const born = (date: string) =>
      Array.from({ length: 100 }, (_, check) => String(check).padStart(2, '0')).filter(
        (check) => verdictOf(belgiumNrn, `${date}001${check}`) === 'valid',
      );
    expect([born('350101').length, born('360101').length, born('850101').length]).toEqual([2, 1, 1]);
  });

  it('end where they end', () => {
    const track = Buffer.from(';4798643261622430=2801');
    expect(magneticStripe(track, 0, track.length)).toBe('valid');
    for (const cut of [1, 2, 3, 4, 5]) expect(magneticStripe(track, 0, track.length - cut), String(cut)).toBe('invalid');

    const udi = Buffer.from('(01)00614141999996');
    expect(medicalDeviceUdi(udi, 0, udi.length)).toBe('valid');
    expect(medicalDeviceUdi(udi, 0, udi.length - 1)).toBe('invalid');
    const before = Buffer.from(`${'x'.repeat(30)}(01)00614141999996`);
    expect(medicalDeviceUdi(before, 30, before.length - 1)).toBe('invalid');
  });
});

describe('countries of bank codes', () => {
  it('are those of ISO 3166, and Kosovo', () => {
    // Of two territories of telephony there is no code in ISO 3166; these have no telephone numbers of their own.
    const countries = new Set([
      ...getCountries().filter((code) => !['AC', 'TA'].includes(code)),
      'AQ',
      'BV',
      'GS',
      'HM',
      'PN',
      'TF',
      'UM',
    ]);
    const wrong = [...LETTERS]
      .flatMap((a) => [...LETTERS].map((b) => a + b))
      .filter((code) => verdictOf(swiftBic, `DEUT${code}FF500`) !== (countries.has(code) ? 'unknown' : 'invalid'));
    expect(wrong).toEqual([]);
    expect(countries.size).toBe(250);
  });

  it('are for tests where a 0 is the eighth character', () => {
    expect(isReserved(isTestBic, 'DEUTDEF0')).toBe(true);
    expect(isReserved(isTestBic, 'DEUTDEF0XXX')).toBe(true);
    for (const text of ['DEUTDEFF', 'DEUTDE0F', 'DEUTDEFF000', 'DEUTDEFO']) expect(isReserved(isTestBic, text), text).toBe(false);
  });
});

describe('numbers that are published, or none', () => {
  it('are known whole', () => {
    for (const [check, value] of [
      [isPublishedSnils, '11223344595'],
      [isPublishedAhv, '7569217076985'],
      [isPublishedAhv, '7561234567897'],
      [isTestNhsNumber, '9434765919'],
    ] as const) {
      expect(isReserved(check, value), value).toBe(true);
      expect(isReserved(check, `${value.slice(0, 3)} ${value.slice(3)}`), value).toBe(true);
      expect(isReserved(check, `${value.slice(0, -1)}${(Number(value.at(-1)) + 1) % 10}`), value).toBe(false);
    }
    for (const text of ['9990000018', '999 000 0018']) expect(isReserved(isTestNhsNumber, text), text).toBe(true);
    for (const text of ['9934765919', '9094765919', '8990000018', '1990000018', '9434765918'])
      expect(isReserved(isTestNhsNumber, text), text).toBe(false);
  });

  it('may be a date in front of a number, of eight digits and one', () => {
    for (const text of ['19000101-1', '20491231-1', '20240229-K', '12345678-9'])
      expect(isReserved(isDatedNumber, text), text).toBe(true);
    for (const text of [
      '18991231-1',
      '20500101-1',
      '20230229-1',
      '20240132-1',
      '12345679-9',
      '20240229.1',
      '20240229-11',
      '2024022-9',
      '20240229_1',
      '',
    ])
      expect(isReserved(isDatedNumber, text), text).toBe(false);
  });

  it('may be that of a book', () => {
    for (const text of ['978-0-306-40615-7', '9790000000001', '9780306406157', '14-03-2015', '20150314'])
      expect(verdictOf(notADateNorIsbn, text), text).toBe('invalid');
    for (const text of [
      '978-0-306-40615-8',
      '9770306406158',
      '9800306406152',
      '97803064061577',
      '978030640615',
      '31-02-2015',
      '',
    ])
      expect(verdictOf(notADateNorIsbn, text), text).toBe('unknown');
  });
});

describe('Ethereum', () => {
  it('has six different digits at least, and is hexadecimal', () => {
    const address = (digits: string) => `0x${digits.repeat(40).slice(0, 40)}`;
    for (const digits of ['012345', 'abcdef', 'ABCDEF', '01234f', '9abcde'])
      expect(verdictOf(ethereumAddress, address(digits)), digits).toBe('unknown');
    for (const digits of ['01234', 'abcde', '0abcd', 'Abcda', '0123ABab'])
      expect(verdictOf(ethereumAddress, address(digits)), digits).toBe('invalid');
    for (const strange of '/:@G`g_é') {
      for (const at of [2, 20, 41]) {
        const text = address('0123456789abcdef');
        expect(verdictOf(ethereumAddress, text.slice(0, at) + strange + text.slice(at + 1)), strange).toBe('invalid');
      }
    }
    for (const text of [address('0123456789abcdef').slice(0, 41), `${address('0123456789abcdef')}0`, '0x', ''])
      expect(verdictOf(ethereumAddress, text), text).toBe('invalid');
  });
});
