/** The public API: what it exports, and what users of the library do with it, through the package's own entry. */
import { spawn } from 'node:child_process';
import { getEventListeners } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as api from '../src/index.js';
import { folderOf, SSN, SSN_LINE } from './cli/command.js';

it('exports these values and no others: a change here is a change of the contract', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Baseline',
    'CATALOGUE',
    'CHECK_FORMATS',
    'CONFIDENCES',
    'CONFIG_NAMES',
    'ConfigError',
    'DEFAULT_UNPACK',
    'EXIT',
    'InternalError',
    'OutputError',
    'POLICY_PRESETS',
    'REPORT_FORMATS',
    'SEVERITIES',
    'ScanError',
    'SourceError',
    'UsageError',
    'VERSION',
    'bytesOfPath',
    'bytesText',
    'catalogueWith',
    'check',
    'checkReport',
    'countText',
    'coverageText',
    'createEngine',
    'createScanner',
    'defineDetector',
    'durationText',
    'explain',
    'fileWriter',
    'formatBaseline',
    'hooksFolder',
    'isMasked',
    'loadConfig',
    'loadRegex',
    'machineLimits',
    'nearest',
    'openReport',
    'parseBaseline',
    'plural',
    'positionText',
    'printedPath',
    'provePatterns',
    'readBaseline',
    'safeText',
    'scan',
    'scanStaged',
    'selectDetectors',
    'sizeOf',
    'skippedText',
    'streamWriter',
    'suggestion',
    'tryText',
    'workerCount',
  ]);
});

const FEW = { detectors: ['USA_SOCIAL_SECURITY_NUMBER'] } as const;

describe('createScanner', () => {
  const scanner = api.createScanner(FEW);
  const found = async (content: api.Content, name?: string) => {
    const { findings, problems } = await scanner.scan(content, name);
    return [findings.map(({ detector, count, occurrences }) => [detector, count, occurrences[0]!.location]), problems];
  };
  const one = (location: object) => [[['USA_SOCIAL_SECURITY_NUMBER', 1, location]], []];

  it('takes texts, bytes and streams, and finds their format', async () => {
    expect(await found(SSN_LINE)).toEqual(one({}));
    expect(await found(Buffer.from(`name,ssn\nx,${SSN}\ny,\n`), 'a.csv')).toEqual(
      one({ row: 2, columnName: 'ssn', columnIndex: 2 }),
    );
    expect(await found(Readable.from([Buffer.from('{"ssn": "'), Buffer.from(`${SSN}"}\n`)]), 'a.jsonl')).toEqual(
      one({ recordIndex: 0, jsonPath: '$.ssn' }),
    );
    expect(await found(gzipSync(SSN_LINE))).toEqual(one({}));
  });

  it('examines one content after the other, whoever does not wait', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => SSN_LINE.repeat(i));
    const results = await Promise.all(texts.map((text, i) => scanner.scan(text, `item ${i}`)));
    expect(results.map(({ path: name, findings }) => [name, findings[0]?.count ?? 0])).toEqual(
      texts.map((_, i) => [`item ${i}`, i]),
    );
  });

  it('tells what goes wrong with a content in its result, and goes on', async () => {
    const broken = (async function* () {
      yield Buffer.from(SSN_LINE);
      throw new Error(`a message that quotes ${SSN}`);
    })();
    const { problems } = await scanner.scan(broken);
    expect(problems).toEqual([{ code: 'unreadable', detail: 'its stream ended with an error', bytesExamined: SSN_LINE.length }]);
    expect((await scanner.scan(gzipSync(SSN_LINE.repeat(100)).subarray(0, -9))).problems).toMatchObject([{ code: 'malformed' }]);
    expect(await found(SSN_LINE)).toEqual(one({}));
  });

  it('refuses what means nothing', () => expect(() => api.createScanner({ detectors: ['NOTHING'] })).toThrow(api.UsageError));
});

it('scan gives events, progress, and ends when it is told to', async () => {
  const folder = folderOf({ 'a.txt': SSN_LINE, 'b.txt': SSN_LINE });
  const items: string[] = [];
  let progress = 0;
  for await (const event of api.scan({ ...FEW, targets: [folder], onProgress: ({ items: count }) => (progress = count) })) {
    if (event.kind === 'item') items.push(path.basename(event.result.path));
    else expect(event.summary).toMatchObject({ items: 2, occurrences: 2, complete: true, interrupted: false });
  }
  expect([items, progress]).toEqual([['a.txt', 'b.txt'], 2]);
  const signal = AbortSignal.abort();
  for await (const event of api.scan({ ...FEW, targets: [folder], signal }))
    if (event.kind === 'end') expect(event.summary).toMatchObject({ complete: false, interrupted: true });
  fs.rmSync(folder, { recursive: true });
});

