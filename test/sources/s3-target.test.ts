import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { checkS3Settings, isS3Target, parseS3Target } from '../../src/sources/index.js';

describe('targets', () => {
  test.each([
    ['s3://data', { bucket: 'data', prefix: '' }],
    ['s3://data/', { bucket: 'data', prefix: '' }],
    ['s3://my.bucket-1/a/b', { bucket: 'my.bucket-1', prefix: 'a/b' }],
    ['s3://data//a/../b?c#d%20 ', { bucket: 'data', prefix: '/a/../b?c#d%20 ' }],
  ])('%s', (text, target) => {
    expect(parseS3Target(text)).toEqual(target);
    expect(parseS3Target(Buffer.from(text))).toEqual(target);
  });

  test.each(['s3://', 's3:///x', 's3://a b/x', 's3://name@host/x', 's3://host:80/x', 's3://-a/x', 's3://a/x'])(
    'not %s',
    (text) => {
      expect(() => parseS3Target(text)).toThrow(UsageError);
    },
  );

  test('are told from files', () => {
    expect(['s3://x', './s3://x', 's3:/x', 's3:', 'S3://x', 'a/s3://x'].map(isS3Target)).toEqual([true, ...Array(5).fill(false)]);
  });
});

describe('endpoints', () => {
  test.each(['http://127.0.0.1:9000', 'https://storage.example.org/path'])('%s', (endpointUrl) => {
    expect(() => checkS3Settings({ endpointUrl })).not.toThrow();
  });
  test.each(['', 'localhost:9000', 'ftp://host', 'http://name:password@host', 'http://'])('not %s', (endpointUrl) => {
    expect(() => checkS3Settings({ endpointUrl })).toThrow(UsageError);
  });
});
