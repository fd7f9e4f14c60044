/**
 * Tokens of vendors that mark them with a fixed prefix and publish no checksum: one sheet a vendor, from one table.
 * The prefix makes random text of the shape a rarity, so no keyword is needed; the body must look random.
 */
import { ageSecretKey } from '../../validators/bech32.js';
import { mixedBody, randomBody } from '../../validators/random-body.js';
import { crc32Base36, crc32Base62 } from '../../validators/token-checksum.js';
import type { DetectorSheet } from '../define.js';
import { HEX40, type IssuerToken, issuerSheet, marked, UUID } from './issuer-token.js';

const PLACEHOLDER = 'validator: a placeholder';

const VENDORS: readonly IssuerToken[] = [
  {
    id: 'NPM_TOKEN',
    name: 'npm access token',
    forms: [
      { pattern: 'npm_[A-Za-z0-9]{36}', selfEvident: true },
      // Older ones are a UUID; registries of other makers issue them still.
      { pattern: UUID, before: '_authToken=["\']?', validator: randomBody(0, 16) },
    ],
    validator: crc32Base62(4),
    words: ['npm', 'npmrc', 'authToken'],
    tokens: [
      ['npm_', 'mvzlFDDlK2dFv9S1CVXgItfmFkbTDO0jguq9'],
      ['4c1f7a92-8d03-4be6', '-9f57-1ad8e62b07c4', '//registry.npmjs.org/:_authToken='],
    ],
    refused: ['npm_mvzlFDDlK2dFv9S1CVXgItfmFkbTDO0jguq8', 'validator: wrong checksum'],
    reference: 'GitHub Blog: Announcing npm’s new access token format (2021)',
  },
  {
    id: 'GITLAB_TOKEN',
    name: 'GitLab token',
    forms: [
      '(?:glpat|gldt|glrt|glcbt|glptt|glft|glffct|glimt|glagent|gloas|glsoat|glrtr|glwt)-[A-Za-z0-9_-]{20,64}',
      // Trigger tokens are hexadecimal, which has less entropy than the first form asks for.
      { pattern: 'glptt-[a-f0-9]{40}', validator: randomBody(6, 16) },
      { pattern: 'GR1348941[A-Za-z0-9_-]{20}', validator: randomBody(9, 64) },
      // Routable tokens say in which cell they were issued, and end in their own checksum; newer ones have a version before it.
      {
        pattern: String.raw`(?:glpat|gldt|glrt|glptt|glcbt)-[A-Za-z0-9_-]{27,300}(?:\.[0-9a-z]{2})?\.[0-9a-z]{9}`,
        validator: crc32Base36,
        selfEvident: true,
      },
    ],
    validator: randomBody(6, 64),
    words: ['gitlab', 'private-token', 'ci job token'],
    tokens: [
      ['glpat-', 'MHbjCH40F7GVofYeZihk'],
      ['glptt-', '8694272f200642a0d2a76c5f54b431c12f3aeab8'],
      ['GR1348941', 'GlkoMXGjtEkDnNfribxU'],
      ['glpat-', 'bzoxCnU6NHg3pU3KGCUwux1tEyze1iN7LhA.0z12vh0k7'],
      ['glpat-', 'bzoxCnU6NHg32R4_ch_LGXEXRJTWSTydXBA.01.0z1vl2s6s'],
    ],
    refused: ['glpat-xxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'GitLab Docs: token overview, token prefixes, routable tokens',
  },
  {
    id: 'ANTHROPIC_API_KEY',
    name: 'Anthropic API key',
    forms: ['sk-ant-(?:api03|admin01|oat01|ort01)-[A-Za-z0-9_-]{93}AA'],
    validator: randomBody(13, 64),
    words: ['anthropic', 'claude'],
    tokens: [
      ['sk-ant-api03-', 'u3ALOWugKdBn6aYJO_9tGgJfL3IlOWaxG7RoMXri-X-n29ZNxyBpbym9acg8qrM8-3ZmkPeSl6eDQpiR9iyVLVtTntPejAA'],
    ],
    refused: ['sk-ant-api03-your-key-here', 'pattern: too short'],
    reference: 'Anthropic: API keys; GitHub Docs: supported secret scanning patterns',
  },
  {
    id: 'OPENAI_API_KEY',
    name: 'OpenAI API key',
    forms: [
      'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
      { pattern: 'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}', validator: randomBody(8, 64) },
    ],
    validator: randomBody(3),
    words: ['openai', 'chatgpt', 'gpt'],
    tokens: [
      ['sk-', 'P2oAAi2PwyTcyBqfzs0QT3BlbkFJuaPyM65Fwq4OgJpAY9bi'],
      [
        'sk-proj-',
        'EUCZ76Oym9jtGhWukaMKaQ_8FgbEi9C3Y3ckQ3XkKvLw1lPzSSsIxSmlGLuUwGY2grw5ysFv0kT3BlbkFJjqHAi3s0q2mvBd9Bk1a40D5OEShnpPklKdhfCipKaM9JsMn7si8RLBZTVmAPx_nZXJx8iUI_x5',
      ],
    ],
    refused: [
      'sk-P2oAAi2PwyTcyBqfzs0Q00000000uaPyM65Fwq4OgJpAY9bi',
      'pattern: the mark in the middle (base64 of OpenAI) is missing',
    ],
    reference: 'OpenAI: API keys; GitHub Docs: supported secret scanning patterns',
  },
  {
    id: 'HUGGING_FACE_TOKEN',
    name: 'Hugging Face token',
    forms: ['hf_[A-Za-z]{34}', { pattern: 'api_org_[A-Za-z]{34}', validator: randomBody(8, 52) }],
    validator: randomBody(3, 52),
    words: ['hugging face', 'huggingface', 'hf token', 'hf_token'],
    tokens: [
      ['hf_', 'SnzQQoyaJcjrixzADeUnxzLClxRBxgHRuz'],
      ['api_org_', 'SnzQQoyaJcjrixzADeUnxzLClxRBxgHRuz'],
    ],
    refused: ['hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Hugging Face Hub documentation: user access tokens',
  },
  {
    id: 'REPLICATE_API_TOKEN',
    name: 'Replicate API token',
    forms: ['r8_[A-Za-z0-9]{37}'],
    validator: randomBody(3),
    words: ['replicate'],
    tokens: [['r8_', 'SOmSdkjO08ieUMZColJLyCDkcXW4HLMA8yKdG']],
    refused: ['r8_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Replicate: API tokens; GitHub Docs: supported secret scanning patterns',
  },
  {
    id: 'GROQ_API_KEY',
    name: 'Groq API key',
    forms: ['gsk_[A-Za-z0-9]{52}'],
    validator: randomBody(4),
    words: ['groq'],
    tokens: [['gsk_', 'xEJ1zdA3AIqVeJxZOj1Xw4TmOz54jgjv2fEpz9oret0CXDJh9hgb']],
    refused: ['gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Groq: API keys; GitHub Docs: supported secret scanning patterns',
  },
  {
    id: 'SENDGRID_API_KEY',
    name: 'SendGrid API key',
    forms: [String.raw`SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`],
    validator: randomBody(3, 64),
    words: ['sendgrid'],
    tokens: [['SG.', 'UF7f36pAAoIpGttj4x_QxD.DgFTFIXwppWNimX71CtQIiDEEcu9gsBioCY0kYVZx_m']],
    refused: ['SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Twilio SendGrid Docs: API keys',
  },
  {
    id: 'DIGITALOCEAN_TOKEN',
    name: 'DigitalOcean token',
    forms: ['(?:dop|doo|dor)_v1_[a-f0-9]{64}'],
    validator: randomBody(7, 16),
    words: ['digitalocean', 'do token'],
    tokens: [['dop_v1_', 'd650b1322b1178076e447fa4b13ca941e400b8c8ac18c143f7a41883a9f0bcbc']],
    refused: ['dop_v1_0000000000000000000000000000000000000000000000000000000000000000', PLACEHOLDER],
    reference: 'DigitalOcean Docs: personal access tokens',
  },
  {
    id: 'SHOPIFY_TOKEN',
    name: 'Shopify access token',
    forms: ['(?:shpat|shpca|shppa|shpss|shptka)_[a-fA-F0-9]{32}'],
    validator: randomBody(6, 16),
    words: ['shopify'],
    tokens: [['shpat_', 'db864f05f81d0a2e3da2990a7521cbd6']],
    refused: ['shpat_00000000000000000000000000000000', PLACEHOLDER],
    reference: 'Shopify developer changelog: length and format of API credentials',
  },
  {
    id: 'PYPI_TOKEN',
    name: 'PyPI API token',
    // Macaroons: the base64 of the version, the length and the name of the index.
    forms: [{ pattern: '(?:pypi-AgEIcHlwaS5vcmc|pypi-AgENdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,400}', maxLength: 512 }],
    validator: randomBody(28, 64),
    words: ['pypi', 'twine'],
    tokens: [
      [
        'pypi-',
        'AgEIcHlwaS5vcmclkynA-cu2MNHyoqoNDZH-7mxb6feq_uZP4j9KkkllnrtbXgapbqCx1NomXDW2vsTNXOJRslvUkkepuDhWM-n6_CYq31W3ZTZkpwix6WGIE21WQo405meqHb9',
      ],
    ],
    refused: ['pypi-AgEIcHlwaS5vcmcXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', PLACEHOLDER],
    reference: 'PyPI help: API tokens; pypitoken documentation',
  },
  {
    id: 'TELEGRAM_BOT_TOKEN',
    name: 'Telegram bot token',
    forms: [
      '[1-9][0-9]{7,9}:AA[A-Za-z0-9_-]{33}',
      // As it stands in each request.
      { pattern: '[1-9][0-9]{7,9}:AA[A-Za-z0-9_-]{33}', before: String.raw`api\.telegram\.org/bot`, boundary: 'word' },
    ],
    validator: randomBody(13, 64),
    words: ['telegram', 'bot token'],
    tokens: [
      ['7686019055:', 'AAlAzNkl_Nk9Xcl0eE-VcdbmZOdLUDRnvlI'],
      ['5140783926:', 'AAG7xQp2Lw-Rk9Vt4NzYb0Hd_Js6MfUe3Ci', 'https://api.telegram.org/bot'],
    ],
    refused: ['7686019055:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Telegram Bot API: authorizing your bot',
  },
  {
    id: 'GOOGLE_OAUTH_CLIENT_SECRET',
    name: 'Google OAuth client secret',
    forms: ['GOCSPX-[A-Za-z0-9_-]{28}'],
    validator: randomBody(7, 64),
    words: ['google', 'client secret', 'oauth'],
    tokens: [['GOCSPX-', 'PCYafLqBdW8kZHfcLc4o27EkkOqR']],
    refused: ['GOCSPX-xxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'GitHub Docs: supported secret scanning patterns',
  },
  {
    id: 'AZURE_STORAGE_ACCOUNT_KEY',
    name: 'Azure storage account key in a connection string',
    forms: [
      'AccountKey=[A-Za-z0-9+/]{86}==',
      `AccountKey=["'][A-Za-z0-9+/]{86}==`,
      // By itself it looks like a digest, so its setting must be named.
      {
        pattern: '[A-Za-z0-9+/]{86}==',
        before: `(?:torage|TORAGE)[ _-]?(?:(?:[Aa]ccess|ACCESS|[Aa]ccount|ACCOUNT)[ _-]?)?(?:[Kk]ey|KEY)["']?[ ]{0,2}[:=][ ]{0,2}["']?`,
        boundary: 'none',
        validator: mixedBody(0, 64),
      },
    ],
    validator: randomBody(11, 64),
    words: ['azure', 'storage', 'account key', 'connection string'],
    tokens: [
      ['AccountKey=', 'Lw3TzNmjzwGtAbz6NNqBOTKINOAhnIF/8Pqhv5MqLEraubwAPPA79UNUiAt7As54wLY6IXM+AhRUwhyPYJJOFR=='],
      ["AccountKey='", 'q7VxY2mKpL9sR4tBz0HdWc8NfJ3uGiE6aQoX1vT5yM+kP/SrDbZlChFgUjIeOwAn2x7Kq4Lm9Vt0Bd6Rs8YzQA=='],
      ['', 'Zk4Rt8Wn2+XcVb6Mq0LpJh/Gf3DsAy7UiOe5Tw9KzNvBx1Cm4Qr8Lt2Pj6Hg0Fd+Ss3Ya7Ie5Ou9Wk1Zn4Xv8A==', 'AZURE_STORAGE_KEY='],
    ],
    refused: ['AccountKey=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx==', PLACEHOLDER],
    reference: 'Microsoft Learn: configure Azure Storage connection strings',
  },
  {
    id: 'DOCKER_TOKEN',
    name: 'Docker Hub access token',
    forms: ['dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,32}'],
    validator: randomBody(9, 64),
    words: ['docker'],
    tokens: [['dckr_pat_', 'x8NN-n2qRwlT_ieKk8_7Y_n6gXg']],
    refused: ['dckr_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Docker Docs: access tokens',
  },
  {
    id: 'DATABRICKS_TOKEN',
    name: 'Databricks personal access token',
    forms: ['dapi[a-f0-9]{32}', 'dapi[a-f0-9]{32}-[0-9]'],
    validator: randomBody(4, 16),
    words: ['databricks'],
    tokens: [
      ['dapi', 'c49055092d2f3317a4544f342a8960fe'],
      ['dapi', 'c49055092d2f3317a4544f342a8960fe-2'],
    ],
    refused: ['dapi00000000000000000000000000000000', PLACEHOLDER],
    reference: 'Databricks documentation: personal access token authentication',
  },
  {
    id: 'GRAFANA_TOKEN',
    name: 'Grafana service account or cloud token',
    forms: [
      'glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}',
      { pattern: 'glc_eyJ[A-Za-z0-9+/]{60,400}={0,2}', boundary: 'base64', validator: randomBody(4, 64) },
      // Keys before service accounts: base64 of an object whose first field is 32 characters long, and whose second is `n`.
      {
        pattern: 'eyJrIjoi[A-Za-z0-9+/]{44}LCJuIjoi[A-Za-z0-9+/]{10,100}={0,2}',
        boundary: 'base64',
        validator: randomBody(8, 64),
      },
    ],
    validator: randomBody(5),
    words: ['grafana'],
    tokens: [
      ['glsa_', 'yVAcqKwlFRjmueFjQXfQ3bTEMT1C3DuG_042d9724'],
      ['glc_', 'eyJvIjoiNDgxNTE2IiwibiI6InN0YWNrLTctYzNqMjciLCJrIjoieGRjZzJsTUx6Z2VvbnlMR2NUSkZpejRzIiwibSI6eyJyIjoiZXUifX0='],
      ['eyJrIjoi', 'aTRXMndKcVB6OFhiTmM3Vm01S2xSdDlZc0Q2Z0hmM0UiLCJuIjoiZGFzaGJvYXJkcyIsImlkIjoxfQ=='],
    ],
    refused: ['glsa_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_00000000', PLACEHOLDER],
    reference: 'Grafana documentation: service accounts',
  },
  {
    id: 'VAULT_TOKEN',
    name: 'HashiCorp Vault token',
    // Root tokens, and all where server-side consistency is off, are short.
    forms: [{ pattern: String.raw`(?:hvs|hvb)\.[A-Za-z0-9_-]{90,300}`, maxLength: 320 }, String.raw`hvs\.[A-Za-z0-9]{24}`],
    validator: randomBody(4, 64),
    words: ['vault'],
    tokens: [
      ['hvs.', 'mC78ZmBtf2klax7ogk9XfNh_FZ1I2_J3-lSSbNZn-3Sr2UYoFLs3j8NVDIRGIx0YT0YTSRDCv2zLrlOkuxFdIuZVCLzDCvS'],
      ['hvs.', 'mC78ZmBtf2klax7ogk9XfNhq'],
    ],
    refused: ['hvs.mC78ZmBtf2klax7ogk9XfNh', 'pattern: too short'],
    reference: 'HashiCorp Developer: Vault tokens',
  },
  {
    id: 'LINEAR_API_KEY',
    name: 'Linear API key',
    forms: ['lin_api_[A-Za-z0-9]{40}'],
    validator: randomBody(8),
    words: ['linear'],
    tokens: [['lin_api_', 'r1pxr3h5LexDLVy3mMLU0TAroT8FI8J5xv5Ori4a']],
    refused: ['lin_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', PLACEHOLDER],
    reference: 'Linear Docs: personal API keys',
  },
  {
    id: 'NEW_RELIC_API_KEY',
    name: 'New Relic key',
    forms: [
      // Older licence keys have no mark.
      HEX40,
      { ...marked('[a-f0-9]{36}NRAL', 0, 16), boundary: 'base64' },
      { ...marked('eu01xx[a-f0-9]{30}NRAL', 6, 16), boundary: 'base64' },
      marked('NRAK-[A-Z0-9]{27}', 5, 36),
      marked('NRII-[A-Za-z0-9_-]{32}', 5, 64),
      marked('NRJS-[a-f0-9]{19}', 5, 16),
      marked('NRAA-[a-f0-9]{27}', 5, 16),
      marked('NRIQ-[A-Za-z0-9_-]{32}', 5, 64),
      marked('NRRA-[a-f0-9]{42}', 5, 16),
    ],
    alphabet: 16,
    needsKeyword: 'setting',
    words: ['new relic', 'new relic license key', 'new relic licence key', 'new relic user key', 'new relic insert key'],
    tokens: [
      ['cc3561b5abc4fd3c1254', '56af9183391e9cbc8b6d'],
      ['5c1b1d5087ed3b0779', '7cadceb7c5f109d90fNRAL'],
      ['eu01xx', '3c86743201d1c881d22d8080640f46NRAL'],
      ['NRAK-', 'ABADPOHXDPC393YUOCX0YN609PC'],
      ['NRII-', 'dl7dXTPyLsxPFkThf4VucSmEHgaKwVJ7'],
      ['NRJS-', '304972b90cce2963384'],
      ['NRAA-', '7c1e94b05d3f8a26e0b7d49c3f5'],
      ['NRIQ-', 'w8Rt3Lz_Kq6Vx0Nb-Ym4Hs7Dc1Gp9Jf2'],
      ['NRRA-', 'b4096fd3e17c58a2094b6de1f3c7a80529e4d6b1c7'],
    ],
    refused: ['NRAK-XXXXXXXXXXXXXXXXXXXXXXXXXXX', PLACEHOLDER],
    reference: 'New Relic documentation: API keys',
  },
  {
    id: 'RUBYGEMS_API_KEY',
    name: 'RubyGems API key',
    forms: ['rubygems_[a-f0-9]{48}'],
    validator: randomBody(9, 16),
    words: ['rubygems', 'gem'],
    tokens: [['rubygems_', '5420535a7d8fa3864422980c1a03d90b0576242a1abe5172']],
    refused: ['rubygems_000000000000000000000000000000000000000000000000', PLACEHOLDER],
    reference: 'RubyGems guides: API key scopes',
  },
  {
    id: 'AGE_SECRET_KEY',
    name: 'age secret key',
    forms: [{ pattern: 'AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}', selfEvident: true }],
    validator: ageSecretKey,
    words: ['age', 'sops'],
    tokens: [['AGE-SECRET-KEY-1', 'EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0']],
    refused: ['AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM2', 'validator: wrong checksum'],
    reference: 'C2SP: the age file encryption format, with its test vectors',
  },
];

/** One sheet of each vendor, in the order of the table. */
export const VENDOR_TOKENS: readonly DetectorSheet[] = VENDORS.map(issuerSheet);
