/**
 * The command's speed on objects of S3 beside the AWS SDK alone, which reads the same objects and does nothing with the bytes,
 * and beside the command on the same bytes as files. Whole processes, start-up included.
 * The server is fauxqs in this process, on the same processors; a case with a delay stands for a server that is far away.
 *
 * node bench/s3.mjs [--runs 3] [--jobs 2] [--only small,large,far,dense] [--file FILE.parquet …]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { corporaNamed } from './corpora.mjs';
import { median, printTable, rate } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    jobs: { type: 'string', default: '2' },
    only: { type: 'string', default: 'small,large,far,dense' },
    /** Files that are put into a bucket of their own each, in place of what is generated. */
    file: { type: 'string', multiple: true, default: [] },
  },
});

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const SDK_ALONE = fileURLToPath(new URL('./s3-sdk-alone.mjs', import.meta.url));
const ENV = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Objects, bytes of each, delay of each answer in ms. */
const GENERATED = [
  { name: 'small', corpus: 'prose', objects: 2000, bytes: 10_000, delay: 0 },
  { name: 'large', corpus: 'prose', objects: 24, bytes: 10_000_000, delay: 0 },
  { name: 'far', corpus: 'prose', objects: 1000, bytes: 10_000, delay: 30 },
  { name: 'dense', corpus: 'records-jsonl', objects: 500, bytes: 100_000, delay: 0 },
].filter(({ name }) => flags.only.split(',').includes(name));
const GIVEN = flags.file.map((file, i) => ({ name: `file${i}`, file, objects: 1, delay: 0 }));
const CASES = GIVEN.length > 0 ? GIVEN : GENERATED;

/** Runs a program; the server goes on meanwhile. */
async function run(args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env: ENV, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += piece;
  });
  const [status] = await once(child, 'close');
  if (status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

/** A server that passes everything on, later. */
async function delayed(port, ms) {
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    setTimeout(() => {
      const { method, url, headers } = request;
      const onward = http.request({ port, agent, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    }, ms);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function put(port, target, body) {
  const request = http.request({ port, method: 'PUT', path: target, headers: { 'content-type': 'text/plain' } });
  request.end(body);
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`the server does not take ${target}: ${response.statusCode}`);
}

/** Largest body that the server takes. */
const PART_BYTES = 8 << 20;

/** A large object in parts, as S3 wants those above 5 GB. */
async function putParts(port, Bucket, Key, body) {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new S3Client({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', forcePathStyle: true, credentials });
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Parts = [];
  for (let at = 0; at < body.length; at += PART_BYTES) {
    const PartNumber = Parts.length + 1;
    const Body = body.subarray(at, at + PART_BYTES);
    const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ PartNumber, ETag });
  }
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  client.destroy();
}

const store = await startFauxqs({ port: 0, logger: false });
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-s3-'));
const stats = path.join(scratch, 'stats.json');
const rows = [];
for (const { name, corpus, objects, bytes, delay, file } of CASES) {
  const content = file === undefined ? corporaNamed([corpus])[0].make(bytes).bytes : fs.readFileSync(file);
  const folder = path.join(scratch, name);
  fs.mkdirSync(folder);
  await put(store.port, `/${name}`, '');
  for (let i = 0; i < objects; i++) {
    const key = String(i).padStart(5, '0') + path.extname(file ?? '');
    if (content.length <= PART_BYTES) await put(store.port, `/${name}/${key}`, content);
    else await putParts(store.port, name, key, content);
    fs.writeFileSync(path.join(folder, key), content);
  }
  const front = delay > 0 ? await delayed(store.port, delay) : undefined;
  const url = `http://127.0.0.1:${front?.address().port ?? store.port}`;
  const scan = [CLI, 'scan', `s3://${name}`, '--endpoint-url', url, '--jobs', flags.jobs, '--stats', stats];
  const times = { empty: [], sdk: [], clearset: [], disk: [] };
  await put(store.port, '/empty', '');
  await put(store.port, '/empty/x', 'x');
  for (let i = 0; i < Number(flags.runs); i++) {
    times.empty.push(await run([CLI, 'scan', 's3://empty', '--endpoint-url', url]));
    times.sdk.push(await run([SDK_ALONE, url, name]));
    times.clearset.push(await run(scan));
    times.disk.push(await run([CLI, 'scan', folder, '--jobs', flags.jobs]));
  }
  const { requests, bytesRead, workers, peakMemoryBytes } = JSON.parse(fs.readFileSync(stats, 'utf8'));
  const stored = objects * content.length;
  const [sdk, clearset] = [median(times.sdk), median(times.clearset)];
  rows.push([
    ...[`${name}: ${objects} × ${content.length} B ${corpus ?? path.extname(file)}, ${delay} ms`, workers],
    ...[rate(stored, clearset), rate(stored, sdk), sdk / clearset, rate(stored, median(times.disk))],
    ...[objects / clearset, requests / objects, bytesRead / stored, peakMemoryBytes / 1e6, median(times.empty) * 1000],
  ]);
  front?.closeAllConnections();
  front?.close();
}
printTable(
  [
    ...['objects', 'workers', 'clearset MB/s', 'SDK MB/s', 'clearset ÷ SDK', 'from disk MB/s', 'objects/s'],
    ...['requests ÷ object', 'bytes read ÷ stored', 'peak MB', 'start-up ms'],
  ],
  rows,
);
await store.stop();
fs.rmSync(scratch, { recursive: true });
