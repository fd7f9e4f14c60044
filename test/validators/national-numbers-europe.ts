/** National, tax and identity numbers of Europe under test. */
import { belgiumNrn } from '../../src/validators/belgium-national-number.js';
import { denmarkCpr } from '../../src/validators/denmark-cpr.js';
import { finlandHetu } from '../../src/validators/finland-hetu.js';
import { franceNir } from '../../src/validators/france-nir.js';
import { franceSpi } from '../../src/validators/france-spi.js';
import { germanyDocument } from '../../src/validators/germany-document.js';
import { germanyIdnr } from '../../src/validators/germany-idnr.js';
import { italyCodiceFiscale } from '../../src/validators/italy-codice-fiscale.js';
import { netherlandsBsn } from '../../src/validators/netherlands-bsn.js';
import { norwayFodselsnummer } from '../../src/validators/norway-fodselsnummer.js';
import { polandPesel } from '../../src/validators/poland-pesel.js';
import { portugalNif } from '../../src/validators/portugal-nif.js';
import { spainCif } from '../../src/validators/spain-cif.js';
import { spainNaf } from '../../src/validators/spain-naf.js';
import { spainNif } from '../../src/validators/spain-nif.js';
import { swedenPersonnummer } from '../../src/validators/sweden-personnummer.js';
import { ukUtr } from '../../src/validators/uk-utr.js';
import { DDMM, DIGITS, isPossible, isValid, LETTERS, MMDD, type NationalNumber } from './national-number.js';

export function passesBelgiumFrom2000(text: string): boolean {
  return 97 - ((2_000_000_000 + Number(text.slice(0, 9))) % 97) === Number(text.slice(9));
}

/** How many different digits occur more than once. */
function repeatedDigits(text: string): number {
  return new Set([...text].filter((digit, at) => text.indexOf(digit) !== at)).size;
}

