import type { Kysely } from 'kysely';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { retryLostConnections } from '../../../db/lost-connection.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { type StoredRow, storeRows } from '../../../db/store/store-rows.ts';
import type { Tally } from './tally.ts';

/** The database as a crawl uses it: work that is lost with a connection is repeated. */
export class TargetStorage {
  readonly #db: Kysely<DatabaseSchema>;
  readonly #type: AnyResourceType;
  readonly #tally: Tally;
  readonly #masker: Masker;
  readonly #signal: AbortSignal;
  /** Called with every stored batch. */
  onStored: ((batch: readonly Observation[], rows: readonly StoredRow[]) => void) | undefined;

  constructor(options: {
    readonly db: Kysely<DatabaseSchema>;
    readonly type: AnyResourceType;
    readonly masker: Masker;
    readonly tally: Tally;
    readonly signal: AbortSignal;
  }) {
    this.#db = options.db;
    this.#type = options.type;
    this.#masker = options.masker;
    this.#tally = options.tally;
    this.#signal = options.signal;
  }

  /** Runs a query that may be repeated. */
  run<Result>(query: (db: Kysely<DatabaseSchema>) => Promise<Result>): Promise<Result> {
    return retryLostConnections(() => query(this.#db), { signal: this.#signal });
  }

  /** Stores and counts a batch. */
  async store(batch: readonly Observation[]): Promise<void> {
    if (batch.length === 0) return;
    const rows = await this.run((db) => storeRows(db, this.#type, batch, { masker: this.#masker }));
    this.#tally.stored(rows);
    this.onStored?.(batch, rows);
  }
}
