import { createHash } from 'node:crypto';
import { type BilledType, billedTypes } from '../../catalog/billing/billed-types.ts';
import { addDecimals, decimal } from '../../catalog/billing/decimal.ts';
import type { ReportedResource } from '../../catalog/billing/reconcile.ts';
import { findUsageType } from '../../catalog/billing/usage-types.ts';
import { joinWords } from '../../catalog/join-words.ts';
import { labelOf } from '../../catalog/label-of.ts';
import { type CostLine, CostReportError } from './report-columns.ts';
import { findReportFiles, type LeftOut, type ReportFile } from './report-files.ts';
import { reportLines } from './report-lines.ts';

/** A gapless period that a report covers: the first and last time of its lines in consecutive months. */
export interface CoveredSpan {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
}

export interface CostReport {
  readonly resources: readonly ReportedResource[];
  /** Accounts with a line of a resource that the catalog can contain. */
  readonly accounts: readonly string[];
  readonly spans: readonly CoveredSpan[];
  /** Lines of such resources. */
  readonly lines: number;
  /** Files that were read. */
  readonly files: number;
  readonly leftOut: readonly LeftOut[];
  /** The number of lines that a file shares with another, and that count once. */
  readonly repeated: readonly Repeated[];
  /** The number of these lines with an unknown usage type, by its name. */
  readonly unknownUsage: ReadonlyMap<string, number>;
}

/** The progress of reading a report. */
export interface ReadingProgress {
  /** Lines of all kinds. */
  readonly lines: number;
  /** Files read to their end. */
  readonly files: number;
  readonly of: number;
}

export interface CostReportOptions {
  /** The types whose lines count; every billed one by default. */
  readonly types?: readonly BilledType[] | undefined;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

const linesBetweenProgress = 1000;

/**
 * Reads the files of one or more reports: files, directories and manifests. A file that cannot be read to its end counts as nothing and is
 * reported. Lines that two files share count once. Keeps sums by resource and, with more than one file, some bytes per line. Throws
 * CostReportError if there is nothing to compare.
 */
export async function readCostReport(
  paths: readonly string[],
  { types = billedTypes, onProgress }: CostReportOptions = {},
): Promise<CostReport> {
  const { files, leftOut } = await findReportFiles(paths);
  const faults = [...leftOut];
  const seen = files.length > 1 ? new SeenLines() : undefined;
  const sums = new Sums();
  const repeated: Repeated[] = [];
  let read = 0;
  let linesRead = 0;
  for (const file of files) {
    const own = new Sums();
    try {
      seen?.begin(file);
      for await (const line of reportLines(file.path)) {
        if (linesRead++ % linesBetweenProgress === 0) onProgress?.({ lines: linesRead, files: read, of: files.length });
        const type = typeOf(line, types);
        if (type && !seen?.isRepeated(line)) own.add(line, type);
      }
    } catch (error) {
      if (!(error instanceof CostReportError)) throw error;
      seen?.forget();
      faults.push({ path: file.path, reason: error.message, isFault: true });
      continue;
    }
    read++;
    sums.merge(own);
    repeated.push(...(seen?.repeats() ?? []));
  }
  if (sums.lines === 0) {
    const reasons = faults.filter(({ isFault }) => isFault).map(({ path, reason }) => `\n  ${path}: ${reason}`);
    throw new CostReportError(
      read === 0
        ? `no file of a report could be read${reasons.join('') || ': there is none'}`
        : `no line of a ${joinWords(types.map(labelOf), 'or')}; reports need resource IDs to tell them apart${reasons.join('')}`,
    );
  }
  return { ...sums.result(), files: read, leftOut: faults, repeated };
}

/** Returns the billed type of a line's resource. */
function typeOf({ resource }: CostLine, types: readonly BilledType[]): BilledType | undefined {
  const arn = resource.toLowerCase();
  return types.find(({ service, arnResource }) => arn.includes(`:${service}:`) && arn.includes(`:${arnResource}`));
}

/** Lines of a file that another file has too. */
export interface Repeated {
  readonly path: string;
  readonly other: string;
  readonly lines: number;
  /** The number of these with another amount or cost: the files are two deliveries of a month. */
  readonly differing: number;
}

/**
 * Remembers which lines were read in which file. Two lines are the same if they have the same resource, usage type and time, since their own
 * identifiers differ between deliveries. Files of one delivery never repeat each other.
 */
class SeenLines {
  readonly #files: ReportFile[] = [];
  /** By 52 bits of the hash of a line's key: the number of its file times 2^32, plus a hash of its values. */
  readonly #lines = new Map<number, number>();
  readonly #forgotten = new Set<number>();
  #repeats = new Map<string, Repeated>();

  begin(file: ReportFile): void {
    this.#files.push(file);
    this.#repeats = new Map();
  }

