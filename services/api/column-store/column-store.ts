import { type Kysely, type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type FieldPath, findField } from '../../../catalog/field-path.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { isWrittenSince } from '../../../db/query/changed-rows.ts';
import { columnSql, rowAlias } from '../../../db/query/field-sql.ts';
import { isSingleValued, manyValues, singleValue } from '../../../db/query/value-sql.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import {
  capacityOf,
  columnOfKey,
  growColumn,
  isHoldable,
  newColumn,
  newMapColumn,
  type StoredColumn,
  setValue,
  sizeOf,
} from './column.ts';
import { compressBytes, decompressBytes, packColumn, packVersion, unpackColumn } from './pack-column.ts';
import { forgetColumns, readSavedColumns, saveColumns } from './saved-columns.ts';

type ReadRow = { readonly id: number; readonly snapshot: string } & { readonly [column: string]: string | null };

const idsOfBatch = 10_000;
/** Bytes that the columns of other fields than facets may take. */
const maxOtherBytes = 96 * 2 ** 20;
/** The key under which the ids of the rows are saved. */
const savedIds = 'id';
const leastRowsToSave = 2000;
const minMsBetweenSaves = 300_000;

export interface ColumnStoreOptions {
  readonly db: Kysely<DatabaseSchema>;
  readonly type: AnyResourceType;
  readonly logger: Logger;
  /** Ends what is done in the background. */
  readonly signal: AbortSignal;
}

/**
 * Fields of every row of a resource type, column by column, in memory, for facets and aggregates without a scan of the table: the facets
 * of the definition, and other fields once somebody asks for them. See docs/decisions/column-store.md.
 *
 * It is never stale: before each answer, `refresh` reads the rows written by transactions that its last snapshot did not see
 * (`pg_visible_in_snapshot`). The columns are saved in the database from time to time, so that a process that starts has them at once.
 */
export class ColumnStore {
  readonly #options: ColumnStoreOptions;
  /** The facets of the definition, and what says which rows a caller sees. */
  readonly #facets: Map<string, StoredColumn>;
  readonly #facetPaths: ReadonlySet<string>;
  readonly #others = new LRUCache<string, StoredColumn>({ maxSize: maxOtherBytes, sizeCalculation: sizeOf });
  /** The columns that the next pass over the table reads. */
  readonly #wanted = new Map<string, StoredColumn>();
  /** Paths of the fields whose columns are wanted or being read, and of those that are too large. */
  readonly #reading = new Set<string>();
  readonly #tooLarge = new Set<string>();
  #snapshot: string | undefined;
  #rowOfId = new Int32Array(0);
  #capacity = 0;
  #size = 0;
  #revision = 0;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #background: Promise<void> = Promise.resolve();
  #unsavedRows = 0;
  #savedAt = Number.NEGATIVE_INFINITY;

  constructor(options: ColumnStoreOptions) {
    this.#options = options;
    this.#facets = facetColumns(options.type);
    this.#facetPaths = new Set(this.#facets.keys());
  }

  /** The number of rows, including deleted ones. */
  get size(): number {
    return this.#size;
  }

  /** Increases whenever rows or columns are read; earlier results may differ from then on. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether everything has been read once; until then queries use the table. */
  get isLoaded(): boolean {
    return this.#snapshot !== undefined;
  }

  /** Returns the column of a field, or of a key of a map; undefined if the store does not hold it. */
  column(path: string): StoredColumn | undefined {
    return this.#facets.get(path) ?? this.#others.get(path) ?? this.#columnOfKey(path);
  }

  #columnOfKey(path: string): StoredColumn | undefined {
    const field = findField(this.#options.type, path);
    const map = field && this.#facets.get(field.column);
    const [step] = field?.steps ?? [];
    return field && map?.kind === 'map' && step?.kind === 'key' ? columnOfKey(map, field, step.name) : undefined;
  }

  /**
   * Takes the columns that are saved, and what was written since; without them it reads every row once, which takes a minute for a million
   * rows, without blocking anything.
   */
  async load(): Promise<void> {
    if (await this.#restore()) {
      await this.refresh();
      this.#later(() => this.#reloadIfRowsAreGone());
    } else {
      await this.#readAll();
    }
  }

