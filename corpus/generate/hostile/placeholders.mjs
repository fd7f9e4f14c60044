/** Settings that name secrets and hold none: variables, references to vaults, examples to be filled in. */
import { hex, WORDS } from './words.mjs';

/** @type {import('./index.mjs').Hostile} */
export const placeholders = {
  name: 'placeholders',
  fileName: 'values.example.yaml',
  piece(random) {
    const word = () => random.pick(WORDS);
    return random.pick([
      () => `${word()}_password: \${${word().toUpperCase()}_PASSWORD}\n`,
      () => `${word()}_token: "{{ .Values.${word()}.token }}"\n`,
      () => `${word()}ApiKey: <your-${word()}-api-key>\n`,
      () => `${word()}_secret: vault:secret/data/${word()}#${word()}\n`,
      () => `${word()}Url: postgres://${word()}:\${DB_PASSWORD}@${word()}:5432/${word()}\n`,
      () => `${word()}_digest: sha256:${hex(random, 64)}\n`,
      () => `${word()}_key: xxxxxxxxxxxxxxxxxxxxxxxxxxxx # changeme ${random.digits(4)}\n`,
    ])();
  },
};
