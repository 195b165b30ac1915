import pLimit from 'p-limit';
import { addCrawl, addCrawlTarget, endCrawl } from '../../db/crawl/runs.ts';
import { acrossLostConnections } from '../../db/lost-connection.ts';
import { type AccountSession, openAccount } from './account-session.ts';
import type { AccountTarget } from './account-target.ts';
import type { CrawlOptions, CrawlSummary, TargetPlace, TargetSummary } from './crawl-options.ts';
import { RateLimits } from './rate/rate-limits.ts';
import { runTarget } from './run-target.ts';
import { summarize } from './summarize.ts';

export type { AccountTarget } from './account-target.ts';
export type {
  CrawlEvent,
  CrawlOptions,
  CrawlSummary,
  CrawlTuning,
  TargetPlace,
  TargetSummary,
} from './crawl-options.ts';

/**
 * Crawls every account, region and resource type that it is given, in this process. What fails in one target is in its summary and
 * costs no other. Throws what is wrong with the database, and the signal's reason when it aborts: what was stored by then stays, and
 * the next crawl goes on from there.
 */
export async function runCrawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { database, signal, logger, onProgress, kind = 'auto', trigger = 'command', tuning = {} } = options;
  const began = Date.now();
  const db = database.kysely;
  const limits = new RateLimits(tuning.rates, tuning.share);
  const crawlId = await addCrawl(db, { kind, trigger, scope: options.scope ?? {} });
  const crawl = { ...options, logger: logger.child({ crawl_id: crawlId }) };
  const sessions = await Promise.all(
    options.accounts.map(async (account) => ({ account, session: await openAccount(account, signal) })),
  );
  const planned: { targetId: number; place: TargetPlace; session: AccountSession }[] = [];
  for (const { account, session } of sessions) {
    for (const place of placesOf(account, session, options)) {
      const target = { resourceType: place.resource_type, accountId: place.account_id, region: place.region };
      planned.push({ targetId: await addCrawlTarget(db, crawlId, target), place, session });
    }
  }
  onProgress?.({ type: 'crawl-started', crawl_id: crawlId, targets: planned.map(({ place }) => place) });
  const limit = pLimit(tuning.targets ?? 4);
  const targets = await Promise.all(
    planned.map((plan) =>
      limit(async (): Promise<TargetSummary> => {
        signal.throwIfAborted();
        const target = await runTarget({ ...plan, crawl, crawlId, limits });
        const { account_id, region, status, reason, jobs } = target;
        crawl.logger.info({ account_id, region, status, reason, jobs }, 'target ended');
        onProgress?.({ type: 'target-ended', target });
        return target;
      }),
    ),
  );
  await acrossLostConnections(() => endCrawl(db, crawlId), { signal });
  const summary = summarize(crawlId, targets, (Date.now() - began) / 1000);
  onProgress?.({ type: 'crawl-ended', summary });
  return summary;
}

const placesOf = (account: AccountTarget, session: AccountSession, { resourceTypes }: CrawlOptions): TargetPlace[] =>
  resourceTypes.flatMap((type) =>
    account.regions.map((region) => ({
      resource_type: type.name,
      account_id: session.accountId,
      account_name: account.name ?? null,
      region,
    })),
  );
