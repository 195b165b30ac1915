import { readFile } from 'node:fs/promises';
import { asFileError } from '../catalog/file-error.ts';
import { OwnerFileError, readOwnerFile } from '../catalog/ownership/owner-file.ts';
import { type OwnershipRule, ownerPlace, patternExpression } from '../catalog/ownership/rule.ts';
import type { Config } from '../config/schema.ts';
import { type AppliedOwnership, applyOwnership } from '../db/ownership/apply-ownership.ts';
import type { CommandContext } from './context.ts';

/** Applies the configured rules to the catalog; returns undefined without such a section. Throws OwnerFileError. */
export async function applyConfiguredOwnership({
  config,
  database,
  logger,
}: Pick<CommandContext, 'config' | 'database' | 'logger'>): Promise<AppliedOwnership | undefined> {
  if (!config.ownership) return undefined;
  const applied = await applyOwnership(database.kysely, await configuredRules(config.ownership));
  if (applied.changed) logger.info({ resources: applied.resources }, 'the rules of ownership changed');
  return applied;
}

type ConfiguredRule = NonNullable<Config['ownership']>['rules'][number];

const configuredRules = ({ rules }: NonNullable<Config['ownership']>): Promise<OwnershipRule[]> =>
  Promise.all(rules.map(ruleOf));

async function ruleOf({ file, role, resource, ...rule }: ConfiguredRule): Promise<OwnershipRule> {
  const holder = ([...Object.entries({ role, resource })] as const).find(([, text]) => text?.includes(ownerPlace))?.[0];
  return {
    ...rule,
    ...(role !== undefined && { role: patternExpression(role) }),
    ...(resource !== undefined && { resource: patternExpression(resource) }),
    ...(holder !== undefined && { captures: holder as 'role' | 'resource' }),
    ...(file !== undefined && { lookup: readOwnerFile(await readText(file), file) }),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = asFileError(error, file);
    if (!reason) throw error;
    throw new OwnerFileError(`${reason.message} (from ownership.rules[].file)`);
  }
}
