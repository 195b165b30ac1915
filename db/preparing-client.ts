import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';
/** The maximum per connection: each takes two hundred kilobytes in the server. */
const maxPrepared = 30;

/** Marks a statement that recurs with the same text and whose best plan does not depend on its parameters. */
export const prepared = sql.raw(mark);

/**
 * A connection that prepares statements marked with `prepared`, so that the server parses and plans them once. After the first thirty, further
 * ones are parsed each time. Not for the embedded database, where all connections share the names of one session.
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
      if (this.#names.size >= maxPrepared) return statement;
      name = `sagecat_${this.#names.size + 1}`;
      this.#names.set(statement, name);
    }
    return { name, text: statement };
  }
}
