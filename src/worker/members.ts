/**
 * What is kept of an archive's members while they go by: those with something to report, and of all others numbers, so that an archive
 * of a hundred thousand members takes no more memory than its findings.
 */
import { addAllTags, noTags } from '../core/accepted.js';
import type { Finding, ItemResult, MembersResult, Problem, ProblemCode, SkipKind } from '../core/result.js';
import { type ItemRef, MEMBER_MARK } from '../core/source.js';
import type { DetectorSheet } from '../detectors/define.js';
import { toItemPath } from '../sources/index.js';
import { atLeast, severityFor } from './aggregate.js';

/** Places listed in all members of one stored item; those behind only count. Each is about a kilobyte. */
const MOST_PLACES = 20_000;
/** Members that are reported one by one; what is found in those behind is reported as the archive's own. */
const MOST_RESULTS = 20_000;

/** A member as an item: its path is that of the archive, `!`, and its name, which is never used to open anything. */
export function memberRef(archive: ItemRef, name: Uint8Array): ItemRef {
  const { source, locator, path, pathBase64, acceptedInMembers } = archive;
  const own = toItemPath(Buffer.from(name.buffer, name.byteOffset, name.length).toString('latin1'));
  const isExact = pathBase64 === undefined && own.pathBase64 === undefined;
  const bytes = isExact ? undefined : Buffer.concat([bytesOf(archive), Buffer.from(MEMBER_MARK), name]);
  return {
    source,
    locator,
    path: `${path}${MEMBER_MARK}${own.path}`,
    ...(bytes && { pathBase64: bytes.toString('base64') }),
    ...(acceptedInMembers && { acceptedInMembers }),
  };
}

function bytesOf({ path, pathBase64 }: ItemRef): Buffer {
  return pathBase64 === undefined ? Buffer.from(path, 'utf8') : Buffer.from(pathBase64, 'base64');
}

/** One is made for each stored item and each archive in it. */
export class MemberTally {
  readonly #outer: MemberTally | undefined;
  readonly #sheets: ReadonlyMap<string, DetectorSheet>;
  readonly #results: ItemResult[] = [];
  readonly #skipped: Partial<Record<SkipKind, number>> = {};
  readonly #folded = new Map<string, Finding>();
  readonly #otherProblems = new Map<ProblemCode, number>();
  #clean = 0;
  #empty = 0;
  #cleanBytes = 0;
  #misnamed = 0;
  /** Of the stored item, where this is the tally of its outermost archive. */
  #places = 0;
  #listed = 0;
  #packed = 0;
  #unexamined = 0;
  degraded = 0;
  undecoded = 0;
  allowed = 0;
  baselined = 0;

  constructor(sheets: ReadonlyMap<string, DetectorSheet>, outer: MemberTally | undefined) {
    this.#sheets = sheets;
    this.#outer = outer;
  }

  /** Whether no more places are to be listed in the stored item. */
  get isListedInFull(): boolean {
    return this.#outermost.#places >= MOST_PLACES;
  }

  /** Share of the members' bytes, as they are packed, that was examined (0 to 1). */
  get examinedShare(): number {
    return this.#packed === 0 ? 1 : 1 - this.#unexamined / this.#packed;
  }

  /** Bytes of the members, as they are packed, that were examined. */
  get packedExamined(): number {
    return Math.round(this.#packed - this.#unexamined);
  }

  get #outermost(): MemberTally {
    return this.#outer === undefined ? this : this.#outer.#outermost;
  }

  /** Counts one that is left out by intent. */
  skip(kind: SkipKind): void {
    this.#skipped[kind] = (this.#skipped[kind] ?? 0) + 1;
  }

