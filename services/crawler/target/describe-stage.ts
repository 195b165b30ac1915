import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { flatten } from '../../../catalog/flatten.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi, Tag } from '../aws/resource-api.ts';
import type { Tally } from './tally.ts';

export interface DescribeItem {
  readonly name: string;
  readonly arn: string;
  /** Whether the tags must be read beside it, with a call more. */
  readonly withTags: boolean;
  /** Given where only the tags are in doubt: these are the ones that the catalog holds. Only others lead to a describe. */
  readonly tagsHeld?: readonly string[] | null;
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
  readonly logger: Logger;
  /** Takes an observation, and holds back while it has too many. */
  readonly onObservation: (observation: Observation) => Promise<void>;
}

/** Disputes remembered; beyond that some may be settled twice. */
const mostRemembered = 100_000;

/** Describes resources, so many at once, each on its own: one that fails costs no other. */
export class DescribeStage {
  /** Why tags could not be read, where they could not. */
  tagsDenied: string | undefined;
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
    if (item.once) {
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

  async #describe({ name, arn, withTags, tagsHeld }: DescribeItem): Promise<DescribeOutcome> {
    const { api, accountId, region, tally, logger, onObservation } = this.#options;
    let response: Readonly<Record<string, unknown>>;
    let tags: Tag[] | null;
    try {
      if (tagsHeld === undefined) {
        [response, tags] = await Promise.all([api.describe(name), withTags ? this.#tags(arn) : null]);
      } else {
        tags = await this.#tags(arn);
        if (tags === null || sameTags(tags, tagsHeld)) return 'observed';
        response = await api.describe(name);
      }
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.kind === 'missing') return 'missing';
      // Denied once is denied for all, and a region that answers nothing will not answer the next either.
      if (error.kind !== 'invalid' && (error.kind !== 'transient' || api.caller.isDark)) throw error;
      tally.failed++;
      logger.error({ job: name, operation: error.operation }, error.message);
      return 'failed';
    }
    tally.described++;
    const flat = flatten(api.type, response, { accountId, region, tags });
    if (!flat.ok) {
      tally.failed++;
      logger.error({ job: name, misfits: flat.error.misfits }, flat.error.message);
      return 'failed';
    }
    if (flat.unknownMembers.length > 0)
      logger.debug({ job: name, members: flat.unknownMembers }, 'members unknown to the catalog');
    await onObservation({ row: flat.row, region, source: 'describe' });
    return 'observed';
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

function sameTags(read: readonly Tag[], held: readonly string[] | null): boolean {
  const flat = read.map(({ Key, Value }) => `${Key}:${Value ?? ''}`).sort();
  return held !== null && flat.length === held.length && flat.every((tag, index) => tag === held[index]);
}
