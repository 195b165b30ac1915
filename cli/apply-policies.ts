import { chosenPolicy } from '../catalog/policies/chosen-policy.ts';
import { applyPolicies } from '../db/policies/apply-policies.ts';
import type { CommandContext } from './context.ts';

/** Makes the configured policies those that hold; changes nothing where the configuration has no such section. Throws PolicyError. */
export async function applyConfiguredPolicies({
  config,
  database,
  logger,
}: Pick<CommandContext, 'config' | 'database' | 'logger'>): Promise<void> {
  if (!config.policies) return;
  const applied = await applyPolicies(database.kysely, config.policies.map(chosenPolicy));
  if (Object.values(applied).some((names) => names.length > 0)) logger.info(applied, 'the policies changed');
}
