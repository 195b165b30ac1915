import { fractionOf } from '../../db/policies/read-scores.ts';
import { plural } from '../terminal/plural.ts';
import { renderTable } from '../terminal/table.ts';
import { viewOf } from '../terminal/view.ts';
import type { CheckedPolicy } from './check-result.ts';

/** The scores of policies as a table. */
export function renderScores(checked: readonly CheckedPolicy[]): string {
  if (checked.length === 0) return 'No policy holds: docs/policies.md tells how to turn the built-in ones on.';
  return renderTable<CheckedPolicy>(
    [
      { title: 'policy', value: ({ name }) => name, wraps: false },
      { title: 'severity', value: ({ severity }) => severity, wraps: false },
      { title: 'score', value: percent, align: 'right', wraps: false },
      { title: 'violated', value: ({ violated }) => violated },
      { title: 'compliant', value: ({ compliant }) => compliant },
      { title: 'exempted', value: ({ exempted }) => exempted, importance: 2 },
      { title: 'contact', value: ({ contact }) => contact, importance: 1 },
      { title: 'title', value: ({ title }) => title, least: 24 },
    ],
    checked,
    viewOf(process.stdout),
  );
}

/** Rounded down: only what complies whole has 100%. */
const percent = (score: CheckedPolicy): string => {
  const fraction = fractionOf(score);
  return fraction === null ? '-' : `${Math.floor(fraction * 100)}%`;
};

/** The scores, and below them what violates each policy. */
export function renderCheck(checked: readonly CheckedPolicy[]): string {
  const parts = [renderScores(checked)];
  for (const policy of checked.filter(({ violated }) => violated > 0)) {
    const table = renderTable<CheckedPolicy['violations'][number]>(
      [
        { title: 'name', value: ({ name }) => name, isWhole: true },
        { title: 'account', value: ({ account_id }) => account_id, align: 'left', wraps: false },
        { title: 'region', value: ({ region }) => region, wraps: false },
        { title: 'owner', value: ({ owner }) => owner },
      ],
      policy.violations,
      viewOf(process.stdout),
    );
    const more = policy.violated - policy.violations.length;
    parts.push(
      `${policy.name}: ${plural(policy.violated, 'violation')}. ${policy.remedy ?? ''}`.trimEnd(),
      more > 0 ? `${table}\nand ${more.toLocaleString('en-US')} more: sagecat jobs 'violates:${policy.name}'` : table,
    );
  }
  return parts.join('\n\n');
}
