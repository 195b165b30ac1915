import { resourceTypes } from '../catalog/resource-types.ts';
import type { AccountTarget } from '../services/crawler/run-crawl.ts';
import { runWorker } from '../services/crawler/worker/run-worker.ts';
import type { CommandContext } from './context.ts';
import { crawlTuning } from './crawl-tuning.ts';
import { configuredMasker } from './masker.ts';

/** Runs a worker with the configuration's settings until the context's signal aborts. */
export async function work(
  { config, database, logger, signal }: CommandContext,
  accounts: readonly AccountTarget[],
  { crawlAtStart = false }: { crawlAtStart?: boolean } = {},
): Promise<void> {}
