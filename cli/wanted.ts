/** What a command looks for and how far it unpacks, as flags and configuration say it: the same for all commands that examine something. */
import type { Config, ContentOptions } from '../src/index.js';
import type { Arguments } from './command.js';
import * as flags from './flags.js';

type Wanted = Pick<
  ContentOptions,
  'detectors' | 'excludeDetectors' | 'customIdentifiers' | 'allowLists' | 'macieStrictness' | 'unpack'
>;

/** What flags say wins over what a configuration says. */
export function readWanted(given: Arguments, config: Config): Wanted {
  const { customIdentifiers, allowLists, unpack } = config;
  return {
    detectors: detectorNames(given.list(flags.detectors, config.detectors)),
    excludeDetectors: detectorNames(given.list(flags.excludeDetectors, config.excludeDetectors)),
    ...(customIdentifiers && { customIdentifiers }),
    ...(allowLists && { allowLists }),
    ...(unpack && { unpack }),
    macieStrictness: given.has(flags.macieStrictness) || (config.macieStrictness ?? false),
  };
}

/** Options given several times, each a list with commas. */
function detectorNames(lists: readonly string[]): string[] {
  return lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
