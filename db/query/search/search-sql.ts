import { type RawBuilder, sql } from 'kysely';
import type { FieldPath, Step } from '../../../catalog/field-path.ts';
import type { Field, ScalarKind } from '../../../catalog/fields.ts';
import { castJson, columnSql, jsonText, jsonValue, scalarSql } from '../field-sql.ts';
import { anyCharacter, anyText, type Pattern } from './ast.ts';
import type { Condition, End, Test } from './condition.ts';
import { decimalPattern } from './number-literal.ts';

type Sql = RawBuilder<unknown>;

/** Converts a condition to SQL over the row `r`; all values from the caller are parameters. Null counts as false. */
export function searchSql(condition: Condition): Sql {
  switch (condition.kind) {
    case 'all':
      return sql`true`;
    case 'none':
      return sql`false`;
    case 'and':
      return sql`(${sql.join(condition.conditions.map(searchSql), sql` AND `)})`;
    case 'or':
      return sql`(${sql.join(condition.conditions.map(searchSql), sql` OR `)})`;
    case 'not':
      return sql`(${searchSql(condition.condition)}) IS NOT TRUE`;
    case 'test':
      return fieldTest(condition.field, condition.test);
    case 'violates':
      return violationTest(condition);
  }
}

function violationTest({ type, name }: Extract<Condition, { kind: 'violates' }>): Sql {
  const list = sql.ref('verdict.violates');
  const test =
    name.kind === 'equals'
      ? sql`${list} @> ${JSON.stringify([name.value])}::jsonb`
      : name.kind === 'exists'
        ? sql`${list} <> '[]'`
        : sql`EXISTS (SELECT FROM jsonb_array_elements_text(${list}) AS violated(name)
            WHERE ${valueTest(sql`violated.name COLLATE "C"`, { kind: 'string', description: '' }, name, [])})`;
  return sql`EXISTS (SELECT FROM policy_verdict AS verdict
    WHERE verdict.resource_type = ${sql.lit(type)} AND verdict.resource_id = ${columnSql('id')} AND ${test})`;
}

function fieldTest(path: FieldPath, test: Test): Sql {
  const { column, steps, field } = path;
  const contained = containment(path, test);
  if (contained) return contained;
  if (steps.length === 0 && isPlain(field)) return valueTest(scalarSql(path), field, test, steps);
  return below(columnSql(column), steps, field, test, 0);
}

const isPlain = ({ kind }: Field): boolean => !['struct', 'map', 'string-list', 'struct-list'].includes(kind);

/**
 * Writes equality of a list element or a map key as `@>`, which a GIN index supports: some element of the list holds the value at the path.
 * Floats that JSON stores as strings, and all other tests, use EXISTS or steps.
 */
function containment({ column, steps, field }: FieldPath, test: Test): Sql | undefined {
  if (test.kind !== 'equals' || typeof test.value === 'number') return undefined;
  const isListed = field.kind === 'string-list' || steps.some(({ kind }) => kind !== 'member');
  if (!isListed || field.kind === 'map') return undefined;
  const value = typeof test.value === 'bigint' ? String(test.value) : JSON.stringify(test.value);
  const json = steps.reduceRight(
    (inner, step) => (step.kind === 'element' ? `[${inner}]` : `{${JSON.stringify(step.name)}:${inner}}`),
    field.kind === 'string-list' ? `[${value}]` : value,
  );
  return sql`${columnSql(column)} @> ${json}::jsonb`;
}

