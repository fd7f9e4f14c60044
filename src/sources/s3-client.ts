/**
 * Requests to S3. The only file that knows the AWS SDK, which is loaded with the first request: it takes as long to load as
 * Node itself. What fails comes out as an `ItemProblem` in our own words; what hangs is given up.
 */
import type { Readable } from 'node:stream';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { INTERRUPTED, ItemProblem } from '../core/problem.js';
import { s3Problem } from './s3-error.js';
import type { S3Settings } from './s3-target.js';

/** Times a request is tried where the network or the server fails (throttling included), with growing pauses. */
const ATTEMPTS = 4;
/** Time in ms for an answer to begin, or to go on: all attempts together end before a worker counts as stuck. */
const TIMEOUT_MS = 20_000;
/** What an endpoint other than Amazon's is told where no region is set: most take any. */
const ANY_REGION = 'us-east-1';

/** An object as it is listed. */
export interface S3Entry {
  /** As the server gave it: percent-encoded where the page says so. */
  readonly key: string;
  readonly byteLength: number;
  readonly version: string | undefined;
  readonly isArchived: boolean;
}

export interface S3Page {
  readonly entries: readonly S3Entry[];
  /** Keys are percent-encoded, with `+` for a space. */
  readonly isEncoded: boolean;
  /** Where the listing goes on; undefined at its end. */
  readonly next: string | undefined;
}

/** Content of an object from some byte on. */
export interface S3Body {
  /** First byte that comes: another than was asked for where the server knows no ranges. */
  readonly start: number;
  /** The next piece; undefined where the content ends, or breaks off. @throws ItemProblem where the scan was stopped */
  next(): Promise<Uint8Array | undefined>;
  /** Breaks the connection off unless all was read. */
  close(): void;
}

/** What was asked of servers and what they sent. */
export interface S3Counts {
  /** HTTP requests, every attempt counted. */
  requests: number;
  /** Bytes of objects' content. */
  bytesRead: number;
}

export class S3Connection {
  readonly counts: S3Counts = { requests: 0, bytesRead: 0 };
  readonly #settings: S3Settings;
  readonly #timeoutMs: number;
  #sdk: Promise<{ client: S3Client; commands: typeof import('@aws-sdk/client-s3') }> | undefined;
  /** Ends of what is under way. */
  readonly #cancels = new Set<() => void>();
  #isStopped = false;

  /** @param timeoutMs for an answer to begin or to go on; shorter in tests */
  constructor(settings: S3Settings, timeoutMs = TIMEOUT_MS) {
    this.#settings = settings;
    this.#timeoutMs = timeoutMs;
  }

