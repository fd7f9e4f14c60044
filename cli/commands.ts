/** All commands by name. Each is loaded when it is asked for: a run needs one of them. */
import type { Command } from './command.js';

const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./scan.js')).scanCommand,
  check: async () => (await import('./check.js')).checkCommand,
  hook: async () => (await import('./hook.js')).hookCommand,
  baseline: async () => (await import('./baseline.js')).baselineCommand,
  detectors: async () => (await import('./detectors.js')).detectorsCommand,
  explain: async () => (await import('./explain.js')).explainCommand,
  init: async () => (await import('./init.js')).initCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  completion: async () => (await import('./completion.js')).completionCommand,
};

/** In the order of the help. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LOADERS);

/** Undefined where there is none of that name. */
export function loadCommand(name: string): Promise<Command> | undefined {
  return Object.hasOwn(LOADERS, name) ? LOADERS[name]!() : undefined;
}

export function loadCommands(): Promise<Command[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()));
}
