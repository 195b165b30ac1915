import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { type FlatRow, flatten } from '../../../catalog/flatten.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi, Tag } from '../aws/resource-api.ts';
import type { TagsInDoubt } from './open-tags.ts';
import type { Revisits } from './revisits.ts';
import type { Tally } from './tally.ts';

export interface DescribeItem {
  readonly name: string;
  /** Undefined where only the name is known; else the answer must be about it. */
  readonly arn?: string | undefined;
  /** ISO 8601. */
  readonly created?: string | undefined;
  /** Number of the row, where the catalog holds one. */
  readonly id?: number | undefined;
  /** Whether the tags must be read beside it, with a call more. */
  readonly withTags: boolean;
  /** Given where only the tags are in doubt: these are the ones that the catalog holds. Only others lead to a describe. */
  readonly tagsHeld?: readonly string[] | null;
  /** Given where the tags are known but for what the describe tells. */
  readonly tagsInDoubt?: TagsInDoubt | undefined;
  /** Asked for by stages that may find the same: one describe settles it for all of them. */
  readonly once?: boolean;
}

/** Two pages of names may wait, so that describes go on while the next page is listed and compared. */
const readAhead = 200;

/** What a describe told, beside the observation that it gave. */
export type DescribeOutcome = 'observed' | 'missing' | 'failed';

export interface DescribeStageOptions {
  readonly api: ResourceApi;
  readonly accountId: string;
  readonly region: string;
  readonly concurrency: number;
  /** Whether tags are asked for at all; where not, they are only known where Search brings them. */
  readonly tags: boolean;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  /** Takes an observation, and holds back while it has too many. */
  readonly onObservation: (observation: Observation) => Promise<void>;
}

/** Disputes remembered; beyond that some may be settled twice. */
const mostRemembered = 100_000;
/** So many describes denied in a row, and none answered: the role may not describe. Else only single jobs are denied. */
const enoughDenials = 20;

/** Describes resources, so many at once, each on its own: one that fails costs no other. */
export class DescribeStage {
  /** Why tags could not be read, where they could not. */
  tagsDenied: string | undefined;
  /** What describes did not find, by name. */
  readonly unfound = new Map<string, DescribeItem>();
  #denials: number | undefined = 0;
  readonly #options: DescribeStageOptions;
  readonly #limit: ReturnType<typeof pLimit>;
  #failure: { readonly error: unknown } | undefined;
  readonly #settled = new Set<string>();
  #underWay = 0;
  #wake: (() => void)[] = [];

  constructor(options: DescribeStageOptions) {
    this.#options = options;
    this.#limit = pLimit(options.concurrency);
  }

