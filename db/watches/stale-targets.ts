import { type Kysely, sql } from 'kysely';
import { namedResources } from '../../catalog/watches/message.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';
import { typeOf } from './matched-rows.ts';
import type { OccurrenceGroup } from './occurrence-group.ts';

/** Returns the targets that have not been complete for the hours of a watch, and the new ones among them by account and state. */
export async function findStale(
  db: Kysely<DatabaseSchema>,
  watch: Watch,
  held: readonly string[],
  { now }: { readonly now: number },
): Promise<{ stale: string[]; occurred: OccurrenceGroup[] }> {
  const before = new Date(now - (watch.hours ?? 0) * 3_600_000);
  const { rows } = await sql<{
    target: string;
    account_id: string;
    account_name: string | null;
    region: string;
    status: string;
  }>`
    SELECT concat(held.account_id, ' ', held.region) AS target, held.account_id, account.name AS account_name, held.region, held.status
    FROM crawl_coverage AS held LEFT JOIN account ON account.account_id = held.account_id
    WHERE held.resource_type = ${typeOf(watch).name} AND held.status NOT IN ('unsupported', 'retired')
      AND coalesce(held.as_of, (SELECT min(target.started_at) FROM crawl_target AS target
        WHERE target.resource_type = held.resource_type AND target.account_id = held.account_id AND target.region = held.region)) < ${before}::timestamptz
    ORDER BY held.account_id, held.region`.execute(db);
  const fresh = rows.filter(({ target }) => !held.includes(target));
  const groups = Map.groupBy(fresh, ({ account_id, status }) => `${account_id} ${status}`);
  return {
    stale: rows.map(({ target }) => target),
    occurred: [...groups.values()].map((targets) => ({
      account_id: targets[0]?.account_id ?? null,
      account_name: targets[0]?.account_name ?? null,
      region: targets.length === 1 ? (targets[0]?.region ?? null) : null,
      reason: targets[0]?.status ?? null,
      count: targets.length,
      ids: [],
      resources: targets.slice(0, namedResources).map(({ region, account_id }) => ({ name: region, arn: account_id })),
    })),
  };
}
