import type { Config } from '../config/schema.ts';
import { applyWatches, type ConfiguredNames } from '../db/watches/apply-watches.ts';
import type { CommandContext } from './context.ts';

/** The names in the configuration that watches may use. */
export const configuredNames = ({ channels, budgets }: Pick<Config, 'channels' | 'budgets'>): ConfiguredNames => ({
  channels: channels.map(({ name }) => name),
  budgets: budgets.map(({ name }) => name),
});

/** Makes the configured watches those that hold; changes nothing where the configuration has no such section. Throws WatchError. */
export async function applyConfiguredWatches({
  config,
  database,
  logger,
}: Pick<CommandContext, 'config' | 'database' | 'logger'>): Promise<void> {
  if (!config.watches) return;
  const applied = await applyWatches(database.kysely, config.watches, configuredNames(config));
  if (Object.values(applied).some((names) => names.length > 0)) logger.info(applied, 'the watches changed');
}
