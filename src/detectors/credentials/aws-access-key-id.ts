/**
 * AWS access key id: long-term (AKIA) or temporary (ASIA), of a bearer token (ABIA) or bound to a context (ACCA). The id alone opens nothing,
 * but names the account and its key.
 */
import { isAwsExample, awsAccessKeyId as keyIdValidator } from '../../validators/aws-secret-key.js';
import { defineDetector } from '../define.js';

export const awsAccessKeyId = defineDetector({
  id: 'AWS_ACCESS_KEY_ID',
  name: 'AWS access key ID',
  category: 'credentials',
  countries: [],
  regulations: [],
  severity: { 1: 'high' },
  forms: ['(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'],
  boundary: 'word',
  falseAccept: 0.000005,
  keywords: { mode: 'none', words: ['aws', 'access key', 'aws_access_key_id', 'accesskeyid', 'access key id'] },
  validator: keyIdValidator,
  reserved: isAwsExample,
  space: 'token',
  examples: {
    match: [
      'aws_access_key_id = «AKIA' + 'IHLOU5CB2NKZRIAT»',
      'export AWS_ACCESS_KEY_ID=«ASIA' + 'KS2A642V5BXMSQMB»',
      'key «ABIA' + 'PZ7RD4MLW3XKQJ5T»',
      'key «ACCA' + 'H3TVQ6BNYE2WLSR7»',
      { column: 'aws_access_key', cell: '«AKIA' + 'IHLOU5CB2NKZRIAT»' },
    ],
    noMatch: [
      ['AKIA1HLOU5CB2NKZRIAT', 'pattern: 1 is no digit of base 32'],
      ['AKIAXXXXXXXXXXXXXXXX', 'validator: a placeholder'],
      ['AKIAIHLOU5CB2NKZRIATQ', 'boundary: a longer word'],
      ['AIDAIHLOU5CB2NKZRIAT', 'pattern: the id of a user, not of a key'],
    ],
  },
  references: ['AWS IAM User Guide: IAM identifiers, unique ID prefixes'],
});
