import type { FastifyRequest } from 'fastify';
import { Gauge, Registry } from 'prom-client';
import { findField } from '../../catalog/field-path.ts';
import { resourceTypes } from '../../catalog/resource-types.ts';
import { readOngoingCost } from '../../db/billing/read-ongoing-cost.ts';
import { readRunningCost } from '../../db/billing/read-running.ts';
import { readCrawlMetrics } from '../../db/crawl/read-crawl-metrics.ts';
import type { Database } from '../../db/database.ts';
import type { Aggregator } from './aggregator.ts';

/** The maximum number of age series: those of the oldest targets, to keep Prometheus small. */
const maxAges = 1000;
/** The maximum number of distinct statuses. */
const maxStatuses = 50;
const cacheMs = 15_000;

/**
 * The state of the catalog and its crawls, for Prometheus. It is read at most every 15 seconds, however often it is scraped; if the database
 * does not answer, `sagecat_catalog_readable` is 0 and all other metrics are absent.
 */
export class CatalogMetrics {
  readonly #database: Database;
  readonly #registry = new Registry();
  readonly #readable = this.#gauge('sagecat_catalog_readable', 'Whether the catalog could be read for these metrics.');
  readonly #age = this.#gauge(
    'sagecat_target_age_seconds',
    'Time since the last complete crawl of an account and region began; the oldest 1,000.',
    ['type', 'account_id', 'account_name', 'region'],
  );
  readonly #targets = this.#gauge('sagecat_targets', 'Accounts and regions by how their last crawl ended.', [
    'type',
    'status',
  ]);
  readonly #never = this.#gauge(
    'sagecat_targets_never_complete',
    'Accounts and regions that are crawled and were never listed completely.',
    ['type'],
  );
  readonly #jobs = this.#gauge('sagecat_resources', 'Resources that exist, by status.', ['type', 'status']);
  readonly #waiting = this.#gauge('sagecat_crawls_waiting', 'Crawls that were asked for and that nobody has taken.');
  readonly #underWay = this.#gauge('sagecat_crawl_targets', 'Targets of crawls that are queued or running.', ['state']);
  readonly #workers = this.#gauge('sagecat_crawl_workers', 'Processes that take crawls.');
  readonly #calls = this.#gauge(
    'sagecat_crawl_calls_last_hour',
    'Calls to AWS by the targets that were crawled within the last hour.',
    ['operation'],
  );
  readonly #throttles = this.#gauge(
    'sagecat_crawl_throttles_last_hour',
    'Of these, calls that AWS answered with a throttle.',
  );
  readonly #soFar = this.#gauge('sagecat_running_jobs_cost', 'What the jobs that run have cost so far.', [
    'type',
    'currency',
  ]);
  readonly #projected = this.#gauge(
    'sagecat_running_jobs_projected_cost',
    'What the jobs that run will have cost at most, at their maximum run time.',
    ['type', 'currency'],
  );
  readonly #unpriced = this.#gauge(
    'sagecat_running_jobs_unpriced',
    'Jobs that run and have no price; in neither sum.',
    ['type', 'currency'],
  );
  readonly #hourly = this.#gauge(
    'sagecat_ongoing_cost_per_hour',
    'What an hour costs of resources that go on until they are deleted, such as endpoints.',
    ['type', 'currency'],
  );
  readonly #ongoingUnpriced = this.#gauge(
    'sagecat_ongoing_unpriced',
    'Parts of such resources whose instances have no price; not in the sum.',
    ['type', 'currency'],
  );
  #kept: { until: number; text: Promise<string> } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Returns Prometheus's text format. `request` must be one that may see every account. */
  text(request: FastifyRequest, aggregator: Aggregator): Promise<string> {
    const now = Date.now();
    if (!this.#kept || this.#kept.until <= now) {
      this.#kept = { until: now + cacheMs, text: this.#read(request, aggregator) };
    }
    return this.#kept.text;
  }

  async #read(request: FastifyRequest, aggregator: Aggregator): Promise<string> {
    this.#registry.resetMetrics();
    try {
      await this.#readCrawls();
      await this.#readStatuses(request, aggregator);
      for (const { resource_type: type, currency, so_far, at_limit, unpriced } of await readRunningCost(
        this.#database.kysely,
      )) {
        this.#soFar.set({ type, currency }, so_far);
        this.#projected.set({ type, currency }, at_limit);
        this.#unpriced.set({ type, currency }, unpriced);
      }
      for (const { resource_type: type, currency, hourly, unpriced } of await readOngoingCost(this.#database.kysely)) {
        this.#hourly.set({ type, currency }, hourly);
        this.#ongoingUnpriced.set({ type, currency }, unpriced);
      }
      this.#readable.set(1);
      return await this.#registry.metrics();
    } catch (err) {
      request.log.warn({ err }, 'the catalog could not be read for metrics');
      this.#registry.resetMetrics();
      this.#readable.set(0);
      return await this.#registry.getSingleMetricAsString('sagecat_catalog_readable');
    }
  }

  async #readCrawls(): Promise<void> {
    const crawls = await readCrawlMetrics(this.#database.kysely, maxAges);
    for (const { resource_type: type, account_id, account_name, region, age } of crawls.ages) {
      this.#age.set({ type, account_id, account_name, region }, age);
    }
    for (const { resource_type: type, status, targets } of crawls.targets) this.#targets.set({ type, status }, targets);
    for (const { resource_type: type, targets } of crawls.neverComplete) this.#never.set({ type }, targets);
    this.#waiting.set(crawls.waitingCrawls);
    this.#underWay.set({ state: 'queued' }, crawls.underWay.queued);
    this.#underWay.set({ state: 'running' }, crawls.underWay.running);
    this.#workers.set(crawls.workers);
    for (const { operation, calls } of crawls.calls) this.#calls.set({ operation }, calls);
    this.#throttles.set(crawls.throttles);
  }

  /** Counts in the memory columns, once they are loaded: milliseconds for a million jobs. */
  async #readStatuses(request: FastifyRequest, aggregator: Aggregator): Promise<void> {
    for (const type of resourceTypes) {
      const path = type.facets.find((name) => name.endsWith('_status'));
      const field = path === undefined ? undefined : findField(type, path);
      if (!field) continue;
      const rows = { type, condition: { kind: 'all' as const }, accounts: 'all' as const };
      const { facets } = await aggregator.facets(request, rows, [field], maxStatuses);
      for (const { value, count } of facets[0]?.values ?? []) {
        this.#jobs.set({ type: type.name, status: String(value) }, count);
      }
    }
  }

  #gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }
}
