/** secret-scanner: rules of detect-secrets in JavaScript. It gives lines, and names passwords only in file types that it knows. */
import { join } from 'node:path';
import { GENERIC } from './identifiers.mjs';

const CONFIGURATION = { disable_plugins: [], exclude: { files: [], lines: [], secrets: [] } };
const PLUGINS = ['AWS.js', 'Keyword.js', 'Slack.js', 'Stripe.js', 'Twilio.js'];

/** @type {import('./adapters.mjs').Library} */
export const secretScanner = {
  name: 'secret-scanner',
  version: '2.0.1',
  packages: { 'secret-scanner': '2.0.1' },
  kinds: {
    AWS: ['AWS_ACCESS_KEY_ID'],
    Keyword: GENERIC,
    Slack: ['SLACK_TOKEN'],
    Stripe: ['STRIPE_CREDENTIALS'],
    Twilio: ['TWILIO_CREDENTIALS'],
  },
  bytes: { speed: 2_000_000 },
  async open({ folder, load }) {
    const inside = async (name) => (await load(join(folder, 'node_modules/secret-scanner/dist', name))).default.default;
    const [FileHelper, PluginHelper, Runner] = await Promise.all(
      ['helpers/File.Helper.js', 'helpers/Plugin.Helper.js', 'Runner.js'].map(inside),
    );
    const runner = new Runner(new PluginHelper(new FileHelper()));
    const run = async (_text, file) => Object.values(await runner.Run([file], CONFIGURATION, PLUGINS)).flat();
    return {
      pass: run,
      find: async (text, file) => (await run(text, file)).map(({ type, line_number }) => ({ kind: type, line: line_number })),
    };
  },
};
