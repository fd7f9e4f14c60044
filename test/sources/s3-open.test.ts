import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Random } from '../../bench/random.mjs';
import type { ItemRef } from '../../src/core/source.js';
import { listObjects, S3Connection, S3Objects } from '../../src/sources/index.js';
import { AWS_ENV, type S3Server, startS3 } from './s3-server.js';

/** Time in ms until an answer is given up. */
const TIMEOUT = 300;

let server: S3Server;
let connection: S3Connection;
const content = Buffer.from(Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`).join(''));

beforeAll(async () => {
  Object.assign(process.env, AWS_ENV);
  server = await startS3();
  await server.put('bytes', { a: content });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.reset();
  connection = new S3Connection({ endpointUrl: server.url }, TIMEOUT);
});
afterEach(() => connection.close());

async function listed(): Promise<ItemRef> {
  for await (const page of listObjects([{ bucket: 'bytes', prefix: 'a' }], connection, undefined))
    for (const record of page) if (record.kind === 'item') return record.item;
  throw new Error('the object is not listed');
}

async function read(item: ItemRef): Promise<Buffer> {
  const source = new S3Objects(connection).open(item);
  try {
    return await buffer(source.stream());
  } finally {
    source.close();
  }
}

test('what breaks off is read on, byte for byte, wherever it breaks and whatever the server makes of ranges', async () => {
  const item = await listed();
  for (let seed = 0; seed < 12; seed++) {
    const random = new Random(`cuts ${seed}`);
    const breaks = 1 + random.int(6);
    server.reset();
    server.fault = ({ before }) =>
      before < breaks
        ? { cutAfter: random.chance(0.2) ? 0 : random.int(content.length), ignoresRange: random.chance(0.3) }
        : undefined;
    expect((await read(item)).equals(content), `seed ${seed}`).toBe(true);
    expect(server.requests.length).toBeGreaterThan(1);
  }
});

test('connections that break again and again without a new byte are a problem', async () => {
  const item = await listed();
  server.fault = ({ before }) => ({ cutAfter: before === 0 ? 1000 : 0 });
  await expect(read(item)).rejects.toMatchObject({ code: 'unreadable', message: 'the connection broke again and again' });
  // One that brought something, and four that brought nothing.
  expect(server.requests.filter(({ isListing }) => !isListing)).toHaveLength(5);
});

test('an answer that does not begin is asked for again, one that does not go on is read on elsewhere', async () => {
  const item = await listed();
  server.fault = ({ before }) => (before === 0 ? { hangs: true } : before === 1 ? { stallsAfter: 100_000 } : undefined);
  expect((await read(item)).equals(content)).toBe(true);
  expect(server.requests.at(-1)!.range).toMatch(/^bytes=\d+-$/);
});

test('an object that is replaced before it is read, or read on, is a problem', async () => {
  const item = await listed();
  server.fault = async () => {
    await server.put('bytes', { a: Buffer.from(content).fill('x') });
    return { cutAfter: 1000 };
  };
  await expect(read(item)).rejects.toMatchObject({ code: 'changed', message: 'was replaced after it was listed' });
  await server.put('bytes', { a: content });
});

test('content that is longer than it was listed is a problem', async () => {
  const { version, ...item } = await listed();
  await expect(read({ ...item, byteLength: 1000 })).rejects.toMatchObject({ code: 'changed' });
});

test('what waits when the scan is stopped ends at once', async () => {
  const item = await listed();
  server.fault = () => ({ hangs: true });
  const objects = new S3Objects(connection);
  const reading = buffer(objects.open(item).stream());
  setTimeout(() => objects.stop(), 20);
  const startedAt = performance.now();
  await expect(reading).rejects.toMatchObject({ code: 'limit' });
  expect(performance.now() - startedAt).toBeLessThan(TIMEOUT);
  await expect(read(item)).rejects.toMatchObject({ code: 'limit' });
});

test('a part is had by a request of its own, over connections that break, whatever the server makes of ranges', async () => {
  const item = await listed();
  const source = new S3Objects(connection).open(item);
  const parts: readonly (readonly [number, number])[] = [
    [0, 10],
    [1000, 70_000],
    [content.length - 8, content.length],
  ];
  for (const [start, end] of parts) {
    server.reset();
    expect(Buffer.from(await source.slice!(start, end)).equals(content.subarray(start, end))).toBe(true);
    expect(server.requests.length).toBe(1);
    server.fault = ({ before }) => (before < 2 ? { cutAfter: 5, ignoresRange: before === 1 } : undefined);
    expect(Buffer.from(await source.slice!(start, end)).equals(content.subarray(start, end))).toBe(true);
  }
  server.reset();
  server.fault = () => ({ cutAfter: 0 });
  await expect(source.slice!(0, 10)).rejects.toMatchObject({ code: 'unreadable' });
  source.close();
});