  /** Takes a resource to describe; resolves when there is room for the next. Throws what makes it useless to go on. */
  async add(item: DescribeItem, onOutcome?: (outcome: DescribeOutcome) => void): Promise<void> {
    while (this.#underWay >= this.#options.concurrency + readAhead && !this.#failure) await this.#change();
    this.#throwFailure();
    if (item.once && item.arn !== undefined) {
      if (this.#settled.has(item.arn)) return;
      if (this.#settled.size < mostRemembered) this.#settled.add(item.arn);
    }
    this.#underWay++;
    this.#limit(async () => {
      if (this.#failure) return;
      const outcome = await this.#describe(item);
      onOutcome?.(outcome);
    })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#underWay--;
        for (const wake of this.#wake.splice(0)) wake();
      });
  }

  /** Resolves when everything that was taken is described. Throws what makes it useless to go on. */
  async idle(): Promise<void> {
    while (this.#underWay > 0) await this.#change();
    this.#throwFailure();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async #describe(item: DescribeItem): Promise<DescribeOutcome> {
    const { api, accountId, region, tally, revisits, logger, onObservation } = this.#options;
    const { name } = item;
    const askedAt = new Date();
    let answer: Answer | undefined;
    try {
      answer = await this.#ask(item);
      this.#denials = undefined;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.kind === 'missing') {
        this.unfound.set(name, item);
        return 'missing';
      }
      if (this.#isAboutAll(error)) throw error;
      logger.error({ job: name, operation: error.operation }, error.message);
      return this.#failed(item, error.message);
    }
    if (!answer) return 'observed';
    tally.described++;
    const flat = flatten(api.type, answer.response, { accountId, region, tags: answer.tags });
    if (!flat.ok) {
      logger.error({ job: name, fieldErrors: flat.error.fieldErrors }, flat.error.message);
      return this.#failed(item, flat.error.message);
    }
    if (flat.unknownMembers.length > 0)
      logger.debug({ job: name, members: flat.unknownMembers }, 'members unknown to the catalog');
    const { row } = await this.#withTagsInDoubt(item, flat, answer.response);
    tally.read(name);
    revisits.read(name);
    await onObservation({ row, region, source: 'describe', askedAt });
    return 'observed';
  }

  /** The row with the tags that it was described to need after all. */
  async #withTagsInDoubt(
    { tagsInDoubt }: DescribeItem,
    described: { readonly row: FlatRow },
    response: Answer['response'],
  ): Promise<{ readonly row: FlatRow }> {
    const { api, accountId, region } = this.#options;
    if (!(await tagsInDoubt?.(described.row))) return described;
    const tags = await this.#tags(String(described.row[api.type.key.arn]));
    const flat = flatten(api.type, response, { accountId, region, tags });
    return flat.ok ? flat : described;
  }

  /** Undefined where nothing but the tags was in doubt, and they are as held. */
  async #ask({ name, arn, withTags, tagsHeld }: DescribeItem): Promise<Answer | undefined> {
    const { api } = this.#options;
    if (tagsHeld !== undefined && arn !== undefined) {
      const tags = await this.#tags(arn);
      if (tags === null || sameTags(tags, tagsHeld)) return undefined;
      return { response: await api.describe(name, arn), tags };
    }
    const [response, tags] = await Promise.all([
      api.describe(name, arn),
      withTags && arn !== undefined ? this.#tags(arn) : null,
    ]);
    if (!withTags || arn !== undefined) return { response, tags };
    return { response, tags: await this.#tags(String(response[api.type.identity.arn])) };
  }

  /** Whether an error says that no describe will be answered. */
  #isAboutAll({ kind }: CallError): boolean {
    if (kind === 'invalid') return false;
    // A policy may deny a single job, by its ARN or its tags.
    if (kind === 'denied') return this.#denials !== undefined && ++this.#denials >= enoughDenials;
    // A region that answers nothing will not answer the next either.
    return kind !== 'transient' || this.#options.api.caller.isUnreachable;
  }

  #failed({ name, arn, created, id }: DescribeItem, reason: string): 'failed' {
    const { tally, revisits } = this.#options;
    tally.failed(name, id);
    revisits.failed({ name, arn: arn ?? null, created_at: created ?? null, reason });
    return 'failed';
  }

  /** Null where the role may not read tags: the rows then say that they were not read. */
  async #tags(arn: string): Promise<Tag[] | null> {
    if (this.tagsDenied !== undefined || !this.#options.tags) return null;
    try {
      return await this.#options.api.tags(arn);
    } catch (error) {
      if (!(error instanceof CallError) || error.kind !== 'denied') throw error;
      this.tagsDenied = error.message;
      return null;
    }
  }
}

/** What a describe answered, and the tags that were read beside it. */
interface Answer {
  readonly response: Readonly<Record<string, unknown>>;
  readonly tags: Tag[] | null;
}

const flatTags = (tags: readonly Tag[]): string[] => tags.map(({ Key, Value }) => `${Key}:${Value ?? ''}`).sort();

function sameTags(read: readonly Tag[], held: readonly string[] | null): boolean {
  const flat = flatTags(read);
  return held !== null && flat.length === held.length && flat.every((tag, index) => tag === held[index]);
}
