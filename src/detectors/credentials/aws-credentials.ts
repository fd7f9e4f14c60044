/** AWS secret access key: 40 characters of base64 without a prefix, so a keyword must be in reach. */
import { awsSecretKey, isAwsExample } from '../../validators/aws-secret-key.js';
import { defineDetector } from '../define.js';
import { MACIE_CREDENTIALS } from '../macie-pages.js';

export const awsCredentials = defineDetector({
  id: 'AWS_CREDENTIALS',
  name: 'AWS secret access key',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    '[A-Za-z0-9/+]{40}',
    // Beside its id: arguments, cells, lines of a note.
    {
      before: String.raw`(?:AKIA|ASIA)[A-Z2-7]{16}["']?[ \t]{0,4}[,:;|/]?[ \t\r\n]{0,8}["']?`,
      pattern: '[A-Za-z0-9/+]{40}',
      keywordMode: 'none',
    },
  ],
  boundary: 'base64',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'aws_secret_access_key',
      'credentials',
      'secret access key',
      'secret key',
      'set-awscredential',
      'aws secret',
      'aws secret key',
      'secretaccesskey',
      'aws key',
    ],
  },
  validator: awsSecretKey,
  reserved: isAwsExample,
  space: 'token',
  examples: {
    match: [
      'aws_secret_access_key = «uGvkeFEO9OxzP8JY' + '/w7GxMhU8gYgxUqB0GnqRdS5»',
      'AWS_SECRET_ACCESS_KEY=«u1x3N9BFCyk+kfkWI' + 'ZVzPPIzj80KZNg0ZwPj3+W8»',
      'new BasicAWSCredentials("AKIA' + 'QZ7LM3XT5WR2VB4K", "«uGvkeFEO9OxzP8JY' + '/w7GxMhU8gYgxUqB0GnqRdS5»")',
      { column: 'aws_secret_access_key', cell: '«uGvkeFEO9OxzP8JY' + '/w7GxMhU8gYgxUqB0GnqRdS5»' },
    ],
    noMatch: [
      ['secret key 9dc44ba10a3e82e23d86c663c98f2c1e3f786850', 'validator: a hex digest'],
      ['credentials /usr/local/lib/python/dist/packages/aaa', 'validator: a path'],
      ['uGvkeFEO9OxzP8JY/w7GxMhU8gYgxUqB0GnqRdS5', 'keyword: none in reach'],
      ['secret key uGvkeFEO9OxzP8JY/w7GxMhU8gYgxUqB0GnqRdS5==', 'boundary: padded base64'],
    ],
  },
  references: [MACIE_CREDENTIALS, 'AWS IAM User Guide: managing access keys'],
});
