import type { Migration } from 'kysely/migration';
import * as catalog from './0001-catalog.ts';
import * as crawl from './0002-crawl.ts';
import * as billing from './0003-billing.ts';
import * as access from './0004-access.ts';
import * as billingJobAccess from './0005-billing-job-access.ts';
import * as manifests from './0006-manifests.ts';
import * as query from './0007-query.ts';
import * as secrets from './0008-secrets.ts';
import * as crawlQueue from './0009-crawl-queue.ts';
import * as lists from './0010-lists.ts';
import * as manifestSourceSeen from './0011-manifest-source-seen.ts';
import * as discovery from './0012-discovery.ts';
import * as asOfHorizon from './0013-as-of-horizon.ts';
import * as daySums from './0014-day-sums.ts';
import * as fullCrawlProblem from './0015-full-crawl-problem.ts';
import * as comments from './0016-comments.ts';
import * as billingWrites from './0017-billing-writes.ts';
import * as inputs from './0018-inputs.ts';
import * as filteredOrders from './0019-filtered-orders.ts';
import * as accountLogins from './0020-account-logins.ts';
import * as keyRule from './0022-key-rule.ts';
import * as crawlRevisits from './0025-crawl-revisits.ts';
import * as progress from './0026-progress.ts';
import * as unreportedUse from './0027-unreported-use.ts';
import * as namesAndTags from './0029-names-and-tags.ts';
import * as crawlWorkers from './0030-crawl-workers.ts';

/** Every migration, in the order in which they run. One that is on main is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-catalog': catalog,
  '0002-crawl': crawl,
  '0003-billing': billing,
  '0004-access': access,
  '0005-billing-job-access': billingJobAccess,
  '0006-manifests': manifests,
  '0007-query': query,
  '0008-secrets': secrets,
  '0009-crawl-queue': crawlQueue,
  '0010-lists': lists,
  '0011-manifest-source-seen': manifestSourceSeen,
  '0012-discovery': discovery,
  '0013-as-of-horizon': asOfHorizon,
  '0014-day-sums': daySums,
  '0015-full-crawl-problem': fullCrawlProblem,
  '0016-comments': comments,
  '0017-billing-writes': billingWrites,
  '0018-inputs': inputs,
  '0019-filtered-orders': filteredOrders,
  '0020-account-logins': accountLogins,
  '0022-key-rule': keyRule,
  '0025-crawl-revisits': crawlRevisits,
  '0026-progress': progress,
  '0027-unreported-use': unreportedUse,
  '0029-names-and-tags': namesAndTags,
  '0030-crawl-workers': crawlWorkers,
};