/** Tests the values below a `jsonb` value: into lists by EXISTS, into everything else by steps. */
function below(base: Sql, steps: readonly Step[], field: Field, test: Test, depth: number): Sql {
  const element = steps.findIndex(({ kind }) => kind === 'element');
  const alias = `e${depth}`;
  const item = sql.ref(`${alias}.value`);
  if (element >= 0) {
    const list = jsonValue(base, steps.slice(0, element));
    return sql`EXISTS (SELECT FROM jsonb_array_elements(${only(list, 'array')}) AS ${sql.ref(alias)}(value)
      WHERE ${below(item, steps.slice(element + 1), field, test, depth + 1)})`;
  }
  if (isPlain(field)) return valueTest(castJson(jsonText(base, steps), field), field, test, steps);
  const value = jsonValue(base, steps);
  // An empty list or map counts as absent: `-tags:*` finds resources without tags.
  if (test.kind === 'exists') return sql`${value} NOT IN ('null', '[]', '{}')`;
  const [values, shape] =
    field.kind === 'map' ? [sql`jsonb_each_text`, 'object'] : [sql`jsonb_array_elements_text`, 'array'];
  const columns = field.kind === 'map' ? sql`(key, value)` : sql`(value)`;
  return sql`EXISTS (SELECT FROM ${values}(${only(value, shape)}) AS ${sql.ref(alias)}${columns}
    WHERE ${valueTest(sql`${item} COLLATE "C"`, { kind: 'string', description: '' }, test, steps)})`;
}

/** Returns the value if it has that JSON type, otherwise null: a JSON null is not a list. */
const only = (value: Sql, type: string): Sql =>
  sql`CASE jsonb_typeof(${value}) WHEN ${sql.lit(type)} THEN ${value} END`;

function valueTest(value: Sql, field: Field, test: Test, steps: readonly Step[]): Sql {
  const parameter = parameterFor(field, steps);
  switch (test.kind) {
    case 'exists':
      return sql`${value} IS NOT NULL`;
    case 'equals':
      return sql`${value} = ${parameter(test.value)}`;
    case 'like':
      return sql`${value} LIKE ${likePattern(test.pattern)}`;
    case 'contains':
      return sql`${value} ILIKE ${likePattern([anyText, ...test.pattern, anyText])}`;
    case 'between':
      return both(value, parameter, test, field.kind === 'float' ? [sql`${value} <> 'NaN'::float8`] : []);
    case 'number-between': {
      const number = (end: unknown): Sql => sql`${end}::numeric`;
      const pattern = sql.lit(`^${decimalPattern}$`);
      return sql`CASE WHEN ${value} ~ ${pattern} THEN ${both(sql`(${value})::numeric`, number, test, [])} END`;
    }
  }
}

function both(
  value: Sql,
  parameter: (value: unknown) => Sql,
  { from, to }: { from?: End; to?: End },
  conditions: Sql[],
): Sql {
  if (from) conditions.push(sql`${value} ${sql.raw(from.inclusive ? '>=' : '>')} ${parameter(from.value)}`);
  if (to) conditions.push(sql`${value} ${sql.raw(to.inclusive ? '<=' : '<')} ${parameter(to.value)}`);
  return conditions.length === 0 ? sql`${value} IS NOT NULL` : sql`(${sql.join(conditions, sql` AND `)})`;
}

const parameterTypes: Record<ScalarKind, Sql> = {
  string: sql`text`,
  boolean: sql`boolean`,
  int32: sql`bigint`,
  int64: sql`bigint`,
  float: sql`float8`,
  timestamp: sql`timestamptz`,
};

/** Returns a value as a parameter of the type of the field's SQL: a timestamp inside a struct is text. */
function parameterFor({ kind }: Field, steps: readonly Step[]): (value: unknown) => Sql {
  const type = kind === 'timestamp' && steps.length > 0 ? parameterTypes.string : parameterTypes[kind as ScalarKind];
  return (value) => sql`${typeof value === 'boolean' ? value : String(value)}::${type}`;
}

/** Returns a pattern for LIKE, with its own wildcard characters escaped. */
function likePattern(pattern: Pattern): string {
  return pattern
    .map((part) => (part === anyText ? '%' : part === anyCharacter ? '_' : part.replace(/[\\%_]/g, '\\$&')))
    .join('');
}
