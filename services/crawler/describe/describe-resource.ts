import type { FlattenError } from '../../../catalog/flatten.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { maskTagValue } from '../../../catalog/secrets/mask-row.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi, Tag } from '../aws/resource-api.ts';
import { type Observer, observe } from './observe.ts';
import type { TagReader } from './tag-reader.ts';

/** What a resource is described with. */
export interface DescribeContext extends Observer {
  readonly api: ResourceApi;
  readonly tags: TagReader;
}

/** A resource to describe. */
export interface Wanted {
  readonly name: string;
  /** Undefined where only the name is known; else the answer must be about it. */
  readonly arn?: string | undefined;
  /** ISO 8601, where it is known. */
  readonly created?: string | undefined;
  /** What the listing told, where that is all that there is to read. */
  readonly listed?: Readonly<Record<string, unknown>> | undefined;
  readonly tags: TagsWanted;
}

/**
 * What a describe must tell of the tags: `read` asks for them beside it, `skip` leaves them as they are. With `held`, the tags are
 * asked first, and the resource is described only where they differ from those. `inDoubt` tells from the described row whether they
 * must be asked after all.
 */
export type TagsWanted =
  | 'read'
  | 'skip'
  | { readonly held: readonly string[] | null }
  | { readonly inDoubt: (described: Observation['row']) => Promise<boolean> };

/** What came of a describe. `unchanged`: only the tags were asked for, and they are those that are held. */
export type Described =
  | { readonly outcome: 'stored'; readonly observation: Observation; readonly unknownMembers: readonly string[] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'missing'; readonly error: CallError }
  | { readonly outcome: 'unreadable'; readonly error: FlattenError };

/**
 * Describes a resource with its tags and hands it, masked, to the store. The only way from an answer about one resource into the
 * catalog. Throws CallError for all but what does not exist, and what the store throws.
 */
export async function describeResource(
  context: DescribeContext,
  wanted: Wanted,
  store: (observation: Observation) => Promise<void>,
): Promise<Described> {
  const askedAt = new Date();
  try {
    const answer = await ask(context, wanted);
    if (!answer) return { outcome: 'unchanged' };
    const observeWith = (tags: readonly Tag[] | null) =>
      observe(context, answer.response, { source: 'describe', askedAt, tags });
    let observed = observeWith(answer.tags);
    if (observed.ok && typeof wanted.tags === 'object' && 'inDoubt' in wanted.tags) {
      const { row } = observed.observation;
      if (await wanted.tags.inDoubt(row))
        observed = observeWith(await context.tags.read(String(row[context.type.key.arn])));
    }
    if (!observed.ok) return { outcome: 'unreadable', error: observed.error };
    const { observation, unknownMembers } = observed;
    await store(observation);
    return { outcome: 'stored', observation, unknownMembers };
  } catch (error) {
    if (error instanceof CallError && error.kind === 'missing') return { outcome: 'missing', error };
    throw error;
  }
}

/** What a describe answered, and the tags that were read beside it. */
interface Answer {
  readonly response: Readonly<Record<string, unknown>>;
  readonly tags: readonly Tag[] | null;
}

/** Returns undefined where nothing but the tags was in doubt, and they are as held. */
async function ask(
  context: DescribeContext,
  { name, arn, created, listed, tags: wanted }: Wanted,
): Promise<Answer | undefined> {
  const { api, tags: reader, type, masker } = context;
  const describe = async () => listed ?? (await api.describe(name, arn, created));
  if (typeof wanted === 'object' && 'held' in wanted && arn !== undefined) {
    const tags = await reader.read(arn);
    if (tags === null || areHeld(tags, wanted.held, masker)) return undefined;
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

function areHeld(read: readonly Tag[], held: readonly string[] | null, masker: Masker): boolean {
  const flat = read.map(({ Key = '', Value = '' }) => `${Key}:${maskTagValue(Key, Value, masker)}`).sort();
  return held !== null && flat.length === held.length && flat.every((tag, index) => tag === held[index]);
}
