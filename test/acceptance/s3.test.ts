/** `clearset scan s3://…` as users run it, against a server in this process. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FEW, folderOf, records, run, SSN_LINE } from '../cli/command.js';
import { AWS_ENV, type S3Server, startS3 } from '../sources/s3-server.js';
import { dataSet } from './data-set.js';

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.fault = () => undefined;
  server.requests.length = 0;
});

const scan = (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd?: string) =>
  run(['scan', '--endpoint-url', server.url, '--format', 'ndjson', ...args], {
    env: { ...AWS_ENV, ...env },
    ...(cwd && { cwd }),
  });

describe('an object', () => {
  it('is scanned', async () => {
    await server.put('first', { 'a/b.txt': SSN_LINE });
    const { status, stdout } = await scan(['s3://first', ...FEW]);
    expect(records(stdout, 'finding')).toMatchObject([{ path: 's3://first/a/b.txt', count: 1 }]);
    expect(status).toBe(1);
  });
});
