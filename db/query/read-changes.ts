import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Difference } from '../../catalog/differences.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { fieldDifferences, overlapsFields } from './changed-fields.ts';
import { columnSql } from './field-sql.ts';
import type { Position } from './list-page.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

export const changeKinds = ['first_seen', 'changed', 'deleted', 'restored'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A change of one resource, and when sagecat saw it. */
export interface CatalogChange {
  /** ISO 8601. */
  readonly seen_at: string;
  readonly kind: ChangeKind;
  readonly resource_type: string;
  readonly arn: string;
  readonly name: string;
  /** Identifies the resource together with the ARN, since a name can be used again. */
  readonly creation_time: string;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  /** Empty for `first_seen`. */
  readonly differences: Difference[];
}

/** Changes of rows of one resource type. */
export interface ChangedRows {
  /** A selection of current rows. */
  readonly rows: RowSelection;
  /** Only changes and differences of these fields, or within them. */
  readonly fields?: readonly string[] | undefined;
}

/** The changes to read. */
export interface ChangeSelection {
  readonly of: readonly ChangedRows[];
  readonly kinds: readonly ChangeKind[];
  /** Seen at this moment or later, ISO 8601. */
  readonly since?: string | undefined;
  /** Seen at this moment or earlier, ISO 8601. */
  readonly until?: string | undefined;
}

/** A change with its position in the order in which it was read. */
export interface PositionedChange extends CatalogChange {
  readonly place: Position;
}

type Sql = RawBuilder<unknown>;

/** A source of changes of one resource type: inserted rows, or the history. */
interface Source {
  /** Orders changes at the same time, and is part of their position. */
  readonly name: string;
  readonly kind: Sql;
  readonly id: Sql;
  readonly seenAt: Sql;
  readonly writtenBy: Sql;
  readonly before: Sql;
  readonly after: Sql;
  readonly from: Sql;
  readonly conditions: readonly Sql[];
  readonly changed: ChangedRows;
}

/** An order of changes: by time or transaction, then by source and id. */
interface Order {
  readonly key: (source: Source) => Sql;
  readonly type: Sql;
  readonly descending: boolean;
}

const newestFirst: Order = { key: ({ seenAt }) => seenAt, type: sql`timestamptz`, descending: true };
const asCommitted: Order = { key: ({ writtenBy }) => writtenBy, type: sql`xid8`, descending: false };

/** Returns the newest changes, or those after a position, newest first, without mere progress of counters. */
export const readChanges = (
  db: Kysely<DatabaseSchema>,
  selection: ChangeSelection,
  { limit, after }: { readonly limit: number; readonly after?: Position | undefined },
): Promise<PositionedChange[]> => read(db, selection, newestFirst, limit, () => [], after);

/**
 * Returns the changes of transactions after a position and before `end`, in the order of the transactions. If `end` is a result of
 * `committedBefore`, no change is missed or returned twice.
 */
export const readCommittedChanges = (
  db: Kysely<DatabaseSchema>,
  selection: ChangeSelection,
  { limit, after, end }: { readonly limit: number; readonly after: Position; readonly end: string },
): Promise<PositionedChange[]> =>
  read(db, selection, asCommitted, limit, ({ writtenBy }) => [sql`${writtenBy} < ${end}::xid8`], after);

/** Returns the transaction before which all others have ended, so that their changes are final. */
export async function committedBefore(db: Kysely<DatabaseSchema>): Promise<string> {
  const { rows } = await sql<{ xid: string }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid`.execute(db);
  return rows[0]?.xid ?? '0';
}

/** Returns the position before all changes of a transaction and of later ones. */
export const positionBefore = (transaction: string): Position => ({ value: `${transaction} `, id: 0 });

/** Returns the transaction of a position of `readCommittedChanges`. */
export const transactionOf = ({ value }: Position): bigint => BigInt(value?.split(' ')[0] ?? 0);

interface ReadChange extends Omit<CatalogChange, 'differences'> {
  readonly key: string;
  readonly source: string;
  readonly id: number;
  readonly before: FlatValue;
  readonly after: FlatValue;
}

async function read(
  db: Kysely<DatabaseSchema>,
  selection: ChangeSelection,
  order: Order,
  limit: number,
  further: (source: Source) => Sql[],
  after: Position | undefined,
): Promise<PositionedChange[]> {
  const sources = selection.of.flatMap((changed) => sourcesOf(changed, selection.kinds));
  if (sources.length === 0) return [];
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  const parts = sources.map((source) => {
    const conditions = [...source.conditions, ...further(source), ...behind(source, order, after)];
    if (selection.since !== undefined) conditions.push(sql`${source.seenAt} >= ${selection.since}::timestamptz`);
    if (selection.until !== undefined) conditions.push(sql`${source.seenAt} <= ${selection.until}::timestamptz`);
    return sql`(SELECT ${order.key(source)} AS ordered, ${source.name}::text COLLATE "C" AS source, ${source.id} AS id,
        ${source.seenAt} AS seen_at, ${source.kind} AS kind, ${shown(source.changed.rows.type)},
        ${source.before} AS before, ${source.after} AS after
      FROM ${source.from} WHERE ${whereRows(source.changed.rows, ...conditions)}
      ORDER BY ${order.key(source)} ${direction}, ${source.id} ${direction} LIMIT ${sql.lit(limit)})`;
  });
  const key = order.descending ? sql`seen_at` : sql`ordered::text`;
  const { rows } = await sql<ReadChange>`
    SELECT ${key} AS key, source, id, seen_at, kind, resource_type, arn, name, creation_time, account_id, account_name, region, before, after
    FROM (${sql.join(parts, sql` UNION ALL `)}) AS change
    ORDER BY ordered ${direction}, source ${direction}, id ${direction} LIMIT ${sql.lit(limit)}`.execute(db);
  const fieldsOf = new Map(selection.of.map(({ rows: { type }, fields }) => [type.name, fields]));
  return rows.map(({ key, source, id, before, after: now, ...change }) => ({
    ...change,
    differences: fieldDifferences(before, now, fieldsOf.get(change.resource_type)),
    place: { value: `${key} ${source}`, id },
  }));
}

/** The columns that identify the resource, under the same names for all types. */
const shown = ({ name, key }: AnyResourceType): Sql =>
  sql`${name}::text AS resource_type, ${columnSql(key.arn)} AS arn, ${columnSql(key.name)} AS name,
    ${columnSql(key.createdAt)} AS creation_time, ${columnSql('account_id')}, ${columnSql('account_name')}, ${columnSql('region')}`;

function sourcesOf(changed: ChangedRows, kinds: readonly ChangeKind[]): Source[] {
  const { rows, fields } = changed;
  const sources: Source[] = [];
  // The first version of a resource has no differences.
  if (kinds.includes('first_seen') && !fields) {
    sources.push({
      name: `${rows.type.name}/added`,
      kind: sql`'first_seen'`,
      id: columnSql('id'),
      seenAt: columnSql('first_seen_at'),
      writtenBy: columnSql('inserted_by'),
      before: sql`'{}'::jsonb`,
      after: sql`'{}'::jsonb`,
      from: fromRows(rows),
      conditions: [],
      changed,
    });
  }
  const recorded = kinds.filter((kind) => kind !== 'first_seen');
  if (recorded.length > 0) {
    sources.push({
      name: `${rows.type.name}/changed`,
      kind: sql`change.kind`,
      id: sql`change.id`,
      seenAt: sql`change.seen_at`,
      writtenBy: sql`change.written_by`,
      // Differences of tags are those of the list.
      before: sql`change.before - 'tag_map'`,
      after: sql`change.after - 'tag_map'`,
      from: sql`resource_change AS change JOIN ${fromRows(rows)} ON ${columnSql('id')} = change.resource_id`,
      conditions: [
        sql`change.resource_type = ${rows.type.name}`,
        sql`change.kind = ANY(${recorded})`,
        ...(fields ? [overlapsFields(sql`change.fields`, fields)] : []),
      ],
      changed,
    });
  }
  return sources;
}

/** Returns the conditions for changes after a position. At the same time, sources are ordered by name. */
function behind(source: Source, order: Order, after: Position | undefined): Sql[] {
  if (after?.value === undefined || after.value === null) return [];
  const [at, name = ''] = after.value.split(' ');
  const key = order.key(source);
  const value = sql`${at}::${order.type}`;
  const beyond = sql.raw(order.descending ? '<' : '>');
  if (source.name === name) return [sql`(${key}, ${source.id}) ${beyond} (${value}, ${after.id}::bigint)`];
  const isBehind = source.name > name !== order.descending;
  return [sql`${key} ${beyond}${isBehind ? sql`=` : sql``} ${value}`];
}
