import type { Logger } from 'pino';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type { CrawlSettings } from '../../config/crawl-section.ts';
import type { Database } from '../../db/database.ts';
import { AccountSessions } from './account-sessions.ts';
import type { AccountTarget } from './account-target.ts';
import { openPartCache, type PartCache } from './describe/part-reader.ts';
import type { ListAccountRegions } from './discovery/list-account-regions.ts';
import { RateLimits } from './rate/rate-limits.ts';

export interface CrawlerOptions {
  readonly database: Database;
  readonly resourceTypes: readonly AnyResourceType[];
  /** Returns the currently configured and discovered accounts. */
  readonly accounts: () => Promise<readonly AccountTarget[]>;
  readonly settings: CrawlSettings;
  /** Masks the secrets in what is read. */
  readonly masker: Masker;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Lists the regions of an account; the account itself is asked if absent. */
  readonly listAccountRegions?: ListAccountRegions | undefined;
  /** The time for deciding which resources have been open for too long, in milliseconds since the epoch; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What the crawls, the worker and the single describes of a process share: settings, account sessions, rate limits, and parts that never change. */
export interface Crawler extends CrawlerOptions {
  readonly sessions: AccountSessions;
  readonly limits: RateLimits;
  readonly parts: PartCache;
}

export const openCrawler = (options: CrawlerOptions): Crawler => ({
  ...options,
  sessions: new AccountSessions(options.accounts, options.signal),
  limits: new RateLimits(options.resourceTypes, options.settings),
  parts: openPartCache(),
});
