/** Where issuers' tokens without a mark are found: the ways in which settings are written, and what stands beside them. */
import { describe, expect, it } from 'vitest';
import { createScanner } from '../../src/index.js';

const MAILGUN = 'key-57ea3237f940423b6ad75ce883e685f0';
const UUID = '4a076205-9ff5-ef0c-86f3-0200e755d71e';
const PAYSTACK = 'sk_live_d6fdc4e8caa46bc5d1ee62eb8a85121b3215444a';

const scanner = createScanner({ fingerprints: false });

/** Ids that are reported in a text, each once. */
async function found(text: string): Promise<readonly string[]> {
  const { findings } = await scanner.scan(text, 'settings.txt');
  return findings.map(({ detector }) => detector);
}

describe('settings of issuers', () => {
  it.each([
    `mailgunApiKey = '${MAILGUN}'`,
    `MAILGUN_API_KEY=${MAILGUN}`,
    `mailgun-key: ${MAILGUN}`,
    `variable "mailgun_api_key" {\n  type    = string\n  default = "${MAILGUN}"\n}`,
  ])('%s', async (text) => {
    expect(await found(text)).toEqual(['MAILGUN_API_KEY']);
  });

  it.each([
    [`pineconeApiKey = "${UUID}"`, ['PINECONE_API_KEY']],
    [`HEROKU_API_KEY=${UUID}`, ['HEROKU_API_KEY']],
    // A name alone is no setting: releases and applications have such numbers too.
    [`heroku release ${UUID}`, []],
    [`pinecone ${UUID}`, []],
  ])('%s', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it('end before the value on the next line', async () => {
    const digest = '9dc44ba10a3e82e23d86c663c98f2c1e';
    expect(await found(`TWILIO_AUTH_TOKEN=e343f8987bfaeb99c9c06c93bfb325ec\nCACHE_ETAG=${digest}\n`)).toEqual([
      'TWILIO_CREDENTIALS',
    ]);
    const { findings } = await scanner.scan(
      `TWILIO_AUTH_TOKEN=e343f8987bfaeb99c9c06c93bfb325ec\nCACHE_ETAG=${digest}\n`,
      'a.env',
    );
    expect(findings.map(({ count }) => count)).toEqual([1]);
  });
});

describe('keys of Paystack and of Stripe', () => {
  it.each([
    [`PAYSTACK_SECRET_KEY=${PAYSTACK}`, ['PAYSTACK_SECRET_KEY']],
    // Random enough for base 62, although it is hexadecimal.
    ['PAYSTACK_SECRET_KEY=sk_test_0f3a9c5e7b1d8246af90c3e5d7b1f8240693acde', ['PAYSTACK_SECRET_KEY']],
    ['PAYSTACK_SECRET_KEY=sk_live_Upvduc9wSxSAPirx9O9EjOWV', ['STRIPE_CREDENTIALS']],
  ])('%s', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });
});
