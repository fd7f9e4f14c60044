/** Turns what the operating system says into our own words: its messages quote paths, ours stay the same everywhere. */

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  ENAMETOOLONG: 'name too long',
  EIO: 'input or output error of the device',
  ESTALE: 'the file server no longer knows the file',
  ENXIO: 'no such device',
  ENODEV: 'no such device',
  ETXTBSY: 'the file is being run',
  EBUSY: 'the file is in use',
  EISDIR: 'is a folder',
  EINVAL: 'the system refuses the name or the file',
  ERR_INVALID_ARG_VALUE: 'the name holds a NUL character',
};

/** Code of an error thrown by a file function, or `undefined` for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}

/**
 * Our words for a failed file function, with its code where it has no words of its own.
 * @throws the error itself where it is not the system's
 */
export function describeSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  const words = code === undefined ? undefined : WORDS[code];
  if (words !== undefined) return words;
  // ERR_… codes are Node's own: a wrong call, that is a bug of ours.
  if (code === undefined || code.startsWith('ERR_')) throw error;
  return `the system refuses to read it (${code})`;
}
