/** Values of an Arrow array as text, and what lists and structs are made of. */
import { dateText, decimalText, textBytes, timestampText, wholeText } from '../decoded-text.js';
import type { Arrow, Data } from './library.js';

/** A view (Arrow's columnar format, "Variable-size Binary View Layout"): a length, then the bytes, or where they lie. */
const VIEW_BYTES = 16;
const INLINE_BYTES = 12;

/** Text of a value by its index; undefined where nothing can match in it. */
export type LeafText = (index: number) => string | Uint8Array | undefined;

/** What an array holds. */
export type Shape =
  | { readonly kind: 'leaf'; readonly text: LeafText }
  | { readonly kind: 'struct'; readonly children: readonly { readonly name: string; readonly data: Data }[] }
  | { readonly kind: 'list'; readonly items: Data; readonly range: (index: number) => readonly [number, number] }
  | { readonly kind: 'union'; readonly child: (index: number) => readonly [Data, number] | undefined };

/** Reads arrays; the values of a dictionary are made to text once. */
export class Shapes {
  readonly #arrow: Arrow;
  readonly #everyValue: boolean;
  readonly #known = new WeakMap<Data, Shape>();

  constructor(arrow: Arrow, everyValue: boolean) {
    this.#arrow = arrow;
    this.#everyValue = everyValue;
  }

  of(data: Data): Shape {
    let shape = this.#known.get(data);
    if (shape === undefined) {
      checkLength(this.#arrow, data);
      shape = this.#shapeOf(data);
      this.#known.set(data, shape);
    }
    return shape;
  }

  #shapeOf(data: Data): Shape {
    const { DataType } = this.#arrow;
    const { type, children } = data;
    if (DataType.isStruct(type)) {
      return {
        kind: 'struct',
        children: type.children.map(({ name }, i) => ({ name: String(name), data: children[i] as Data })),
      };
    }
    if (DataType.isList(type) || DataType.isLargeList(type) || DataType.isMap(type)) {
      const offsets = data.valueOffsets as unknown as ArrayLike<number | bigint>;
      return { kind: 'list', items: children[0] as Data, range: (index) => [Number(offsets[index]), Number(offsets[index + 1])] };
    }
    if (DataType.isFixedSizeList(type)) {
      const size = type.listSize;
      return { kind: 'list', items: children[0] as Data, range: (index) => [index * size, (index + 1) * size] };
    }
    if (DataType.isUnion(type)) {
      const { typeIds, valueOffsets } = data;
      return {
        kind: 'union',
        child: (index) => {
          const place = type.typeIdToChildIndex[typeIds[index]!];
          const child = place === undefined ? undefined : (children[place] as Data | undefined);
          return child && [child, DataType.isDenseUnion(type) ? valueOffsets[index]! : index];
        },
      };
    }
    if (DataType.isDictionary(type)) return this.#dictionary(data);
    return { kind: 'leaf', text: this.#leaf(data) };
  }

  #leaf(data: Data): LeafText {
    const { DataType } = this.#arrow;
    const { type } = data;
    const every = this.#everyValue;
    const values = data.values as unknown as ArrayLike<number | bigint>;
    if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return (index) => slice(data, index);
    if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return (index) => textBytes(slice(data, index));
    if (DataType.isUtf8View(type) || DataType.isBinaryView(type)) return this.#views(data);
    if (DataType.isFixedSizeBinary(type)) {
      const width = type.byteWidth;
      return (index) => textBytes((data.values as Uint8Array).subarray(index * width, (index + 1) * width));
    }
    if (DataType.isInt(type)) return (index) => String(values[index] ?? '');
    if (DataType.isFloat(type)) {
      // Only of double precision: others have fewer digits than any identifier.
      const isDouble = type.precision === this.#arrow.Precision.DOUBLE;
      if (every) return (index) => String(values[index] ?? '');
      return isDouble ? (index) => wholeText(Number(values[index])) : () => undefined;
    }
    if (DataType.isDecimal(type)) return decimals(data, type.bitWidth, type.scale);
    if (DataType.isDate(type)) {
      const perDay = type.unit === this.#arrow.DateUnit.DAY ? 1 : 86_400_000;
      return (index) => dateText(Math.floor(Number(values[index]) / perDay));
    }
    if (DataType.isTimestamp(type)) {
      const perSecond = 1000 ** type.unit;
      return (index) => timestampText(Number(values[index]) / perSecond);
    }
    if (DataType.isBool(type) && every)
      return (index) => ((((data.values as Uint8Array)[index >> 3] ?? 0) >> (index & 7)) & 1 ? 'true' : 'false');
    const hasNothing =
      DataType.isBool(type) ||
      DataType.isNull(type) ||
      DataType.isTime(type) ||
      DataType.isDuration(type) ||
      DataType.isInterval(type);
    // A type that is new to the library must not pass for one in which nothing can match.
    if (!hasNothing) throw new RangeError('a type that is not known');
    return () => undefined;
  }

