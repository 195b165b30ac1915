import type { FlattenError } from '../../../catalog/flatten.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { maskTagValue } from '../../../catalog/secrets/mask-row.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi, Tag } from '../aws/resource-api.ts';
import { type Observer, observe } from './observe.ts';
import type { PartReader } from './part-reader.ts';
import type { TagReader } from './tag-reader.ts';

/** The dependencies of describing a resource. */
export interface DescribeContext extends Observer {
  readonly api: ResourceApi;
  readonly tags: TagReader;
  readonly parts: PartReader;
}

/** A resource to describe. */
export interface DescribeRequest {
  readonly name: string;
  /** Undefined if only the name is known; otherwise the response must have this ARN. */
  readonly arn?: string | undefined;
  /** ISO 8601, if known. */
  readonly created?: string | undefined;
  /** The listed summary, for types that have no describe operation. */
  readonly listed?: Readonly<Record<string, unknown>> | undefined;
  readonly tags: TagReading;
}

/**
 * How the tags are read: with the describe (`read`) or not at all (`skip`). With `stored`, tags are read first, and the resource is described
 * only if they differ from the stored ones. `readIf` decides after the describe whether tags are read.
 */
export type TagReading =
  | 'read'
  | 'skip'
  | { readonly stored: readonly string[] | null }
  | { readonly readIf: (described: Observation['row']) => Promise<boolean> };

/** The result of a describe. `unchanged`: only the tags were read, and they equal the stored ones. */
export type Described =
  | { readonly outcome: 'stored'; readonly observation: Observation; readonly unknownMembers: readonly string[] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing'; readonly error: CallError }
  | { readonly outcome: 'unreadable'; readonly error: FlattenError };

/**
 * Describes a resource with its tags, masks and flattens the response, and passes it to `store`. Crawls, single describes, confirmations
 * of deletions and events all use it. Throws CallError, except for a missing resource, and the errors of `store`.
 */
export async function describeResource(
  context: DescribeContext,
  wanted: DescribeRequest,
  store: (observation: Observation) => Promise<void>,
): Promise<Described> {
  const askedAt = new Date();
  try {
    const read = await readResource(context, wanted);
    if (!read) return { outcome: 'unchanged' };
    const observeWith = (tags: readonly Tag[] | null) =>
      observe(context, read.response, { source: 'describe', askedAt, tags });
    let observed = observeWith(read.tags);
    if (observed.ok && typeof wanted.tags === 'object' && 'readIf' in wanted.tags) {
      const { row } = observed.observation;
      if (await wanted.tags.readIf(row))
        observed = observeWith(await context.tags.read(String(row[context.type.key.arn])));
    }
    if (!observed.ok) return { outcome: 'unreadable', error: observed.error };
    const { unknownMembers } = observed;
    const observation = { ...observed.observation, row: await context.parts.keep(observed.observation.row) };
    await store(observation);
    return { outcome: 'stored', observation, unknownMembers };
  } catch (error) {
    if (error instanceof CallError && error.kind === 'missing') return { outcome: 'missing', error };
    throw error;
  }
}

/** The response of a describe, and the tags read with it. */
interface DescribeResponse {
  readonly response: Readonly<Record<string, unknown>>;
  readonly tags: readonly Tag[] | null;
}

/** Returns undefined if only the tags were to be compared, and they equal the stored ones. */
async function readResource(
  context: DescribeContext,
  { name, arn, created, listed, tags: wanted }: DescribeRequest,
): Promise<DescribeResponse | undefined> {
  const { api, parts, tags: reader, type, masker } = context;
  const describe = async () => listed ?? (await parts.complete(await api.describe(name, arn, created)));
  if (typeof wanted === 'object' && 'stored' in wanted && arn !== undefined) {
    const tags = await reader.read(arn);
    if (tags === null || areStored(tags, wanted.stored, masker)) return undefined;
    return { response: await describe(), tags };
  }
  if (wanted !== 'read') return { response: await describe(), tags: null };
  if (arn !== undefined) {
    const [response, tags] = await Promise.all([describe(), reader.read(arn)]);
    return { response, tags };
  }
  const response = await describe();
  return { response, tags: await reader.read(String(response[type.identity.arn])) };
}

function areStored(read: readonly Tag[], stored: readonly string[] | null, masker: Masker): boolean {
  const flat = read.map(({ Key = '', Value = '' }) => `${Key}:${maskTagValue(Key, Value, masker)}`).sort();
  return stored !== null && flat.length === stored.length && flat.every((tag, index) => tag === stored[index]);
}