  /**
   * Reads what was written since the last call. Resolves once everything committed before the call has been read; calls during a running
   * refresh share the next one.
   */
  refresh(): Promise<void> {
    this.#waiting ??= this.#inTurn(async () => {
      this.#waiting = undefined;
      await this.#take(unseenBy(this.#snapshot));
      const due = Math.max(leastRowsToSave, this.#size / 50);
      if (this.#unsavedRows > due && performance.now() - this.#savedAt > minMsBetweenSaves) {
        this.#savedAt = performance.now();
        this.#later(() => this.#save());
      }
    });
    return this.#waiting;
  }

  /** Begins to read the columns of fields that are not held, so that later answers have them. */
  want(fields: readonly FieldPath[]): void {
    if (!this.isLoaded) return;
    const isIdle = this.#wanted.size === 0;
    for (const [path, column] of newColumns(fields)) {
      if (this.column(path) || this.#reading.has(path) || this.#tooLarge.has(path)) continue;
      this.#wanted.set(path, column);
      this.#reading.add(path);
    }
    if (isIdle && this.#wanted.size > 0) this.#later(() => this.#readWanted());
  }

  /** Reads all columns that are wanted by now in one pass. */
  async #readWanted(): Promise<void> {
    const columns = new Map(this.#wanted);
    this.#wanted.clear();
    try {
      await this.#add([...columns.values()]);
    } finally {
      for (const path of columns.keys()) this.#reading.delete(path);
    }
    await this.#save();
  }

  /** Resolves once what is done in the background has ended. */
  async settled(): Promise<void> {
    await this.#background;
  }

  /** Runs what changes the columns alone. What fails does not fail what comes after it. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#running.then(work);
    this.#running = turn.catch(() => {});
    return turn;
  }

  /** Does work that no answer waits for, one after the other. */
  #later(work: () => Promise<void>): void {
    const { logger, signal, type } = this.#options;
    this.#background = this.#background
      .then(() => (signal.aborted ? undefined : work()))
      .catch((err) => {
        if (!signal.aborted) logger.warn({ err, type: type.name }, 'columns were not read or saved');
      });
  }

  async #readAll(): Promise<void> {
    const { snapshot, last } = await this.#extent();
    for (const ids of batches(last)) {
      if (this.#options.signal.aborted) return;
      await this.#take(ids);
    }
    this.#snapshot = snapshot;
    this.#later(() => this.#save());
  }

  /** Reads columns of the rows that are held, and then those that were written, or came to be held, meanwhile. */
  async #add(columns: readonly StoredColumn[]): Promise<void> {
    const before = this.#snapshot;
    const { snapshot, last } = await this.#extent();
    for (const column of columns) growColumn(column, this.#capacity);
    for (const ids of batches(last)) {
      if (this.#options.signal.aborted) return;
      for (const row of await this.#read(columns, ids)) {
        const held = this.#rowOfId[row.id] ?? 0;
        if (held > 0) setRow(columns, held - 1, row, this.#capacity);
      }
    }
    await this.#inTurn(() => this.#take(sql`${unseenBy(before)} OR ${unseenBy(snapshot)}`, columns));
  }

  /** Reads rows into their slots, with further columns from then on. */
  async #take(condition: RawBuilder<unknown>, added: readonly StoredColumn[] = []): Promise<void> {
    const held = [...this.#facets.values(), ...this.#others.values()];
    const columns = [...held, ...added];
    const rows = await this.#read(columns, condition);
    for (const column of added) growColumn(column, this.#capacity);
    for (const row of rows) setRow(columns, this.#slotOf(row.id), row, this.#capacity);
    for (const column of added) this.#hold(column);
    for (const column of held) if (!isHoldable(column)) this.#giveUp(column);
    this.#unsavedRows += rows.length;
    if (rows.length + added.length > 0) this.#revision += 1;
    if (this.#snapshot !== undefined) this.#snapshot = rows[0]?.snapshot ?? this.#snapshot;
  }

  #hold(column: StoredColumn): void {
    const { path } = column.field;
    if (!isHoldable(column)) this.#giveUp(column);
    else if (this.#facetPaths.has(path)) this.#facets.set(path, column);
    // One that is larger than all of them may be is not taken.
    else if (!this.#others.set(path, column).has(path)) this.#giveUp(column);
  }

  #giveUp({ kind, field: { path } }: StoredColumn): void {
    this.#facets.delete(path);
    this.#others.delete(path);
    // The keys and the values of a map can be held apart.
    if (kind !== 'map') this.#tooLarge.add(path);
  }

  async #read(columns: readonly StoredColumn[], condition: RawBuilder<unknown>): Promise<readonly ReadRow[]> {
    const { rows } = await sql<ReadRow>`
      SELECT ${columnSql('id')}, pg_current_snapshot()::text AS snapshot, ${sql.join(columns.map(selectText))}
      FROM ${sql.table(this.#options.type.name)} AS ${sql.ref(rowAlias)}
      WHERE ${condition} ORDER BY id`.execute(this.#options.db);
    return rows;
  }

  /** The current snapshot and the last id that it sees. */
  async #extent(): Promise<{ readonly snapshot: string; readonly last: number }> {
    const { rows } = await sql<{ snapshot: string; last: number | null }>`
      SELECT pg_current_snapshot()::text AS snapshot, max(id) AS last
      FROM ${sql.table(this.#options.type.name)}`.execute(this.#options.db);
    return { snapshot: rows[0]?.snapshot ?? '', last: rows[0]?.last ?? 0 };
  }

  #slotOf(id: number): number {
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
      for (const column of this.#facets.values()) growColumn(column, this.#capacity);
      for (const column of this.#others.values()) growColumn(column, this.#capacity);
    }
    this.#size += 1;
    this.#rowOfId[id] = row + 1;
    return row;
  }

  /**
   * Saves the columns. Those that are packed later may hold newer values than the snapshot, of rows that are read again in any case by who
   * takes them.
   */
  async #save(): Promise<void> {
    const snapshot = this.#snapshot;
    const size = this.#size;
    if (snapshot === undefined) return;
    this.#unsavedRows = 0;
    this.#savedAt = performance.now();
    const ids = new Int32Array(size);
    for (const [id, row] of this.#rowOfId.entries()) if (row > 0 && row <= size) ids[row - 1] = id;
    const columns = new Map([[savedIds, await compressBytes(Buffer.from(ids.buffer))]]);
    for (const column of [...this.#facets.values(), ...this.#others.values()]) {
      columns.set(column.field.path, await compressBytes(packColumn(column, size)));
    }
    await saveColumns(this.#options.db, this.#options.type.name, packVersion, { snapshot, columns });
  }

  /** Takes the columns that are saved, and returns whether there were any. */
  async #restore(): Promise<boolean> {
    const { db, type, logger } = this.#options;
    try {
      const saved = await readSavedColumns(db, type.name, packVersion);
      const ids = saved?.columns.get(savedIds);
      if (!saved || !ids) return false;
      const bytes = await decompressBytes(ids);
      const held = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      const capacity = Math.max(1024, Math.ceil(held.length * 1.1));
      const columns: StoredColumn[] = [];
      for (const [path, data] of saved.columns) {
        const field = path === savedIds ? undefined : findField(type, path);
        const column = field && unpackColumn(field, await decompressBytes(data), capacity);
        if (column) columns.push(column);
      }
      const rowOfId = new Int32Array(held.reduce((last, id) => Math.max(last, id), 0) + 1);
      for (const [row, id] of held.entries()) rowOfId[id] = row + 1;
      this.#rowOfId = rowOfId;
      this.#size = held.length;
      this.#capacity = capacity;
      this.#snapshot = saved.snapshot;
      const missing = new Set(this.#facetPaths);
      this.#facets.clear();
      for (const column of columns) {
        missing.delete(column.field.path);
        this.#hold(column);
      }
      this.want([...missing].flatMap((path) => findField(type, path) ?? []));
      return true;
    } catch (err) {
      logger.warn({ err, type: type.name }, 'the saved columns cannot be read: every row is read again');
      return false;
    }
  }

  /** Starts anew where rows that are held are no longer in the table, which only happens by hand. */
  async #reloadIfRowsAreGone(): Promise<void> {
    const { db, type, logger } = this.#options;
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(type.name)}`.execute(db);
    if ((rows[0]?.count ?? 0) >= this.#size) return;
    logger.warn({ type: type.name }, 'rows have been deleted from the table: every row is read again');
    await forgetColumns(db, type.name);
    await this.#inTurn(async () => {
      this.#snapshot = undefined;
      this.#size = 0;
      this.#capacity = 0;
      this.#rowOfId = new Int32Array(0);
      this.#others.clear();
      for (const [path, column] of facetColumns(type)) this.#facets.set(path, column);
      await this.#readAll();
    });
  }
}

/** Returns an empty column for each facet of the definition, for tags by key, and for what says that a row counts. */
function facetColumns(type: AnyResourceType): Map<string, StoredColumn> {
  const columns = newColumns([...type.facets, 'deleted_at'].flatMap((path) => findField(type, path) ?? []));
  const tags = findField(type, 'tag_map');
  return tags ? columns.set(tags.path, newMapColumn(tags)) : columns;
}

/** Returns an empty column for each field that can have one, by its path. */
const newColumns = (fields: readonly FieldPath[]): Map<string, StoredColumn> =>
  new Map(
    fields.flatMap((field) => {
      const column = newColumn(field);
      return column ? [[field.path, column] as const] : [];
    }),
  );

/** Sets a row in columns, which have room for `capacity` rows at least from then on. */
function setRow(columns: readonly StoredColumn[], at: number, row: ReadRow, capacity: number): void {
  for (const [index, column] of columns.entries()) {
    if (capacityOf(column) <= at) growColumn(column, capacity);
    setValue(column, at, row[`f${index}`] ?? null);
  }
}

/** Condition on the rows that were written by transactions which a snapshot does not see. */
const unseenBy = (snapshot: string | undefined) =>
  isWrittenSince(columnSql('written_by'), sql`${snapshot}::pg_snapshot`);

/** Conditions on the ids up to the last one, a batch each. */
function* batches(last: number): Generator<RawBuilder<unknown>> {
  const id = columnSql('id');
  for (let from = 1; from <= last; from += idsOfBatch) yield sql`${id} >= ${from} AND ${id} < ${from + idsOfBatch}`;
}

/** Returns a field's value as text; several as JSON. */
function selectText({ kind, field }: StoredColumn, index: number): RawBuilder<unknown> {
  return sql`${valueSql(kind, field)}::text AS ${sql.ref(`f${index}`)}`;
}

function valueSql(kind: StoredColumn['kind'], field: FieldPath): RawBuilder<unknown> {
  if (isSingleValued(field)) return singleValue(field);
  if (kind === 'map' || (field.field.kind === 'string-list' && field.steps.length === 0))
    return columnSql(field.column);
  return sql`to_json(ARRAY(SELECT DISTINCT value::text FROM ${manyValues(field)} AS held))`;
}
