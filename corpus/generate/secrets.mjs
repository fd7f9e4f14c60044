/** Files with credentials, as they lie in checkouts and on servers. */
import * as contact from '../../bench/values/contact.mjs';
import * as credentials from '../../bench/values/credentials.mjs';
import { mark, miss } from './marks.mjs';

/** The label of a key block is its first line and first body line. */
function keyBlock(id, block) {
  const end = block.indexOf('\n', block.indexOf('\n') + 1);
  return mark(id, block.slice(0, end)) + block.slice(end);
}



/** @param {import('../../bench/random.mjs').Random} random @returns {Record<string, string>} marked text by path */
export function secretFiles(random) {
  const put = (id, make) => mark(id, make(random));
  const github = () => put('GITHUB_TOKEN', credentials.githubToken);
  const secretKey = () => put('AWS_CREDENTIALS', credentials.awsSecretKey);
  const accessKey = () => put('AWS_ACCESS_KEY_ID', credentials.awsAccessKeyId);
  // What is secret ends with the host; port and path are no part of it.
  const url = () => credentials.urlWithPassword(random).replace(/^.*@[^:]*/, (start) => mark('URL_WITH_PASSWORD', start));
  return {
    'secrets/.env': `NODE_ENV=production\nAWS_ACCESS_KEY_ID=${accessKey()}\nAWS_SECRET_ACCESS_KEY=${secretKey()}\nSTRIPE_KEY=${put('STRIPE_CREDENTIALS', credentials.stripeKey)}\nDATABASE_URL=${url()}\n`,
    'secrets/settings.ini': `[deploy]\nuser = deploy\ntoken = ${github()}\n\n[slack]\nbot = ${put('SLACK_TOKEN', credentials.slackToken)}\n`,
    'secrets/pipeline.yaml': `steps:\n  - name: publish\n    env:\n      NPM_TOKEN: ${put('NPM_TOKEN', credentials.npmToken)}\n      API_KEY: \${{ secrets.API_KEY }}\n  - name: maps\n    google_api_key: ${put('GCP_API_KEY', credentials.gcpApiKey)}\n`,
    'secrets/client.js': `const client = new Client({\n  // rotated every month\n  token: '${github()}',\n  session: "${put('JSON_WEB_TOKEN', credentials.jsonWebToken)}",\n  id: '${miss('GITHUB_TOKEN', `ghp_${'x'.repeat(36)}`, 'placeholder')}',\n});\n`,
    'secrets/upload.py': `import boto3\n\nsession = boto3.Session(\n    aws_access_key_id="${accessKey()}",\n    aws_secret_access_key="${secretKey()}",\n)\n`,
    'secrets/id_rsa': `${keyBlock('OPENSSH_PRIVATE_KEY', credentials.opensshPrivateKey(random))}\n`,
    'secrets/server.pem': `${keyBlock('PKCS', credentials.rsaPrivateKey(random))}\n-----BEGIN CERTIFICATE-----\n${random.bytes(48).toString('base64')}\n-----END CERTIFICATE-----\n`,
    'secrets/http.log': `GET /orders HTTP/1.1\nHost: shop\n${mark('HTTP_BASIC_AUTH_HEADER', credentials.basicAuthHeader(random))}\n${mark('HTTP_COOKIE', credentials.cookieHeader(random))}\n\nHTTP/1.1 200 OK\n`,
    'secrets/wallets.txt': `bitcoin wallet ${put('BITCOIN_ADDRESS', credentials.bitcoinAddress)}\nethereum wallet ${put('ETHEREUM_ADDRESS', credentials.ethereumAddress)}\ncontact ${mark('EMAIL_ADDRESS', contact.email(random))}\n`,
    'secrets/notebook.ipynb': `${JSON.stringify(
      { cells: [{ cell_type: 'code', source: ['import os\n', `os.environ["HUB_TOKEN"] = "${github()}"\n`] }], metadata: {}, nbformat: 4, nbformat_minor: 5 },
      null,
      1,
    )}\n`,
  };
}
