/** Names of detectors as the command line takes them: options given several times, each a list with commas. */
export function detectorNames(lists: readonly string[]): string[] {
  return lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
