import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import { findQueuedTarget, mergeTarget, nextRequest, readUnsupported } from '../../../db/crawl/requests.ts';
import { addCrawlTarget, endCrawl, endTarget } from '../../../db/crawl/runs.ts';
import { errorLine } from '../aws/failure.ts';
import type { Crawler } from '../crawler.ts';
import { DiscoveryError } from '../discovery/discovery-error.ts';
import { findKnown, namesOf, nothingInScope, planTargets } from '../plan-targets.ts';
import { noResources } from '../summarize.ts';
import { queues } from './queues.ts';

/** A requested crawl whose targets could not be determined: `cause` says why. */
export class UnplannedError extends Error {
  override readonly name = 'UnplannedError';
  readonly crawlId: number;

  constructor(crawlId: number, cause: unknown) {
    super(errorLine(cause), { cause });
    this.crawlId = crawlId;
  }

  /** Whether planning may succeed a little later. */
  get isTransient(): boolean {
    return !(this.cause instanceof DiscoveryError) || this.cause.isTransient;
  }
}

/**
 * Takes the next requested crawl, if any, and queues its targets, all in one transaction, so that a worker that dies here leaves the request
 * as it was. Returns whether there was one; throws UnplannedError.
 */
export async function planNextCrawl({ database, sessions, resourceTypes }: Crawler, boss: PgBoss): Promise<boolean> {
  const request = await nextRequest(database.kysely, { lock: false });
  if (!request) return false;
  // Before the transaction, since this may call AWS.
  const accounts = await sessions.accounts().catch((cause: unknown) => {
    throw new UnplannedError(request.id, cause);
  });
  await recordAccountNames(database.kysely, namesOf(accounts));
  return database.kysely.transaction().execute(async (trx) => {
    const crawl = await nextRequest(trx, { lock: true });
    if (!crawl) return false;
    const { job } = crawl.scope;
    const known = await findKnown(trx, resourceTypes, crawl.scope);
    const asked = job === undefined ? crawl.kind : 'job';
    const planned = planTargets(accounts, resourceTypes, crawl.scope, known);
    if (planned.length === 0) throw new UnplannedError(crawl.id, new DiscoveryError(nothingInScope));
    // A scheduled crawl does not try disabled regions every time; a request may.
    const unsupported =
      crawl.trigger === 'schedule' ? await readUnsupported(trx, { withinHours: 24 }) : new Set<string>();
    const supported = planned.filter(
      (place) => !unsupported.has(`${place.resource_type} ${place.account_id} ${place.region}`),
    );
    const counts = { jobs: noResources, api_calls: {}, throttles: 0 };
    // A crawl without targets is an error: everything may have been left out by mistake.
    for (const { resource_type: resourceType, account_id: accountId, region } of supported.length > 0
      ? supported
      : planned) {
      const queued =
        accountId !== null && asked !== 'job' && (await findQueuedTarget(trx, { resourceType, accountId, region }));
      const id = await addCrawlTarget(trx, crawl.id, { resourceType, accountId, region, asked });
      if (accountId === null) {
        await endTarget(trx, id, { status: 'denied', reason: 'the AWS credentials cannot be used', counts });
      } else if (queued) {
        await mergeTarget(trx, { id, into: queued.id, asked });
      } else {
        const singletonKey = [resourceType, accountId, region, ...(job === undefined ? [] : [job])].join(' ');
        const sent = await boss.send(queues.target, { targetId: id }, { singletonKey, db: fromKysely(trx) });
        if (sent === null)
          await endTarget(trx, id, { status: 'interrupted', reason: 'it is in the queue already', counts });
      }
    }
    await sql`UPDATE crawl SET status = 'running', started_at = now() WHERE id = ${crawl.id}`.execute(trx);
    await endCrawl(trx, crawl.id);
    return true;
  });
}
