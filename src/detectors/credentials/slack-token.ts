/** Slack: bot, user, app-level and configuration tokens, and the address of an incoming webhook, which is a secret too. */
import { randomBody } from '../../validators/random-body.js';
import { defineDetector } from '../define.js';

export const slackToken = defineDetector({
  id: 'SLACK_TOKEN',
  name: 'Slack token or webhook',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`xoxb-\d{10,13}-\d{10,13}-[A-Za-z0-9]{24}`,
    // Of custom integrations, and of workspaces, before apps.
    String.raw`xoxb-\d{8,14}-[A-Za-z0-9]{18,26}`,
    { pattern: 'xox[ar]-2-[A-Za-z0-9]{20,48}', validator: randomBody(7) },
    { pattern: String.raw`xox[os]-\d{6,13}-\d{6,13}-\d{6,13}-[a-f0-9]{10,40}`, validator: randomBody(5, 16) },
    {
      pattern: String.raw`(?:xoxp|xoxs|xoxo|xoxa|xoxr)-\d{10,13}-\d{10,13}-\d{10,13}-[a-f0-9]{32}`,
      validator: randomBody(5, 16),
    },
    { pattern: String.raw`xapp-1-A[A-Z0-9]{8,12}-\d{10,13}-[a-f0-9]{64}`, validator: randomBody(5, 16) },
    { pattern: String.raw`(?:xoxe-|xoxe\.xoxp-|xoxe\.xoxb-)1-[A-Za-z0-9]{140,170}`, validator: randomBody(14) },
    {
      pattern: String.raw`https://hooks\.slack\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}`,
      validator: randomBody(34, 62),
    },
    {
      pattern: String.raw`https://hooks\.slack\.com/(?:workflows|triggers)/T[A-Z0-9]{8,12}/[0-9A-Z]{9,20}/[A-Za-z0-9]{24,32}`,
      validator: randomBody(34, 62),
    },
  ],
  boundary: 'token',
  falseAccept: 0.000001,
  keywords: { mode: 'none', words: ['slack', 'slack token', 'slack bot', 'webhook', 'bot token'] },
  validator: randomBody(5, 40),
  space: 'token',
  examples: {
    match: [
      'SLACK_BOT_TOKEN=«xoxb-' + '2748193056427-2748193056431-uJ0jUfOTavFqWCt530c9qANq»',
      '«xoxb-' + '748193056427-uJ0jUfOTavFqWCt530c9qANq»',
      '«xoxa-2-' + 'Zq7Lm2Xt9Wr4Vb8Kn1Yc6Hp3Jd0Gs5Fu»',
      '«xoxs-' + '27481930564-27481930565-27481930566-7c4e90d2b58f»',
      '«xoxp-' + '2748193056427-2748193056431-2748193056444-9dc44ba10a3e82e23d86c663c98f2c1e»',
      '«xapp-1-A' + 'S3KZZJ6LTG-2748193056427-ae6d69cd05292e35d5413b36d8da6333ac2622d9492b84f9929b8db2f2d4add3»',
      '«xoxe.xoxp-1-' +
        'PPgiNCb8o6q9TAeBkxy4SJacZna44KygQ1abRddbMsq2EJfpSmKA7yJ1k3Sm5d0PhEKJSpkXJhvo1ktsYV5JxOJQYhyP1yIVRXEzUQw0tlv54I5r6wlfM1nqu3UYunESI4Yz3AN6fhPwxO56HPqPMjTeQZz»',
      '«https://hooks.slack.com/services/' + 'TL9NH7IB08/BRBOX6ZJL6/KEKWDPdFJCd37hUVrxONHbmd»',
      '«https://hooks.slack.com/workflows/' + 'TL9NH7IB08/A0RBOX6ZJL6/KEKWDPdFJCd37hUVrxONHbmd»',
      { column: 'slack_token', cell: '«xoxb-' + '2748193056427-2748193056431-uJ0jUfOTavFqWCt530c9qANq»' },
    ],
    noMatch: [
      ['xoxb-1234567890-1234567890-xxxxxxxxxxxxxxxxxxxxxxxx', 'validator: a placeholder'],
      ['https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX', 'validator: a placeholder'],
      ['xoxb-27481-uJ0jUfOTavFqWCt530c9qANq', 'pattern: the number is too short'],
    ],
  },
  references: ['Slack API: token types', 'Slack API: sending messages using incoming webhooks'],
});
