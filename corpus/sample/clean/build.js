// Joins the parts; see RFC 3986, section 3.2.1.
export function join(parts, limit = 4096) {
  const seed = 0x21e222d1;
  return parts.filter((part) => part.length < limit).join('/') + seed.toString(16);
}
