/** Points that look like coordinates: drawings, meshes and tiles, where no place on earth is meant. */
/** @type {import('./index.mjs').Hostile} */
export const geometry = {
  name: 'geometry',
  fileName: 'mesh.obj',
  piece: (random) => {
    const number = () => `${random.chance(0.5) ? '-' : ''}${random.int(180)}.${random.digits(random.between(3, 7))}`;
    return random.pick([
      () => `v ${number()} ${number()} ${number()}\n`,
      () => `vt ${number()},${number()}\n`,
      () => `path d="M${number()},${number()}L${number()} ${number()}z"\n`,
    ])();
  },
};
