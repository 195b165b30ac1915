import type pg from 'pg';
import { resourceTypes } from '../../catalog/resource-types.ts';
import { safeFunctions } from './safe-functions.ts';
import { safeOperators, safeTypes } from './safe-types.ts';
import { SqlUnavailableError } from './sql-error.ts';

/** The names that a statement may use in a database, and those that it may not. */
export interface Vocabulary {
  /** The catalog's own schema. */
  readonly schema: string;
  /** Functions of `pg_catalog` that may be called, qualified or not. */
  readonly functions: ReadonlySet<string>;
  /** Functions of the catalog itself that may be called, qualified or not. */
  readonly catalogFunctions: ReadonlySet<string>;
  /** Types of `pg_catalog` that may be named. */
  readonly types: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  /** Relations of the catalog's schema that may be read; each is a type, too. */
  readonly relations: ReadonlySet<string>;
  /** Every function and type that an unqualified name could refer to: `x.name` calls it if `x` has no such column. */
  readonly callable: ReadonlySet<string>;
  /** Every relation that an unqualified name could refer to. */
  readonly relationNames: ReadonlySet<string>;
}

interface FoundNames {
  readonly schema: string;
  readonly encoding: string;
  readonly callable: string[];
  readonly relationNames: string[];
  readonly relations: string[];
  readonly unsafeFunctions: string[];
  readonly unsafeOperators: string[];
  readonly ownTypes: string[];
}

/**
 * Reads the vocabulary of a database: the allow-lists, adjusted to what exists. An extension or an owner's function in the catalog's schema
 * may overload a safe name; the name then stays safe only if the overload is declared without side effects and runs with the caller's rights.
 */
export async function readVocabulary(pool: pg.Pool): Promise<Vocabulary> {
  const { rows } = await pool.query<FoundNames>(`
    SELECT current_schema() AS schema, current_setting('server_encoding') AS encoding,
      ARRAY(SELECT DISTINCT proname::text FROM pg_proc WHERE pronamespace IN ('pg_catalog'::regnamespace, own.oid)
        UNION SELECT typname::text FROM pg_type WHERE typnamespace IN ('pg_catalog'::regnamespace, own.oid)) AS callable,
      ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace IN ('pg_catalog'::regnamespace, own.oid)) AS "relationNames",
      ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = own.oid AND relkind IN ('r', 'p', 'v')
        AND relowner = (SELECT relowner FROM pg_class WHERE oid = to_regclass('crawl'))
        AND has_any_column_privilege('sagecat_reader', oid, 'SELECT')) AS relations,
      ARRAY(SELECT DISTINCT proname::text FROM pg_proc WHERE pronamespace = own.oid AND (provolatile = 'v' OR prosecdef)) AS "unsafeFunctions",
      ARRAY(SELECT DISTINCT oprname::text FROM pg_operator JOIN pg_proc ON pg_proc.oid = oprcode
        WHERE oprnamespace = own.oid AND (provolatile = 'v' OR prosecdef)) AS "unsafeOperators",
      ARRAY(SELECT typname::text FROM pg_type WHERE typnamespace = own.oid) AS "ownTypes"
    FROM pg_namespace AS own WHERE nspname = current_schema()`);
  const [found] = rows;
  if (!found) throw new Error('the search path of the database’s user leads to no schema');
  if (found.encoding !== 'UTF8') {
    // In other encodings PostgreSQL may fold letters of a name differently from the parser.
    throw new SqlUnavailableError(`SQL is refused: the database's encoding is ${found.encoding}; it must be UTF8`);
  }
  const without = (names: ReadonlySet<string>, unsafe: readonly string[]) =>
    new Set([...names].filter((name) => !unsafe.includes(name)));
  return {
    schema: found.schema,
    functions: without(safeFunctions, found.unsafeFunctions),
    catalogFunctions: new Set(resourceTypes.map(({ name }) => `${name}_as_of`)),
    types: without(safeTypes, found.ownTypes),
    operators: without(safeOperators, found.unsafeOperators),
    relations: new Set(found.relations),
    callable: new Set(found.callable),
    relationNames: new Set(found.relationNames),
  };
}
