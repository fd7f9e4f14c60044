/** Pictures and archives as base64, in lines of 76 characters and as data URLs. */
/** @type {import('./index.mjs').Hostile} */
export const base64Blobs = {
  name: 'base64-blobs',
  fileName: 'attachments.txt',
  piece: (random) =>
    random.chance(0.2)
      ? `url(data:font/woff2;base64,${random.bytes(random.between(300, 900)).toString('base64')})\n`
      : `${random.bytes(57).toString('base64')}\n`,
};
