/**
 * The floor for objects of S3: lists a bucket and reads every object with the AWS SDK on one thread, 16 at a time, and does
 * nothing with the bytes.
 *
 * node bench/s3-sdk-alone.mjs ENDPOINT BUCKET
 */
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';

const [, , endpoint, Bucket] = process.argv;
const client = new S3Client({ endpoint, forcePathStyle: true, responseChecksumValidation: 'WHEN_REQUIRED' });
let bytes = 0;
let objects = 0;
const underWay = new Set();

async function read(Key) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  for await (const piece of Body) bytes += piece.length;
  objects++;
}

for await (const page of paginateListObjectsV2({ client }, { Bucket })) {
  for (const { Key } of page.Contents ?? []) {
    const reading = read(Key).finally(() => underWay.delete(reading));
    underWay.add(reading);
    if (underWay.size >= 16) await Promise.race(underWay);
  }
}
await Promise.all(underWay);
console.log(`${objects} objects, ${bytes} bytes`);
