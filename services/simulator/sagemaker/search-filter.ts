import { validationError } from '../api-error.ts';

/** A search expression. Bounds on the creation time are separate, since they are cheap to apply. */
export interface SearchFilter {
  /** Epoch seconds, exclusive. */
  readonly createdAfter: number | undefined;
  readonly createdBefore: number | undefined;
  /** Undefined if every job within the bounds matches. */
  readonly accepts: ((record: object) => boolean) | undefined;
}

type Test = (record: object) => boolean;

const OPERATORS = [
  'Equals',
  'NotEquals',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
  'Contains',
  'Exists',
  'NotExists',
  'In',
];

export function searchFilter(expression: unknown): SearchFilter {
  let createdAfter: number | undefined;
  let createdBefore: number | undefined;
  const tests: Test[] = [];
  const { filters, nested, any } = read(expression);
  for (const filter of filters) {
    if (filter.name === 'CreationTime' && !any && /^(Greater|Less)Than$/.test(filter.operator)) {
      const time = epochSeconds(filter.value);
      if (filter.operator === 'GreaterThan') createdAfter = Math.max(createdAfter ?? time, time);
      else createdBefore = Math.min(createdBefore ?? time, time);
    } else {
      tests.push((record) => compareWith(valuesAt(record, filter.name), filter));
    }
  }
  for (const inner of nested) {
    const { createdAfter: after, createdBefore: before, accepts } = searchFilter(inner);
    tests.push((record) => {
      const [created] = valuesAt(record, 'CreationTime');
      if (after !== undefined && !(Number(created) > after)) return false;
      if (before !== undefined && !(Number(created) < before)) return false;
      return accepts === undefined || accepts(record);
    });
  }
  const accepts =
    tests.length === 0
      ? undefined
      : (record: object) => (any ? tests.some((test) => test(record)) : tests.every((test) => test(record)));
  return { createdAfter, createdBefore, accepts };
}

interface Filter {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

function read(expression: unknown): { filters: Filter[]; nested: unknown[]; any: boolean } {
  const { Filters, NestedFilters, SubExpressions, Operator } = (expression ?? {}) as Record<string, unknown>;
  const filters = list(Filters).map((filter) => {
    const { Name, Operator: operator = 'Equals', Value = '' } = filter as Record<string, unknown>;
    if (typeof Name !== 'string' || !OPERATORS.includes(String(operator)))
      throw validationError('A search filter needs a Name and a known Operator.');
    return { name: Name, operator: String(operator), value: String(Value) };
  });
  // A nested filter is a list of filters on the same property.
  return { filters, nested: [...list(NestedFilters), ...list(SubExpressions)], any: Operator === 'Or' };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Returns the values at a property path such as Tags.team, HyperParameters.eta, Metrics.validation:auc or ResourceConfig.InstanceType. */
function valuesAt(record: object, path: string): unknown[] {
  const dot = path.indexOf('.');
  const head = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? '' : path.slice(dot + 1);
  const members = record as Record<string, unknown>;
  if (head === 'Tags')
    return list(members.Tags).flatMap((tag) =>
      (tag as { Key?: string }).Key === rest ? [(tag as { Value?: string }).Value] : [],
    );
  if (head === 'Metrics') {
    return list(members.FinalMetricDataList).flatMap((metric) =>
      (metric as { MetricName?: string }).MetricName === rest ? [(metric as { Value?: unknown }).Value] : [],
    );
  }
  if ((head === 'HyperParameters' || head === 'Environment') && rest !== '') {
    const value = (members[head] as Record<string, unknown> | undefined)?.[rest];
    return value === undefined ? [] : [value];
  }
  const value = members[head];
  if (value === undefined) return [];
  if (rest === '') return Array.isArray(value) ? value : [value];
  return (Array.isArray(value) ? value : [value]).flatMap((item) =>
    typeof item === 'object' && item !== null ? valuesAt(item, rest) : [],
  );
}

function compareWith(values: readonly unknown[], { name, operator, value }: Filter): boolean {
  switch (operator) {
    case 'Exists':
      return values.length > 0;
    case 'NotExists':
      return values.length === 0;
    case 'NotEquals':
      return values.every((found) => String(found) !== value);
    case 'In':
      return values.some((found) => value.split(',').includes(String(found)));
    case 'Contains':
      return values.some((found) => String(found).includes(value));
    case 'Equals':
      return values.some(
        (found) => String(found) === value || (typeof found === 'number' && found === bound(name, value)),
      );
    default:
      return values.some((found) => ordered(Number(found), bound(name, value), operator));
  }
}

function ordered(found: number, limit: number, operator: string): boolean {
  if (operator === 'GreaterThan') return found > limit;
  if (operator === 'GreaterThanOrEqualTo') return found >= limit;
  return operator === 'LessThan' ? found < limit : found <= limit;
}

function bound(name: string, value: string): number {
  return name.endsWith('Time') ? epochSeconds(value) : Number(value);
}

function epochSeconds(value: string): number {
  const time = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1000;
  if (Number.isNaN(time)) throw validationError(`'${value}' is not a timestamp: write ISO 8601.`);
  return time;
}
