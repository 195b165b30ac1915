import type { DescribeTrainingJobResponse, Tag } from '@aws-sdk/client-sagemaker';

/** A number whose JSON text is kept as it is, for 64-bit integers that a double cannot hold. */
export interface JsonNumber {
  readonly rawJSON: string;
}

/** How the AWS JSON protocols write floats that JSON has no literal for. */
export type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

/** An SDK shape as it travels: timestamps are epoch seconds with a fraction, and numbers may be spelled in the two ways above. */
export type Wire<T> = T extends Date
  ? number
  : T extends number
    ? number | JsonNumber | NonFinite
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

// JSON.rawJSON is in Node 22 and newer but not yet in TypeScript's library.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => JsonNumber };

/** An integer of any size, written digit for digit. */
export function exactInteger(value: bigint): number | JsonNumber {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : rawJSON(value.toString());
}

/** JSON.parse that keeps integers beyond 2^53 as they are written. */
export function parseExact(text: string): unknown {
  const revive = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    /^-?\d+$/.test(context?.source ?? '')
      ? rawJSON(context?.source ?? '')
      : value;
  return JSON.parse(text, revive);
}

function isJsonNumber(value: object): value is JsonNumber {
  return 'rawJSON' in value && Object.isFrozen(value);
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
  if (value === null || typeof value !== 'object' || isJsonNumber(value)) return value;
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
