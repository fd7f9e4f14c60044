/**
 * The only join of sources, readers and engine: opens an item, finds its format, reads it, scans it, and says what was
 * found and what went wrong. One scanner is made per thread; its engine, memory and buffers serve all items.
 */
import type { AcceptedInItem } from '../core/accepted.js';
import type { ArchiveName, ByteRange, ContentFormat, ItemFormat } from '../core/format.js';
import { INTERRUPTED, ItemProblem } from '../core/problem.js';
import type { ItemResult, Misnamed, Problem, SkipKind } from '../core/result.js';
import type { Location, Segment } from '../core/segment.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import type { DetectorSheet } from '../detectors/define.js';
import { createEngine } from '../engine/index.js';
import type { Engine, EngineCounters, Hit } from '../engine/types.js';
import { baselinePath, isMasked, maskedBaselinePath } from '../policy/baseline-path.js';
import {
  type Budget,
  detectFormat,
  findCuts,
  leave,
  type Member,
  misnamed,
  nestedHalo,
  openMembers,
  openSteps,
  splittable,
} from '../readers/index.js';
import type { ReadCounts, StepReader, Steps } from '../readers/types.js';
import { openItem, S3Connection, S3Objects } from '../sources/index.js';
import { finishFindings, type RangeAggregate, settleColumns, takeAccepted } from './aggregate.js';
import { Collector, type HitWatch } from './collect.js';
import { type Content, contentOf } from './content.js';
import type { Control } from './control.js';
import { cutRanges } from './cut.js';
import { HEAD_BUFFER_BYTES, peek } from './head.js';
import type { Judged, JudgedItem } from './judge-columns.js';
import { MemberSource, wholeMember } from './member-source.js';
import { MemberTally, memberRef } from './members.js';
import { maskLocation, NamePrinter, namesIn } from './print-names.js';
import { sheetsOf, type WorkerSettings } from './settings.js';
import type { Cuts, Cutting, Work } from './task.js';

/** An item, or a member of an archive, while it is examined. */
interface Examined {
  readonly item: ItemRef;
  /** Its own name, for the extension: of a member without that of its archive. */
  readonly name: string;
  readonly stored: ByteSource;
  readonly counts: ReadCounts;
  readonly control: Control;
  /** The archive that it is a member of. */
  readonly archive?: OpenArchive;
  /** Its members, once it turns out to be an archive, and where they come from. */
  members?: MemberTally;
  unpacked?: ByteSource;
  /** Of what is packed in it; present once something is. */
  budget?: Budget | undefined;
  misnamed?: Misnamed | undefined;
}

/** An archive whose members are examined. */
interface OpenArchive {
  readonly examined: Examined;
  readonly kind: ArchiveName;
  readonly source: ByteSource;
  readonly budget: Budget;
  readonly tally: MemberTally;
}

export class ItemScanner {
  readonly engine: Engine;
  readonly #settings: WorkerSettings;
  readonly #collector: Collector;
  /** What the columns of the last item have said. */
  #judged: JudgedItem | undefined;
  readonly #printer: NamePrinter;
  readonly #sheets: ReadonlyMap<string, DetectorSheet>;
  readonly #readers = new Map<ContentFormat['kind'], StepReader>();
  readonly #head = new Uint8Array(HEAD_BUFFER_BYTES);
  readonly #detectorIds: readonly string[];
  #watched: { readonly watch: HitWatch; readonly path: string | undefined } | undefined;
  /** Objects of S3; what it needs is loaded with the first of them. */
  readonly objects: S3Objects;

  /** @throws ConfigError where a sheet does not compile */
  constructor(settings: WorkerSettings) {
    const detectors = sheetsOf(settings);
    this.engine = createEngine({ detectors, regex: settings.regex });
    this.objects = new S3Objects(new S3Connection(settings.s3));
    this.#settings = settings;
    this.#printer = new NamePrinter(this.engine, settings);
    this.#collector = new Collector({ engine: this.engine, settings, printer: this.#printer });
    this.#sheets = new Map(detectors.map((sheet) => [sheet.id, sheet]));
    this.#detectorIds = [...this.#sheets.keys()];
  }

