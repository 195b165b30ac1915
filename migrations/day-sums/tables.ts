import { type Kysely, sql } from 'kysely';
import { protectByAccount } from '../../db/access/account-policy.ts';
import { comment } from '../billing/comment.ts';
import { type DaySums, dayKey, daySums } from './definitions.ts';

/** The prices of a job's day: `rate` for the instance type, `storage` for volumes. */
const rateJoins = `
  LEFT JOIN billing_rate_account AS own ON own.account_id = s.account_id
  LEFT JOIN billing_rate AS rate
    ON rate.account_id = coalesce(own.account_id, '*') AND rate.region = s.region AND rate.instance_type = u.instance_type
    AND s.day >= rate.valid_from AND s.day < rate.valid_to
  LEFT JOIN billing_rate AS storage
    ON storage.account_id = coalesce(own.account_id, '*') AND storage.region = s.region AND storage.instance_type = ''
    AND s.day >= storage.valid_from AND s.day < storage.valid_to`;

const columnsOf = ({ keys = [], sums, rates = [], derived = [] }: DaySums) => [
  ...sums,
  ...dayKey,
  ...keys,
  ...rates,
  ...derived,
];

/** Sums the stale days up. Columns of fixed width come first, and the day before all. */
function computed(definition: DaySums): string {
  const { keys = [], join = '', where, sums, rates = [], derived = [] } = definition;
  const named = (list: typeof sums) => list.map(([name, expression]) => `${expression} AS ${name}`);
  const groups = [...keys.map(([, expression]) => expression), 'u.instance_type'];
  const [day, ...others] = dayKey;
  return `
    SELECT ${[
      ...named(day ? [day] : []),
      ...sums.map(([name]) => `u.${name}`),
      ...named(others),
      ...keys.map(([name]) => `u.${name}`),
      ...named(rates),
      ...named(derived),
    ].join(',\n      ')}
    FROM billing_stale_day AS s
    CROSS JOIN LATERAL (
      SELECT ${[...named(keys), 'u.instance_type', ...named(sums)].join(',\n        ')}
      FROM billing_usage AS u ${join}
      WHERE u.day = s.day AND u.account_id = s.account_id AND u.region = s.region${where ? ` AND ${where}` : ''}
      GROUP BY ${groups.join(', ')}
    ) AS u ${derived.length > 0 ? rateJoins : ''}`;
}

/**
 * Daily sums of the fact table. They are stored, but for the days of an account and region on which something has changed since:
 * those are stale, and are summed up when they are read, until they are stored anew. So a write of a fact costs no more than a
 * mark, and what is read is true at every moment. Needs `billing_usage`, `billing_job` and `billing_rate`.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createDaySums(db: Kysely<any>): Promise<void> {
  await sql`
    CREATE TABLE billing_stale_day (
      day date NOT NULL,
      account_id text NOT NULL,
      region text NOT NULL,
      PRIMARY KEY (day, account_id, region)
    )`.execute(db);
  for (const definition of daySums) await createTable(db, definition);
  for (const statement of [markStale, markOnUse, markOnTags]) await sql.raw(statement).execute(db);
  for (const [event, tables] of [
    ['INSERT', 'NEW TABLE AS added'],
    ['UPDATE', 'NEW TABLE AS added OLD TABLE AS removed'],
    ['DELETE', 'OLD TABLE AS removed'],
  ] as const) {
    await sql
      .raw(`
      CREATE TRIGGER billing_usage_mark_stale_${event.toLowerCase()} AFTER ${event} ON billing_usage REFERENCING ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION billing_usage_mark_stale()`)
      .execute(db);
  }
  await sql`
    CREATE TRIGGER billing_job_mark_stale AFTER UPDATE ON billing_job REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION billing_job_mark_stale()`.execute(db);
  await protectByAccount(db, 'billing_stale_day');
  for (const [on, text] of comments) await comment(db, on, text);
  for (const [name, , text] of dayKey.slice(0, 3)) await comment(db, `COLUMN billing_stale_day.${name}`, text);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function createTable(db: Kysely<any>, definition: DaySums): Promise<void> {
  const { name, keys = [] } = definition;
  const stored = `${name}_stored`;
  const place = 'day, account_id, region';
  for (const statement of [
    `CREATE VIEW ${name}_computed WITH (security_invoker = true) AS ${computed(definition)}`,
    `CREATE TABLE ${stored} AS TABLE ${name}_computed WITH NO DATA`,
    `CREATE INDEX ${stored}_by_day ON ${stored} (${place})`,
    ...(keys.length > 0
      ? [`CREATE INDEX ${stored}_by_key ON ${stored} (${keys.map(([key]) => key).join(', ')}, day)`]
      : []),
    `CREATE VIEW ${name} WITH (security_invoker = true) AS TABLE ${stored} UNION ALL TABLE ${name}_computed`,
    `GRANT SELECT ON ${name}, ${name}_computed TO sagecat_reader, sagecat_account_reader`,
  ]) {
    await sql.raw(statement).execute(db);
  }
  await protectByAccount(db, stored);
  for (const [relation, text] of [
    [`VIEW ${name}`, definition.comment],
    [`TABLE ${stored}`, `The rows of ${name} but for those of stale days.`],
    [`VIEW ${name}_computed`, `The rows of ${name} of stale days, summed up as they are read.`],
  ] as const) {
    await comment(db, relation, text);
    for (const [column, , meaning] of columnsOf(definition)) {
      await comment(db, `COLUMN ${relation.split(' ')[1]}.${column}`, meaning);
    }
  }
}

/**
 * Marks days as stale, and forgets their sums. Each account and region is changed by one transaction at a time, until it ends: who
 * stores sums shall see all that they are the sums of, and two that mark the same days in different orders would wait for each
 * other in a circle.
 */
