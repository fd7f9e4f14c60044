/** The value table's names: tables have a hundred thousand cells a megabyte and a dozen columns. */

/** The greatest of `count` name ids at `names`, which is a multiple of 4; 0 where there is none. */
export function highestName(names: usize, count: i32): u32 {
  let greatest = i32x4.splat(0);
  let i = 0;
  for (; i + 4 <= count; i += 4) greatest = i32x4.max_u(greatest, v128.load(names + (<usize>i << 2)));
  let highest = max(
    max(<u32>i32x4.extract_lane(greatest, 0), <u32>i32x4.extract_lane(greatest, 1)),
    max(<u32>i32x4.extract_lane(greatest, 2), <u32>i32x4.extract_lane(greatest, 3)),
  );
  for (; i < count; i++) highest = max(highest, load<u32>(names + (<usize>i << 2)));
  return highest;
}