export const EUROPEAN_NUMBERS: readonly NationalNumber[] = [
  {
    name: 'Belgium national number',
    validator: belgiumNrn,
    shape: new RegExp(String.raw`^[3-9]\d${MMDD}(?:00[1-9]|0[1-9]\d|[1-9]\d\d)\d\d$`),
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.BE.nn.validate(text).isValid,
    agrees: isValid,
    // The oracle compares births from 2000 on with today, and takes 00 for the check 97.
    differs: (text) => text.endsWith('00') || passesBelgiumFrom2000(text),
    // A wrong digit may give a number that is right for the other century.
    unsure: (text, _at, wrong) => passesBelgiumFrom2000(text) !== passesBelgiumFrom2000(wrong),
    accepted: ['85.07.30-033.28', '85073003328', '17.07.30-033.84'],
    refused: ['85.07.30-033.29', '85.13.30-033.28'],
  },
  {
    name: 'Denmark CPR',
    validator: denmarkCpr,
    shape: new RegExp(String.raw`^${DDMM}[4-9]\d[0-3]\d{3}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.DK.cpr.validate(text).isValid,
    // The oracle checks the date only, as the law has it since 2007.
    agrees: isPossible,
    accepted: ['211062-5629', '0708614866'],
    refused: ['320162-5629', '2110625'],
  },
  {
    name: 'Finland HETU',
    validator: finlandHetu,
    shape: new RegExp(String.raw`^${DDMM}\d\d-[0-8]\d[2-9][0-9A-FHJ-NPR-Y]$`),
    check: [-1, 1],
    alphabet: '0123456789ABCDEFHJKLMNPRSTUVWXY',
    oracle: (lib, text) => lib.FI.hetu.validate(text).isValid,
    agrees: isValid,
    accepted: ['131052-308T', '010594Y9032', '010100A123D'],
    refused: ['131052-308U', '310252-308Y', '131052-001A', '131052G308T'],
  },
  {
    name: 'France NIR',
    validator: franceNir,
    shape: /^[12]\d\d(?:0[1-9]|1[0-2])(?:\d\d|2[AB])\d{8}$/,
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.FR.nir.validate(text).isValid,
    agrees: isValid,
    accepted: ['2 95 10 99 126 111 93', '185057800608491', '253072B07300470', '295109912611193'],
    refused: ['295109912611199', '253072C07300443', '185157800608491'],
    unsure: (text, at) => /[AB]/.test(text) && (at === 5 || at === 6),
  },
  {
    name: 'France SPI',
    validator: franceSpi,
    shape: /^[0-3]\d{12}$/,
    check: [-3, 3],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.FR.nif.validate(text).isValid,
    agrees: isValid,
    accepted: ['30 23 217 600 053'],
    refused: ['3023217600054', '9701987765432', '0000000000000'],
  },
  {
    name: 'Germany IdNr',
    validator: germanyIdnr,
    shape: /^[1-9]\d{10}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.DE.idnr.validate(text).isValid,
    agrees: isValid,
    // The oracle takes several repeated digits, and three equal ones side by side; the tax office gives out neither.
    differs: (text) => repeatedDigits(text.slice(0, 10)) !== 1 || /(\d)\1\1/.test(text.slice(0, 10)),
    accepted: ['86095742719', '36 574 261 809', '47036892816', '65929970489', '57549285017', '25768131411'],
    refused: ['86095742718', '36554266806', '11123456786', '11111111111', '02476291358'],
  },
  {
    name: 'Germany passport and identity card',
    validator: germanyDocument,
    shape: /^[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}\d$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.DE.passport.validate(text).isValid,
    agrees: isValid,
    accepted: ['C01X00T478', 'C01X00T478D', 'L01X00T471', 'T220001293'],
    refused: ['C01X00T471', 'C01X00T'],
  },
  {
    name: 'Italy codice fiscale',
    validator: italyCodiceFiscale,
    shape: /^[A-Z]{6}\d\d[ABCDEHLMPRST](?:0[1-9]|1\d|2[0-8]|4[1-9]|5\d|6[0-8])[A-MZ]\d{3}[A-Z]$/,
    check: [-1, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.IT.codicefiscale.validate(text).isValid,
    agrees: isValid,
    accepted: ['RCCMNL83S18D969H', 'MRTMTT91D08F205J', 'RSSMRA85T10A562S', 'rssmra85t10a562s', 'BNCLRA78E52H50MP'],
    refused: ['RCCMNL83S18D969', 'RCCMNL83S18D969G', 'RSSMRA85T00A562R', 'RSSMRA85B30A562G', 'RSSMRA85T81A562Y'],
  },
  {
    name: 'Netherlands BSN',
    validator: netherlandsBsn,
    shape: /^\d{9}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.NL.bsn.validate(text).isValid,
    agrees: isValid,
    // The oracle takes nine equal digits, such as 000000000.
    differs: (text) => /^(\d)\1{8}$/.test(text),
    accepted: ['111222333', '1112.22.333', '941331490', '123456782'],
    refused: ['111222334', '000000000', '1112223334'],
  },
  {
    name: 'Norway fødselsnummer',
    validator: norwayFodselsnummer,
    shape: new RegExp(String.raw`^${DDMM}[4-9]\d[0-4]\d{4}$`),
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.NO.fodselsnummer.validate(text).isValid,
    agrees: isValid,
    accepted: ['15108695088', '151086 95088'],
    refused: ['15108695077', '85108695088', '15138695088'],
  },
  {
    name: 'Poland PESEL',
    validator: polandPesel,
    shape: new RegExp(String.raw`^\d\d${MMDD}\d{5}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.PL.pesel.validate(text).isValid,
    agrees: isValid,
    accepted: ['44051401359', '02070803628'],
    refused: ['44051401358', '44053201351', '4405140135'],
  },
  {
    name: 'Portugal NIF',
    validator: portugalNif,
    shape: /^[1-9]\d{8}$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.PT.nif.validate(text).isValid,
    agrees: isValid,
    accepted: ['501964843', '501 964 843'],
    refused: ['501964842', '001964843'],
    // Check digit 0 stands for the remainders 0 and 1.
    unsure: (text) => text.endsWith('0'),
  },
  {
    name: 'Spain DNI',
    validator: spainNif,
    shape: /^\d{8}[A-Z]$/,
    check: [-1, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.ES.dni.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text.startsWith('00000000'),
    accepted: ['54362315-K', '12345678Z', '54362315k'],
    refused: ['54362315Z', '00000000T', '1234567L'],
  },
  {
    name: 'Spain NIE',
    validator: spainNif,
    shape: /^[XYZ]\d{7}[A-Z]$/,
    check: [-1, 1],
    alphabet: LETTERS,
    oracle: (lib, text) => lib.ES.nie.validate(text).isValid,
    agrees: isValid,
    accepted: ['X-2482300-W', 'K1234567L'],
    refused: ['X2482300A', 'W2482300W'],
  },
  {
    name: 'Spain CIF',
    validator: spainCif,
    shape: /^[ABEHCDFGJUV]\d{7}\d$/,
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.ES.cif.validate(text).isValid,
    agrees: isValid,
    differs: (text) => text.includes('0000000'),
    accepted: ['J99216582', 'A58818501', 'Q2818002D', 'R5000274J'],
    refused: ['J99216583', 'A5881850A', 'Q28180024', 'M-1234567-L'],
  },
  {
    name: 'Spain NAF',
    validator: spainNaf,
    shape: /^(?:0[1-9]|[1-4]\d|50)[1-9]\d{9}$/,
    check: [-2, 2],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.ES.nss.validate(text).isValid,
    agrees: isValid,
    accepted: ['281234567840', '28/12345678/40', '08 1234567 74'],
    refused: ['281234567841', '601234567840', '280000000000'],
  },
  {
    name: 'Sweden personnummer',
    validator: swedenPersonnummer,
    shape: new RegExp(String.raw`^[4-9]\d${MMDD}-\d{4}$`),
    check: [-1, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.SE.personnummer.validate(text).isValid,
    agrees: isValid,
    accepted: ['880320-0016', '811228-9874', '811228+9874', '19811228-9874', '198112289874', '701063-2391'],
    refused: ['880320-0018', '880230-0016', '8803200'],
  },
  {
    name: 'United Kingdom UTR',
    validator: ukUtr,
    shape: /^\d{10}$/,
    check: [0, 1],
    alphabet: DIGITS,
    oracle: (lib, text) => lib.GB.utr.validate(text).isValid,
    agrees: isValid,
    differs: (text) => /^\d0{9}$/.test(text),
    accepted: ['1955839661', '19558 39661', '1955839661K'],
    refused: ['2955839661', '1955839661A', '0000000000'],
    unsure: () => true,
  },
];
