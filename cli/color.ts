/** Decides whether colours are printed. */

interface Terminal {
  readonly isTTY?: boolean | undefined;
}

/**
 * The flag decides; with `auto`: NO_COLOR if it is not empty (no-color.org), then FORCE_COLOR and CLICOLOR_FORCE (any value but
 * empty, `0` and `false`; FORCE_COLOR `0` or `false` turns colours off), then whether the stream is a terminal that is not dumb.
 */
export function useColor(flag: string | undefined, stream: Terminal, environment: NodeJS.ProcessEnv): boolean {
  if (flag === 'always') return true;
  if (flag === 'never' || environment.NO_COLOR) return false;
  const { FORCE_COLOR: force, CLICOLOR_FORCE: cliForce } = environment;
  if (force === '0' || force === 'false') return false;
  if (force || (cliForce && cliForce !== '0' && cliForce !== 'false')) return true;
  return stream.isTTY === true && environment.TERM !== 'dumb';
}
