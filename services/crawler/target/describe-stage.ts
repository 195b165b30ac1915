import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import { type DescribeContext, type Described, describeResource, type Wanted } from '../describe/describe-resource.ts';
import type { Revisits } from './revisits.ts';
import type { Tally } from './tally.ts';

export interface DescribeItem extends Wanted {
  /** Number of the row, where the catalog holds one. */
  readonly id?: number | undefined;
  /** Asked for by stages that may find the same: one describe settles it for all of them. */
  readonly once?: boolean;
}

/** Two pages of names may wait, so that describes go on while the next page is listed and compared. */
const readAhead = 200;

export interface DescribeStageOptions {
  readonly context: DescribeContext;
  readonly concurrency: number;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  /** Takes an observation, and holds back while it has too many. */
  readonly onObservation: (observation: Observation) => Promise<void>;
}

/** Disputes remembered; beyond that some may be settled twice. */
const maxRemembered = 100_000;
/** So many describes denied in a row, and none answered: the role may not describe. Else only single jobs are denied. */
const enoughDenials = 20;

/** Describes resources, so many at once, each on its own: one that fails costs no other. */
export class DescribeStage {
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

  /**
   * Takes a resource to describe; resolves when there is room for the next. Throws what makes it useless to go on. `onUnread` hears
   * where it is not found or cannot be read.
   */
  async add(item: DescribeItem, onUnread?: () => void): Promise<void> {
    while (this.#underWay >= this.#options.concurrency + readAhead && !this.#failure) await this.#change();
    this.#throwFailure();
    if (item.once && item.arn !== undefined) {
      if (this.#settled.has(item.arn)) return;
      if (this.#settled.size < maxRemembered) this.#settled.add(item.arn);
    }
    this.#underWay++;
    this.#limit(async () => {
      if (this.#failure) return;
      if (!(await this.#describe(item))) onUnread?.();
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

  /** Returns whether it could be read. */
  async #describe(item: DescribeItem): Promise<boolean> {
    const { context, tally, revisits, logger, onObservation } = this.#options;
    const { name } = item;
    let described: Described;
    try {
      described = await describeResource(context, item, async (observation) => {
        if (!item.listed) tally.described++;
        tally.read(name);
        revisits.read(name);
        await onObservation(observation);
      });
    } catch (error) {
      if (!(error instanceof CallError) || this.#isAboutAll(error)) throw error;
      logger.error({ resource: name, operation: error.operation }, error.message);
      return this.#failed(item, error.message);
    }
    if (described.outcome === 'missing') {
      this.unfound.set(name, item);
      return false;
    }
    this.#denials = undefined;
    if (described.outcome === 'unreadable') {
      const { error } = described;
      if (!item.listed) tally.described++;
      logger.error({ resource: name, fieldErrors: error.fieldErrors }, error.message);
      return this.#failed(item, error.message);
    }
    if (described.outcome === 'stored' && described.unknownMembers.length > 0)
      logger.debug({ resource: name, members: described.unknownMembers }, 'members unknown to the catalog');
    return true;
  }

  /** Whether an error says that no describe will be answered. */
  #isAboutAll({ kind }: CallError): boolean {
    if (kind === 'invalid') return false;
    // A policy may deny a single job, by its ARN or its tags.
    if (kind === 'denied') return this.#denials !== undefined && ++this.#denials >= enoughDenials;
    // A region that answers nothing will not answer the next either.
    return kind !== 'transient' || this.#options.context.api.caller.isUnreachable;
  }

  #failed({ name, arn, created, id }: DescribeItem, reason: string): false {
    const { tally, revisits } = this.#options;
    tally.failed(name, id);
    revisits.failed({ name, arn: arn ?? null, created_at: created ?? null, reason });
    return false;
  }
}
