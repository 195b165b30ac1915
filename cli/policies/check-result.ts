import { nearestName } from '../../catalog/nearest-name.ts';
import type { Policy } from '../../catalog/policies/policy.ts';
import { evaluatePolicies } from '../../db/policies/evaluate-policies.ts';
import { readScores } from '../../db/policies/read-scores.ts';
import { readViolations, type Violation } from '../../db/policies/read-violations.ts';
import { readPolicies } from '../../db/policies/stored-policy.ts';
import type { CommandContext } from '../context.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';

/** A policy with how many resources comply, and the newest that violate it. */
export interface CheckedPolicy extends Policy {
  readonly compliant: number;
  readonly violated: number;
  readonly exempted: number;
  readonly violations: readonly Violation[];
}

/** Evaluates the policies and returns those of the given names, all by default, with `limit` violations each. Throws CommandError. */
export async function checkPolicies(
  { database: { kysely }, signal }: Pick<CommandContext, 'database' | 'signal'>,
  { names, limit }: { readonly names?: readonly string[] | undefined; readonly limit: number },
): Promise<CheckedPolicy[]> {
  await evaluatePolicies(kysely, { signal });
  const held = await readPolicies(kysely);
  const known = held.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, known);
    throw new CommandError(
      `there is no policy ${unknown}; ${nearest ? `did you mean ${nearest}?` : `there are ${known.join(', ') || 'none: see docs/policies.md'}`}`,
      exitCodes.usage,
    );
  }
  const scores = new Map((await readScores(kysely)).map(({ policy, value: _, ...score }) => [policy, score]));
  const checked: CheckedPolicy[] = [];
  for (const { isEvaluated: _, ...policy } of held) {
    if (names && !names.includes(policy.name)) continue;
    const score = scores.get(policy.name) ?? { compliant: 0, violated: 0, exempted: 0 };
    const violations = limit > 0 && score.violated > 0 ? await readViolations(kysely, policy, limit) : [];
    checked.push({ ...policy, ...score, violations });
  }
  return checked;
}
