import type { RunningApi } from '../services/api/start-api.ts';
import type { JobDescriber } from '../services/crawler/describe-job.ts';
import type { CommandContext } from './context.ts';
import { CommandError } from './exit-codes.ts';
import { configuredMasker } from './masker.ts';

/** Starts the API as the configuration says; with a describer, events that it takes are completed at once. Throws a CommandError that says what to do where it cannot listen. */
export async function openApi(
  { database, logger, config }: CommandContext,
  describer?: Pick<JobDescriber, 'describe'>,
): Promise<RunningApi> {
  const { startApi } = await import('../services/api/start-api.ts');
  const { host, port } = config.api;
  try {
    return await startApi({
      database,
      logger,
      host,
      port,
      eventSecret: config.events.secret,
      onIncomplete: (job) => void describer?.describe(job),
      masker: configuredMasker(config),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CommandError(
        `${host}:${port} is taken by another process; set SAGECAT_PORT or api.port to a free port, or to 0`,
      );
    }
    throw error;
  }
}
