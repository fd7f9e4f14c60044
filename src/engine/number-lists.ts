/**
 * Lists of small numbers, as two columns in place of thousands of arrays: a start reads them as they are, and makes an array only of
 * the lists that it meets.
 */

/** `members[starts[i], starts[i + 1])` are the numbers of list i. */
export interface ListColumns {
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
}

export class NumberLists {
  readonly columns: ListColumns;
  readonly length: number;
  private readonly made: (readonly number[] | undefined)[];

  constructor(columns: ListColumns) {
    this.columns = columns;
    this.length = columns.starts.length - 1;
    this.made = emptyList(this.length);
  }

  /** @throws RangeError for a number of more than 16 bits */
  static of(lists: readonly (readonly number[])[]): NumberLists {
    const starts = new Uint32Array(lists.length + 1);
    lists.forEach((list, i) => {
      starts[i + 1] = starts[i]! + list.length;
    });
    return new NumberLists({ starts, members: shorts(lists.flat()) });
  }

  /** @param index below `length` */
  at(index: number): readonly number[] {
    return this.made[index] ?? this.first(index);
  }

  private first(index: number): readonly number[] {
    const { starts, members } = this.columns;
    const list = Array.from(members.subarray(starts[index], starts[index + 1]));
    this.made[index] = list;
    return list;
  }
}

/** Filled, since V8 keeps a list that is filled at places far apart as a table of hashes. */
export function emptyList<Entry>(length: number): (Entry | undefined)[] {
  return new Array<Entry | undefined>(length).fill(undefined);
}

/** @throws RangeError for a number of more than 16 bits */
export function shorts(numbers: readonly number[]): Uint16Array {
  const wrong = numbers.find((number) => !(Number.isInteger(number) && number >= 0 && number <= 0xffff));
  if (wrong !== undefined) throw new RangeError(`${wrong} does not fit into 16 bits`);
  return Uint16Array.from(numbers);
}
