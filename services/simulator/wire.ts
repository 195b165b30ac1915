import type { DescribeTrainingJobResponse, Tag } from '@aws-sdk/client-sagemaker';

/** How the AWS JSON protocols write floats that JSON has no literal for. */
type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

/** An SDK shape as it travels: timestamps are epoch seconds with a fraction, and integers keep all their digits. */
export type Wire<T> = T extends Date
  ? number
  : T extends number
    ? number | bigint | NonFinite
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

/** A training job as DescribeTrainingJob writes it. Deleted jobs aside, name, ARN, status and creation time are always there. */
export type WireJob = WireJobMembers & {
  readonly TrainingJobName: string;
  readonly TrainingJobArn: string;
  readonly CreationTime: number;
};

/** The members of a job, none of them sure: the model marks some as required that AWS leaves out while a job runs. */
export type WireJobMembers = Partial<Wire<DescribeTrainingJobResponse>>;

export type WireTag = { [Key in keyof Tag]-?: string };

/** Milliseconds to the protocol's seconds. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** An integer of any size: a number while one can hold it, as JSON is read again. */
export function exactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/**
 * Any description of a job (Dates, ISO strings or epoch seconds; nulls; NaN; bigints) as DescribeTrainingJob would write it.
 * Members that are null or undefined are left out. Throws a TypeError that names the member for a timestamp that is none.
 */
export function toWire(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return convert(raw, []) as Record<string, unknown>;
}

/** Paths of timestamps in DescribeTrainingJobResponse; maps (HyperParameters and so on) hold text under keys that may read alike. */
const TIMESTAMPS = new Set([
  'CreationTime',
  'TrainingStartTime',
  'TrainingEndTime',
  'LastModifiedTime',
  'SecondaryStatusTransitions.StartTime',
  'SecondaryStatusTransitions.EndTime',
  'FinalMetricDataList.Timestamp',
  'DebugRuleEvaluationStatuses.LastModifiedTime',
  'ProfilerRuleEvaluationStatuses.LastModifiedTime',
]);

function convert(value: unknown, path: readonly string[]): unknown {
  if (TIMESTAMPS.has(path.join('.'))) return epochSeconds(value, path);
  if (typeof value === 'bigint') return exactInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.filter((item) => item != null).map((item) => convert(item, path));
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.getTime() / 1000;
  const shape: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member != null) shape[key] = convert(member, [...path, key]);
  }
  return shape;
}

function epochSeconds(value: unknown, path: readonly string[]): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`${path.join('.')} is not a timestamp: ${JSON.stringify(value)}`);
  return time / 1000;
}
