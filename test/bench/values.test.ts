/** The generators are held against independent libraries: a corpus with wrong check digits would measure nothing. */
import * as ibantools from 'ibantools';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import { contact, credentials, financial, identity, KINDS } from '../../bench/values.mjs';

const TIMES = 500;

/** Values of a generator from a fixed seed. */
function values(make: (random: Random) => string): string[] {
  const random = new Random('values');
  return Array.from({ length: TIMES }, () => make(random));
}

describe('generated values pass an independent check', () => {
  const oracles: [string, (random: Random) => string, (value: string) => boolean][] = [
    ['SSN', identity.ssn, (value) => stdnum.US!.ssn!.validate(value).isValid],
    ['NINO', identity.nationalInsurance, (value) => stdnum.GB!.nino!.validate(value).isValid],
    ['SIN', identity.sin, (value) => stdnum.CA!.sin!.validate(value).isValid],
    ['CPF', identity.cpf, (value) => stdnum.BR!.cpf!.validate(value).isValid],
    ['CNPJ', identity.cnpj, (value) => stdnum.BR!.cnpj!.validate(value).isValid],
    ['German tax id', identity.steuerId, (value) => stdnum.DE!.idnr!.validate(value).isValid],
    ['NIR', identity.nir, (value) => stdnum.FR!.nir!.validate(value).isValid],
    ['DNI', identity.dni, (value) => stdnum.ES!.dni!.validate(value).isValid],
    ['NIE', identity.nie, (value) => stdnum.ES!.nie!.validate(value).isValid],
    ['codice fiscale', identity.codiceFiscale, (value) => stdnum.IT!.codicefiscale!.validate(value).isValid],
    ['Aadhaar', identity.aadhaar, (value) => stdnum.IN!.aadhaar!.validate(value).isValid],
    ['PAN', identity.pan, (value) => stdnum.IN!.pan!.validate(value).isValid],
    ['PESEL', identity.pesel, (value) => stdnum.PL!.pesel!.validate(value).isValid],
    ['TFN', identity.taxFileNumber, (value) => stdnum.AU!.tfn!.validate(value).isValid],
    ['BSN', identity.bsn, (value) => stdnum.NL!.bsn!.validate(value).isValid],
    ['IBAN', (random) => financial.iban(random), (value) => ibantools.isValidIBAN(value)],
    [
      'grouped IBAN',
      (random) => financial.ibanGrouped(random, 'DE'),
      (value) => ibantools.isValidIBAN(value.replaceAll(' ', '')),
    ],
  ];
  it.each(oracles)('%s', (_name, make, isValid) => {
    expect(values(make).filter((value) => !isValid(value))).toEqual([]);
  });

  it('card numbers pass Luhn, broken ones do not', () => {
    const luhn = (value: string): boolean =>
      [...value]
        .reverse()
        .reduce((sum, digit, i) => sum + (i % 2 === 0 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]!), 0) %
        10 ===
      0;
    expect(values(financial.cardNumber).every(luhn)).toBe(true);
    expect(values(financial.brokenCardNumber).some(luhn)).toBe(false);
  });

  it('knows the published NHS, DEA, NPI and VIN shapes', () => {
    expect(values(identity.nhsNumber).every((value) => /^\d{3} \d{3} \d{4}$/.test(value))).toBe(true);
    expect(values(identity.dea).every((value) => /^[A-Z]{2}\d{7}$/.test(value))).toBe(true);
    expect(values(identity.vin).every((value) => /^[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8}$/.test(value))).toBe(true);
    expect(values(identity.ukLicence).every((value) => value.length === 16)).toBe(true);
  });
});

describe('generated secrets', () => {
  it('carry a decodable token', () => {
    for (const token of values(credentials.jsonWebToken)) {
      const [header, claims, signature] = token.split('.');
      expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
      expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toHaveProperty('exp');
      expect(Buffer.from(signature!, 'base64url')).toHaveLength(32);
    }
  });

  it('have the vendor’s length', () => {
    expect(values(credentials.githubToken).every((token) => /^gh[pous]_[0-9A-Za-z]{36}$/.test(token))).toBe(true);
    expect(values(credentials.awsSecretKey).every((key) => key.length === 40)).toBe(true);
    expect(values(credentials.bitcoinAddress).every((address) => /^1[1-9A-HJ-NP-Za-km-z]{25,34}$/.test(address))).toBe(true);
  });
});

describe('the generators are deterministic', () => {
  it('gives the same values for the same seed and other values for another', () => {
    for (const { make } of KINDS) expect(make(new Random('a'))).toBe(make(new Random('a')));
    expect(contact.email(new Random('a'))).not.toBe(contact.email(new Random('b')));
  });

  it('never changes what a seed means', () => {
    const random = new Random('clearset');
    expect([random.int(1000), random.digits(12), random.pick('abc'), random.bytes(4).toString('hex')]).toMatchInlineSnapshot(`
      [
        831,
        "821121574730",
        "a",
        "b164051e",
      ]
    `);
  });
});
