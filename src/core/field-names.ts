/** What a reader has to know of keywords to tell labels that name a value from all other words before a colon, and no more. */
export interface FieldNames {
  /** The ends of all names, as `mayEndLabel` reads them: most words are refused at once. Made when first asked for. */
  readonly ends: Uint8Array;
  /**
   * What a value with that label is called, as detectors spell it (`Father’s Name:` is `father's name`), where it is looked at as the
   * whole of a field so called; undefined where it is not.
   */
  of(label: string): string | undefined;
}
