import { isDeepStrictEqual } from 'node:util';
import type { Condition, End, Test } from './condition.ts';

type Between = Extract<Test, { kind: 'between' }>;

/**
 * Returns a condition for every row on which a query can differ between two times. Only ends relative to `now` move, so a row can differ
 * only by a value between the two positions of such an end.
 */
export function changedBetween(before: Condition, after: Condition): Condition {
  if (isDeepStrictEqual(before, after)) return { kind: 'none' };
  if (before.kind === 'not' && after.kind === 'not') return changedBetween(before.condition, after.condition);
  if ((before.kind === 'and' || before.kind === 'or') && after.kind === before.kind) {
    const inner = after.conditions;
    if (inner.length !== before.conditions.length) return { kind: 'all' };
    return any(before.conditions.map((one, index) => changedBetween(one, inner[index] ?? { kind: 'all' })));
  }
  if (before.kind !== 'test' || after.kind !== 'test') return { kind: 'all' };
  const { field, test: now } = after;
  const { test: then } = before;
  if (then.kind !== 'between' || now.kind !== 'between' || field.path !== before.field.path) return { kind: 'all' };
  const spans = [span(then.from, now.from), span(then.to, now.to)];
  if (spans.includes('unknown')) return { kind: 'all' };
  return any(spans.flatMap((test): Condition[] => (typeof test === 'object' ? [{ kind: 'test', field, test }] : [])));
}

/** Returns the values between two positions of an end, both included; `none` if it did not move. */
function span(then: End | undefined, now: End | undefined): Between | 'none' | 'unknown' {
  if (isDeepStrictEqual(then, now)) return 'none';
  if (!then || !now) return 'unknown';
  const [from, to] = then.value <= now.value ? [then, now] : [now, then];
  return {
    kind: 'between',
    from: { value: from.value, inclusive: true },
    to: { value: to.value, inclusive: true },
  };
}

function any(conditions: readonly Condition[]): Condition {
  const some = conditions.filter(({ kind }) => kind !== 'none');
  const [only] = some;
  if (!only) return { kind: 'none' };
  return some.some(({ kind }) => kind === 'all')
    ? { kind: 'all' }
    : some.length === 1
      ? only
      : { kind: 'or', conditions: some };
}
