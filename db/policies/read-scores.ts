import { type Kysely, type RawBuilder, sql } from 'kysely';
import { resourceTypes } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** How many resources comply with a policy. */
export interface Score {
  readonly compliant: number;
  readonly violated: number;
  readonly exempted: number;
}

/** The dimensions of scores, besides tags by key. */
export const scoreDimensions = ['account_id', 'region', 'owner'] as const;
export type ScoreDimension = (typeof scoreDimensions)[number] | `tags.${string}`;

/** The score of a policy, or of some of the resources that it applies to. */
export interface PolicyScore extends Score {
  readonly policy: string;
  /** The value of the dimension; null for resources without one, and if no dimension is given. */
  readonly value: string | null;
}

/** The visible accounts. */
type Accounts = readonly string[] | 'all';

/** Returns the scores of all policies, or of one, split by a dimension if one is given. */
export async function readScores(
  db: Kysely<DatabaseSchema>,
  {
    policy,
    by,
    accounts = 'all',
  }: { policy?: string | undefined; by?: ScoreDimension | undefined; accounts?: Accounts } = {},
): Promise<PolicyScore[]> {
  const value = by === undefined ? sql`NULL::text` : by.startsWith('tags.') ? sql`value` : sql.ref(by);
  const source = by?.startsWith('tags.') ? byTag(by.slice('tags.'.length)) : sql`policy_score`;
  const { rows } = await sql<PolicyScore>`
    SELECT * FROM (SELECT policy, ${value} AS value, sum(compliant)::bigint AS compliant, sum(violated)::bigint AS violated, sum(exempted)::bigint AS exempted
    FROM ${source} AS score
    WHERE ${policy === undefined ? sql`true` : sql`policy = ${policy}`} AND ${seen(accounts)}
    GROUP BY 1, 2) AS scores ORDER BY policy COLLATE "C", violated DESC, value COLLATE "C"`.execute(db);
  return rows;
}

/** Returns SQL for the verdicts by the value of a tag. It reads every resource that a policy applies to. */
function byTag(key: string): RawBuilder<unknown> {
  const held = resourceTypes.map(
    ({ name }) =>
      sql`SELECT ${sql.lit(name)} AS resource_type, id, tag_map ->> ${key}::text AS value FROM ${sql.table(name)}`,
  );
  return sql`(
    SELECT one.policy, one.compliant, one.violated, one.exempted, verdict.account_id, held.value
    FROM policy_verdict AS verdict
    JOIN (${sql.join(held, sql` UNION ALL `)}) AS held ON held.resource_type = verdict.resource_type AND held.id = verdict.resource_id
    CROSS JOIN LATERAL (
      SELECT jsonb_array_elements_text(complies), 1, 0, 0 UNION ALL SELECT jsonb_array_elements_text(violates), 0, 1, 0
      UNION ALL SELECT jsonb_array_elements_text(verdict.exempted), 0, 0, 1) AS one (policy, compliant, violated, exempted))`;
}

/** The score of a policy at the end of a day (UTC). */
export interface DayScore extends Score {
  readonly day: string;
}

/** Returns the scores of a policy by day, newest first, without days on which nothing was evaluated. */
export async function readScoreDays(
  db: Kysely<DatabaseSchema>,
  policy: string,
  { accounts = 'all', limit }: { accounts?: Accounts; limit: number },
): Promise<DayScore[]> {
  const { rows } = await sql<DayScore>`
    SELECT day::text AS day, sum(compliant)::bigint AS compliant, sum(violated)::bigint AS violated, sum(exempted)::bigint AS exempted
    FROM policy_score_day WHERE policy = ${policy} AND ${seen(accounts)}
    GROUP BY day ORDER BY policy_score_day.day DESC LIMIT ${limit}`.execute(db);
  return rows;
}

const seen = (accounts: Accounts) => (accounts === 'all' ? sql`true` : sql`account_id = ANY(${accounts}::text[])`);

/** Returns the fraction of resources that comply, from 0 to 1, without exempted ones; null if the policy applies to none. */
export const fractionOf = ({ compliant, violated }: Score): number | null =>
  compliant + violated === 0 ? null : compliant / (compliant + violated);
