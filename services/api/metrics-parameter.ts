import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Metric } from '../../db/query/aggregation.ts';
import { requireField } from './fields.ts';
import { ProblemError } from './problem.ts';

const mostMetrics = 20;
const call = /^(count|sum|avg|min|max|p(\d{1,2}(?:\.\d{1,3})?))\((.+)\)$/s;
const numeric = ['int32', 'int64', 'float'];

/** Reads `metrics`: `count`, `sum(field)`, `p95(field)` and so on, separated by commas. Throws a ProblemError. */
export function readMetrics(type: AnyResourceType, text: string): Metric[] {
  const metrics = text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .map((part) => readMetric(type, part));
  if (metrics.length > mostMetrics)
    throw new ProblemError(400, `at most ${mostMetrics} metrics can be asked for at once`);
  return metrics;
}

function readMetric(type: AnyResourceType, name: string): Metric {
  if (name === 'count') return { name, operation: 'count' };
  const [, operation = '', percent, path = ''] = call.exec(name) ?? [];
  if (operation === '') {
    throw new ProblemError(400, `${name} is no metric: ask for count, sum(field), avg(field), min, max or p95(field)`);
  }
  const field = requireField(type, path);
  const { kind } = field.field;
  const mayBeTime = operation === 'min' || operation === 'max';
  if (operation !== 'count' && !numeric.includes(kind) && !(mayBeTime && kind === 'timestamp')) {
    throw new ProblemError(400, `${name}: ${path} is a ${kind}, not a number`);
  }
  if (['struct', 'struct-list'].includes(kind))
    throw new ProblemError(400, `${name}: name one of the members of ${path}`);
  if (percent !== undefined) return { name, operation: 'percentile', field, fraction: Number(percent) / 100 };
  // The expression above takes no other words.
  return { name, operation: operation as Metric['operation'], field };
}
