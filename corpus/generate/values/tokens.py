"""Credentials of issuers as a table: prefix, lengths and alphabets, the rest random.

In a shape `{alphabet:length}` stands for random characters of that alphabet, `{alphabet:low-high}` for a random length.
"""

import re

from source import BASE62, CAPITALS, DIGITS, SMALL, values

ALPHABETS = {
    'digit': DIGITS,
    'hex': DIGITS + 'abcdef',
    'HEX': DIGITS + 'ABCDEF',
    'small': SMALL,
    'low': SMALL + DIGITS,
    'up': CAPITALS + DIGITS,
    'caps': CAPITALS,
    'b62': BASE62,
    'letter': CAPITALS + SMALL,
    'url': BASE62 + '-_',
    'b64': BASE62 + '+/',
    'b32': SMALL + '234567',
    'b58': '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
}
UUID = '{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}'
SCANNERS = 'published patterns of scanners'
ISSUER = 'issuer'

# Detector, shapes, basis. Where the issuer documents only the prefix, the lengths are those of published patterns.
TOKENS = [
    ('GCP_API_KEY', ['AIza{url:35}'], ISSUER),
    ('GCP_API_KEY_(NO_KEYWORD)', ['AIza{url:35}'], ISSUER),
    ('ANTHROPIC_API_KEY', ['sk-ant-api03-{url:93}AA', 'sk-ant-admin01-{url:93}AA'], SCANNERS),
    ('OPENAI_API_KEY', ['sk-{b62:20}T3BlbkFJ{b62:20}', 'sk-proj-{url:74}T3BlbkFJ{url:74}', 'sk-svcacct-{url:74}T3BlbkFJ{url:74}', 'sk-proj-{url:58}T3BlbkFJ{url:58}'], SCANNERS),
    ('HUGGING_FACE_TOKEN', ['hf_{letter:34}', 'api_org_{letter:34}'], SCANNERS),
    ('REPLICATE_API_TOKEN', ['r8_{b62:37}'], SCANNERS),
    ('GROQ_API_KEY', ['gsk_{b62:52}'], SCANNERS),
    ('SENDGRID_API_KEY', ['SG.{url:22}.{url:43}'], ISSUER),
    ('DIGITALOCEAN_TOKEN', ['dop_v1_{hex:64}', 'doo_v1_{hex:64}', 'dor_v1_{hex:64}'], ISSUER),
    ('SHOPIFY_TOKEN', ['shpat_{hex:32}', 'shpca_{hex:32}', 'shppa_{hex:32}', 'shpss_{hex:32}'], ISSUER),
    ('TELEGRAM_BOT_TOKEN', ['7{digit:9}:AA{url:33}', '5{digit:8}:AA{url:33}'], ISSUER),
    ('GOOGLE_OAUTH_CLIENT_SECRET', ['GOCSPX-{url:28}'], SCANNERS),
    ('DOCKER_TOKEN', ['dckr_pat_{url:27}', 'dckr_oat_{url:32}'], SCANNERS),
    ('DATABRICKS_TOKEN', ['dapi{hex:32}', 'dapi{hex:32}-2'], SCANNERS),
    ('VAULT_TOKEN', ['hvs.{url:90-110}', 'hvb.{url:140-200}', 'hvs.{b62:24}', 's.{b62:24}'], ISSUER),
    ('LINEAR_API_KEY', ['lin_api_{b62:40}'], SCANNERS),
    ('NEW_RELIC_API_KEY', ['NRAK-{up:27}', 'NRII-{url:32}', 'NRJS-{hex:19}', '{hex:36}NRAL'], SCANNERS),
    ('RUBYGEMS_API_KEY', ['rubygems_{hex:48}'], ISSUER),
    ('AZURE_AD_CLIENT_SECRET', ['{url:3}8Q~{url:34}', '{url:3}7Q~{url:31}'], SCANNERS),
    ('GOOGLE_OAUTH_TOKEN', ['ya29.{url:100-180}', '1//0{digit:1}{url:60-100}'], ISSUER),
    ('ALIBABA_CLOUD_ACCESS_KEY_ID', ['LTAI5t{b62:18}', 'LTAI{b62:12}', 'LTAI4G{b62:18}'], SCANNERS),
    ('TENCENT_CLOUD_SECRET_ID', ['AKID{b62:32}'], SCANNERS),
    ('YANDEX_CLOUD_TOKEN', ['AQVN{url:35-38}', 't1.9eu{url:60-90}.{url:86}'], SCANNERS),
    ('CLOUDFLARE_API_TOKEN', ['{url:40}', '{hex:37}'], SCANNERS),
    ('CLOUDFLARE_ORIGIN_CA_KEY', ['v1.0-{hex:24}-{hex:146}'], SCANNERS),
    ('FASTLY_API_TOKEN', ['{url:32}'], SCANNERS),
    ('OKTA_API_TOKEN', ['00{url:40}'], SCANNERS),
    ('IBM_CLOUD_API_KEY', ['{url:44}'], SCANNERS),
    ('HEROKU_API_KEY', ['HRKU-AA{url:58}', UUID], SCANNERS),
    ('LINODE_API_TOKEN', ['{hex:64}'], SCANNERS),
    ('SCALEWAY_API_KEY', ['SCW{up:17}'], ISSUER),
    ('HETZNER_CLOUD_TOKEN', ['{b62:64}'], SCANNERS),
    ('NETLIFY_TOKEN', ['nfp_{b62:36}', '{url:43}'], SCANNERS),
    ('VERCEL_BLOB_TOKEN', ['vercel_blob_rw_{b62:16}_{b62:30}'], SCANNERS),
    ('RAILWAY_TOKEN', [UUID], SCANNERS),
    ('SUPABASE_TOKEN', ['sbp_{hex:40}', 'sb_secret_{url:31}'], SCANNERS),
    ('PLANETSCALE_TOKEN', ['pscale_tkn_{url:43}', 'pscale_pw_{url:43}', 'pscale_oauth_{url:43}'], ISSUER),
    ('NEON_API_KEY', ['napi_{low:64}'], SCANNERS),
    ('MONGODB_ATLAS_TOKEN', ['mdb_sa_sk_{url:40}'], SCANNERS),
    ('CLICKHOUSE_CLOUD_KEY', ['4b1d{b62:38}'], SCANNERS),
    ('DOPPLER_TOKEN', ['dp.pt.{b62:43}', 'dp.st.dev.{b62:43}', 'dp.st.{b62:43}', 'dp.ct.{b62:43}', 'dp.sa.{b62:43}'], ISSUER),
    ('PULUMI_TOKEN', ['pul-{hex:40}'], SCANNERS),
    ('TERRAFORM_CLOUD_TOKEN', ['{b62:14}.atlasv1.{b62:67}'], SCANNERS),
    ('ONEPASSWORD_SECRET_KEY', ['A3-{up:6}-{up:6}-{up:5}-{up:5}-{up:5}-{up:5}'], ISSUER),
    ('OPENSHIFT_TOKEN', ['sha256~{url:43}'], SCANNERS),
    ('TAILSCALE_KEY', ['tskey-auth-{b62:11}CNTRL-{b62:32}', 'tskey-api-{b62:11}CNTRL-{b62:32}', 'tskey-client-{b62:11}CNTRL-{b62:32}'], SCANNERS),
    ('DEFINED_NETWORKING_TOKEN', ['dnkey-{up:26}-{up:52}'], SCANNERS),
    ('AIVEN_PASSWORD', ['AVNS_{url:19}'], SCANNERS),
    ('BITBUCKET_APP_PASSWORD', ['ATBB{b62:24}{HEX:8}'], SCANNERS),
    ('ATLASSIAN_TOKEN', ['ATATT3xFfGF0{url:180}={HEX:8}', 'ATCTT3xFfG{url:171}={HEX:8}'], SCANNERS),
    ('CIRCLECI_TOKEN', ['CCIPAT_{b58:22}_{hex:40}', 'CCIPRJ_{b58:22}_{hex:40}'], SCANNERS),
    ('BUILDKITE_TOKEN', ['bkua_{hex:40}', 'bkct_{hex:40}'], SCANNERS),
    ('SONAR_TOKEN', ['squ_{hex:40}', 'sqp_{hex:40}', 'sqa_{hex:40}'], SCANNERS),
    ('SNYK_API_TOKEN', [UUID], SCANNERS),
    ('CODECOV_TOKEN', [UUID], SCANNERS),
    ('SOURCEGRAPH_TOKEN', ['sgp_{hex:40}', 'sgp_{hex:16}_{hex:40}', 'sgp_local_{hex:40}'], SCANNERS),
    ('PACKAGIST_TOKEN', ['packagist_uut_{hex:68}', 'packagist_ort_{hex:68}'], SCANNERS),
    ('ARTIFACTORY_TOKEN', ['AKCp{b62:69}', 'cmVmdGtu{b62:56}'], SCANNERS),
    ('CLOJARS_TOKEN', ['CLOJARS_{hex:60}'], SCANNERS),
    ('HEX_API_KEY', ['{hex:32}'], 'memory'),
    ('LAUNCHDARKLY_TOKEN', ['sdk-' + UUID, 'api-' + UUID], SCANNERS),
    ('POSTMAN_API_KEY', ['PMAK-{hex:24}-{hex:34}'], SCANNERS),
    ('OCTOPUS_DEPLOY_API_KEY', ['API-{up:26}'], SCANNERS),
    ('HARNESS_TOKEN', ['pat.{url:22}.{hex:24}.{b62:20}', 'sat.{url:22}.{hex:24}.{b62:20}'], SCANNERS),
    ('INFRACOST_API_KEY', ['ico-{b62:32}'], SCANNERS),
    ('PREFECT_API_KEY', ['pnu_{low:36}', 'pnb_{low:36}'], SCANNERS),
    ('README_API_KEY', ['rdme_{low:70}'], SCANNERS),
    ('DENO_DEPLOY_TOKEN', ['ddp_{b62:36}', 'ddo_{b62:36}'], SCANNERS),
    ('APIFY_TOKEN', ['apify_api_{b62:36}'], SCANNERS),
    ('COHERE_API_KEY', ['{b62:40}'], SCANNERS),
    ('MISTRAL_API_KEY', ['{b62:32}'], SCANNERS),
    ('PERPLEXITY_API_KEY', ['pplx-{b62:48}'], SCANNERS),
    ('XAI_API_KEY', ['xai-{b62:80}'], SCANNERS),
    ('DEEPSEEK_API_KEY', ['sk-{hex:32}'], SCANNERS),
    ('TOGETHER_API_KEY', ['{hex:64}', 'tgp_v1_{url:43}'], SCANNERS),
    ('FIREWORKS_API_KEY', ['fw_{b62:24}', 'fw_{b62:22}'], 'memory'),
    ('OPENROUTER_API_KEY', ['sk-or-v1-{hex:64}'], SCANNERS),
    ('ELEVENLABS_API_KEY', ['sk_{hex:48}'], SCANNERS),
    ('STABILITY_API_KEY', ['sk-{b62:48}'], SCANNERS),
    ('LANGSMITH_API_KEY', ['lsv2_pt_{hex:32}_{hex:10}', 'lsv2_sk_{hex:32}_{hex:10}'], SCANNERS),
    ('LANGFUSE_SECRET_KEY', ['sk-lf-' + UUID], SCANNERS),
    ('PINECONE_API_KEY', ['pcsk_{b62:6}_{b62:63}', UUID], SCANNERS),
    ('WANDB_API_KEY', ['{hex:40}'], SCANNERS),
    ('NVIDIA_API_KEY', ['nvapi-{url:64}'], SCANNERS),
    ('CEREBRAS_API_KEY', ['csk-{low:48}'], SCANNERS),
    ('JINA_API_KEY', ['jina_{hex:32}{b62:28}'], SCANNERS),
    ('TAVILY_API_KEY', ['tvly-{b62:32}', 'tvly-dev-{b62:32}'], SCANNERS),
    ('FIRECRAWL_API_KEY', ['fc-{hex:32}'], SCANNERS),
    ('SQUARE_TOKEN', ['EAAA{url:60}', 'sq0atp-{url:22}', 'sq0csp-{url:43}'], SCANNERS),
    ('PAYPAL_BRAINTREE_TOKEN', ['access_token$production${low:16}${hex:32}'], SCANNERS),
    ('RAZORPAY_KEY', ['rzp_live_{b62:14}', 'rzp_test_{b62:14}'], ISSUER),
    ('PAYSTACK_SECRET_KEY', ['sk_live_{hex:40}', 'sk_test_{hex:40}'], ISSUER),
    ('FLUTTERWAVE_SECRET_KEY', ['FLWSECK-{hex:32}-X', 'FLWSECK_TEST-{hex:32}-X', 'FLWSECK-{hex:32}-19{hex:9}vt-X'], ISSUER),
    ('PLAID_ACCESS_TOKEN', ['access-sandbox-' + UUID, 'access-production-' + UUID, 'access-development-' + UUID], ISSUER),
    ('EASYPOST_API_KEY', ['EZAK{b62:54}', 'EZTK{b62:54}'], SCANNERS),
    ('SHIPPO_API_TOKEN', ['shippo_live_{hex:40}', 'shippo_test_{hex:40}'], ISSUER),
    ('DUFFEL_API_TOKEN', ['duffel_live_{url:43}', 'duffel_test_{url:43}'], ISSUER),
    ('GOCARDLESS_TOKEN', ['live_{url:40}', 'sandbox_{url:40}'], ISSUER),
    ('DISCORD_WEBHOOK', ['https://discord.com/api/webhooks/{digit:18}/{url:68}', 'https://discordapp.com/api/webhooks/{digit:19}/{url:68}'], ISSUER),
    ('TWILIO_CREDENTIALS', ['SK{hex:32}', '{hex:32}'], ISSUER),
    ('TWITCH_OAUTH_TOKEN', ['{low:30}', 'oauth:{low:30}'], ISSUER),
    ('X_BEARER_TOKEN', ['AAAAAAAAAAAAAAAAAAAAA{b62:4}AAAAAAA{b62:1}%2B{b62:6}%2B{b62:22}%3D{b62:50}', 'AAAAAAAAAAAAAAAAAAAAA{b62:4}AAAAAAA{b62:31}%3D{b62:50}'], 'issuer shows one in its guide'),
    ('FACEBOOK_APP_SECRET', ['{hex:32}'], ISSUER),
    ('LINKEDIN_CLIENT_SECRET', ['{b62:16}', 'WPL_AP1.{b62:16}.{b62:6}=='], SCANNERS),
    ('MAILGUN_API_KEY', ['key-{hex:32}', '{hex:32}-{hex:8}-{hex:8}'], SCANNERS),
    ('MAILCHIMP_API_KEY', ['{hex:32}-us{digit:1}', '{hex:32}-us1{digit:1}'], ISSUER),
    ('POSTMARK_TOKEN', [UUID], ISSUER),
    ('RESEND_API_KEY', ['re_{b62:8}_{b62:24}'], SCANNERS),
    ('BREVO_API_KEY', ['xkeysib-{hex:64}-{b62:16}'], SCANNERS),
    ('SPARKPOST_API_KEY', ['{hex:40}'], SCANNERS),
    ('MAILERSEND_API_TOKEN', ['mlsn.{hex:64}'], SCANNERS),
    ('MAILJET_API_KEY', ['{hex:32}'], ISSUER),
    ('KLAVIYO_API_KEY', ['pk_{hex:34}'], SCANNERS),
    ('SENDBIRD_API_TOKEN', ['{hex:40}'], SCANNERS),
    ('DATADOG_KEY', ['{hex:32}', '{hex:40}'], ISSUER),
    ('DYNATRACE_TOKEN', ['dt0c01.{up:24}.{up:64}', 'dt0s01.{up:24}.{up:64}'], ISSUER),
    ('HONEYCOMB_API_KEY', ['hcaik_01{low:24}{low:32}', 'hcxik_01{low:56}'], SCANNERS),
    ('LOGZIO_TOKEN', [UUID], SCANNERS),
    ('SUMO_LOGIC_ACCESS_KEY', ['{b62:64}'], SCANNERS),
    ('PAGERDUTY_INTEGRATION_KEY', ['{hex:32}'], SCANNERS),
    ('OPSGENIE_API_KEY', [UUID], ISSUER),
    ('ROLLBAR_ACCESS_TOKEN', ['{hex:32}'], SCANNERS),
    ('BUGSNAG_API_KEY', ['{hex:32}'], SCANNERS),
    ('POSTHOG_API_KEY', ['phx_{b62:43}'], SCANNERS),
    ('JUMPCLOUD_API_KEY', ['jca_{b62:36}', '{hex:40}'], SCANNERS),
    ('CISCO_MERAKI_API_KEY', ['{hex:40}'], SCANNERS),
    ('AIRTABLE_TOKEN', ['pat{b62:14}.{hex:64}'], SCANNERS),
    ('NOTION_TOKEN', ['secret_{b62:43}', 'ntn_{digit:11}{b62:35}'], SCANNERS),
    ('FIGMA_TOKEN', ['figd_{url:40}'], SCANNERS),
    ('DROPBOX_TOKEN', ['sl.{url:130-150}', 'sl.u.{url:140-160}'], SCANNERS),
    ('BOX_CLIENT_SECRET', ['{b62:32}'], SCANNERS),
    ('HUBSPOT_TOKEN', ['pat-na1-' + UUID, 'pat-eu1-' + UUID], ISSUER),
    ('ZENDESK_API_TOKEN', ['{b62:40}'], SCANNERS),
    ('SALESFORCE_ACCESS_TOKEN', ['00D{b62:12}!AQ{b62:94}'], SCANNERS),
    ('CONTENTFUL_TOKEN', ['CFPAT-{url:43}'], SCANNERS),
    ('ALGOLIA_API_KEY', ['{hex:32}'], ISSUER),
    ('FRAMEIO_TOKEN', ['fio-u-{url:64}'], SCANNERS),
    ('TYPEFORM_TOKEN', ['tfp_{url:44}_{b62:14}', 'tfp_{url:59}'], SCANNERS),
    ('TRELLO_TOKEN', ['ATTA{hex:64}{HEX:8}', '{hex:64}'], SCANNERS),
    ('CLICKUP_TOKEN', ['pk_{digit:8}_{up:32}', 'pk_{digit:7}_{up:32}'], ISSUER),
    ('SPOTIFY_CLIENT_SECRET', ['{hex:32}'], ISSUER),
    ('SQUARESPACE_API_KEY', [UUID], SCANNERS),
    ('OPENWEATHER_API_KEY', ['{hex:32}'], ISSUER),
]


def fill(source, shape):
    def piece(match):
        low, _, high = match[2].partition('-')
        return source.text(ALPHABETS[match[1]], source.between(int(low), int(high or low)))

    return re.sub(r'\{(\w+):([\d-]+)\}', piece, shape)


def register(detector, shapes, basis):
    rule = 'shape ' + ' or '.join(shape.replace(UUID, 'UUID') for shape in shapes) + ', bodies random'

    @values(detector, rule, basis=basis)
    def token(source):
        return fill(source, source.pick(shapes))


for row in TOKENS:
    register(*row)