const markStale = `
  CREATE FUNCTION billing_mark_stale(places billing_stale_day[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    fresh billing_stale_day[];
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('billing ' || account_id || ' ' || region, 0))
    FROM (SELECT DISTINCT account_id, region FROM unnest(places) ORDER BY 1, 2) AS target;
    WITH marked AS (
      INSERT INTO billing_stale_day SELECT DISTINCT day, account_id, region FROM unnest(places) ON CONFLICT DO NOTHING RETURNING billing_stale_day
    )
    SELECT array_agg(marked.billing_stale_day) INTO fresh FROM marked;
    IF fresh IS NULL THEN RETURN; END IF;
    ${daySums
      .map(
        ({ name }) =>
          `DELETE FROM ${name}_stored AS d USING unnest(fresh) AS f WHERE d.day = f.day AND d.account_id = f.account_id AND d.region = f.region;`,
      )
      .join('\n    ')}
  END $$`;

const markOnUse = `
  CREATE FUNCTION billing_usage_mark_stale() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    places billing_stale_day[];
  BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
      SELECT array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (SELECT DISTINCT day, account_id, region FROM added) AS a;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
      SELECT places || array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (SELECT DISTINCT day, account_id, region FROM removed) AS r;
    END IF;
    IF places IS NOT NULL THEN PERFORM billing_mark_stale(places); END IF;
    RETURN NULL;
  END $$`;

/** The labels of a new job are written with its use, which marks the day. */
const markOnTags = `
  CREATE FUNCTION billing_job_mark_stale() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    places billing_stale_day[];
  BEGIN
    SELECT array_agg(ROW(day, account_id, region)::billing_stale_day) INTO places FROM (
      SELECT DISTINCT u.day, u.account_id, u.region
      FROM added JOIN removed USING (resource_id) JOIN billing_usage AS u USING (resource_id)
      WHERE added.tags IS DISTINCT FROM removed.tags) AS a;
    IF places IS NOT NULL THEN PERFORM billing_mark_stale(places); END IF;
    RETURN NULL;
  END $$`;

const comments: readonly [on: string, text: string][] = [
  [
    'TABLE billing_stale_day',
    'Days of an account and region on which something has changed since their sums were stored; they are summed up as they are read.',
  ],
];

// biome-ignore lint/suspicious/noExplicitAny: as above
export async function dropDaySums(db: Kysely<any>): Promise<void> {
  await sql`DROP TRIGGER billing_job_mark_stale ON billing_job`.execute(db);
  for (const event of ['insert', 'update', 'delete']) {
    await sql.raw(`DROP TRIGGER billing_usage_mark_stale_${event} ON billing_usage`).execute(db);
  }
  await sql`DROP FUNCTION billing_job_mark_stale, billing_usage_mark_stale`.execute(db);
  await sql`DROP FUNCTION billing_mark_stale`.execute(db);
  for (const { name } of daySums) {
    await sql.raw(`DROP VIEW ${name}, ${name}_computed`).execute(db);
    await sql.raw(`DROP TABLE ${name}_stored`).execute(db);
  }
  await sql`DROP TABLE billing_stale_day`.execute(db);
}
