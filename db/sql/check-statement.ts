import { hasSqlDetails, parse } from 'libpg-query';
import { type QueryNode, walkQuery } from './query-tree.ts';
import { safeInformation } from './safe-types.ts';
import { type RefusalReason, SqlRefusedError } from './sql-error.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The names that a statement may use, and whether EXPLAIN is allowed. */
export interface StatementRules {
  readonly vocabulary: Vocabulary;
  /** Whether EXPLAIN is allowed: its estimates are made from rows that row-level security hides. */
  readonly explain: boolean;
}

/**
 * System columns, which every table has (https://www.postgresql.org/docs/current/ddl-system-columns.html). A row's position and the
 * transaction that wrote it reveal how many rows other callers have.
 */
const systemColumns = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);

const maxStatementLength = 100_000;
const maxNesting = 400;
/** Options of EXPLAIN that neither run the statement nor show settings. */
const explainOptions = new Set(['verbose', 'costs', 'format', 'summary']);

/**
 * Checks a statement with PostgreSQL's own parser. It must be one SELECT, VALUES or TABLE, optionally with WITH, or an EXPLAIN of one; write
 * and lock nothing; and name only functions, operators, types and relations on the allow-list. This is the first layer of protection; the
 * login's privileges are the second. Throws SqlRefusedError.
 */
export async function checkStatement(statement: string, rules: StatementRules): Promise<void> {
  if (statement.length > maxStatementLength) {
    throw new SqlRefusedError('too-long', `the statement is longer than ${maxStatementLength} characters`);
  }
  if (nesting(statement) > maxNesting) {
    throw new SqlRefusedError('too-deep', `the statement nests more than ${maxNesting} levels deep`);
  }
  const [first, ...others] = await parseStatement(statement);
  if (!first) throw new SqlRefusedError('syntax', 'there is no statement');
  if (others.length > 0) {
    const position = characters(statement, others[0]?.stmt_location ?? 0);
    throw new SqlRefusedError('several-statements', 'give one statement', position);
  }
  new Check(statement, rules).topLevel(first.stmt);
}

interface RawStatement {
  readonly stmt?: object;
  readonly stmt_location?: number;
}

async function parseStatement(statement: string): Promise<readonly RawStatement[]> {
  if (statement.includes('\0')) throw new SqlRefusedError('syntax', 'a statement holds no U+0000');
  if (statement.trim() === '') return [];
  try {
    return (await parse(statement)).stmts ?? [];
  } catch (error) {
    if (!hasSqlDetails(error)) throw new SqlRefusedError('too-deep', `the statement cannot be parsed: ${error}`);
    throw new SqlRefusedError('syntax', error.message, error.sqlDetails?.cursorPosition);
  }
}

class Check {
  readonly #statement: string;
  readonly #vocabulary: Vocabulary;
  readonly #explainAllowed: boolean;

  constructor(statement: string, { vocabulary, explain }: StatementRules) {
    this.#statement = statement;
    this.#vocabulary = vocabulary;
    this.#explainAllowed = explain;
  }

  topLevel(node: object | undefined): void {
    const [type, body] = Object.entries(node ?? {})[0] ?? ['', {}];
    if (type === 'ExplainStmt') this.#explain(body);
    else if (type === 'SelectStmt') this.#query(body);
    else this.#refuse('not-a-query', `${nameOf(type)} is not allowed: give a SELECT, VALUES, TABLE or EXPLAIN`);
  }

  #explain({ query, options }: { query?: object; options?: readonly { DefElem?: { defname?: string } }[] }): void {
    if (!this.#explainAllowed)
      this.#refuse('explain', 'EXPLAIN is not allowed to a key that is restricted to accounts');
    for (const { DefElem } of options ?? []) {
      const option = DefElem?.defname ?? '';
      if (!explainOptions.has(option)) this.#refuse('explain', `EXPLAIN (${option}) is not allowed`);
    }
    if (!query || !('SelectStmt' in query)) this.#refuse('explain', 'only a query can be explained');
    this.#query(query.SelectStmt as QueryNode);
  }

