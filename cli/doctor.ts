/** `clearset doctor`: says whether this machine can run Clearset well, and what to do where it cannot. */
import os from 'node:os';
import { bytesText, CATALOGUE, EXIT, machineLimits, plural, UsageError, VERSION, workerCount } from '../src/index.js';
import type { Command } from './command.js';
import { print } from './print.js';
import { RE2_VERSION, regexChoice, whyNotNative } from './regex.js';
import { missedExamples } from './self-check.js';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  doc: 'Check this installation: Node, regex engine, WebAssembly, memory, and one example of every detector.',
  flags: [],
  operands: [],
  examples: [['clearset doctor', 'exit code 0 if all is well, 2 if something is broken']],
  async run(given) {
    if (given.positionals.length > 0) throw new UsageError('doctor takes no arguments');
    const regex = regexChoice(process.env);
    const checks = [version(), node(), regexEngine(regex), simd(), machine(), detectors(regex)];
    await print(checks.map(({ state, label, text }) => `${state.padEnd(6)}${label.padEnd(14)}${text}\n`).join(''));
    return checks.some(({ state }) => state === 'wrong') ? EXIT.error : EXIT.clean;
  },
};

/** `slow`: works, but could be faster. */
interface Check {
  readonly state: 'ok' | 'slow' | 'wrong';
  readonly label: string;
  readonly text: string;
}

function version(): Check {
  return { state: 'ok', label: 'clearset', text: VERSION };
}

/** From `engines` in package.json; a test holds them together. */
const LEAST_NODE = [20, 19] as const;

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const text = `${process.version} on ${process.platform} ${process.arch}`;
  return {
    state: isNew ? 'ok' : 'wrong',
    label: 'node',
    text: isNew ? text : `${text}; ${LEAST_NODE.join('.')} or newer is needed`,
  };
}

function regexEngine(choice: 'auto' | 'native' | 'js'): Check {
  const label = 'regex engine';
  if (choice === 'js') return { state: 'slow', label, text: 're2js, because CLEARSET_RE2=js; same findings, slower' };
  const reason = whyNotNative();
  if (reason === undefined) return { state: 'ok', label, text: 're2, native' };
  const advice = `npm install re2@${RE2_VERSION} beside it, or npm rebuild re2, builds it (python3 and a C++20 compiler are needed)`;
  if (choice === 'native') return { state: 'wrong', label, text: `CLEARSET_RE2=native, but ${reason}; ${advice}` };
  return { state: 'slow', label, text: `re2js, because re2 does not load: ${reason}; same findings, slower; ${advice}` };
}

/** The smallest module with an instruction of the SIMD proposal: `() => i8x16.popcnt(i8x16.splat(0))`. */
const SIMD_MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03],
  ...[0x02, 0x01, 0x00, 0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b],
);

function simd(): Check {
  try {
    new WebAssembly.Module(SIMD_MODULE);
    return { state: 'ok', label: 'WebAssembly', text: 'with SIMD' };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CompileError') throw error;
    return { state: 'wrong', label: 'WebAssembly', text: 'SIMD is missing; a processor and a Node that offer it are needed' };
  }
}

function machine(): Check {
  const limits = machineLimits();
  const allowed = `${Number(limits.processors.toFixed(2))} of ${os.cpus().length} processors, ${bytesText(limits.memoryBytes)} of ${bytesText(os.totalmem())} memory may be used`;
  return { state: 'ok', label: 'machine', text: `${allowed}; ${plural(workerCount(limits), 'worker')} by default` };
}

function detectors(regex: 'auto' | 'native' | 'js'): Check {
  const missed = missedExamples(CATALOGUE, regex === 'native' && whyNotNative() !== undefined ? 'js' : regex);
  const label = 'detectors';
  if (missed.length === 0) return { state: 'ok', label, text: `${CATALOGUE.length}, each found its example` };
  return { state: 'wrong', label, text: `${missed.length} of ${CATALOGUE.length} missed their example: ${missed.join(', ')}` };
}
