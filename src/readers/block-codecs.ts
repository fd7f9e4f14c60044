/** Decoders of single blocks, which containers of several kinds hold. The only file that knows their package. */

/** Decompresses one Snappy block to exactly `length` bytes. @throws where it is damaged */
export async function snappyBlocks(): Promise<(block: Uint8Array, length: number) => Uint8Array> {
  const { compressors } = await import('hyparquet-compressors');
  return (block, length) => compressors.SNAPPY!(block, length) as Uint8Array;
}
