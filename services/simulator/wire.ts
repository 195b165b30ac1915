import type { DescribeTrainingJobResponse, Tag } from '@aws-sdk/client-sagemaker';
import { type Field, type Fields, membersOf } from '../../catalog/fields.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** Floats without a JSON literal, in the AWS JSON protocols. */
type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

/** An SDK shape on the wire: timestamps are epoch seconds with a fraction, and integers keep all digits. */
export type Wire<T> = T extends Date
  ? number
  : T extends number
    ? number | bigint | NonFinite
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

/** A DescribeTrainingJob response. It always has name, ARN, status and creation time. */
export type WireJob = WireJobMembers & {
  readonly TrainingJobName: string;
  readonly TrainingJobArn: string;
  readonly CreationTime: number;
};

/** The members of a job, all optional, since AWS omits some that the model requires while a job runs. */
export type WireJobMembers = Partial<Wire<DescribeTrainingJobResponse>>;

export type WireTag = { [Key in keyof Tag]-?: string };

/** Converts milliseconds to the protocol's seconds. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** Returns an integer as a number if that is exact, otherwise as a bigint. */
export function exactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A describe response of any type, which always has name, ARN and creation time. */
export type WireResource = Readonly<Record<string, unknown>>;

/** Returns the status member of a type: the first of its listed change members whose name ends with Status. */
export const statusMember = ({ list }: AnyResourceType): string =>
  list.changeMembers.find((member) => member.endsWith('Status')) ?? 'Status';

/**
 * Converts a description of a resource (with Dates, ISO strings or epoch seconds, nulls, NaN, bigints) to its wire form, without null and
 * undefined members. Throws a TypeError with the member for an invalid timestamp.
 */
export const toWire = (members: Fields, raw: WireResource): Record<string, unknown> => wireMembers(members, raw, '');

function wireMembers(members: Fields, raw: WireResource, above: string): Record<string, unknown> {
  const shape: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== null && value !== undefined) shape[name] = wireValue(members[name], value, above + name);
  }
  return shape;
}

/** Converts the value of a field; a value of an unknown field by its type. */
function wireValue(field: Field | undefined, value: unknown, path: string): unknown {
  if (field?.kind === 'timestamp') return epochSeconds(value, path);
  if (typeof value === 'bigint') return exactInteger(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.filter((item) => item != null).map((item) => wireValue(field, item, path));
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.getTime() / 1000;
  return wireMembers((field && membersOf(field)) ?? {}, { ...value }, `${path}.`);
}

function epochSeconds(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`${path} is not a timestamp: ${JSON.stringify(value)}`);
  return time / 1000;
}
