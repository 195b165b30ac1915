import { Command } from 'commander';
import type { ListenOptions } from './api.ts';
import { portNumber } from './options.ts';

/** `sagecat serve`: runs the API alone. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('serve the API and the page, without crawling')
    .option('--port <n>', 'port to listen on; 0 takes a free one (default: api.port)', portNumber)
    .option('--host <address>', 'address to listen on (default: api.host)')
    .addHelpText(
      'after',
      `
Listens on api.host and api.port (SAGECAT_HOST, SAGECAT_PORT; 127.0.0.1:8080 by default) until it is interrupted.

Exit code: 0 interrupted, 1 failed, 2 the configuration is wrong.`,
    )
    .action(async (options: ListenOptions, command: Command) => {
      const { limitYoungGeneration } = await import('../services/api/limit-young-generation.ts');
      limitYoungGeneration();
      const { openContext } = await import('./context.ts');
      const { openApi, readServingConfig } = await import('./api.ts');
      const { aborted } = await import('./signals.ts');
      await using context = await openContext(command, { config: await readServingConfig(command, options) });
      await using api = await openApi(context);
      console.log(`sagecat serves ${api.url} (documentation: ${api.url}/docs)`);
      await aborted(context.signal);
    });
