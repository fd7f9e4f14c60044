/** The prefilter's exports. Compiled to WebAssembly by the build; the memory is the host's. */
export { hasFolds, isWide, mark } from './mark';
export { candidateTotal, lookUpAside, takeFitted, takeLooked, takeWalked, walkText, walkValues, wordTotal } from './walk';
export { listedTo, listStarts } from './listed';
export { highestName } from './names';
export { flagFolds, fold, foldCount, nextFold } from './fold';