  /** One page of the keys that begin with `prefix`, 1,000 at most, in the order of their bytes. @throws ItemProblem */
  async listPage(bucket: string, prefix: string, from: string | undefined): Promise<S3Page> {
    const { client, commands } = await this.#load();
    const command = new commands.ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      ...(from !== undefined && { ContinuationToken: from }),
      // XML cannot hold all characters that a key may have.
      EncodingType: 'url',
      OptionalObjectAttributes: ['RestoreStatus'],
    });
    const page = await this.#send((abortSignal) => client.send(command, { abortSignal }));
    const next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    if (page.IsTruncated === true && (next === undefined || next === from))
      throw new ItemProblem('unreadable', 'the server’s listing does not say how it goes on');
    const entries = (page.Contents ?? []).map(({ Key, Size, ETag, StorageClass, RestoreStatus }) => {
      if (Key === undefined || Size === undefined)
        throw new ItemProblem('unreadable', 'the server’s listing lacks keys or sizes');
      const isArchived = StorageClass === 'GLACIER' || StorageClass === 'DEEP_ARCHIVE';
      const isRestored = RestoreStatus?.RestoreExpiryDate !== undefined && RestoreStatus.IsRestoreInProgress !== true;
      return { key: Key, byteLength: Size, version: ETag, isArchived: isArchived && !isRestored };
    });
    return { entries, isEncoded: page.EncodingType === 'url', next };
  }

  /**
   * @param version ETag that the object must have
   * @param end one past the last byte that is asked for; the object's end where absent
   * @throws ItemProblem
   */
  async getObject(
    object: { readonly bucket: string; readonly key: string; readonly version: string | undefined },
    start: number,
    end?: number,
  ): Promise<S3Body> {
    const { client, commands } = await this.#load();
    const { bucket, key, version } = object;
    const command = new commands.GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(version !== undefined && { IfMatch: version }),
      ...((start > 0 || end !== undefined) && { Range: `bytes=${start}-${end === undefined ? '' : end - 1}` }),
    });
    const { Body, ContentRange } = await this.#send((abortSignal) => client.send(command, { abortSignal }));
    const isFromStart = start === 0 || ContentRange?.startsWith(`bytes ${start}-`) !== true;
    return this.#bodyOf(Body as unknown as Readable, isFromStart ? 0 : start);
  }

  /** Ends what is under way at once; it and all that follows is answered with a problem `limit`. */
  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancels) cancel();
  }

  /** Closes idle connections. */
  async close(): Promise<void> {
    this.stop();
    await this.#sdk?.then(
      ({ client }) => client.destroy(),
      () => undefined,
    );
  }

  async #load() {
    this.#sdk ??= openClient(this.#settings, this.#timeoutMs, this.counts);
    try {
      return await this.#sdk;
    } catch (error) {
      throw s3Problem(error);
    }
  }

  /** The SDK looks at its signal now and then only: not while it waits for credentials or before it tries again. */
  #send<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    return new Promise<T>((resolve, reject) => {
      const cancel = (): void => {
        abort.abort();
        reject(new ItemProblem('limit', INTERRUPTED));
      };
      if (this.#isStopped) return cancel();
      this.#cancels.add(cancel);
      request(abort.signal)
        .finally(() => this.#cancels.delete(cancel))
        .then(resolve, (error: unknown) => reject(s3Problem(error)));
    });
  }

  #bodyOf(body: Readable, start: number): S3Body {
    const pieces: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
    const cancel = (): void => void body.destroy();
    this.#cancels.add(cancel);
    // A connection that breaks while nobody waits for the next piece is noticed by whoever asks for it.
    body.on('error', () => undefined);
    return {
      start,
      next: async () => {
        const timer = setTimeout(cancel, this.#timeoutMs);
        const step = await pieces.next().catch(() => undefined);
        clearTimeout(timer);
        if (this.#isStopped) throw new ItemProblem('limit', INTERRUPTED);
        if (step === undefined || step.done) return undefined;
        this.counts.bytesRead += step.value.length;
        return step.value;
      },
      close: () => {
        this.#cancels.delete(cancel);
        cancel();
      },
    };
  }
}

async function openClient(settings: S3Settings, timeoutMs: number, counts: S3Counts) {
  const commands = await import('@aws-sdk/client-s3');
  const { endpointUrl, region, profile } = settings;
  const config: S3ClientConfig = {
    maxAttempts: ATTEMPTS,
    followRegionRedirects: true,
    requestHandler: { connectionTimeout: timeoutMs, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    // Checksums are those of the connection and of TLS: to compute S3's in JavaScript would take longer than the scan.
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: SILENT,
    ...(endpointUrl !== undefined && { endpoint: endpointUrl, forcePathStyle: true }),
    ...(region !== undefined && { region }),
    ...(profile !== undefined && { profile }),
  };
  let client = quietly(() => new commands.S3Client(config));
  if (endpointUrl !== undefined && !(await hasRegion(client)))
    client = quietly(() => new commands.S3Client({ ...config, region: ANY_REGION }));
  // Behind the SDK's own retries, so that each of them counts.
  client.middlewareStack.add(
    (next) => (args) => {
      counts.requests++;
      return next(args);
    },
    { step: 'deserialize', name: 'countRequests' },
  );
  return { client, commands };
}

async function hasRegion(client: S3Client): Promise<boolean> {
  return client.config.region().then(
    () => true,
    () => false,
  );
}

/** The SDK's messages are not ours to print. */
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const NO_WARNING = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

/** Makes a client without the SDK's warning that a later version will not run on this Node: this version does, and is pinned. */
function quietly<T>(make: () => T): T {
  const before = process.env[NO_WARNING];
  process.env[NO_WARNING] = 'true';
  try {
    return make();
  } finally {
    if (before === undefined) delete process.env[NO_WARNING];
    else process.env[NO_WARNING] = before;
  }
}
