import { resourceTypesNamed } from '../catalog/resource-types.ts';
import { runWorker } from '../services/crawler/worker/run-worker.ts';
import { accountTargets, regionsAsker } from './account-targets.ts';
import type { CommandContext } from './context.ts';
import { crawlTuning } from './crawl-tuning.ts';
import { configuredMasker } from './masker.ts';

/** Runs a worker with the configuration's settings until the context's signal aborts. */
export async function work(
  context: CommandContext,
  { crawlAtStart = false }: { crawlAtStart?: boolean } = {},
): Promise<void> {
  const { config, database, logger, signal } = context;
  const { incremental, full } = config.crawl.schedule;
  await runWorker({
    database,
    resourceTypes: resourceTypesNamed(config.crawl.types),
    accounts: () => accountTargets(context),
    logger,
    signal,
    masker: configuredMasker(config),
    askForRegions: regionsAsker(context),
    tuning: crawlTuning(config),
    schedules: { incremental: unlessOff(incremental), full: unlessOff(full) },
    keepHistoryDays: config.history.retention_days,
    heartbeatSeconds: config.crawl.lease_seconds,
    crawlAtStart,
  });
}

const unlessOff = (cron: string): string | undefined => (cron === 'off' ? undefined : cron);