  /**
   * Examines a whole item: at once where its source is positional and nothing has to be loaded, since promises would take a
   * tenth of the time of a small file. What goes wrong with it is in the result. @throws only for bugs
   */
  scan(item: ItemRef, control: Control): ItemResult | Promise<ItemResult> {
    let stored: ByteSource;
    try {
      stored = openItem(item, this.objects, control.signal);
    } catch (error) {
      return this.result(item, { bytesFound: item.byteLength ?? 0, problem: problemOf(error, 0) });
    }
    return this.scanSource(item, stored, control);
  }

  /** As `scan`, for an item that was opened; closes it. */
  scanSource(item: ItemRef, stored: ByteSource, control: Control): ItemResult | Promise<ItemResult> {
    let answer: ItemResult | Promise<ItemResult> | undefined;
    try {
      answer = this.#scanOpen({ item, name: item.path, stored, counts: noCounts(), control });
    } finally {
      if (!(answer instanceof Promise)) stored.close();
    }
    return answer instanceof Promise ? answer.finally(() => stored.close()) : answer;
  }

  /** How to cut an item, or what is left of it, into ranges; undefined where it is to be examined whole. */
  async probe(item: ItemRef, cutting: Cutting): Promise<Cuts | undefined> {
    let source: ByteSource;
    try {
      source = openItem(item, this.objects);
    } catch (error) {
      if (error instanceof ItemProblem) return undefined;
      throw error;
    }
    try {
      // What can only be streamed is not cut, and a look at its first bytes would be a request for nothing.
      if (source.readAt === undefined) return undefined;
      const { bytes, isWhole } = await peek(source, this.#head);
      const format = detectFormat(bytes, isWhole, item.path);
      const { stamp, byteLength } = source;
      if (stamp === undefined || byteLength === undefined || !isContent(format)) return undefined;
      if (!splittable(format, source)) return undefined;
      const { ranges, next } = cutRanges(byteLength, cutting, await findCuts(format, source, this.engine.memory, cutting.from));
      if (ranges.length < 2 && cutting.from === 0) return undefined;
      const wrong = misnamed(item.path, format, false);
      return { format, stamp, byteLength, ranges, ...(next !== undefined && { next }), ...(wrong && { misnamed: wrong }) };
    } catch (error) {
      // Whatever is wrong with the item will be said when it is examined whole.
      if (error instanceof ItemProblem) return undefined;
      throw error;
    } finally {
      source.close();
    }
  }

  /** Examines one range. Its problem, if any, is in the aggregate. */
  async scanRange(part: Omit<Work & { kind: 'range' }, 'kind'>, control: Control): Promise<RangeAggregate> {
    const { item, format, range, stamp } = part;
    const counts = noCounts();
    let problem: Problem | undefined;
    this.#collector.reset(item.accepted, part);
    try {
      const source = openItem(item, this.objects);
      try {
        if (source.stamp !== stamp) throw new ItemProblem('changed', 'was written to while it was read');
        await this.#read(source, format, { counts, range, control });
        source.verify?.();
      } finally {
        source.close();
      }
    } catch (error) {
      problem = problemOf(error, counts.bytesExamined);
    }
    const aggregate = this.#finish(counts, true);
    if (problem !== undefined) aggregate.problem = problem;
    // Not by the problem's code: there are limits of one column, behind which all goes on.
    if (problem !== undefined && control.isStopped()) aggregate.isStopped = true;
    const printPath = this.#printPath(item, aggregate.detectors.size > 0 || problem !== undefined);
    if (printPath !== undefined) aggregate.printPath = printPath;
    return aggregate;
  }

  /** The result of an item of which only this is known; its path is made printable. */
  result(item: ItemRef, known: { bytesFound: number; problem: Problem }): ItemResult {
    const { bytesFound, problem } = known;
    const bytesExamined = problem.bytesExamined;
    return { ...this.#pathOf(item, true), bytesFound, bytesExamined, degraded: 0, findings: [], problems: [problem] };
  }

  /**
   * Shows the hits of the items that follow, until another watch is set or none.
   * @param path only of the item, or member of an archive, of that path
   */
  watch(watch: HitWatch | undefined, path?: string): void {
    this.#watched = watch && { watch, path };
  }

  isAllowed(hit: Hit): boolean {
    return this.#collector.isAllowed(hit);
  }

  /** Under what the column of a hit will be judged, where it leaves something to it. */
  columnKeyOf(hit: Hit, segment: Segment): number | undefined {
    return this.#collector.columnFor(hit, segment)?.key;
  }

  /** What a column of the last item has said. */
  judgedColumn(detector: string, key: number): Judged | undefined {
    return this.#judged?.get(detector)?.get(key);
  }

  /** A location whose names are printable; revealed names stay. */
  printLocation(location: Location): Location {
    return this.#settings.reveal ? location : maskLocation(location, this.#printer.print(namesIn(location)));
  }

  /** A path as it may be printed, where a part of it has to be masked. */
  printPath(path: string): string | undefined {
    return this.#printer.print([path]).get(path);
  }

  /** The path as a baseline writes it, where a part of it has to be masked. */
  maskedPath(path: string): string | undefined {
    return this.#printer.baselinePath(path);
  }

  counters(): EngineCounters {
    return { ...this.engine.counters };
  }

  #scanOpen(examined: Examined): ItemResult | Promise<ItemResult> {
    const listedInFull = examined.archive?.tally.isListedInFull ? this.#detectorIds : [];
    this.#collector.reset(examined.item.accepted, { listedInFull });
    this.#collector.watch = this.#watchOf(examined.item);
    let skip: SkipKind | undefined | Promise<SkipKind | undefined>;
    try {
      skip = this.#examine(examined);
    } catch (error) {
      return this.#resultOf(examined, undefined, problemOf(error, examined.counts.bytesExamined));
    }
    if (!(skip instanceof Promise)) return this.#resultOf(examined, skip);
    return skip.then(
      (kind) => this.#resultOf(examined, kind),
      (error: unknown) => this.#resultOf(examined, undefined, problemOf(error, examined.counts.bytesExamined)),
    );
  }

  /** Reads an item to its end, or says why it is left out. @throws ItemProblem */
  #examine(examined: Examined): SkipKind | undefined | Promise<SkipKind | undefined> {
    const { name, stored, archive, control } = examined;
    const opened = { name, stored, budget: archive?.budget, onWork: () => goOn(control) };
    const content = contentOf(opened, this.#settings.unpack, this.#head);
    if (content instanceof Promise) return content.then((found) => this.#examineContent(examined, found));
    return this.#examineContent(examined, content);
  }

  #examineContent(
    examined: Examined,
    { source, format, isRead, budget, misnamed: wrong }: Content,
  ): SkipKind | undefined | Promise<SkipKind | undefined> {
    const { stored, counts, control } = examined;
    examined.budget = budget;
    examined.misnamed = wrong;
    if (format.kind === 'archive') {
      const tally = new MemberTally(this.#sheets, examined.archive?.tally);
      examined.members = tally;
      examined.unpacked = source;
      return this.#examineMembers({ examined, kind: format.archive, source, budget: budget!, tally });
    }
    if (format.kind === 'skip') return format.skip;
    if (format.kind === 'unsupported') throw new ItemProblem('unsupported', `${format.what} is not read yet`);
    const verify = (): undefined => {
      if (!isRead) stored.verify?.();
    };
    const reading = this.#read(source, format, { counts, control });
    return reading ? reading.then(verify) : verify();
  }

  /** Examines the members of an archive one after the other. @throws ItemProblem where the archive itself is bad */
  async #examineMembers(archive: OpenArchive): Promise<undefined> {
    const { examined, kind, source, budget, tally } = archive;
    const { item, stored, control } = examined;
    const acceptedIn = this.#acceptor(item);
    budget.checkDepth(source);
    for await (const member of openMembers(kind, source)) {
      goOn(control);
      if (member.kind === 'folder') continue;
      budget.countMember();
      if (member.kind !== 'file') {
        tally.skip(member.kind);
        continue;
      }
      const accepted = acceptedIn(memberRef(item, member.name));
      tally.add(await this.#scanMember(archive, accepted, member), member.packedBytes, member.byteLength);
    }
    stored.verify?.();
    return undefined;
  }

  /** What a baseline accepts in members of an archive. */
  #acceptor({ acceptedInMembers }: ItemRef): (member: ItemRef) => ItemRef {
    if (acceptedInMembers === undefined) return (member) => member;
    const hasMasked = [...acceptedInMembers.keys()].some(isMasked);
    return (member) => {
      // Names that hold values are rare, and so is the cost of finding them.
      const masked = hasMasked ? this.maskedPath(member.path) : undefined;
      const path = masked === undefined ? baselinePath(member) : maskedBaselinePath(masked);
      const accepted: AcceptedInItem | undefined = acceptedInMembers.get(path);
      return accepted === undefined ? member : { ...member, accepted };
    };
  }

  #scanMember(archive: OpenArchive, item: ItemRef, member: Member): ItemResult | Promise<ItemResult> {
    const { examined: outer, budget, source } = archive;
    // What comes out of a tar was counted when that was decompressed.
    const spend = archive.kind === 'zip' ? (bytes: number) => budget.spend(bytes) : undefined;
    const examined: Examined = {
      item,
      name: item.path.slice(outer.item.path.length + 1),
      stored: new MemberSource(member, spend),
      counts: noCounts(),
      control: outer.control,
      archive,
    };
    try {
      const bytes = member.bytes();
      const stored = bytes === undefined ? examined.stored : wholeMember(bytes, spend);
      return this.#scanOpen({ ...examined, stored: budget.enter(stored, source) });
    } catch (error) {
      // What the collector holds is of the member before.
      this.#collector.reset(undefined);
      return this.#resultOf(examined, undefined, problemOf(error, 0));
    }
  }

