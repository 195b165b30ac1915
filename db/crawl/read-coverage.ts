import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { CoverageStatus } from './schema.ts';

/** What the catalog covers of one account and region, and how recent it is. Times are ISO 8601. */
export interface Coverage {
  readonly resource_type: string;
  readonly account_id: string;
  /** Null if unknown. */
  readonly account_name: string | null;
  readonly region: string;
  /** How the last attempt ended, and why it was not complete; `retired` if there will be no further one. */
  readonly status: CoverageStatus;
  readonly reason: string | null;
  /** Start of the last complete crawl; null if there was none. */
  readonly as_of: string | null;
  /** Start of the last complete full crawl: deletions and tags are up to date as of then. */
  readonly full_as_of: string | null;
  readonly watermark: string | null;
  readonly attempted_at: string;
  readonly crawl_id: number | null;
}

/** Selects targets; an absent member selects all. */
export interface CoverageScope {
  readonly resourceType?: string | undefined;
  readonly accountIds?: readonly string[] | undefined;
  /** Ids or names of accounts. */
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
}

/** Totals over targets. */
export interface CoverageSums {
  readonly targets: number;
  readonly by_status: Partial<Record<CoverageStatus, number>>;
  /** The oldest `as_of` of the targets that were ever complete, without unsupported and retired ones; null if there is none. */
  readonly as_of: string | null;
  /** The number of crawled targets that were never complete: the catalog has nothing or only a part of them. */
  readonly never_complete: number;
}

export interface CoveragePage {
  readonly limit?: number | undefined;
  /** Starts after the target with this key. */
  readonly after?: Pick<Coverage, 'account_id' | 'region' | 'resource_type'> | undefined;
  /** By account and region; or the worst first: denied, partial, unsupported, of these the never complete ones, then the oldest. */
  readonly order?: 'place' | 'worst';
}

const key = ['account_id', 'region', 'resource_type'].map((column) => sql.ref(`held.${column}`));
const order = {
  place: sql.join(key),
  worst: sql.join([
    sql`array_position(ARRAY['denied', 'partial', 'unsupported', 'retired', 'complete'], held.status)`,
    sql`held.as_of NULLS FIRST`,
    ...key,
  ]),
};

/** Returns the coverage by target. */
export async function readCoverage(
  db: Kysely<DatabaseSchema>,
  scope: CoverageScope,
  { limit, after, order: by = 'place' }: CoveragePage = {},
): Promise<Coverage[]> {
  const behind = after && sql`(${sql.join(key)}) > (${after.account_id}, ${after.region}, ${after.resource_type})`;
  const { rows } = await sql<Coverage>`
    SELECT held.*, account.name AS account_name
    FROM crawl_coverage AS held LEFT JOIN account ON account.account_id = held.account_id
    WHERE ${within(scope)} AND ${behind ?? sql`true`}
    ORDER BY ${order[by]}
    ${limit === undefined ? sql`` : sql`LIMIT ${limit}`}`.execute(db);
  return rows;
}

/** Returns the totals of the coverage. */
export async function sumCoverage(db: Kysely<DatabaseSchema>, scope: CoverageScope): Promise<CoverageSums> {
  const { rows } = await sql<{ status: CoverageStatus; targets: number; as_of: string | null; never: number }>`
    SELECT held.status, count(*) AS targets, min(held.as_of) AS as_of, count(*) FILTER (WHERE held.as_of IS NULL) AS never
    FROM crawl_coverage AS held LEFT JOIN account ON account.account_id = held.account_id
    WHERE ${within(scope)} GROUP BY held.status ORDER BY held.status`.execute(db);
  const crawled = rows.filter(({ status }) => status !== 'unsupported' && status !== 'retired');
  return {
    targets: rows.reduce((sum, { targets }) => sum + targets, 0),
    by_status: Object.fromEntries(rows.map(({ status, targets }) => [status, targets])),
    as_of: crawled.flatMap(({ as_of }) => as_of ?? []).sort()[0] ?? null,
    never_complete: crawled.reduce((sum, { never }) => sum + never, 0),
  };
}

/** Returns whether the last crawl of every target was complete. Retired targets do not count. */
export const isComplete = ({ targets, by_status }: CoverageSums): boolean =>
  targets > 0 && (by_status.complete ?? 0) + (by_status.retired ?? 0) === targets;

function within({ resourceType, accountIds, accounts, regions, statuses }: CoverageScope): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (resourceType !== undefined) conditions.push(sql`held.resource_type = ${resourceType}`);
  if (accountIds) conditions.push(sql`held.account_id = ANY(${accountIds})`);
  if (accounts) conditions.push(sql`(held.account_id = ANY(${accounts}) OR account.name = ANY(${accounts}))`);
  if (regions) conditions.push(sql`held.region = ANY(${regions})`);
  if (statuses) conditions.push(sql`held.status = ANY(${statuses})`);
  return sql.join(conditions, sql` AND `);
}
