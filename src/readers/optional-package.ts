/** Packages that users install where they need them: what their absence is called is said in one place. */
import { ItemProblem } from '../core/problem.js';

/**
 * What `load` imports.
 * @param hint what is read with it, and how it is installed
 * @throws ItemProblem `unsupported` where it is not installed
 */
export async function optionalPackage<Package>(load: () => Promise<Package>, hint: string): Promise<Package> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new ItemProblem('unsupported', hint, { cause: error });
  }
}
