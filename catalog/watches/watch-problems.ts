import { joinWords } from '../join-words.ts';
import type { Watch } from './watch.ts';

/** Members that only some moments have, and the moments that require them. */
const members = {
  fields: ['changes'],
  policy: ['violates'],
  measure: ['threshold'],
  above: ['threshold'],
  hours: ['stale'],
} as const;

/** Returns the missing and the superfluous members of a watch. */
export function watchProblems(watch: Watch): { member: keyof Watch; message: string }[] {
  const problems: { member: keyof Watch; message: string }[] = [];
  for (const [member, moments] of Object.entries(members) as [keyof typeof members, readonly string[]][]) {
    const isNeeded = moments.includes(watch.when);
    if (isNeeded && watch[member] === undefined)
      problems.push({ member, message: `is missing: ${watch.when} needs it` });
    if (!isNeeded && watch[member] !== undefined)
      problems.push({ member, message: `is for ${joinWords(moments, 'or')} alone, not for ${watch.when}` });
  }
  const isOfBudget = watch.measure === 'budget';
  if (isOfBudget && watch.budget === undefined)
    problems.push({ member: 'budget', message: 'is missing: name one of budgets' });
  if (!isOfBudget && watch.budget !== undefined)
    problems.push({ member: 'budget', message: 'is for the measure budget alone' });
  if (watch.currency !== undefined && watch.measure !== 'cost_today' && watch.measure !== 'running_cost')
    problems.push({ member: 'currency', message: 'is for the measures cost_today and running_cost alone' });
  if (isOfBudget && (watch.about !== undefined || watch.type !== undefined))
    problems.push({ member: 'about', message: 'and type are those of the budget: leave them out' });
  if (watch.when === 'stale' && watch.about !== undefined)
    problems.push({ member: 'about', message: 'finds resources, and stale is of targets: leave it out' });
  return problems;
}
