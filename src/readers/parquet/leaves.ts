/** The columns that hold values: how each is called, what its values are, and where in a list each of them stands. */
import type { NameList } from '../../core/segment.js';
import type { PathElement } from '../json-path.js';
import type { ParquetLibrary, SchemaElement, SchemaTree } from './library.js';

/**
 * What the values of a column are to a scan. `bytes`: text where they happen to be UTF-8. `none`: nothing that a detector knows can
 * be in it, and it is not read. `unread`: text may be in it, but in a form that is not read.
 */
export type ValueKind =
  | 'text'
  | 'bytes'
  | 'integer'
  | 'unsigned'
  | 'double'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'int96'
  | 'boolean'
  | 'uuid'
  | 'none'
  | 'unread';

/** One physical column. */
export interface Leaf {
  /** Among all, from 0. */
  readonly index: number;
  /** Names on its path, without those that formats put between a list and its elements. */
  readonly names: NameList;
  readonly kind: ValueKind;
  readonly element: SchemaElement;
  /** Digits behind the point of a decimal. */
  readonly scale: number;
  /** Units of a timestamp in a second. */
  readonly perSecond: number;
  readonly path: readonly SchemaTree[];
  readonly maxDefinition: number;
  readonly maxRepetition: number;
  /** Field path of a value, given its index on each level of repetition; for columns that are more than a name. */
  readonly pathOf: ((indexes: readonly number[]) => PathElement[]) | undefined;
}

/** A step from the root to a leaf: a name, or the index on a level of repetition. */
type Step = { readonly name: string } | { readonly level: number };

/** @param everyValue whether columns are listed in which nothing can match: they are columns of a profile all the same */
export function leavesOf(library: ParquetLibrary, root: SchemaTree, everyValue: boolean): Leaf[] {
  const leaves: Leaf[] = [];
  // Without recursion: a hostile schema may be a hundred thousand levels deep.
  const open: { readonly node: SchemaTree; readonly path: readonly SchemaTree[] }[] = [{ node: root, path: [root] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, path } = next;
    const { children } = node;
    if (children.length === 0 && node !== root) leaves.push(leafOf(library, path, leaves.length, everyValue));
    for (let i = children.length - 1; i >= 0; i--) open.push({ node: children[i]!, path: [...path, children[i]!] });
  }
  return leaves;
}

function leafOf(library: ParquetLibrary, path: readonly SchemaTree[], index: number, everyValue: boolean): Leaf {
  const { element } = path.at(-1)!;
  const steps = stepsOf(path);
  const names = steps.flatMap((step) => ('name' in step ? [step.name] : []));
  const isNested = steps.length > 1;
  const maxDefinition = library.getMaxDefinitionLevel([...path]);
  const maxRepetition = library.getMaxRepetitionLevel([...path]);
  const kind = path.some((node) => node.element.logical_type?.type === 'VARIANT') ? 'unread' : kindOf(element, everyValue);
  const pathOf = (indexes: readonly number[]): PathElement[] =>
    steps.map((step) => ('name' in step ? step.name : (indexes[step.level] ?? 0)));
  return {
    index,
    names,
    kind,
    element,
    scale: element.scale ?? (element.logical_type?.type === 'DECIMAL' ? element.logical_type.scale : 0) ?? 0,
    perSecond: unitsOf(element),
    path,
    maxDefinition,
    maxRepetition,
    pathOf: isNested ? pathOf : undefined,
  };
}

/** `people.list.element.phone` is `people[i].phone` to whoever wrote it; so it is with `key_value` in a map. */
function stepsOf(path: readonly SchemaTree[]): Step[] {
  const steps: Step[] = [];
  let level = 0;
  for (let i = 1; i < path.length; i++) {
    const { element } = path[i]!;
    const parent = path[i - 1]!;
    const isRepeated = element.repetition_type === 'REPEATED';
    const isInList = isRepeated && i > 1 && isList(parent.element) && parent.children.length === 1;
    const isInMap = isRepeated && i > 1 && isMap(parent.element) && parent.children.length === 1;
    if (!isInList && !isInMap) steps.push({ name: element.name });
    if (isRepeated) steps.push({ level: level++ });
    // The group between a list and its elements; older writers have none, and two-level lists end here.
    if (isInList && isBetween(path[i]!, path[i + 1])) i++;
  }
  return steps;
}

/** The rule of the format's own LogicalTypes.md: a repeated group of one field stands between, unless it is called a tuple. */
function isBetween(group: SchemaTree, element: SchemaTree | undefined): boolean {
  const { name } = group.element;
  const isElement = name === 'array' || name.endsWith('_tuple');
  return element !== undefined && group.children.length === 1 && !isElement && element.element.repetition_type !== 'REPEATED';
}

function isList({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'LIST' || logical_type?.type === 'LIST';
}

function isMap({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'MAP' || converted_type === 'MAP_KEY_VALUE' || logical_type?.type === 'MAP';
}

function kindOf(element: SchemaElement, everyValue: boolean): ValueKind {
  const { type, converted_type: converted, logical_type: logical } = element;
  const idle: ValueKind = 'none';
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return 'decimal';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'date';
  if (converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP') return 'timestamp';
  // A time of day tells nothing of a person.
  if (converted?.startsWith('TIME_') || logical?.type === 'TIME') return everyValue ? 'integer' : idle;
  switch (type) {
    case 'INT32':
    case 'INT64':
      return isUnsigned(element) ? 'unsigned' : 'integer';
    case 'INT96':
      return 'int96';
    case 'DOUBLE':
      return 'double';
    // Fewer digits than any identifier has.
    case 'FLOAT':
      return everyValue ? 'double' : idle;
    case 'BYTE_ARRAY':
      if (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY') return idle;
      return isText(element) ? 'text' : 'bytes';
    case 'FIXED_LEN_BYTE_ARRAY':
      if (logical?.type === 'FLOAT16' || converted === 'INTERVAL') return idle;
      return logical?.type === 'UUID' ? 'uuid' : 'bytes';
    case 'BOOLEAN':
      return everyValue ? 'boolean' : idle;
    default:
      return idle;
  }
}

function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  if (converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON' || converted === 'BSON') return true;
  return logical?.type === 'STRING' || logical?.type === 'ENUM' || logical?.type === 'JSON' || logical?.type === 'BSON';
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  if (logical?.type === 'INTEGER') return !logical.isSigned;
  return converted?.startsWith('UINT_') === true;
}

function unitsOf({ converted_type: converted, logical_type: logical }: SchemaElement): number {
  if (logical?.type === 'TIMESTAMP') return { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 }[logical.unit];
  return converted === 'TIMESTAMP_MICROS' ? 1e6 : 1e3;
}
