/** Suggestions for mistyped words, for the command's files. */
import { nearest, suggestion } from '../src/index.js';

export { nearest, suggestion };