  /**
   * @param packedBytes bytes that the member takes in the archive
   * @param statedBytes its length as the archive has it, of which a damaged one gives a part
   */
  add(result: ItemResult, packedBytes: number, statedBytes = 0): void {
    const { bytesFound, bytesExamined, skipped, misnamed, members, findings, problems, profile } = result;
    this.#packed += packedBytes;
    const isUnseen = skipped !== undefined || (bytesExamined === 0 && problems.length > 0);
    const all = problems.length > 0 ? Math.max(bytesFound, statedBytes) : bytesFound;
    if (isUnseen) this.#unexamined += packedBytes;
    else if (bytesExamined < all) this.#unexamined += packedBytes * (1 - bytesExamined / all);
    if (skipped !== undefined && (misnamed === undefined || this.#outermost.#listed >= MOST_RESULTS)) {
      this.skip(skipped);
      if (misnamed !== undefined) this.#misnamed++;
      return;
    }
    this.#outermost.#places += findings.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
    if (members !== undefined) this.#addArchive(members);
    const hasReport = findings.length > 0 || problems.length > 0 || profile !== undefined || misnamed !== undefined;
    if (hasReport && (this.#outermost.#listed < MOST_RESULTS || profile !== undefined)) {
      this.#outermost.#listed++;
      this.#results.push(members === undefined ? result : { ...result, members: COUNTED });
      return;
    }
    this.#addNumbers(result);
    if (misnamed !== undefined) this.#misnamed++;
    if (hasReport) this.#fold(result);
    else if (members === undefined && bytesFound === 0) this.#empty++;
    else if (members === undefined) {
      this.#clean++;
      this.#cleanBytes += bytesExamined;
    }
  }

  /** What members that are not reported one by one hold, as findings of the archive in order of detector id. */
  findings(): Finding[] {
    return [...this.#folded.values()].sort((a, b) => (a.detector < b.detector ? -1 : 1));
  }

  /** Problems of members that are not reported one by one, by code. */
  problems(bytesExamined: number): Problem[] {
    return [...this.#otherProblems].sort().map(([code, count]) => ({
      code,
      detail: `${count.toLocaleString('en')} more of its members have this problem`,
      bytesExamined,
    }));
  }

  finish(): MembersResult {
    const results = this.#results.sort((a, b) => Buffer.compare(sortedBy(a), sortedBy(b)));
    const misnamed = this.#misnamed > 0 && { misnamed: this.#misnamed };
    return { clean: this.#clean, empty: this.#empty, cleanBytes: this.#cleanBytes, skipped: this.#skipped, ...misnamed, results };
  }

  #addArchive({ clean, empty, cleanBytes, skipped, misnamed = 0, results }: MembersResult): void {
    this.#clean += clean;
    this.#empty += empty;
    this.#cleanBytes += cleanBytes;
    this.#misnamed += misnamed;
    for (const [kind, count] of Object.entries(skipped) as [SkipKind, number][])
      this.#skipped[kind] = (this.#skipped[kind] ?? 0) + count;
    this.#results.push(...results);
  }

  /** Sums of members that are not reported one by one are the archive's. */
  #addNumbers({ degraded, undecoded = 0, allowed = 0, baselined = 0 }: ItemResult): void {
    this.degraded += degraded;
    this.undecoded += undecoded;
    this.allowed += allowed;
    this.baselined += baselined;
  }

  #fold({ findings, problems }: ItemResult): void {
    for (const { code } of problems) this.#otherProblems.set(code, (this.#otherProblems.get(code) ?? 0) + 1);
    for (const finding of findings) {
      const before = this.#folded.get(finding.detector);
      this.#folded.set(finding.detector, before === undefined ? withoutPlaces(finding) : this.#sum(before, finding));
    }
  }

  #sum(a: Finding, b: Finding): Finding {
    const count = a.count + b.count;
    const tags = noTags();
    for (const one of [a, b]) if (one.tags) addAllTags(tags, one.tags);
    return {
      ...a,
      count,
      // Which of the values are the same is not known any more.
      distinct: Math.max(a.distinct, b.distinct),
      distinctIsLowerBound: true,
      severity: severityFor(this.#sheets.get(a.detector)!, count),
      confidence: atLeast(a.confidence, b.confidence) ? a.confidence : b.confidence,
      ...(a.tags && { tags }),
    };
  }
}

/** Of an archive in an archive, whose members the outer one counts. */
const COUNTED: MembersResult = { clean: 0, empty: 0, cleanBytes: 0, skipped: {}, results: [] };

function withoutPlaces(finding: Finding): Finding {
  return { ...finding, columns: [], occurrences: [] };
}

function sortedBy({ path, pathBase64 }: ItemResult): Buffer {
  return pathBase64 === undefined ? Buffer.from(path, 'utf8') : Buffer.from(pathBase64, 'base64');
}
