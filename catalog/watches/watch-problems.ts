import { joinWords } from '../join-words.ts';
import type { Watch } from './watch.ts';

/** The members that belong to some moments alone, and the moments that need them. */
const members = {
  fields: ['changes'],
  policy: ['violates'],
  measure: ['threshold'],
  above: ['threshold'],
  hours: ['stale'],
} as const;

/** Returns what is missing in a watch, or says nothing there, by the member. */
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
