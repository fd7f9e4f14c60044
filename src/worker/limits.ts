/**
 * How many workers fit: by processors and memory of the machine and of the container (control groups, version 1 and 2),
 * because a container with half a processor and 500 MB still sees all processors of its host.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';

/** Memory of a worker in bytes: block memory, compiled sheets, heap. Also what the main thread is given. */
const WORKER_BYTES = 150e6;
/** More workers than this gain nothing: the disk or the listing is the limit. */
const MOST_WORKERS = 64;

export interface MachineLimits {
  /** Processors that may be used; fractions are possible. */
  readonly processors: number;
  /** Memory that may be used, in bytes. */
  readonly memoryBytes: number;
}

/** Number of workers, at least 1. */
export function workerCount({ processors, memoryBytes }: MachineLimits): number {
  const byMemory = Math.floor((memoryBytes - WORKER_BYTES) / WORKER_BYTES);
  return Math.max(1, Math.min(Math.ceil(processors), byMemory, MOST_WORKERS));
}

/** @param root where `/proc` and `/sys` are, for tests */
export function machineLimits(root = '/'): MachineLimits {
  const paths = controlGroupPaths(root);
  return {
    processors: Math.min(availableParallelism(), ...paths.map((path) => processorQuota(path))),
    memoryBytes: Math.min(totalmem(), ...paths.map((path) => memoryLimit(path))),
  };
}

/**
 * Folders whose files may limit this process: its control groups and all above them. Inside a container the path in
 * `/proc/self/cgroup` may be the host's; then only the mount's own root exists, which is the container's.
 */
function controlGroupPaths(root: string): string[] {
  const base = join(root, 'sys/fs/cgroup');
  const paths = new Set<string>();
  for (const line of read(join(root, 'proc/self/cgroup')).split('\n')) {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || path === undefined) continue;
    for (const mount of controllers === '' ? [''] : [controllers, ...controllers.split(',')]) {
      for (let part = path; ; part = part.slice(0, part.lastIndexOf('/'))) {
        paths.add(join(base, mount, part));
        if (part === '' || part === '/') break;
      }
    }
  }
  return [...paths];
}

/** Processors by time per period: `cpu.max` (version 2) or `cpu.cfs_*` (version 1). Infinity where there is no limit. */
function processorQuota(path: string): number {
  const [quota, period] = read(join(path, 'cpu.max')).split(/\s+/);
  const time = positive(quota) ?? positive(read(join(path, 'cpu.cfs_quota_us')));
  const per = positive(period) ?? positive(read(join(path, 'cpu.cfs_period_us')));
  return time === undefined || per === undefined ? Infinity : time / per;
}

function memoryLimit(path: string): number {
  const limit = positive(read(join(path, 'memory.max'))) ?? positive(read(join(path, 'memory.limit_in_bytes')));
  return limit ?? Infinity;
}

function positive(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number.parseInt(text, 10);
  return value > 0 ? value : undefined;
}

/** Content of a file, empty where it cannot be read: on other systems these files do not exist, and nothing is limited. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
