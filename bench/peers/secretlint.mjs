/** secretlint: the newest version for Node 20, with its recommended rules. */
import { PRIVATE_KEYS } from './identifiers.mjs';

/** @type {import('./adapters.mjs').Library} */
export const secretlint = {
  name: 'secretlint',
  version: '11.7.1',
  packages: { '@secretlint/core': '11.7.1', '@secretlint/secretlint-rule-preset-recommend': '11.7.1' },
  // Names of its messages. Key ids and account numbers of AWS are off in its default, so they are not asked for.
  kinds: {
    AWSSecretAccessKey: ['AWS_CREDENTIALS'],
    PrivateKey: PRIVATE_KEYS,
    PrivateKeyJSON: ['PKCS'],
    PackageJSON_xOauthToken: ['GITHUB_TOKEN'],
    Npmrc_authToken: ['NPM_TOKEN'],
    NPM_ACCESS_TOKEN: ['NPM_TOKEN'],
    BasicAuth: ['URL_WITH_PASSWORD'],
    SLACK_TOKEN: ['SLACK_TOKEN'],
    IncomingWebhook: ['SLACK_TOKEN'],
    SENDGRID_KEY: ['SENDGRID_API_KEY'],
    SHOPIFY_KEY: ['SHOPIFY_TOKEN'],
    GITHUB_TOKEN: ['GITHUB_TOKEN'],
    OPENAI_TOKEN: ['OPENAI_API_KEY'],
    ANTHROPIC_API_KEY: ['ANTHROPIC_API_KEY'],
    LINEAR_API_TOKEN: ['LINEAR_API_KEY'],
    OPS_TOKEN: ['ONEPASSWORD_SERVICE_ACCOUNT_TOKEN'],
    MongoDBConnection: ['URL_WITH_PASSWORD'],
    MySQLConnection: ['URL_WITH_PASSWORD'],
    PostgreSQLConnection: ['URL_WITH_PASSWORD'],
  },
  bytes: {},
  async open({ load }) {
    const { lintSource } = await load('@secretlint/core');
    const { creator } = await load('@secretlint/secretlint-rule-preset-recommend');
    const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };
    const lint = async (content, filePath) => {
      const ext = /\.[^./]+$/.exec(filePath)?.[0] ?? '';
      const { messages } = await lintSource({
        source: { content, filePath, ext, contentType: 'text' },
        options: { config, noPhysicFilePath: true },
      });
      return messages;
    };
    return {
      pass: lint,
      find: async (text, file) =>
        (await lint(text, file))
          .filter(({ type }) => type === 'message')
          .map(({ messageId, range: [start, end] }) => ({ kind: messageId, start, end })),
    };
  },
};
