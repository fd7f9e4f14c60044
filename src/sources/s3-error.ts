/** Turns what a server, the network or the AWS SDK says into our own words: their messages quote keys, hosts and accounts. */
import { ItemProblem } from '../core/problem.js';
import type { ProblemCode } from '../core/result.js';

/** Said of objects in an archive tier, whether the listing says so or the server. */
export const ARCHIVED = 'is archived; restore it first';

const NO_ANSWER = 'the server does not answer in time';
const NO_ACCESS = 'access denied';
const NO_KEYS = 'the server refuses the credentials';
const OTHER_REGION = 'the bucket is in another region; name it with --region';

/** By the code of S3's answer, the name of an SDK error or the code of a system error. */
const WORDS: Readonly<Record<string, string | readonly [ProblemCode, string]>> = {
  NoSuchBucket: 'no such bucket',
  NoSuchKey: ['changed', 'was removed after it was listed'],
  NotFound: ['changed', 'was removed after it was listed'],
  PreconditionFailed: ['changed', 'was replaced after it was listed'],
  InvalidRange: ['changed', 'was replaced after it was listed'],
  InvalidObjectState: ARCHIVED,
  AccessDenied: NO_ACCESS,
  Forbidden: NO_ACCESS,
  AllAccessDisabled: NO_ACCESS,
  InvalidAccessKeyId: NO_KEYS,
  SignatureDoesNotMatch: NO_KEYS,
  InvalidToken: NO_KEYS,
  ExpiredToken: 'the credentials have expired',
  RequestTimeTooSkewed: 'the clock of this machine differs too much from the server’s',
  PermanentRedirect: OTHER_REGION,
  AuthorizationHeaderMalformed: OTHER_REGION,
  IllegalLocationConstraintException: OTHER_REGION,
  SlowDown: 'the server is overloaded',
  ServiceUnavailable: 'the server is overloaded',
  CredentialsProviderError: 'no AWS credentials were found, or they cannot be used',
  TokenProviderError: 'the AWS sign-in has expired; sign in again',
  TimeoutError: NO_ANSWER,
  RequestTimeout: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the connection broke',
  EPIPE: 'the connection broke',
  ENOTFOUND: 'the server’s name is not known',
  EAI_AGAIN: 'the server’s name cannot be looked up now',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'the server cannot be reached',
  CERT_HAS_EXPIRED: 'the server’s certificate is not trusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the server’s certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'the server’s certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server’s certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the server’s certificate is not trusted',
};

/** What a failed request means for the item, or the listing, that it was made for. */
export function s3Problem(error: unknown): ItemProblem {
  if (error instanceof ItemProblem) return error;
  const words = namesOf(error).flatMap((name) => (Object.hasOwn(WORDS, name) ? [WORDS[name]!] : []))[0];
  if (typeof words === 'string') return new ItemProblem('unreadable', words);
  if (words !== undefined) return new ItemProblem(...words);
  const status = statusOf(error);
  if (status === 301 || status === 307) return new ItemProblem('unreadable', OTHER_REGION);
  if (status === 401 || status === 403) return new ItemProblem('unreadable', NO_ACCESS);
  if (status === 404) return new ItemProblem('changed', 'was removed after it was listed');
  if (status === 412) return new ItemProblem('changed', 'was replaced after it was listed');
  if (status !== undefined && status >= 500) return new ItemProblem('unreadable', `the server failed (HTTP ${status})`);
  if (status !== undefined && status >= 400)
    return new ItemProblem('unreadable', `the server refuses to give it (HTTP ${status})`);
  if (error instanceof Error && error.message === 'Region is missing')
    return new ItemProblem('unreadable', 'no AWS region is set; name it with --region');
  return new ItemProblem('unreadable', 'the server’s answer cannot be understood');
}

/** Most telling first. `AggregateError` stands for several addresses of one host that failed alike. */
function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(namesOf) : [];
  return [error.name, ...code, ...inner];
}

/** Status of the HTTP answer, where there was one. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
  return httpStatusCode;
}
