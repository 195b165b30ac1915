import { setMaxListeners } from 'node:events';
import type { Kysely } from 'kysely';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { JobPlace } from '../../catalog/events/training-job-event.ts';
import { createMasker, type Masker } from '../../catalog/secrets/mask.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { type AccountSession, openAccount } from './account-session.ts';
import type { AccountTarget } from './account-target.ts';
import { ResourceApi } from './aws/resource-api.ts';
import { SageMakerCaller } from './aws/sagemaker-caller.ts';
import { describeResource } from './describe/describe-resource.ts';
import { TagReader } from './describe/tag-reader.ts';
import { RateLimits } from './rate/rate-limits.ts';
import { CallCounts } from './target/call-counts.ts';

export interface DescriberOptions {
  readonly db: Kysely<DatabaseSchema>;
  /** Returns the currently configured and discovered accounts; called once for each account and region. */
  readonly accounts: () => Promise<readonly AccountTarget[]>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly signal: AbortSignal;
  /** Masks the secrets in what is stored; with sagecat's own rules if absent. */
  readonly masker?: Masker | undefined;
  /** Concurrent describes; 4. */
  readonly concurrency?: number;
}

const ownRules = createMasker();

/** Describes single jobs on request, beside the crawls: a few concurrently, and none twice at the same time. */
export class JobDescriber implements AsyncDisposable {
  readonly #options: DescriberOptions;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #limits = new RateLimits();
  readonly #sessions = new Map<string, Promise<AccountSession>>();
  readonly #apis = new Map<string, ResourceApi>();
  /** The number of waiting jobs. */
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #running = new Set<Promise<void>>();

  constructor(options: DescriberOptions) {
    this.#options = options;
    // Every running request listens to it.
    setMaxListeners(0, options.signal);
    this.#limit = pLimit(options.concurrency ?? 4);
  }

  /**
   * Describes a job and stores the result. Never throws: if it fails, the next crawl describes the job, as it does every row that is not
   * complete.
   */
  async describe(job: JobPlace): Promise<void> {
    const { logger, signal } = this.#options;
    if (signal.aborted) return;
    const waiting = this.#waiting.get(job.arn);
    if (waiting) return waiting;
    const described = this.#limit(async () => {
      // An event from now on may be newer than the response, so it gets its own describe.
      this.#waiting.delete(job.arn);
      await this.#describe(job);
    })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const place = { account_id: job.accountId, region: job.region, job: job.name };
        logger.warn({ ...place, err: error }, 'a job was not described');
      })
      .finally(() => this.#running.delete(described));
    this.#waiting.set(job.arn, described);
    this.#running.add(described);
    return described;
  }

  async #describe({ accountId, region, name, arn }: JobPlace): Promise<void> {
    const api = await this.#api(accountId, region);
    if (!api) return;
    const { db, masker = ownRules } = this.#options;
    const tags = new TagReader(api, true);
    const context = { api, type: trainingJob, accountId, region, masker, tags };
    const described = await describeResource(context, { name, arn, tags: 'read' }, async (observation) => {
      await storeRows(db, trainingJob, [observation], { masker });
    });
    if ('error' in described) throw described.error;
  }

  /** Returns the API of an account and region; undefined if the account is not configured. */
  async #api(accountId: string, region: string): Promise<ResourceApi | undefined> {
    const key = `${accountId} ${region}`;
    const known = this.#apis.get(key);
    if (known) return known;
    const { accounts, signal } = this.#options;
    for (const account of await accounts()) {
      if (account.id !== undefined && account.id !== accountId) continue;
      const session = await this.#session(account);
      if (!session.ok || session.accountId !== accountId) continue;
      const caller = new SageMakerCaller({
        accountId,
        region,
        credentials: session.credentials,
        limits: this.#limits,
        counts: new CallCounts(),
        signal,
        timeoutMs: 15_000,
        unreachableAfterMs: 60_000,
      });
      const api = new ResourceApi(trainingJob, caller);
      this.#apis.set(key, api);
      return api;
    }
    return undefined;
  }

  async #session(account: AccountTarget): Promise<AccountSession> {
    const key = JSON.stringify({ ...account, regions: [] });
    const known = this.#sessions.get(key);
    if (known) return known;
    const opening = openAccount(account, this.#options.signal);
    this.#sessions.set(key, opening);
    // A role that cannot be assumed now may be assumed later.
    opening.then(
      ({ ok }) => ok || this.#sessions.delete(key),
      () => this.#sessions.delete(key),
    );
    return opening;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#running);
    for (const { caller } of this.#apis.values()) caller[Symbol.dispose]();
  }
}