  #query(select: QueryNode): void {
    walkQuery(
      'SelectStmt',
      select,
      (type, body) => this.#node(type, body),
      (type, field, body) => this.#refuseUnknown(type, field, body),
    );
  }

  #node(type: string, body: QueryNode): void {
    const { location } = body;
    if (type === 'FuncCall') this.#function(names(body.funcname), location);
    else if (type === 'ColumnRef') this.#column(names(body.fields), location);
    else if (type === 'A_Indirection') this.#attributes(names(body.indirection), locationIn(body));
    else if (type === 'A_Expr') this.#operator(isBetween(body) ? [] : names(body.name), location);
    else if (type === 'SubLink') this.#operator(names(body.operName), location);
    else if (type === 'SortBy') this.#operator(names(body.useOp), locationIn(body));
    else if (type === 'TypeName') this.#type(names(body.names), location);
    else if (type === 'RangeVar') this.#relation(body);
    else if (type === 'CollateClause') this.#collation(names(body.collname), location);
    else if (type === 'RangeTableSample') this.#sample(names(body.method), location);
  }

  #column(name: readonly string[], location: number | undefined): void {
    const column = name.at(-1) ?? '';
    if (systemColumns.has(column)) {
      this.#refuse(
        'relation',
        `the system column ${column} is not allowed: it reveals rows of other callers`,
        location,
      );
    }
    this.#attributes(name.slice(1), location);
  }

  #function(name: readonly string[], location: number | undefined): void {
    const { functions, catalogFunctions, types } = this.#vocabulary;
    const { plain, isPostgres, isOwn } = this.#split(name);
    // A type's name can be called like a function: that is a cast.
    if (isPostgres && (functions.has(plain) || types.has(plain))) return;
    if (isOwn && catalogFunctions.has(plain)) return;
    this.#refuse('function', `the function ${name.join('.')} is not allowed or does not exist`, location);
  }

  /**
   * PostgreSQL reads `x.name` as `name(x)` if `x` has no column of that name
   * (https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-USAGE). Only the database knows the columns of `x`, so a name passes if
   * it is a safe function or type, or the name of no function and no type.
   */
  #attributes(attributes: readonly string[], location: number | undefined): void {
    const { functions, types, relations, callable } = this.#vocabulary;
    for (const name of attributes) {
      if (functions.has(name) || types.has(name) || relations.has(name) || !callable.has(name)) continue;
      this.#refuse(
        'function',
        `.${name} is not allowed: it could call the function ${name}; if it is a column, give it another name`,
        location,
      );
    }
  }

  #operator(name: readonly string[], location: number | undefined): void {
    const { plain, isPostgres } = this.#split(name);
    if (name.length === 0 || (isPostgres && this.#vocabulary.operators.has(plain))) return;
    this.#refuse('function', `the operator ${name.join('.')} is not allowed or does not exist`, location);
  }

  #type(name: readonly string[], location: number | undefined): void {
    const { types, relations, callable } = this.#vocabulary;
    const { plain, isPostgres, isOwn } = this.#split(name);
    if (isPostgres && types.has(plain)) return;
    if (isOwn && relations.has(plain)) return;
    // The database reports unknown names.
    if (name.length === 1 && !callable.has(plain)) return;
    this.#refuse('type', `the type ${name.join('.')} is not allowed`, location);
  }

  #relation({ schemaname, relname, location }: QueryNode): void {
    const { schema, relations, relationNames } = this.#vocabulary;
    const name = String(relname);
    if (schemaname === 'information_schema' && safeInformation.has(name)) return;
    if ((schemaname === undefined || schemaname === schema) && relations.has(name)) return;
    // A query in WITH has its own name, and the database reports unknown names.
    if (schemaname === undefined && !relationNames.has(name) && !/^pg_/i.test(name)) return;
    const shown = schemaname === undefined ? name : `${schemaname}.${name}`;
    this.#refuse('relation', `the relation ${shown} is not allowed: only the catalog’s own can be read`, location);
  }

  #collation(name: readonly string[], location: number | undefined): void {
    if (name.length === 1 || (name.length === 2 && name[0] === 'pg_catalog')) return;
    this.#refuse('type', `the collation ${name.join('.')} is not allowed`, location);
  }

  #sample(method: readonly string[], location: number | undefined): void {
    const name = method.join('.');
    if (!['bernoulli', 'system'].includes(name))
      this.#refuse('function', `TABLESAMPLE ${name} is not allowed`, location);
  }

  /** Returns the last part of a name, and whether its qualifier is PostgreSQL's own schema or the catalog's; both if it has none. */
  #split(name: readonly string[]): { plain: string; isPostgres: boolean; isOwn: boolean } {
    const [plain = '', qualifier, more] = name.toReversed();
    const isIn = (schema: string) => more === undefined && (qualifier === undefined || qualifier === schema);
    return { plain, isPostgres: isIn('pg_catalog'), isOwn: isIn(this.#vocabulary.schema) };
  }

  #refuseUnknown(type: string, field: string | undefined, body: QueryNode): never {
    if (type === 'SelectStmt' && field === 'intoClause') {
      this.#refuse('writes', 'SELECT INTO is not allowed: it would create a table', locationIn(body.intoClause));
    }
    if (type === 'SelectStmt' && field === 'lockingClause') {
      const where = locationIn(body.lockingClause);
      this.#refuse('locks', 'FOR UPDATE and FOR SHARE are not allowed: they would lock rows', where);
    }
    if (type === 'RangeVar' && field === 'catalogname') {
      this.#refuse(
        'relation',
        `the database ${body.catalogname} cannot be named: only the catalog’s own can be read`,
        body.location,
      );
    }
    const writes = /^(Insert|Update|Delete|Merge)Stmt$/.test(type);
    const part = field === undefined ? nameOf(type) : `${nameOf(type)} (${field})`;
    this.#refuse(writes ? 'writes' : 'not-a-query', `${part} is not allowed`, locationIn(body));
  }

  #refuse(reason: RefusalReason, message: string, location?: number): never {
    throw new SqlRefusedError(reason, message, characters(this.#statement, location));
  }
}

