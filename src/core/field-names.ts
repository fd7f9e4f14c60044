/** What a reader has to know of keywords to tell labels that name a value from all other words before a colon, and no more. */
export interface FieldNames {
  /** Whether a name may end before `end`, told by the last bytes alone: of most words that is refused at once. */
  mayEnd(bytes: Uint8Array, end: number): boolean;
  /**
   * What a value with that label is called, as detectors spell it (`Father’s Name:` is `father's name`), where it is looked at as the
   * whole of a field so called; undefined where it is not.
   */
  of(label: string): string | undefined;
}
