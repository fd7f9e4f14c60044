/** The archives that are read, one entry each, for docs/formats.md. */
import type { ArchiveName } from '../../core/format.js';

export interface ArchiveEntry {
  readonly name: ArchiveName;
  /** As people call it. */
  readonly label: string;
  /** Extensions without the dot, those of archives with another name included. */
  readonly extensions: readonly string[];
  /** What it does not do. */
  readonly limits: string;
}

export const ARCHIVES: readonly ArchiveEntry[] = [
  {
    name: 'zip',
    label: 'zip',
    extensions: ['zip', 'jar', 'war', 'whl', 'apk', 'epub', 'npz'],
    limits:
      'stored and deflated members; nothing of an archive whose list of members, at its end, is missing or damaged; not in parts',
  },
  {
    name: 'tar',
    label: 'tar',
    extensions: ['tar'],
    limits: 'ustar, pax and GNU; sparse files are a problem `unsupported`',
  },
];
