/** PKCS private key in PEM: PKCS #1, SEC 1 and DSA keys, PKCS #8 plain and encrypted. A hit is the label and 64 characters of the body. */
import { keyBlock } from '../../validators/key-block.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';
import { LINE_END } from './pem-lines.js';

export const pkcs = defineDetector({
  id: 'PKCS',
  name: 'PKCS private key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    // The body is DER: a sequence, whose first byte 0x30 is always `M` in base64.
    {
      selfEvident: true,
      pattern: `-----BEGIN (?:RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY-----${LINE_END}M[A-Za-z0-9+/]{63}`,
    },
    {
      selfEvident: true,
      pattern: `-----BEGIN (?:RSA|EC|DSA) PRIVATE KEY-----${LINE_END}Proc-Type: 4,ENCRYPTED${LINE_END}DEK-Info: [A-Z0-9-]{5,20},[0-9A-Fa-f]{16,32}${LINE_END}{2}[A-Za-z0-9+/]{64}`,
    },
  ],
  boundary: 'none',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['private key'] },
  validator: keyBlock,
  space: 'token',
  examples: {
    match: [
      '«-----BEGIN RSA PRIVATE' + ' KEY-----\nMIIEpAIBAAKCAQEAeoDpOq1ta6mhCMzAzHr4j/lBlfCg4huC+qlonAK1IP0ABQP1»\nxyz',
      'key = "«-----BEGIN PRIVATE' + ' KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCDAX8TNJ1d5QWZLSPnPj/Kgv80AD29s4S»\\n"',
      '  «-----BEGIN EC PRIVATE' + ' KEY-----\r\n  MHcCAQEEIHRXYNORP/hs4Rnp3Yd8X4ifv1FhOuD85pxX2hLw7/c+EQjKUpr4SITM»',
      '«-----BEGIN ENCRYPTED PRIVATE' + ' KEY-----\nMIIFHDBOBgkqhkiG9w0BBQ0wQTApLkX5StfFRI7SWGIHOT5t2NWguUKP88RweIiK»',
      '«-----BEGIN RSA PRIVATE' +
        ' KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,7E900D1F7E5C7BC0FC1D542F02632B54\n\nALS0GFh+RQz32idVcV/mb48n/kpoOIOHQ96ISRByWjRUllk37J6aWIwou5lndnko»',
      {
        column: 'private_key',
        cell: '«-----BEGIN PRIVATE' + ' KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCDAX8TNJ1d5QWZLSPnPj/Kgv80AD29s4S»\n',
      },
    ],
    noMatch: [
      ['-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----', 'pattern: no body'],
      [
        '-----BEGIN RSA PUBLIC KEY-----\nMIIEpAIBAAKCAQEAeoDpOq1ta6mhCMzAzHr4j/lBlfCg4huC+qlonAK1IP0ABQP1',
        'pattern: a public key',
      ],
      [
        '-----BEGIN PRIVATE KEY-----\nMIIEvQXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
        'validator: a placeholder',
      ],
    ],
  },
  references: [MACIE_CREDENTIALS, 'RFC 7468', 'RFC 5958', 'RFC 1421 section 4.6: encapsulated headers'],
});