  #watchOf({ path }: ItemRef): HitWatch | undefined {
    const watched = this.#watched;
    return watched === undefined || (watched.path !== undefined && watched.path !== path) ? undefined : watched.watch;
  }

  /** What is said of an archive itself. */
  #archiveResult(
    { item, stored, archive, budget, unpacked, misnamed: wrong }: Examined,
    tally: MemberTally,
    problem: Problem | undefined,
  ): ItemResult {
    const bytesFound = stored.byteLength ?? (archive === undefined ? budget!.arrived : (stored.storedBytes ?? 0));
    const share = tally.examinedShare;
    // Where it ended early, what was not looked at is not examined either.
    const { readAt, storedBytes } = unpacked!;
    const reached = readAt === undefined && storedBytes !== undefined ? storedBytes * share : tally.packedExamined;
    const bytesExamined = Math.round(problem === undefined ? bytesFound * share : Math.min(reached, bytesFound * share));
    const problems = problem === undefined ? [] : [{ ...problem, bytesExamined }];
    const { degraded, undecoded, allowed, baselined } = tally;
    const findings = tally.findings();
    problems.push(...tally.problems(bytesExamined));
    return {
      ...this.#pathOf(item, findings.length + problems.length > 0 || wrong !== undefined),
      bytesFound,
      bytesExamined,
      degraded,
      findings,
      problems,
      ...(item.acceptedInMembers && { baselined }),
      ...(undecoded > 0 && { undecoded }),
      ...(allowed > 0 && { allowed }),
      ...(wrong && { misnamed: wrong }),
      members: tally.finish(),
      ...(archive && { isMember: true as const }),
    };
  }

  #resultOf(examined: Examined, skipped: SkipKind | undefined, problem?: Problem): ItemResult {
    const { item, stored, counts, archive, members, misnamed: wrong } = examined;
    if (members !== undefined) return this.#archiveResult(examined, members, problem);
    const isMember = archive !== undefined && { isMember: true as const };
    const { bytesExamined, degraded } = counts;
    const { undecoded } = this.#collector;
    const problems = problem === undefined ? [] : [problem];
    const bytesFound = stored.byteLength ?? bytesExamined;
    if (skipped !== undefined) {
      const known = { bytesFound: stored.byteLength ?? 0, bytesExamined: 0, degraded: 0, findings: [], problems, skipped };
      return { ...this.#pathOf(item, wrong !== undefined), ...known, ...(wrong && { misnamed: wrong }), ...isMember };
    }
    const isClean = this.#collector.isEmpty && problem === undefined && undecoded === 0 && wrong === undefined;
    const aggregate = isClean && !this.#settings.profile ? undefined : this.#finish(counts, false);
    if (isClean && aggregate?.profile === undefined) {
      // So are most items; to spread objects into one another would take as long as finding the format.
      const { path, pathBase64 } = item;
      const clean: ItemResult = { path, bytesFound, bytesExamined, degraded, findings: [], problems };
      return pathBase64 === undefined && !isMember
        ? clean
        : { ...clean, ...(pathBase64 !== undefined && { pathBase64 }), ...isMember };
    }
    this.#judged = aggregate && settleColumns(aggregate, this.#settings);
    const baselined = aggregate && item.accepted && takeAccepted(aggregate, item.accepted);
    const findings = aggregate === undefined ? [] : finishFindings(aggregate, item.path, this.#sheets);
    return {
      ...this.#pathOf(item, !isClean),
      bytesFound,
      bytesExamined,
      degraded,
      findings,
      problems,
      ...(baselined !== undefined && { baselined }),
      ...(undecoded > 0 && { undecoded }),
      ...(aggregate && aggregate.allowed > 0 && { allowed: aggregate.allowed }),
      ...(aggregate?.profile && { profile: aggregate.profile }),
      ...(wrong && { misnamed: wrong }),
      ...isMember,
    };
  }

  /** Scans all segments of a source; a promise where it has to be waited for. @throws ItemProblem */
  #read(
    source: ByteSource,
    format: ContentFormat,
    { counts, range, control }: { counts: ReadCounts; range?: ByteRange | undefined; control: Control },
  ): Promise<void> | undefined {
    const read = this.#readers.get(format.kind);
    if (read === undefined) return this.#loadReader(format).then(() => this.#read(source, format, { counts, range, control }));
    const { memory } = this.engine;
    const { blockBytes } = this.#settings;
    const request = {
      source,
      format,
      memory,
      halo: haloFor(format, this.engine.halo),
      counts,
      everyValue: this.#settings.profile,
      fieldNames: this.engine.fieldNames,
      ...(range && { range }),
      ...(blockBytes !== undefined && { blockBytes }),
    };
    control.beat();
    const steps = read(request);
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (step.value instanceof Promise) return this.#readOn(steps, step.value, control);
      this.#scanSegment(step.value, control);
    }
    return undefined;
  }

  /** Goes on with a source that has to be waited for. */
  async #readOn(steps: Steps, first: Promise<void>, control: Control): Promise<void> {
    try {
      await first;
      for (let step = steps.next(); !step.done; step = steps.next()) {
        if (step.value instanceof Promise) await step.value;
        else this.#scanSegment(step.value, control);
      }
    } finally {
      await leave(steps);
    }
  }

  #scanSegment(segment: Segment, control: Control): void {
    goOn(control);
    this.#collector.scan(segment);
    control.beat();
  }

  async #loadReader(format: ContentFormat): Promise<void> {
    const [read, nested] = await Promise.all([openSteps(format), import('./nested.js')]);
    this.#collector.nested = nested;
    this.#readers.set(format.kind, read);
  }

  #finish(counts: ReadCounts, isRange: boolean): RangeAggregate {
    const aggregate = this.#collector.finish(isRange);
    aggregate.bytesExamined = counts.bytesExamined;
    aggregate.newlines = counts.newlines;
    aggregate.records = counts.records;
    aggregate.degraded = counts.degraded;
    return aggregate;
  }

  #pathOf(item: ItemRef, isPrinted: boolean): Pick<ItemResult, 'path' | 'pathBase64' | 'printPath'> {
    const { path, pathBase64 } = item;
    const printPath = this.#printPath(item, isPrinted);
    return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
  }

  #printPath(item: ItemRef, isPrinted: boolean): string | undefined {
    return isPrinted ? this.printPath(item.path) : undefined;
  }
}

/** @throws the error itself where it is no problem of the item but a bug */
function problemOf(error: unknown, bytesExamined: number): Problem {
  if (!(error instanceof ItemProblem)) throw error;
  return { code: error.code, detail: error.message, bytesExamined };
}

/** Says that the work is getting on. @throws ItemProblem where it is to end */
function goOn(control: Control): void {
  if (control.isStopped()) throw new ItemProblem('limit', INTERRUPTED);
  control.beat();
}

/** What a reader shows of a block's surroundings: what the engine needs, and whatever looks into encoded text. */
function haloFor({ kind }: ContentFormat, engine: Engine['halo']): Engine['halo'] {
  const nested = nestedHalo(kind === 'text');
  return { left: Math.max(engine.left, nested.left), right: Math.max(engine.right, nested.right) };
}

function isContent(format: ItemFormat): format is ContentFormat {
  const { kind } = format;
  return kind !== 'compressed' && kind !== 'archive' && kind !== 'skip' && kind !== 'unsupported';
}

function noCounts(): ReadCounts {
  return { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
}
