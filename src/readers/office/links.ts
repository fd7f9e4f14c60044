/** Addresses that links of a document lead to, as people would read them. */
import type { Relationship } from './package.js';

/** `max@corp-mail.org` of `mailto:max@corp-mail.org?subject=x`; other addresses as they are. */
export function linkText(target: string): string {
  if (!/^mailto:/i.test(target)) return target;
  const text = target.slice('mailto:'.length).replace(/\?.*$/s, '');
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A percent sign that encodes nothing: the address is read as it is written.
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** What links lead to, by the id of their relationship. */
export function linkTargets(relationships: readonly Relationship[]): Map<string, string> {
  const links = relationships.filter(({ isExternal }) => isExternal);
  return new Map(links.map(({ id, target }) => [id, linkText(target)]));
}
