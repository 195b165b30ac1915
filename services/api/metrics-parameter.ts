import { nearestName } from '../../catalog/nearest-name.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Metric } from '../../db/query/aggregation.ts';
import { requireField } from './fields.ts';
import { parameterError } from './parameter-error.ts';

const maxMetrics = 20;
const call = /^(count|sum|avg|min|max|p(\d{1,2}(?:\.\d{1,3})?))\((.+)\)$/s;
const operations = ['count', 'sum', 'avg', 'min', 'max'];
const numeric = ['int32', 'int64', 'float'];

/** Reads `metrics`: comma-separated `count`, `sum(field)`, `p95(field)` and so on. Throws a ProblemError. */
export function readMetrics(type: AnyResourceType, text: string): Metric[] {
  const metrics = text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .map((part) => readMetric(type, part));
  if (metrics.length > maxMetrics) throw parameterError('metrics', `at most ${maxMetrics} can be asked for at once`);
  return metrics;
}

function readMetric(type: AnyResourceType, name: string): Metric {
  if (name === 'count') return { name, operation: 'count' };
  const [, operation = '', percent, path = ''] = call.exec(name) ?? [];
  if (operation === '') {
    const given = name.replace(/\(.*/s, '');
    const detail = `${name} is no metric; it can be count, ${operations.map((one) => `${one}(field)`).join(', ')} or p95(field)`;
    throw parameterError('metrics', detail, { nearest: nearestName(given, ['count', ...operations]) });
  }
  const field = requireField(type, path, 'metrics');
  const { kind } = field.field;
  const mayBeTime = operation === 'min' || operation === 'max';
  if (operation !== 'count' && !numeric.includes(kind) && !(mayBeTime && kind === 'timestamp')) {
    throw parameterError('metrics', `${name} needs a number, and ${path} is a ${kind}`);
  }
  if (['struct', 'struct-list'].includes(kind))
    throw parameterError('metrics', `${name} must name one of the members of ${path}`);
  if (percent !== undefined) return { name, operation: 'percentile', field, fraction: Number(percent) / 100 };
  // The expression above matches no other words.
  return { name, operation: operation as Metric['operation'], field };
}
