import type { Logger } from 'pino';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import {
  type DescribeContext,
  type Described,
  type DescribeRequest,
  describeResource,
} from '../describe/describe-resource.ts';
import { BoundedQueue } from './bounded-queue.ts';
import type { Revisits } from './revisits.ts';
import type { Tally } from './tally.ts';

export interface DescribeItem extends DescribeRequest {
  /** Id of the row, if the catalog has one. */
  readonly id?: number | undefined;
  /** Set by stages that may request the same resource: one describe is enough for all of them. */
  readonly once?: boolean;
}

/** Two pages of names may wait, so that describes continue while the next page is listed and compared. */
const readAhead = 200;

export interface DescribeStageOptions {
  readonly context: DescribeContext;
  readonly concurrency: number;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly logger: Logger;
  /** Takes an observation, and waits while the store has too many. */
  readonly onObservation: (observation: Observation) => Promise<void>;
}

/** The number of disputes to remember; beyond that some may be described twice. */
const maxRemembered = 100_000;
/** After this many denied describes in a row without a success, the role may not describe at all; otherwise only single jobs are denied. */
const maxDenials = 20;

/** Describes resources concurrently and independently: a failed one does not affect the others. */
export class DescribeStage {
  /** Names that describes did not find. */
  readonly notFound = new Map<string, DescribeItem>();
  #denials: number | undefined = 0;
  readonly #options: DescribeStageOptions;
  readonly #queue: BoundedQueue;
  readonly #settled = new Set<string>();

  constructor(options: DescribeStageOptions) {
    this.#options = options;
    this.#queue = new BoundedQueue({ concurrency: options.concurrency, waiting: readAhead });
  }

  /**
   * Queues a resource to be described; resolves when there is room for the next. Throws errors after which no describe can succeed. `onUnread`
   * is called if it is not found or cannot be read.
   */
  async add(item: DescribeItem, onUnread?: () => void): Promise<void> {
    if (item.once && item.arn !== undefined) {
      if (this.#settled.has(item.arn)) return;
      if (this.#settled.size < maxRemembered) this.#settled.add(item.arn);
    }
    await this.#queue.add(async () => {
      if (!(await this.#describe(item))) onUnread?.();
    });
  }

  /** Resolves when everything that was queued is described. Throws errors after which no describe can succeed. */
  idle(): Promise<void> {
    return this.#queue.idle();
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
      this.notFound.set(name, item);
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

  /** Returns whether an error means that no describe will succeed. */
  #isAboutAll({ kind }: CallError): boolean {
    if (kind === 'invalid') return false;
    // A policy may deny a single job, by its ARN or its tags.
    if (kind === 'denied') return this.#denials !== undefined && ++this.#denials >= maxDenials;
    // A region that does not respond will not respond to the next call either.
    return kind !== 'transient' || this.#options.context.api.caller.isUnreachable;
  }

  #failed({ name, arn, created, id }: DescribeItem, reason: string): false {
    const { tally, revisits } = this.#options;
    tally.failed(name, id);
    revisits.failed({ name, arn: arn ?? null, created_at: created ?? null, reason });
    return false;
  }
}
