import { availableParallelism, totalmem } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineLimits, workerCount } from '../../src/worker/limits.js';
import { makeTree, type Tree } from '../sources/tree.js';

describe('number of workers', () => {
  test.each([
    [{ processors: 8, memoryBytes: 16e9 }, 8],
    [{ processors: 0.5, memoryBytes: 16e9 }, 1],
    [{ processors: 1.5, memoryBytes: 16e9 }, 2],
    [{ processors: 8, memoryBytes: 512e6 }, 2],
    [{ processors: 8, memoryBytes: 100e6 }, 1],
    [{ processors: 512, memoryBytes: 1e12 }, 64],
  ])('%o: %i', (limits, expected) => {
    expect(workerCount(limits)).toBe(expected);
  });
});

describe('limits of the container', () => {
  let tree: Tree;
  beforeEach(() => {
    tree = makeTree();
  });
  afterEach(() => tree.remove());

  test('version 2, the tightest of all groups above', () => {
    tree.write('proc/self/cgroup', '0::/user.slice/app\n');
    tree.write('sys/fs/cgroup/user.slice/app/cpu.max', 'max 100000\n');
    tree.write('sys/fs/cgroup/user.slice/cpu.max', '50000 100000\n');
    tree.write('sys/fs/cgroup/user.slice/app/memory.max', '700000000\n');
    tree.write('sys/fs/cgroup/user.slice/memory.max', 'max\n');
    expect(machineLimits(tree.root)).toEqual({ processors: 0.5, memoryBytes: 700000000 });
  });

  test('version 2 inside a container, where the path is the host’s', () => {
    tree.write('proc/self/cgroup', '0::/kubepods/pod1/abc\n');
    tree.write('sys/fs/cgroup/cpu.max', '100000 100000\n');
    tree.write('sys/fs/cgroup/memory.max', '300000000\n');
    expect(machineLimits(tree.root)).toEqual({ processors: 1, memoryBytes: 300000000 });
  });

  test('version 1', () => {
    tree.write('proc/self/cgroup', '4:memory:/docker/a\n3:cpu,cpuacct:/docker/a\n');
    tree.write('sys/fs/cgroup/memory/docker/a/memory.limit_in_bytes', '400000000\n');
    tree.write('sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_quota_us', '25000\n');
    tree.write('sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_period_us', '100000\n');
    expect(machineLimits(tree.root)).toEqual({ processors: 0.25, memoryBytes: 400000000 });
  });

  test('no limits and no control groups', () => {
    expect(machineLimits(tree.root)).toEqual({ processors: availableParallelism(), memoryBytes: totalmem() });
    tree.write('proc/self/cgroup', '3:cpu:/\n');
    tree.write('sys/fs/cgroup/cpu/cpu.cfs_quota_us', '-1\n');
    tree.write('sys/fs/cgroup/cpu/cpu.cfs_period_us', '100000\n');
    tree.write('sys/fs/cgroup/memory/memory.limit_in_bytes', '9223372036854771712\n');
    expect(machineLimits(tree.root)).toEqual({ processors: availableParallelism(), memoryBytes: totalmem() });
  });
});
