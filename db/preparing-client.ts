import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';
/** Each takes two hundred kilobytes of the connection's process in the server. */
const mostPrepared = 30;

/** What a statement begins with that is asked again and again with the same text, and that no value of its parameters would plan anew. */
export const prepared = sql.raw(mark);

/**
 * A connection on which the server parses and plans a statement with the mark of `prepared` once, and not each time. Later ones than the
 * first thirty are parsed as they come. Not for the embedded database, where all connections have the names of one session.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query(...[statement, ...rest]: unknown[]): never {
    return Reflect.apply(super.query, this, [this.#named(statement), ...rest]) as never;
  }

  #named(statement: unknown): unknown {
    if (typeof statement !== 'string' || !statement.startsWith(mark)) return statement;
    let name = this.#names.get(statement);
    if (name === undefined) {
      if (this.#names.size >= mostPrepared) return statement;
      name = `sagecat_${this.#names.size + 1}`;
      this.#names.set(statement, name);
    }
    return { name, text: statement };
  }
}
