import { hasSqlDetails, parse } from 'libpg-query';
import { type RefusalReason, SqlRefusedError } from './sql-error.ts';
import { expressionNodes, refusedFields } from './statement-nodes.ts';

/** What a statement may name beside the catalog's tables. */
export interface StatementRules {
  /** Functions of `pg_catalog` and of the catalog's own schema that may be called. */
  readonly functions: ReadonlySet<string>;
  /** Schemas whose relations may be read. */
  readonly schemas: ReadonlySet<string>;
  /** Whether EXPLAIN is allowed: its estimates are made from rows that row-level security hides. */
  readonly explain: boolean;
}

const longestStatement = 100_000;
const deepestNesting = 400;
/** Options of EXPLAIN that neither run the statement nor show settings. */
const explainOptions = new Set(['verbose', 'costs', 'format', 'summary']);

interface Located {
  readonly location?: number;
}

/**
 * Holds a statement against what may run, with PostgreSQL's own parser: one SELECT, VALUES or TABLE, with WITH if wanted, or an
 * EXPLAIN of one, that writes nothing, locks nothing, and calls only functions that are known to do no more than compute. This is
 * the first wall; what the role may do in the database is the second. Throws SqlRefusedError.
 */
export async function checkStatement(statement: string, rules: StatementRules): Promise<void> {
  if (statement.length > longestStatement) {
    throw new SqlRefusedError('too-long', `the statement is longer than ${longestStatement} characters`);
  }
  if (nesting(statement) > deepestNesting) {
    throw new SqlRefusedError('too-deep', `the statement nests more than ${deepestNesting} levels deep`);
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
  readonly #rules: StatementRules;

  constructor(statement: string, rules: StatementRules) {
    this.#statement = statement;
    this.#rules = rules;
  }

  topLevel(node: object | undefined): void {
    const [type, body] = Object.entries(node ?? {})[0] ?? ['', {}];
    if (type === 'ExplainStmt') this.#explain(body);
    else if (type === 'SelectStmt') this.#all(node);
    else this.#refuse('not-a-query', `${nameOf(type)} is not allowed: give a SELECT, VALUES, TABLE or EXPLAIN`);
  }

  #explain({ query, options }: { query?: object; options?: readonly { DefElem?: { defname?: string } }[] }): void {
    if (!this.#rules.explain) this.#refuse('explain', 'EXPLAIN is not allowed to a key that is restricted to accounts');
    for (const { DefElem } of options ?? []) {
      const option = DefElem?.defname ?? '';
      if (!explainOptions.has(option)) this.#refuse('explain', `EXPLAIN (${option}) is not allowed`);
    }
    if (!query || !('SelectStmt' in query)) this.#refuse('explain', 'only a query can be explained');
    this.#all(query);
  }

  /** Walks the whole tree. A key in upper case names the type of a node, one in lower case a field. */
  #all(tree: unknown): void {
    const pending: unknown[] = [tree];
    while (pending.length > 0) {
      const node = pending.pop();
      if (typeof node !== 'object' || node === null) continue;
      for (const [key, value] of Object.entries(node)) {
        if (/^[A-Z]/.test(key)) this.#node(key, value);
        const refused = refusedFields[key];
        if (refused) this.#refuse(refused.reason, refused.message, locationIn(value));
        pending.push(value);
      }
    }
  }

  #node(type: string, body: Located & Record<string, unknown>): void {
    if (type === 'FuncCall') this.#function(names(body.funcname), body.location);
    else if (type === 'RangeVar') this.#relation(body, body.location);
    else if (type === 'A_Expr') this.#operator(names(body.name), body.location);
    else if (type === 'RangeTableSample') {
      const method = names(body.method).join('.');
      if (!['bernoulli', 'system'].includes(method)) this.#refuse('function', `TABLESAMPLE ${method} is not allowed`);
    } else if (!expressionNodes.has(type)) {
      const writes = /^(Insert|Update|Delete|Merge)Stmt$/.test(type);
      this.#refuse(writes ? 'writes' : 'not-a-query', `${nameOf(type)} is not allowed`, locationIn(body));
    }
  }

  #function(name: readonly string[], location: number | undefined): void {
    const [schema, plain] = name.length === 1 ? ['pg_catalog', name[0]] : name;
    const isKnown = schema === 'pg_catalog' || this.#rules.schemas.has(schema ?? '');
    if (name.length <= 2 && isKnown && this.#rules.functions.has(plain ?? '')) return;
    this.#refuse('function', `the function ${name.join('.')} is not allowed, or there is none`, location);
  }

  #operator(name: readonly string[], location: number | undefined): void {
    if (name.length > 1 && name[0] !== 'pg_catalog') {
      this.#refuse('function', `the operator ${name.join('.')} is not allowed`, location);
    }
  }

  #relation({ catalogname, schemaname, relname }: Record<string, unknown>, location: number | undefined): void {
    const isOwn = schemaname === undefined || this.#rules.schemas.has(String(schemaname));
    if (catalogname !== undefined || !isOwn || /^pg_/i.test(String(relname))) {
      const name = [catalogname, schemaname, relname].filter((part) => part !== undefined).join('.');
      this.#refuse('relation', `the relation ${name} is not allowed: only the catalog’s own can be read`, location);
    }
  }

  #refuse(reason: RefusalReason, message: string, location?: number): never {
    throw new SqlRefusedError(reason, message, characters(this.#statement, location));
  }
}

/** The parts of a qualified name. */
const names = (parts: unknown): string[] =>
  Array.isArray(parts) ? parts.map((part) => String(part?.String?.sval ?? '')) : [];

/** `VariableSetStmt` -> `VARIABLE SET`. */
const nameOf = (type: string): string =>
  type
    .replace(/Stmt$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();

/** The first place that a part of the tree names. */
function locationIn(tree: unknown): number | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('location' in tree && typeof tree.location === 'number') return tree.location;
  for (const value of Object.values(tree)) {
    const location = locationIn(value);
    if (location !== undefined) return location;
  }
  return undefined;
}

/** PostgreSQL counts in bytes of UTF-8, people in characters. */
const characters = (statement: string, bytes: number | undefined): number | undefined =>
  bytes === undefined || bytes < 0 ? undefined : Buffer.from(statement, 'utf8').toString('utf8', 0, bytes).length;

/** At most this deep: parsers are recursive, and their stack is short. Brackets in strings count too, which errs on the safe side. */
function nesting(statement: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of statement) {
    if (character === '(' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === ')' || character === ']') depth--;
  }
  return deepest;
}
