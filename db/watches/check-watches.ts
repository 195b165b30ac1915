import { isBilled } from '../../catalog/billing/billed-types.ts';
import { canFail } from '../../catalog/failure-reason.ts';
import { findField } from '../../catalog/field-path.ts';
import { joinWords } from '../../catalog/join-words.ts';
import { nearestField } from '../../catalog/nearest-field.ts';
import { nearestName } from '../../catalog/nearest-name.ts';
import { ProblemsError } from '../../catalog/problems-error.ts';
import { findResourceType, jobType, resourceTypes } from '../../catalog/resource-types.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import { watchProblems } from '../../catalog/watches/watch-problems.ts';
import { namesViolations } from '../policies/check-policies.ts';
import { readSearch } from '../query/search/search.ts';
import { SearchError } from '../query/search/search-error.ts';

/** Invalid watches. Each problem names the watch, the member and, within a query, the character from 0. */
export class WatchError extends ProblemsError {
  override readonly name = 'WatchError';
}

/** The names of channels, budgets and policies that watches may use. */
export interface KnownNames {
  readonly channels: readonly string[];
  readonly budgets: readonly string[];
  readonly policies: readonly string[];
}

/** Checks watches and the names that they use. Throws WatchError with every problem. */
export function checkWatches(watches: readonly Watch[], known: KnownNames): void {
  const names = watches.map(({ name }) => name);
  const problems = watches.flatMap((watch, index) => [
    ...(names.indexOf(watch.name) < index ? [`watch ${watch.name}: another watch has the same name`] : []),
    ...problemsOf(watch, known).map((problem) => `watch ${watch.name}: ${problem}`),
  ]);
  if (problems.length > 0) throw new WatchError(problems);
}

function problemsOf(watch: Watch, { channels, budgets, policies }: KnownNames): string[] {
  const { type: typeName = jobType.name, about = '', fields = [], measure, policy, budget } = watch;
  const problems = watchProblems(watch).map(({ member, message }) => `${member} ${message}`);
  for (const name of watch.channels) problems.push(...unknown('channels', 'channel', name, channels));
  if (policy !== undefined) problems.push(...unknown('policy', 'policy', policy, policies));
  if (budget !== undefined) problems.push(...unknown('budget', 'budget', budget, budgets));
  const type = findResourceType(typeName);
  if (!type) {
    return [
      ...problems,
      ...unknown(
        'type',
        'resource type',
        typeName,
        resourceTypes.map(({ name }) => name),
      ),
    ];
  }
  if (measure === 'failures_per_hour' && !canFail(type)) problems.push(`measure: a ${type.title} does not fail`);
  if ((measure === 'cost_today' || measure === 'running_cost') && !isBilled(type))
    problems.push(`measure: a ${type.title} costs nothing`);
  for (const field of fields) {
    if (findField(type, field)) continue;
    const nearest = nearestField(type, field);
    problems.push(`fields: there is no field ${field}${nearest ? `; did you mean ${nearest}?` : ''}`);
  }
  try {
    if (namesViolations(readSearch(about, { type, now: 0 })))
      problems.push('about: it cannot ask for violates; when: violates tells of a policy');
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    problems.push(`about, at character ${error.offset}: ${error.message}`);
  }
  return problems;
}

function unknown(member: string, what: string, name: string, names: readonly string[]): string[] {
  if (names.includes(name)) return [];
  const nearest = nearestName(name, names);
  const hint = nearest
    ? `did you mean ${nearest}?`
    : names.length > 0
      ? `there is ${joinWords(names, 'and')}`
      : 'there is none';
  return [`${member}: there is no ${what} ${name}; ${hint}`];
}
