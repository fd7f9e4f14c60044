/** Avro's schemas, read by avsc, as what to do with each value. */
import type { Type } from 'avsc';
import { dateText, decimalBytesText, textBytes, timestampText, wholeText } from '../decoded-text.js';
import type { Decoder } from './decoder.js';
import { givenName, withAllowedNames } from './names.js';

/** Text of a value; undefined where nothing can match in it. */
type ReadLeaf = (decoder: Decoder) => string | Uint8Array | undefined;

/** What a value is made of. */
export type Node =
  | { readonly kind: 'leaf'; readonly read: ReadLeaf }
  | { readonly kind: 'record'; readonly fields: readonly { readonly name: string; readonly node: Node }[] }
  | { readonly kind: 'array' | 'map'; readonly items: Node }
  | { readonly kind: 'union'; readonly branches: readonly Node[] };

/**
 * The schema in a file's header.
 * @param everyValue whether values are given in which nothing can match
 * @throws whatever avsc throws
 */
export async function loadSchema(json: string, everyValue: boolean): Promise<Node> {
  const { default: avro } = await import('avsc');
  const logicals = new Map<unknown, { readonly precision?: number; readonly scale?: number }>();
  /** Keeps what the schema says of a value beside its type. */
  class Kept extends avro.types.LogicalType {
    constructor(schema: { scale?: number }, options: object) {
      super(schema as never, options as never);
      logicals.set(this, schema);
    }
    protected override _fromValue(value: unknown): unknown {
      return value;
    }
    protected override _toValue(): never {
      throw new TypeError('nothing is written');
    }
  }
  const names = ['decimal', 'date', 'timestamp-millis', 'timestamp-micros', 'timestamp-nanos'];
  const locals = ['local-timestamp-millis', 'local-timestamp-micros', 'local-timestamp-nanos'];
  const logicalTypes = Object.fromEntries([...names, ...locals].map((name) => [name, Kept])) as never;
  const root = avro.Type.forSchema(withAllowedNames(JSON.parse(json)) as never, { logicalTypes, wrapUnions: true });
  return new Nodes(everyValue, logicals).of(root);
}

/** Units of timestamps in a second. */
const UNITS: Readonly<Record<string, number>> = { millis: 1e3, micros: 1e6, nanos: 1e9 };

/** Types may hold themselves: each becomes one node. */
class Nodes {
  readonly #everyValue: boolean;
  readonly #logicals: ReadonlyMap<unknown, { readonly scale?: number }>;
  readonly #known = new Map<Type, Node>();

  constructor(everyValue: boolean, logicals: ReadonlyMap<unknown, { readonly scale?: number }>) {
    this.#everyValue = everyValue;
    this.#logicals = logicals;
  }

  of(type: Type): Node {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const shape = type as unknown as Shape;
    const { typeName } = shape;
    if (typeName === 'record' || typeName === 'error') {
      const fields: { name: string; node: Node }[] = [];
      const node: Node = { kind: 'record', fields };
      this.#known.set(type, node);
      for (const field of shape.fields) fields.push({ name: givenName(field.name), node: this.of(field.type) });
      return node;
    }
    const node = this.#plain(shape);
    this.#known.set(type, node);
    return node;
  }

  #plain(shape: Shape): Node {
    const { typeName } = shape;
    if (typeName === 'array') return { kind: 'array', items: this.of(shape.itemsType) };
    if (typeName === 'map') return { kind: 'map', items: this.of(shape.valuesType) };
    if (typeName.startsWith('union')) return { kind: 'union', branches: shape.types.map((one) => this.of(one)) };
    if (typeName.startsWith('logical:')) return { kind: 'leaf', read: this.#logical(shape) };
    return { kind: 'leaf', read: this.#leaf(shape) };
  }

  #leaf({ typeName, size, symbols }: Shape): ReadLeaf {
    const every = this.#everyValue;
    switch (typeName) {
      case 'string':
        return (decoder) => decoder.bytes();
      case 'bytes':
        return (decoder) => textBytes(decoder.bytes());
      case 'fixed':
        return (decoder) => textBytes(decoder.fixed(size));
      case 'int':
      case 'long':
        return (decoder) => String(decoder.long());
      case 'double':
        return (decoder) => numberText(decoder.double(), every);
      case 'float':
        // Fewer digits than any identifier has.
        return (decoder) => {
          const value = decoder.float();
          return every ? String(value) : undefined;
        };
      case 'boolean':
        return (decoder) => {
          const value = decoder.boolean();
          return every ? String(value) : undefined;
        };
      case 'enum': {
        const texts = symbols.map(givenName);
        return (decoder) => texts[decoder.count()];
      }
      case 'null':
        return () => (every ? '' : undefined);
      default:
        throw new TypeError('a type that is not known');
    }
  }

  #logical(type: Shape): ReadLeaf {
    const { typeName, underlyingType } = type;
    const [, unit = ''] = /-(millis|micros|nanos)$/.exec(typeName) ?? [];
    const perSecond = UNITS[unit];
    if (typeName === 'logical:date') return (decoder) => dateText(Number(decoder.long()));
    if (perSecond !== undefined) return (decoder) => timestampText(Number(decoder.long()) / perSecond);
    const { scale = 0 } = this.#logicals.get(type) ?? {};
    const under = underlyingType as unknown as Shape;
    if (under.typeName === 'bytes') return (decoder) => decimalBytesText(decoder.bytes(), scale);
    return (decoder) => decimalBytesText(decoder.fixed(under.size), scale);
  }
}

/** What avsc's types have, by their names; its declarations leave most of it out. */
interface Shape {
  readonly typeName: string;
  readonly fields: readonly { readonly name: string; readonly type: Type }[];
  readonly itemsType: Type;
  readonly valuesType: Type;
  readonly types: readonly Type[];
  readonly underlyingType: Type;
  readonly size: number;
  readonly symbols: readonly string[];
}

function numberText(value: number, everyValue: boolean): string | undefined {
  return everyValue ? String(value) : wholeText(value);
}
