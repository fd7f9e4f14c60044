/** Errors end a run or say that it was called wrongly. What goes wrong with one item is a `Problem`, not an error. */

/** Exit codes of the command. Findings win over problems. */
export const EXIT = { clean: 0, findings: 1, error: 2, incomplete: 3, interrupted: 130 } as const;

export type ErrorCode = 'usage' | 'config' | 'source' | 'output' | 'internal';

/** Base of all errors that the command prints without a stack. Messages say what failed, on what, and what to do. */
export abstract class ScanError extends Error {
  abstract readonly code: ErrorCode;
  readonly exitCode: number = EXIT.error;
}

/** The command or the API was called wrongly. */
export class UsageError extends ScanError {
  override readonly name = 'UsageError';
  readonly code = 'usage';
}

/** A sheet or a configuration is wrong. */
export class ConfigError extends ScanError {
  override readonly name = 'ConfigError';
  readonly code = 'config';
}

/** A source as a whole cannot be used. */
export class SourceError extends ScanError {
  override readonly name = 'SourceError';
  readonly code = 'source';
}

/** A report cannot be written. */
export class OutputError extends ScanError {
  override readonly name = 'OutputError';
  readonly code = 'output';
}

/** A promise inside Clearset is broken: a bug. */
export class InternalError extends ScanError {
  override readonly name = 'InternalError';
  readonly code = 'internal';
}
