import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { FieldPath } from '../../catalog/field-path.ts';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import type { Database } from '../../db/database.ts';
import type { AggregateResult, Aggregation } from '../../db/query/aggregation.ts';
import { countRows } from '../../db/query/count-rows.ts';
import { readAggregate } from '../../db/query/read-aggregate.ts';
import { type Facets, readFacets } from '../../db/query/read-facets.ts';
import { storedAggregate } from './column-store/aggregate.ts';
import { AnswerCache } from './column-store/answer-cache.ts';
import { BucketStarts } from './column-store/bucket-starts.ts';
import { ColumnStore } from './column-store/column-store.ts';
import { storedFacets } from './column-store/facets.ts';
import { countMarked, fieldsOf } from './column-store/filter.ts';
import { selectedRows } from './column-store/selected-rows.ts';
import type { RequestedRows } from './selection.ts';

/** Counts rows, and computes facets and aggregates, from the column store, or from the table if the store lacks a field. Both give the same results. */
export class Aggregator implements AsyncDisposable {
  readonly #database: Database;
  readonly #stores = new Map<string, ColumnStore>();
  readonly #starts = new BucketStarts();
  readonly #answers = new AnswerCache();
  readonly #closing = new AbortController();
  readonly #loading: Promise<unknown>;

  /** Starts to load the stores; requests do not wait for that. */
  constructor(database: Database, logger: Logger) {
    this.#database = database;
    const { signal } = this.#closing;
    const loads = resourceTypes.map(async (type) => {
      const store = new ColumnStore({ db: database.kysely, type, logger, signal });
      this.#stores.set(type.name, store);
      try {
        await store.load();
      } catch (err) {
        if (!signal.aborted) logger.warn({ err, type: type.name }, 'aggregates are computed from the table');
      }
    });
    this.#loading = Promise.all(loads);
  }

  /** Resolves once the stores are loaded, or cannot be. */
  async loaded(): Promise<void> {
    await this.#loading;
  }

  async count(request: FastifyRequest, rows: RequestedRows): Promise<number> {
    const store = await this.#fresh(rows.type);
    const mask = store && selectedRows(store, rows);
    if (mask) return countMarked(mask);
    wantColumns(store, rows, []);
    return request.read((db) => countRows(db, rows));
  }

  async facets(
    request: FastifyRequest,
    rows: RequestedRows,
    fields: readonly FieldPath[],
    limit: number,
  ): Promise<Facets> {
    const store = await this.#fresh(rows.type);
    const stored = await this.#answers.of(store, rows, request, () => {
      const mask = store && selectedRows(store, rows);
      return store && mask && storedFacets(store, mask, fields, limit);
    });
    if (stored) return stored;
    wantColumns(store, rows, fields);
    return request.read((db) => readFacets(db, rows, fields, limit));
  }

  async aggregate(request: FastifyRequest, rows: RequestedRows, aggregation: Aggregation): Promise<AggregateResult> {
    const store = await this.#fresh(rows.type);
    const { kysely } = this.#database;
    const stored = await this.#answers.of(store, rows, request, () => {
      const mask = store && selectedRows(store, rows);
      return store && mask && storedAggregate(store, mask, aggregation, this.#starts, kysely);
    });
    if (stored) return stored;
    const { groupBy, metrics } = aggregation;
    wantColumns(store, rows, [...groupBy, ...metrics.flatMap(({ field }) => field ?? [])]);
    return request.read((db) => readAggregate(db, rows, aggregation));
  }

  async #fresh(type: AnyResourceType): Promise<ColumnStore | undefined> {
    const store = this.#stores.get(type.name);
    if (!store?.isLoaded) return undefined;
    await store.refresh();
    return store;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#loading;
    await Promise.all(Array.from(this.#stores.values(), (store) => store.settled()));
  }
}

/** Has the store read what it lacked for an answer, if it can give such answers at all. */
function wantColumns(
  store: ColumnStore | undefined,
  { condition, asOf }: RequestedRows,
  fields: readonly FieldPath[],
): void {
  const tested = asOf === undefined ? fieldsOf(condition) : undefined;
  if (tested) store?.want([...tested, ...fields]);
}
