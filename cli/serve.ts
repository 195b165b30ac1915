import { Command } from 'commander';

/** `sagecat serve`: the query API alone. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('serve the query API over the catalog; crawls nothing')
    .addHelpText(
      'after',
      `
Listens on api.host and api.port (SAGECAT_HOST, SAGECAT_PORT; 127.0.0.1:8080 by default) until it is interrupted.

Exit code: 0 interrupted, 1 it could not serve, 2 the configuration is wrong.`,
    )
    .action(async (_options: unknown, command: Command) => {
      const { smallYoungGeneration } = await import('../services/api/small-young-generation.ts');
      smallYoungGeneration();
      const { openContext } = await import('./context.ts');
      const { openApi } = await import('./api.ts');
      const { aborted } = await import('./signals.ts');
      await using context = await openContext(command);
      await using api = await openApi(context);
      console.log(`sagecat serves ${api.url} (documentation: ${api.url}/docs)`);
      await aborted(context.signal);
    });
