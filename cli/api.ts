import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { ResourceLocation } from '../catalog/events/resource-event.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
import { checkWithheld, withDerivedColumns } from '../catalog/withheld-columns.ts';
import type { Config } from '../config/schema.ts';
import { checkBudgets } from '../db/budgets/read-budget.ts';
import type { ApiDependencies } from '../services/api/dependencies.ts';
import type { RunningApi } from '../services/api/start-api.ts';
import type { ResourceDescriber } from '../services/crawler/describe/resource-describer.ts';
import { type CommandContext, readConfig } from './context.ts';
import { checkPlace, listenError, type Place } from './listen.ts';
import { configuredMasker } from './masker.ts';

/** The folder of the built page: `dist/web`, beside the code in the package. */
const pageDirectory = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/web' : '../web', import.meta.url),
);

/** Returns the configured limits and logins of SQL, and the columns that it cannot read. */
export const sqlOptions = ({ sql, secrets }: Pick<Config, 'sql' | 'secrets'>): ApiDependencies['sql'] => ({
  ...sql,
  withheldColumns: checkedColumns(secrets.withheld_from_sql),
});

function checkedColumns(columns: readonly string[]): readonly string[] {
  checkWithheld(resourceTypes, columns);
  return withDerivedColumns(columns);
}

/** The options of `sagecat serve` and `sagecat up` for the address. */
export interface ListenOptions {
  readonly host?: string;
  readonly port?: number;
}

/** Reads the configuration, with the address of the command line. Throws a CommandError if nothing can listen there. */
export async function readServingConfig(command: Command, { host, port }: ListenOptions): Promise<Config> {
  const config = readConfig(command);
  const api = { ...config.api, ...(host !== undefined && { host }), ...(port !== undefined && { port }) };
  await checkPlace(placeOf({ api }));
  return { ...config, api };
}

const placeOf = ({ api: { host, port } }: Pick<Config, 'api'>): Place => ({
  ...{ host, port },
  setBy: '--port, SAGECAT_PORT or api.port',
});

/**
 * Starts the API as the configuration says. What events lack, the describer completes; without one, the workers are asked for it.
 * Throws a CommandError that says what to do where it cannot listen.
 */
export async function openApi(
  { database, logger, config }: CommandContext,
  describer?: Pick<ResourceDescriber, 'describe'>,
): Promise<RunningApi> {
  checkBudgets(config.budgets);
  const { startApi } = await import('../services/api/start-api.ts');
  const { requestCrawl } = await import('../db/crawl/requests.ts');
  const complete = async (job: ResourceLocation): Promise<void> => {
    if (describer) return describer.describe(job);
    await requestCrawl(database.kysely, { kind: 'auto', trigger: 'request', scope: { job: job.arn } }).catch(
      (error: unknown) => logger.warn({ job: job.arn, err: error }, 'the workers were not asked for a job'),
    );
  };
  try {
    return await startApi({
      database,
      logger,
      settings: config.api,
      pageDirectory,
      eventSecret: config.events.secret,
      onIncomplete: (job) => void complete(job),
      masker: configuredMasker(config),
      budgets: config.budgets,
      channelNames: config.channels.map(({ name }) => name),
      sql: sqlOptions(config),
      withheldColumns: checkedColumns(config.secrets.withheld_from_read),
    });
  } catch (error) {
    throw listenError(error, placeOf(config)) ?? error;
  }
}
