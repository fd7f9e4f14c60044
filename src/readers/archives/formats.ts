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
  /** What is read where the archive is cut or damaged. */
  readonly damaged: string;
}

export const ARCHIVES: readonly ArchiveEntry[] = [
  {
    name: 'zip',
    label: 'zip',
    extensions: ['zip', 'jar', 'war', 'whl', 'apk', 'epub', 'npz'],
    limits:
      'stored and deflated members; nothing of an archive whose list of members, at its end, is missing or damaged; not in parts',
    damaged:
      'nothing without the list of members at the end, so nothing of an archive that is cut; of a damaged list, the members before the damage. A member that is damaged is read up to there, and all others; length and checksum of each are verified. Bytes that belong to no member of the list are said to be there, but for zeros, a program in front that unpacks it, and signatures of Android',
  },
  {
    name: 'tar',
    label: 'tar',
    extensions: ['tar'],
    limits: 'ustar, pax and GNU; sparse files are a problem `unsupported`',
    damaged: 'the members before the cut or the damaged header, the last one up to there; contents have no checksum',
  },
];