  /** Values of which the longer ones lie in buffers beside the array: only the library knows the way. */
  #views(data: Data): LeafText {
    const vector = new this.#arrow.Vector([data]);
    const views = data.values as unknown as Uint8Array;
    const view = new DataView(views.buffer, views.byteOffset, views.byteLength);
    return (index) => {
      const length = view.getInt32(VIEW_BYTES * index, true);
      if (length < 0) throw new RangeError('a view of less than nothing');
      if (length > INLINE_BYTES) {
        const [buffer, offset] = [view.getInt32(VIEW_BYTES * index + 8, true), view.getInt32(VIEW_BYTES * index + 12, true)];
        const end = data.variadicBuffers[buffer]?.length ?? -1;
        if (offset < 0 || offset + length > end) throw new RangeError('a view outside of its buffer');
      }
      const value: unknown = vector.get(index);
      return value instanceof Uint8Array ? textBytes(value) : typeof value === 'string' ? value : undefined;
    };
  }

  #dictionary(data: Data): Shape {
    const indexes = data.values as unknown as ArrayLike<number | bigint>;
    const chunks = (data.dictionary?.data ?? []) as readonly Data[];
    const child = (index: number): readonly [Data, number] => {
      let left = Number(indexes[index]);
      for (const chunk of chunks) {
        if (left >= 0 && left < chunk.length) return [chunk, left];
        left -= chunk.length;
      }
      throw new RangeError('a dictionary without this entry');
    };
    const shapes = chunks.map((chunk) => this.of(chunk));
    if (shapes.some(({ kind }) => kind !== 'leaf')) return { kind: 'union', child };
    const texts = new Map<number, ReturnType<LeafText>>();
    const text: LeafText = (index) => {
      const entry = Number(indexes[index]);
      if (texts.has(entry)) return texts.get(entry);
      const [chunk, place] = child(index);
      const shape = this.of(chunk);
      const found = shape.kind === 'leaf' && chunk.getValid(place) ? shape.text(place) : this.#everyValue ? '' : undefined;
      texts.set(entry, found);
      return found;
    };
    return { kind: 'leaf', text };
  }
}

/** @throws RangeError where it is not in the array's bytes */
function slice({ values, valueOffsets }: Data, index: number): Uint8Array {
  const offsets = valueOffsets as unknown as ArrayLike<number | bigint>;
  const [start, end] = [Number(offsets[index]), Number(offsets[index + 1])];
  if (!(start >= 0 && end >= start && end <= values.length)) throw new RangeError('a value outside of its array');
  return (values as Uint8Array).subarray(start, end);
}

/**
 * Whether the buffers of an array hold as many entries as it says that it has; the library gives nothing for those that are not there.
 * @throws RangeError
 */
function checkLength(arrow: Arrow, { type, length, values, valueOffsets, nullBitmap, nullCount, typeIds }: Data): void {
  const { DataType } = arrow;
  if (length === 0) return;
  const isShort = (buffer: { readonly length: number } | null | undefined, least: number): boolean =>
    (buffer?.length ?? 0) < least;
  const hasOffsets =
    DataType.isUtf8(type) ||
    DataType.isLargeUtf8(type) ||
    DataType.isBinary(type) ||
    DataType.isLargeBinary(type) ||
    DataType.isList(type) ||
    DataType.isLargeList(type) ||
    DataType.isMap(type);
  const perEntry =
    DataType.isInt(type) ||
    DataType.isFloat(type) ||
    DataType.isDate(type) ||
    DataType.isTimestamp(type) ||
    DataType.isDictionary(type)
      ? 1
      : DataType.isFixedSizeBinary(type)
        ? type.byteWidth
        : DataType.isDecimal(type)
          ? type.bitWidth / 32
          : DataType.isBool(type)
            ? 1 / 8
            : 0;
  if (
    (hasOffsets && isShort(valueOffsets, length + 1)) ||
    isShort(values as ArrayLike<unknown>, length * perEntry) ||
    (DataType.isUnion(type) && isShort(typeIds, length)) ||
    // All of a column without type are missing, and nothing is written of them.
    (nullCount > 0 && !DataType.isNull(type) && isShort(nullBitmap, length / 8))
  )
    throw new RangeError('an array is shorter than it says');
}

/** Little-endian numbers in two's complement, in words of 32 bits. */
function decimals({ values }: Data, bitWidth: number, scale: number): LeafText {
  const words = values as unknown as Uint32Array;
  const width = bitWidth / 32;
  return (index) => {
    let unscaled = 0n;
    for (let i = width - 1; i >= 0; i--) unscaled = (unscaled << 32n) | BigInt(words[index * width + i] ?? 0);
    return decimalText(BigInt.asIntN(bitWidth, unscaled), scale);
  };
}
