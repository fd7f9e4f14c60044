/** Values known to be harmless, as a configuration or a caller gives them. Plain data, because it crosses threads. */

/** Values as a whole, whatever their case; or a pattern (RE2 syntax) that a whole value matches. */
export type AllowList = { readonly values: readonly string[] } | { readonly pattern: string };
