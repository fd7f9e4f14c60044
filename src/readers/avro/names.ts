/**
 * Names that Avro does not allow. polars calls its record by no name at all, and many write columns as they are called (`order id`,
 * `größe`); avsc refuses a file for one of them. They are made into allowed names for it, and back into what the file says.
 */

/** Avro 1.12, names. */
const ALLOWED = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Begins every name that was made here; one that begins so in a file is made anew, so that no two names become one. */
const MADE = '_x_';

type Schema = { readonly [key: string]: unknown };

/**
 * A schema with allowed names. Defaults, aliases and the order of sorting are left out: nothing is read by another schema than that with
 * which it was written, and wrong ones would cost the file.
 */
export function withAllowedNames(schema: unknown): unknown {
  if (typeof schema === 'string') return allowedPath(schema);
  if (Array.isArray(schema)) return schema.map(withAllowedNames);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { name, namespace, fields, symbols, type, items, values, default: _, aliases, order, ...rest } = schema as Schema;
  return {
    ...rest,
    ...(typeof name === 'string' && name !== '' && { name: allowedPath(name) }),
    ...(typeof namespace === 'string' && { namespace: allowedPath(namespace) }),
    ...(Array.isArray(fields) && { fields: fields.map(allowedField) }),
    ...(Array.isArray(symbols) && { symbols: symbols.map((symbol) => (typeof symbol === 'string' ? allowed(symbol) : symbol)) }),
    ...('type' in schema && { type: withAllowedNames(type) }),
    ...('items' in schema && { items: withAllowedNames(items) }),
    ...('values' in schema && { values: withAllowedNames(values) }),
  };
}

/** What the file says, of an allowed name. */
export function givenName(name: string): string {
  return name.startsWith(MADE) ? Buffer.from(name.slice(MADE.length), 'hex').toString() : name;
}

/** The name of a field is one, points or not. */
function allowedField(field: unknown): unknown {
  const { name, type } = Object(field) as Schema;
  return { name: typeof name === 'string' ? allowed(name) : name, type: withAllowedNames(type) };
}

/** Names of types are qualified by points, in their definition or in a reference to it. */
function allowedPath(path: string): string {
  return path
    .split('.')
    .map((part) => (part === '' ? part : allowed(part)))
    .join('.');
}

function allowed(name: string): string {
  return ALLOWED.test(name) && !name.startsWith(MADE) ? name : MADE + Buffer.from(name).toString('hex');
}
