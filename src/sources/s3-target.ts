/** `s3://bucket/prefix` as users write it, and the few settings by which a bucket is reached. */
import { UsageError } from '../core/errors.js';

/** How all addresses of objects begin. No path of a file does: there, two slashes are one. */
export const S3_SCHEME = 's3://';

/** Letters, digits and what stands between them: what may become part of a host's name. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/;

/** How buckets are reached. Plain data: it goes to every worker. What is left out is found as every AWS tool finds it. */
export interface S3Settings {
  /** Address of a server other than Amazon's; buckets are named in the path then. */
  readonly endpointUrl?: string;
  readonly region?: string;
  /** Profile of the AWS configuration files; wins over keys in the environment. */
  readonly profile?: string;
}

export interface S3Target {
  readonly bucket: string;
  /** What the keys begin with, taken literally; may be empty. */
  readonly prefix: string;
}

/** Whether a target is of this source. A folder called `s3:` is reached as `./s3:`. */
export function isS3Target(target: string | Uint8Array): boolean {
  return typeof target === 'string' ? target.startsWith(S3_SCHEME) : Buffer.from(target).indexOf(S3_SCHEME) === 0;
}

/** @throws UsageError where no bucket is named, or one that cannot be */
export function parseS3Target(target: string | Uint8Array): S3Target {
  const text = (typeof target === 'string' ? target : Buffer.from(target).toString('utf8')).slice(S3_SCHEME.length);
  const slash = text.indexOf('/');
  const bucket = slash < 0 ? text : text.slice(0, slash);
  if (!BUCKET.test(bucket)) throw new UsageError('a target is not s3://BUCKET or s3://BUCKET/PREFIX with the name of a bucket');
  return { bucket, prefix: slash < 0 ? '' : text.slice(slash + 1) };
}

/** @throws UsageError where the address is none */
export function checkS3Settings({ endpointUrl }: S3Settings): void {
  if (endpointUrl === undefined) return;
  const url = URL.canParse(endpointUrl) ? new URL(endpointUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UsageError('the endpoint must be an address such as https://host:port, without name and password');
  }
}

/** Address of an object, or of all that begin so, for people and reports. */
export function s3Path(bucket: string, key: string): string {
  return `${S3_SCHEME}${bucket}/${key}`;
}
