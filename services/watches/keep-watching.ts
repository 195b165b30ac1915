import { fromKysely, PgBoss, type QueueOptions } from 'pg-boss';
import type { Logger } from 'pino';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { Budget } from '../../db/budgets/read-budget.ts';
import type { Database } from '../../db/database.ts';
import { pause } from '../../db/pause.ts';
import { evaluatePolicies } from '../../db/policies/evaluate-policies.ts';
import { markDead, pruneMessages } from '../../db/watches/deliveries.ts';
import { dueWatches } from '../../db/watches/due-watches.ts';
import { evaluateWatch } from '../../db/watches/evaluate-watch.ts';
import { storeMessages } from '../../db/watches/store-messages.ts';
import type { Send } from './channels/channel.ts';
import { deliver } from './deliver.ts';

export interface WatchingOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** The channels of this process; other processes send on their own. */
  readonly channels: ReadonlyMap<string, Send>;
  readonly budgets: readonly Budget[];
  /** Columns that are never shown. */
  readonly withheld: readonly string[];
  /** The retries of a message; about ten hours by default. */
  readonly retries?: Pick<QueueOptions, 'retryLimit' | 'retryDelay' | 'retryDelayMax'>;
}

/** Milliseconds between two checks for written rows. */
const pollMs = 500;
const deadQueue = 'watch-dead';
const queueOf = (channel: string): string => `watch-channel-${channel}`;

interface Entry {
  readonly deliveryId: string;
  readonly channel: string;
}

/**
 * Evaluates the watches as rows are written, and delivers their messages, until the signal aborts. Each channel has its own queue, so that
 * a broken one delays no other; the messages of a watch are sent one by one, in order. Many processes may run it at once.
 */
export async function keepWatching(options: WatchingOptions): Promise<void> {
  const { database, logger, signal, channels } = options;
  if (channels.size === 0) return;
  const boss = new PgBoss({
    connectionString: database.connectionString,
    application_name: 'sagecat watches',
    schema: 'sagecat_queue',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'the queue has trouble with the database'));
  await boss.start();
  try {
    const watching = new Watching(boss, options);
    await watching.workDeadQueue();
    for (const [channel, send] of channels) await watching.workChannel(channel, send);
    while (!signal.aborted) {
      await watching.evaluateDue();
      await pause(pollMs, signal);
    }
  } finally {
    await boss.stop({ graceful: true, timeout: 20_000 });
  }
}

class Watching {
  readonly #boss: PgBoss;
  readonly #options: WatchingOptions;
  readonly #queues = new Set<string>();
  readonly #workers = new Map<string, string>();
  #prunedAt = 0;
  #failing: string | undefined;

  constructor(boss: PgBoss, options: WatchingOptions) {
    this.#boss = boss;
    this.#options = options;
  }

  /** Removes messages that reached the maximum number of attempts, so that the next messages of their watch follow. */
  async workDeadQueue(): Promise<void> {
    const { database, logger } = this.#options;
    await this.#boss.createQueue(deadQueue, { retentionSeconds: 30 * 86_400 });
    await this.#boss.work<Entry>(deadQueue, { pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const { data } of jobs) {
        await markDead(database.kysely, data.deliveryId);
        await this.#boss.deleteJob(queueOf(data.channel), data.deliveryId);
        logger.error(
          { channel: data.channel, delivery_id: data.deliveryId },
          'a message was tried too often and is given up',
        );
      }
    });
  }

  async workChannel(channel: string, send: Send): Promise<void> {
    const { database, logger, signal } = this.#options;
    await this.#prepareQueue(channel);
    const worker = await this.#boss.work<Entry>(
      queueOf(channel),
      { batchSize: 1, pollingIntervalSeconds: 0.5 },
      async ([job]) => {
        if (!job) return;
        const stop = AbortSignal.any([signal, job.signal]);
        await deliver(database.kysely, job.data.deliveryId, { send, logger, signal: stop });
        // The next at once, rather than at the next poll.
        this.#wakeWorker(channel);
      },
    );
    this.#workers.set(channel, worker);
  }

  /** Evaluates the due watches. An error of one watch is logged once as long as it lasts, and does not affect the others. */
  async evaluateDue(): Promise<void> {
    const { database, logger, signal } = this.#options;
    let failing: string | undefined;
    try {
      const due = await dueWatches(database.kysely, Date.now());
      if (due.some(({ policy }) => policy !== undefined)) await evaluatePolicies(database.kysely, { signal });
      for (const watch of due) {
        await this.#evaluate(watch).catch((error) => {
          // Another process was faster; the next check finds what is left.
          if (isConflict(error)) return;
          failing = String(error);
          if (failing !== this.#failing) logger.warn({ err: error, watch: watch.name }, 'a watch was not evaluated');
        });
      }
      if (Date.now() - this.#prunedAt > 3_600_000) {
        await pruneMessages(database.kysely);
        this.#prunedAt = Date.now();
      }
    } catch (error) {
      failing = String(error);
      if (!signal.aborted && failing !== this.#failing) logger.warn({ err: error }, 'the watches were not evaluated');
    }
    this.#failing = failing;
  }

  /** Evaluates a watch, and stores and queues its messages, in one transaction, so that a process that dies here changes nothing. */
  async #evaluate(watch: Watch): Promise<void> {
    const { database, budgets, withheld } = this.#options;
    for (const channel of watch.channels) await this.#prepareQueue(channel);
    const now = Date.now();
    const deliveries = await database.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const groups = await evaluateWatch(trx, watch.name, { now, budgets, withheld });
        const stored = await storeMessages(trx, watch, groups, now);
        for (const [channel, own] of Map.groupBy(stored, (delivery) => delivery.channel)) {
          const jobs = own.map(({ id }) => ({ id, singletonKey: watch.name, data: { deliveryId: id, channel } }));
          await this.#boss.insert(queueOf(channel), jobs, { db: fromKysely(trx) });
        }
        return stored;
      });
    for (const { channel } of deliveries) this.#wakeWorker(channel);
  }

  #wakeWorker(channel: string): void {
    const worker = this.#workers.get(channel);
    if (worker !== undefined) this.#boss.notifyWorker(worker);
  }

  /** Call it before a transaction: the embedded database has one session, and pg-boss looks up a queue on its own connection. */
  async #prepareQueue(channel: string): Promise<void> {
    const queue = queueOf(channel);
    if (this.#queues.has(queue)) return;
    const settings = {
      retryLimit: 20,
      retryDelay: 1,
      retryDelayMax: 3600,
      ...this.#options.retries,
      retryBackoff: true,
      heartbeatSeconds: 10,
      expireInSeconds: 23 * 3600,
      deadLetter: deadQueue,
    };
    await this.#boss.createQueue(queue, { policy: 'key_strict_fifo', ...settings });
    await this.#boss.updateQueue(queue, settings);
    await this.#boss.getBlockedKeys(queue);
    this.#queues.add(queue);
  }
}

/** Returns whether an error is a serialization failure (SQLSTATE 40001). */
const isConflict = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40001';