describe('a stream', () => {
  const line = 'ssn: 536-90-4399\n';
  async function* of(...pieces: unknown[]): AsyncGenerator<Uint8Array | string> {
    for (const piece of pieces) yield piece as Uint8Array;
  }

  it('may be of texts, wherever they are cut, or of bytes', async () => {
    const scanner = api.createScanner({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'] });
    for (const pieces of [[line], [line.slice(0, 9), line.slice(9)], [Buffer.from(line)], ['é ', Buffer.from(line)]])
      expect((await scanner.scan(of(...pieces))).findings.map(({ count }) => count)).toEqual([1]);
  });

  it('of anything else is a problem', async () => {
    const { findings, problems } = await api.createScanner(FEW).scan(of(5));
    expect([findings, problems.map(({ code, detail }) => [code, detail])]).toEqual([
      [],
      [['unreadable', 'its stream gave something that is neither bytes nor text']],
    ]);
  });
});

describe('a signal, while a stream of the caller gives nothing', () => {
  /** More than what a format is found by. */
  const long = `${'nothing to see here\n'.repeat(10_000)}${SSN_LINE}`;
  const endless = new Promise<never>(() => undefined);
  type Waiting = { readonly stream: AsyncIterable<Uint8Array | string>; isLeft(): boolean };
  const streams: Readonly<Record<string, (first: string) => Waiting>> = {
    Readable(first) {
      const stream = new Readable({ read: () => undefined });
      if (first !== '') stream.push(first);
      return { stream, isLeft: () => stream.destroyed };
    },
    'a web stream'(first) {
      let isLeft = false;
      const stream = new ReadableStream<string>({
        start: (controller) => (first === '' ? undefined : controller.enqueue(first)),
        cancel: () => {
          isLeft = true;
        },
      });
      return { stream: stream as unknown as AsyncIterable<string>, isLeft: () => isLeft };
    },
    'an iterator'(first) {
      let isLeft = false;
      let given = first === '';
      const iterator: AsyncIterableIterator<string> = {
        next() {
          if (given) return endless;
          given = true;
          return Promise.resolve({ done: false, value: first });
        },
        return: () => {
          isLeft = true;
          return Promise.resolve({ done: true, value: undefined });
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      return { stream: iterator, isLeft: () => isLeft };
    },
  };
  const interrupted = [{ code: 'limit', detail: 'the scan was interrupted while this was examined' }];

  it.each(Object.entries(streams))('ends the scan with what was found, and leaves the stream (%s)', async (_, open) => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    process.on('unhandledRejection', note);
    try {
      for (const [first, count] of [
        ['', 0],
        [SSN_LINE, 1],
        [long, 1],
      ] as const) {
        const controller = new AbortController();
        const scanner = api.createScanner({ ...FEW, signal: controller.signal });
        const { stream, isLeft } = open(first);
        const later = open('');
        const [one, two] = [scanner.scan(stream), scanner.scan(later.stream)];
        const at = performance.now();
        setTimeout(() => controller.abort(), 200);
        const result = await one;
        expect(performance.now() - at).toBeLessThan(5000);
        expect(result.problems).toMatchObject(interrupted);
        expect(result.findings.map((finding) => finding.count)).toEqual(count === 0 ? [] : [count]);
        expect((await two).problems).toMatchObject(interrupted);
        await setImmediate();
        expect([isLeft(), later.isLeft()]).toEqual([true, true]);
        expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
      }
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(unhandled).toEqual([]);
  });

  it('ends a check and a scan that wait for standard input', async () => {
    const program = `
      import { check, scan } from ${JSON.stringify(new URL('../dist/src/index.js', import.meta.url).href)};
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 300);
      const call = { targets: ['-'], detectors: ['USA_SOCIAL_SECURITY_NUMBER'], signal: controller.signal };
      if (process.argv[1] === 'check') { const { verdict, summary } = await check(call); console.log(verdict, summary.interrupted, summary.complete); }
      else for await (const event of scan(call)) if (event.kind === 'end') console.log('end', event.summary.interrupted, event.summary.complete);
    `;
    for (const [what, said] of [
      ['check', 'incomplete'],
      ['scan', 'end'],
    ] as const) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, what], { stdio: ['pipe', 'pipe', 'inherit'] });
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const output = await text(child.stdout);
      clearTimeout(timer);
      expect(output).toBe(`${said} true false\n`);
    }
  });
});

describe('a wrong call', () => {
  const wrong: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['scan of nothing', () => api.scan(undefined as never), /the argument must be an object/],
    ['scan without targets', () => api.scan({} as never), /^scan was called wrongly: targets is missing$/],
    ['a target by itself', () => api.scan({ targets: 'a.txt' } as never), /targets must be a list/],
    ['a target that is no name', () => api.scan({ targets: ['a', 5] } as never), /targets\[1\] must be a text or bytes/],
    [
      'a misspelt option',
      () => api.scan({ targets: ['a'], minConfidense: 'low' } as never),
      /no option "minConfidense"; did you mean minConfidence/,
    ],
    [
      'a confidence in capitals',
      () => api.scan({ targets: ['a'], minConfidence: 'HIGH' } as never),
      /minConfidence must be low, medium or high/,
    ],
    [
      'two mistakes',
      () => api.scan({ targets: ['a'], tags: 1, jobs: '2' } as never),
      /tags must be true or false; jobs must be a number/,
    ],
    ['names of a prototype', () => api.scan({ targets: ['a'], toString: 1 } as never), /no option "toString"/],
    [
      'a limit of unpacking',
      () => api.scan({ targets: ['a'], unpack: { byte: 5 } } as never),
      /no option "unpack.byte"; did you mean bytes/,
    ],
    ['places of a check', () => api.check({ targets: ['a'], maxLocations: -1 } as never), /no option "maxLocations"/],
    [
      'a rule of a policy',
      () => api.check({ targets: ['a'], policy: { rules: [{ maxOccurences: 3 }] } } as never),
      /no option "policy.rules\[0\].maxOccurences"; did you mean maxOccurrences/,
    ],
    [
      'a share above 1',
      () => api.check({ targets: ['a'], policy: { rules: [{ maxShare: 5 }] } }),
      /policy.rules\[0\].maxShare must be a number from 0 to 1/,
    ],
    [
      'an identifier of one’s own',
      () => api.createScanner({ customIdentifiers: [{ id: 'OWN_ID', pattern: 5 }] } as never),
      /customIdentifiers\[0\].pattern must be a text/,
    ],
    ['a scanner of a bucket', () => api.createScanner({ s3: {} } as never), /no option "s3"/],
    ['explain without a place', () => api.explain({ target: 'a' } as never), /wanted is missing/],
    ['loadConfig of a text', () => api.loadConfig('a' as never), /the argument must be an object/],
    ['an engine without sheets', () => api.createEngine({} as never), /^createEngine was called wrongly: detectors is missing$/],
    ['an engine by a name', () => api.createEngine({ detectors: 'US' } as never), /detectors must be a list of sheets/],
  ];
  it.each(wrong)('%s is refused, and nothing is examined', async (_, call, message) => {
    await expect((async () => await call())()).rejects.toThrow(api.UsageError);
    await expect((async () => await call())()).rejects.toThrow(message);
  });

  it('of a scanner with what is neither text nor bytes nor a stream is refused, never clean', async () => {
    const scanner = api.createScanner(FEW);
    const contents = [undefined, null, 5, [SSN_LINE], {}, new ArrayBuffer(4), new Uint16Array(4), new Blob([SSN_LINE])];
    for (const content of contents) await expect(scanner.scan(content as never)).rejects.toThrow(api.UsageError);
    await expect(scanner.scan(SSN_LINE, 5 as never)).rejects.toThrow('the path of a content must be a text');
    expect((await scanner.scan(new Blob([SSN_LINE]).stream())).findings).toHaveLength(1);
  });

  it('never says what it was called with', async () => {
    const call = async (): Promise<unknown> => api.scan({ targets: ['a'], regex: SSN } as never);
    const { message } = await call().then(
      () => new Error('not refused'),
      (error: Error) => error,
    );
    expect(message).toBe('scan was called wrongly: regex must be auto, native or js');
  });
});
