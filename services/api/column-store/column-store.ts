import { type Kysely, sql } from 'kysely';
import { type FieldPath, findField } from '../../../catalog/field-path.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { columnSql, rowAlias } from '../../../db/query/field-sql.ts';
import { isSingleValued, singleValue } from '../../../db/query/value-sql.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { columnOfKey, growColumn, newColumn, type StoredColumn, setValue } from './column.ts';

type ReadRow = { readonly id: number; readonly snapshot: string } & { readonly [column: string]: string | null };

const idsOfBatch = 10_000;
/** The maximum number of distinct lists or maps in a column; beyond that most belong to a single row, and the database counts them. */
const maxLists = 100_000;

/**
 * The facet fields of every row of a resource type, column by column, in memory, for facets and aggregates without a scan of the table.
 * See docs/decisions/column-store.md.
 *
 * It is never stale: before each answer, `refresh` reads the rows written by transactions that its last snapshot did not see
 * (`pg_visible_in_snapshot`).
 */
export class ColumnStore {
  readonly #columns: Map<string, StoredColumn>;
  readonly #db: Kysely<DatabaseSchema>;
  readonly #type: AnyResourceType;
  #snapshot: string | undefined;
  #rowOfId = new Int32Array(0);
  #capacity = 0;
  #size = 0;
  #revision = 0;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(db: Kysely<DatabaseSchema>, type: AnyResourceType) {
    this.#db = db;
    this.#type = type;
    const fields = [...type.facets, 'tag_map', 'deleted_at'].flatMap((path) => findField(type, path) ?? []);
    this.#columns = new Map(
      fields.flatMap((field) => {
        const column = newColumn(field);
        return column ? [[field.path, column] as const] : [];
      }),
    );
  }

  /** The number of rows, including deleted ones. */
  get size(): number {
    return this.#size;
  }

  /** Increases whenever rows are read; earlier results may differ from then on. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether everything has been read once; until then the table answers. */
  get isLoaded(): boolean {
    return this.#snapshot !== undefined;
  }

  /** Returns the column of a field, or of a key of a map; undefined if the store does not hold it. */
  column(path: string): StoredColumn | undefined {
    return this.#columns.get(path) ?? this.#columnOfKey(path);
  }

  #columnOfKey(path: string): StoredColumn | undefined {
    const field = findField(this.#type, path);
    const map = field && this.#columns.get(field.column);
    const [step] = field?.steps ?? [];
    return field && map?.kind === 'map' && step?.kind === 'key' ? columnOfKey(map, field, step.name) : undefined;
  }

  /** Reads every row once. Takes seconds for a million rows, without blocking anything. */
  async load(signal: AbortSignal): Promise<void> {
    const { rows } = await sql<{ snapshot: string; last: number | null }>`
      SELECT pg_current_snapshot()::text AS snapshot, max(id) AS last FROM ${sql.table(this.#type.name)}`.execute(
      this.#db,
    );
    const [{ snapshot, last } = { snapshot: '', last: null }] = rows;
    for (let from = 1; from <= (last ?? 0); from += idsOfBatch) {
      if (signal.aborted) return;
      const id = columnSql('id');
      await this.#take(sql`${id} >= ${from} AND ${id} < ${from + idsOfBatch}`);
    }
    this.#snapshot = snapshot;
  }

  /**
   * Reads what was written since the last call. Resolves once everything committed before the call has been read; calls during a running
   * refresh share the next one.
   */
  refresh(): Promise<void> {
    this.#waiting ??= this.#running.then(() => {
      this.#waiting = undefined;
      const refreshed = this.#refresh();
      // One that failed must not fail those after it.
      this.#running = refreshed.catch(() => {});
      return refreshed;
    });
    return this.#waiting;
  }

  async #refresh(): Promise<void> {
    const since = sql`${this.#snapshot}::pg_snapshot`;
    const writtenBy = columnSql('written_by');
    const snapshot = await this.#take(
      sql`${writtenBy} >= pg_snapshot_xmin(${since}) AND NOT pg_visible_in_snapshot(${writtenBy}, ${since})`,
    );
    this.#snapshot = snapshot ?? this.#snapshot;
  }

  /** Reads rows into their slots, and returns the snapshot in which they were read. */
  async #take(condition: ReturnType<typeof sql>): Promise<string | undefined> {
    const fields = [...this.#columns.values()].map(({ field }) => field);
    const { rows } = await sql<ReadRow>`
      SELECT ${columnSql('id')}, pg_current_snapshot()::text AS snapshot, ${sql.join(fields.map(selectText))}
      FROM ${sql.table(this.#type.name)} AS ${sql.ref(rowAlias)}
      WHERE ${condition} ORDER BY id`.execute(this.#db);
    for (const row of rows) {
      const at = this.#rowOf(row.id);
      let index = 0;
      for (const column of this.#columns.values()) setValue(column, at, row[`f${index++}`] ?? null);
    }
    for (const [path, column] of this.#columns) {
      if ('lists' in column && column.lists.length > maxLists) this.#columns.delete(path);
    }
    if (rows.length > 0) this.#revision += 1;
    return rows[0]?.snapshot;
  }

  #rowOf(id: number): number {
    if (id >= this.#rowOfId.length) {
      const grown = new Int32Array(Math.max(id + 1, this.#rowOfId.length * 2));
      grown.set(this.#rowOfId);
      this.#rowOfId = grown;
    }
    // 0 means that there is no row yet.
    const known = this.#rowOfId[id] ?? 0;
    if (known > 0) return known - 1;
    const row = this.#size;
    if (row >= this.#capacity) {
      this.#capacity = Math.max(1024, this.#capacity * 2);
      for (const column of this.#columns.values()) growColumn(column, this.#capacity);
    }
    this.#size += 1;
    this.#rowOfId[id] = row + 1;
    return row;
  }
}

const selectText = (field: FieldPath, index: number) => {
  const value = isSingleValued(field) ? singleValue(field) : columnSql(field.column);
  return sql`${value}::text AS ${sql.ref(`f${index}`)}`;
};