/** Returns whether a node is BETWEEN, which means `>=` and `<=`; the tree has the word as the operator. */
const isBetween = ({ kind }: QueryNode): boolean => /BETWEEN/.test(String(kind));

/** Returns the parts of a qualified name, without stars and subscripts. */
const names = (parts: unknown): string[] =>
  Array.isArray(parts) ? parts.flatMap((part) => (part?.String ? [String(part.String.sval ?? '')] : [])) : [];

/** `VariableSetStmt` -> `VARIABLE SET`. */
const nameOf = (type: string): string =>
  type
    .replace(/Stmt$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();

/** Returns the first location within a part of the tree. */
function locationIn(tree: unknown): number | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('location' in tree && typeof tree.location === 'number') return tree.location;
  for (const value of Object.values(tree)) {
    const location = locationIn(value);
    if (location !== undefined) return location;
  }
  return undefined;
}

/** Converts PostgreSQL's offset in UTF-8 bytes to one in characters. */
const characters = (statement: string, bytes: number | undefined): number | undefined =>
  bytes === undefined || bytes < 0 ? undefined : Buffer.from(statement, 'utf8').toString('utf8', 0, bytes).length;

/** Limits the nesting, since parsers recurse on a short stack. Brackets in strings count too, which errs on the safe side. */
function nesting(statement: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of statement) {
    if (character === '(' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === ')' || character === ']') depth--;
  }
  return deepest;
}
