/** Part of the catalogue: credentials, contact and network data. */
import { brazilPhoneNumber } from './contact/brazil-phone-number.js';
import { emailAddress } from './contact/email-address.js';
import { francePhoneNumber } from './contact/france-phone-number.js';
import { germanyPhoneNumber } from './contact/germany-phone-number.js';
import { internationalPhoneNumber } from './contact/international-phone-number.js';
import { italyPhoneNumber } from './contact/italy-phone-number.js';
import { phoneNumber } from './contact/phone-number.js';
import { spainPhoneNumber } from './contact/spain-phone-number.js';
import { ukPhoneNumber } from './contact/uk-phone-number.js';
import { awsAccessKeyId } from './credentials/aws-access-key-id.js';
import { awsCredentials } from './credentials/aws-credentials.js';
import { gcpApiKey, gcpApiKeyNoKeyword } from './credentials/gcp-api-key.js';
import { genericPassword } from './credentials/generic-password.js';
import { genericSecret } from './credentials/generic-secret.js';
import { githubToken } from './credentials/github-token.js';
import { httpBasicAuthHeader } from './credentials/http-basic-auth-header.js';
import { httpCookie } from './credentials/http-cookie.js';
import { jsonWebToken } from './credentials/json-web-token.js';
import { opensshPrivateKey } from './credentials/openssh-private-key.js';
import { pgpPrivateKey } from './credentials/pgp-private-key.js';
import { pkcs } from './credentials/pkcs.js';
import { puttyPrivateKey } from './credentials/putty-private-key.js';
import { slackToken } from './credentials/slack-token.js';
import { stripeCredentials } from './credentials/stripe-credentials.js';
import { urlWithPassword } from './credentials/url-with-password.js';
import { VENDOR_TOKENS } from './credentials/vendor-tokens.js';
import { bitcoinAddress, ethereumAddress } from './credentials/wallet-address.js';
import { wireguardKey } from './credentials/wireguard-key.js';
import type { DetectorSheet } from './define.js';
import { swiftBicCode } from './financial/swift-bic.js';
import { ipv4Address } from './network/ipv4-address.js';
import { ipv6Address } from './network/ipv6-address.js';
import { macAddress } from './network/mac-address.js';

export const TOKENS_CONTACT: readonly DetectorSheet[] = [
  emailAddress,
  phoneNumber,
  brazilPhoneNumber,
  francePhoneNumber,
  germanyPhoneNumber,
  italyPhoneNumber,
  spainPhoneNumber,
  ukPhoneNumber,
  internationalPhoneNumber,
  ipv4Address,
  ipv6Address,
  macAddress,
  awsAccessKeyId,
  awsCredentials,
  gcpApiKey,
  gcpApiKeyNoKeyword,
  githubToken,
  slackToken,
  stripeCredentials,
  jsonWebToken,
  opensshPrivateKey,
  pgpPrivateKey,
  pkcs,
  puttyPrivateKey,
  wireguardKey,
  httpBasicAuthHeader,
  httpCookie,
  urlWithPassword,
  bitcoinAddress,
  ethereumAddress,
  ...VENDOR_TOKENS,
  genericPassword,
  genericSecret,
  swiftBicCode,
];
