import { Command } from 'commander';
import type { ListenOptions } from './api.ts';
import { portNumber } from './options.ts';

/** `sagecat up`: crawls and serves in one process. */
export const upCommand = (): Command =>
  new Command('up')
    .description('crawl your accounts on a schedule, and serve the API and the page')
    .option('--port <n>', 'port to listen on; 0 takes a free one (default: api.port)', portNumber)
    .option('--host <address>', 'address to listen on (default: api.host)')
    .addHelpText(
      'after',
      `
Starts serving and crawling at once, crawls again on the configured schedules, and runs until it is interrupted. More
workers (sagecat worker) can share the crawls. To try it without AWS credentials: sagecat demo.

Exit code: 0 interrupted, 1 failed, 2 the configuration is wrong.`,
    )
    .action(async (options: ListenOptions, command: Command) => {
      const { limitYoungGeneration } = await import('../services/api/limit-young-generation.ts');
      limitYoungGeneration();
      const { openContext } = await import('./context.ts');
      const { requireAccess } = await import('./account-targets.ts');
      const { openApi, readServingConfig } = await import('./api.ts');
      const { ResourceDescriber } = await import('../services/crawler/describe/resource-describer.ts');
      const { openSources } = await import('./sources.ts');
      const { openWorker, work } = await import('./work.ts');
      const config = await readServingConfig(command, options);
      await requireAccess(config);
      await using context = await openContext(command, { config });
      const crawler = openWorker(context);
      await using describer = new ResourceDescriber(crawler);
      await using _sources = await openSources(context, describer);
      await using api = await openApi(context, describer);
      console.log(`sagecat serves ${api.url} (documentation: ${api.url}/docs)`);
      await work(crawler, context, { crawlAtStart: true });
    });
