import type { Watch } from '../api/queries.ts';
import { formatMoney } from '../format/money.ts';

/** When a watch tells something, in words. */
export function occasionOf({ when, fields, policy, measure, above = [], currency, hours }: Watch): string {
  switch (when) {
    case 'enters':
      return 'begins to match';
    case 'leaves':
      return 'matches no more';
    case 'changes':
      return `changes: ${(fields ?? []).join(', ')}`;
    case 'violates':
      return `violates ${policy ?? 'a policy'}`;
    case 'stale':
      return `not complete for ${hours} h`;
    case 'threshold': {
      const limits = above.map((limit) =>
        measure === 'budget'
          ? `${limit} %`
          : measure === 'failures_per_hour'
            ? String(limit)
            : formatMoney(limit, currency),
      );
      const what = (measure ?? '').replaceAll('_', ' ');
      return `${what} above ${limits.join(', ')}`;
    }
  }
}
