/**
 * An S3 server for tests: fauxqs, and in front of it what S3 does and fauxqs does not (keys percent-encoded and in byte order,
 * storage classes, refusals), and what networks do: answers that break off, hang, fail or come slowly.
 */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';

/** A request for an object or a page, as faults are decided by it. */
export interface Asked {
  readonly method: string;
  /** Key as it is in the address, decoded; empty for listings. */
  readonly key: string;
  readonly isListing: boolean;
  readonly range: string | undefined;
  /** How often this key, or this listing, was asked for before. */
  readonly before: number;
  /** `KEY/DATE/REGION/s3/aws4_request`, as the request was signed with. */
  readonly credential: string | undefined;
}

export interface Fault {
  /** Answers so and asks nobody. */
  readonly status?: number;
  /** Code of the answer in S3's words. */
  readonly code?: string;
  /** Breaks the connection off behind that many bytes of the body. */
  readonly cutAfter?: number;
  /** Sends that many bytes of the body, and then nothing. */
  readonly stallsAfter?: number;
  /** Never answers. */
  readonly hangs?: boolean;
  /** Time in ms before the answer begins. */
  readonly delayMs?: number;
  /** Sends the body in pieces of that many bytes with pauses. */
  readonly pieceBytes?: number;
  /** Ignores the range that was asked for. */
  readonly ignoresRange?: boolean;
}

export interface S3Server {
  readonly url: string;
  readonly client: S3Client;
  /** Every request that reads, in order. */
  readonly requests: Asked[];
  /** Forgets the requests, and what was to go wrong. */
  reset(): void;
  /** Says what goes wrong. */
  fault: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;
  /** Storage class by key, where it is not the standard one. */
  readonly storageClasses: Map<string, string>;
  put(bucket: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  stop(): Promise<void>;
}

/** What no report may hold. Made up. */
export const ACCESS_KEY = 'AKIAQYLPMN5HFIQR7XYA';
export const SECRET_KEY = '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';

/** The environment of a user with keys, and with no configuration of the machine that runs the tests. */
export const AWS_ENV: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: ACCESS_KEY,
  AWS_SECRET_ACCESS_KEY: SECRET_KEY,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  // What the command itself keeps quiet is not to be quiet because of these tests.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'false',
};

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export async function startS3(): Promise<S3Server> {
  const store = await startFauxqs({ port: 0, logger: false });
  const asked = new Map<string, number>();
  const front = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  // A connection that is closed while it idles would cost a busy client a request that nobody counts here.
  front.keepAliveTimeout = 60_000;
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  async function forward(
    request: http.IncomingMessage,
    ignoresRange: boolean,
  ): Promise<{ head: http.IncomingMessage; body: Buffer }> {
    const headers = { ...request.headers };
    if (ignoresRange) delete headers.range;
    const onward = http.request({ port: store.port, agent, method: request.method, path: request.url, headers });
    request.pipe(onward);
    const [head] = (await once(onward, 'response')) as [http.IncomingMessage];
    return { head, body: await buffer(head) };
  }

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, url);
    const isListing = searchParams.has('list-type');
    const key = decodeURIComponent(request.url!.split('?')[0]!.split('/').slice(2).join('/'));
    const name = isListing ? `${pathname}?` : key;
    const known: Asked = {
      method: request.method!,
      key: isListing ? '' : key,
      isListing,
      range: request.headers.range,
      before: asked.get(name) ?? 0,
      credential: /Credential=([^,]+)/.exec(request.headers.authorization ?? '')?.[1],
    };
    const fault = request.method === 'GET' ? ((await server.fault(known)) ?? {}) : {};
    if (request.method === 'GET') {
      asked.set(name, known.before + 1);
      server.requests.push(known);
    }
    if (fault.hangs) return;
    if (fault.delayMs) await delay(fault.delayMs);
    if (fault.status !== undefined) {
      const code = fault.code ?? 'ServiceUnavailable';
      response.writeHead(fault.status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>secret of the server</Message></Error>`);
      return;
    }
    const { head, body } = await forward(request, fault.ignoresRange ?? false);
    const bytes = isListing && head.statusCode === 200 ? asS3Lists(body, searchParams) : body;
    response.writeHead(head.statusCode!, { ...head.headers, 'content-length': bytes.length });
    if (fault.cutAfter !== undefined && fault.cutAfter < bytes.length) {
      response.write(bytes.subarray(0, fault.cutAfter));
      // What was written is on its way first.
      await delay(5);
      response.destroy();
      return;
    }
    if (fault.stallsAfter !== undefined) {
      response.write(bytes.subarray(0, fault.stallsAfter));
      return;
    }
    if (fault.pieceBytes === undefined) {
      response.end(bytes);
      return;
    }
    for (let at = 0; at < bytes.length && !response.destroyed; at += fault.pieceBytes) {
      response.write(bytes.subarray(at, at + fault.pieceBytes));
      await delay(2);
    }
    response.end();
  }

  /** Keys percent-encoded and in the order of their bytes. */
  function asS3Lists(body: Buffer, query: URLSearchParams): Buffer {
    const entries = [...body.toString('utf8').matchAll(/<Contents><Key>(.*?)<\/Key>(.*?)<\/Contents>/gs)].map(
      ([, key, rest]) => ({
        key: unescapeXml(key!),
        rest: rest!,
      }),
    );
    entries.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
    const isEncoded = query.get('encoding-type') === 'url';
    const encode = (key: string): string => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
    const contents = entries.map(({ key, rest }) => {
      const kept = server.storageClasses.get(key);
      const facts = kept === undefined ? rest : rest.replace('STANDARD', kept);
      return `<Contents><Key>${isEncoded ? encode(key) : key}</Key>${facts}</Contents>`;
    });
    const outer = body.toString('utf8').replace(/<Contents>.*<\/Contents>/s, () => contents.join(''));
    return Buffer.from(isEncoded ? outer.replace('<KeyCount>', '<EncodingType>url</EncodingType><KeyCount>') : outer);
  }

  /** Without the SDK, whose signatures the store does not look at, and which take most of the time. */
  async function upload(address: string, body: string | Uint8Array): Promise<void> {
    const request = http.request({ port: store.port, agent, method: 'PUT', path: address });
    request.setHeader('content-type', 'application/octet-stream').end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.resume();
    await once(response, 'end');
    if (response.statusCode !== 200) throw new Error(`the store does not take ${address}`);
  }

  const client = new S3Client({
    endpoint: `http://127.0.0.1:${store.port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
  });
  const server: S3Server = {
    url,
    client,
    requests: [],
    reset() {
      server.requests.length = 0;
      server.fault = () => undefined;
      asked.clear();
    },
    fault: () => undefined,
    storageClasses: new Map(),
    async put(bucket, files) {
      await upload(`/${bucket}`, '');
      const names = Object.keys(files);
      while (names.length > 0) await Promise.all(names.splice(0, 32).map((key) => upload(addressOf(bucket, key), files[key]!)));
    },
    async stop() {
      front.closeAllConnections();
      front.close();
      agent.destroy();
      client.destroy();
      await store.stop();
    },
  };
  return server;
}

function addressOf(bucket: string, key: string): string {
  return `/${bucket}/${encodeURIComponent(key).replaceAll('%2F', '/')}`;
}

function unescapeXml(text: string): string {
  const marks: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (mark) => marks[mark]!);
}
