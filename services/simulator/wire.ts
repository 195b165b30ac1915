import type { DescribeTrainingJobResponse, Tag } from '@aws-sdk/client-sagemaker';
import { type Field, type Fields, membersOf } from '../../catalog/fields.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

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

/** A resource of any type as its describe operation writes it: its name, ARN and creation time are always there. */
export type WireResource = Readonly<Record<string, unknown>>;

/** The member that holds a type's status: the first whose changes are listed and that is called so. */
export const statusMember = ({ list }: AnyResourceType): string =>
  list.changeMembers.find((member) => member.endsWith('Status')) ?? 'Status';

/**
 * Any description of a resource (Dates, ISO strings or epoch seconds; nulls; NaN; bigints) as the service would write it. Members that
 * are null or undefined are left out. Throws a TypeError that names the member for a timestamp that is none.
 */
export const toWire = (members: Fields, raw: WireResource): Record<string, unknown> => wireMembers(members, raw, '');

function wireMembers(members: Fields, raw: WireResource, above: string): Record<string, unknown> {
  const shape: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== null && value !== undefined) shape[name] = wireValue(members[name], value, above + name);
  }
  return shape;
}

/** A value of a field; of one that the definition does not know, as it looks. */
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
