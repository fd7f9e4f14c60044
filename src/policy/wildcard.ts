/** Names with wildcards, as rules name columns. No regular expression is made of them: a name may be as long as its data likes. */

/** Whether the whole of `name` is as `pattern` says: `*` stands for any characters, `?` for one. Case does not matter. */
export function matchesWildcard(name: string, pattern: string): boolean {
  const text = name.toLowerCase();
  const wanted = pattern.toLowerCase();
  let at = 0;
  let next = 0;
  /** Where to go on when what followed the last `*` does not fit. */
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (wanted[next] === '*') {
      star = next++;
      starAt = at;
    } else if (next < wanted.length && (wanted[next] === '?' || wanted[next] === text[at])) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (wanted[next] === '*') next++;
  return next === wanted.length;
}