  isRepeated({ resource, usageType, kind, account, start, end, amount, cost }: CostLine): boolean {
    const key = hash([resource, usageType, kind, account, start, end], 13);
    const value = hash([decimal(amount) ?? amount, decimal(cost) ?? cost], 8);
    const current = this.#files.length - 1;
    const own = this.#files[current];
    const before = this.#lines.get(key);
    const number = before === undefined ? -1 : Math.floor(before / 2 ** 32);
    const other = this.#forgotten.has(number) ? undefined : this.#files[number];
    if (own === undefined || other === undefined || other === own || (own.version && own.version === other.version)) {
      this.#lines.set(key, current * 2 ** 32 + value);
      return false;
    }
    const { lines, differing } = this.#repeats.get(other.path) ?? { lines: 0, differing: 0 };
    this.#repeats.set(other.path, {
      path: own.path,
      other: other.path,
      lines: lines + 1,
      differing: differing + Number((before ?? 0) % 2 ** 32 !== value),
    });
    return true;
  }

  /** Drops the lines of the current file. */
  forget(): void {
    this.#forgotten.add(this.#files.length - 1);
  }

  repeats(): readonly Repeated[] {
    return [...this.#repeats.values()];
  }
}

const hash = (values: readonly string[], digits: number): number =>
  Number.parseInt(createHash('sha1').update(values.join('\n')).digest('hex').slice(0, digits), 16);

interface ResourceSums {
  readonly type: string;
  seconds: number;
  compute: string;
  storage: string;
  readonly kinds: Set<string>;
  lines: number;
}

/** The sums of lines. */
class Sums {
  readonly #resources = new Map<string, ResourceSums>();
  readonly #accounts = new Set<string>();
  /** By month, such as `2026-03`. */
  readonly #months = new Map<string, CoveredSpan>();
  readonly #unknownUsage = new Map<string, number>();
  lines = 0;

  add(line: CostLine, { name, billing }: BilledType): void {
    this.lines++;
    this.#accounts.add(line.account);
    this.#cover(line.start.slice(0, 7), { from: line.start, to: line.end });
    const sums = this.#of(line.resource.toLowerCase(), name);
    const use = findUsageType(billing.usageTypes, line.usageType)?.use;
    const cost = decimal(line.cost) ?? '0';
    if (use === 'storage') sums.storage = addDecimals(sums.storage, cost);
    else if (use === 'compute' || use === 'warm_pool') {
      sums.lines++;
      sums.seconds += Number(line.amount) * 3600;
      sums.compute = addDecimals(sums.compute, cost);
      if (line.kind !== 'Usage') sums.kinds.add(line.kind);
    } else if (use === undefined) {
      this.#unknownUsage.set(line.usageType, (this.#unknownUsage.get(line.usageType) ?? 0) + 1);
    }
  }

  merge(other: Sums): void {
    this.lines += other.lines;
    for (const account of other.#accounts) this.#accounts.add(account);
    for (const [month, span] of other.#months) this.#cover(month, span);
    for (const [type, lines] of other.#unknownUsage) {
      this.#unknownUsage.set(type, (this.#unknownUsage.get(type) ?? 0) + lines);
    }
    for (const [arn, sums] of other.#resources) {
      const own = this.#of(arn, sums.type);
      own.seconds += sums.seconds;
      own.compute = addDecimals(own.compute, sums.compute);
      own.storage = addDecimals(own.storage, sums.storage);
      own.lines += sums.lines;
      for (const kind of sums.kinds) own.kinds.add(kind);
    }
  }

  result(): Pick<CostReport, 'resources' | 'accounts' | 'spans' | 'lines' | 'unknownUsage'> {
    return {
      resources: [...this.#resources].map(([arn, sums]) => ({
        resource_type: sums.type,
        arn,
        instance_seconds: Math.round(sums.seconds * 1000) / 1000,
        compute_cost: sums.compute,
        storage_cost: sums.storage,
        line_item_types: [...sums.kinds].sort(),
        lines: sums.lines,
      })),
      accounts: [...this.#accounts].sort(),
      spans: joined([...this.#months].sort(([a], [b]) => (a < b ? -1 : 1))),
      lines: this.lines,
      unknownUsage: this.#unknownUsage,
    };
  }

  #of(arn: string, type: string): ResourceSums {
    const known = this.#resources.get(arn);
    if (known) return known;
    const sums = { type, seconds: 0, compute: '0', storage: '0', kinds: new Set<string>(), lines: 0 };
    this.#resources.set(arn, sums);
    return sums;
  }

  #cover(month: string, { from, to }: CoveredSpan): void {
    const span = this.#months.get(month);
    this.#months.set(month, {
      from: span && span.from < from ? span.from : from,
      to: span && span.to > to ? span.to : to,
    });
  }
}

/** Joins consecutive months into one period; a missing month is a gap. */
function joined(months: readonly (readonly [month: string, span: CoveredSpan])[]): CoveredSpan[] {
  const spans: CoveredSpan[] = [];
  let next = '';
  for (const [month, span] of months) {
    const last = spans.at(-1);
    if (last && month === next)
      spans[spans.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
    else spans.push(span);
    const [year = 0, number = 0] = month.split('-').map(Number);
    next = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  }
  return spans;
}
