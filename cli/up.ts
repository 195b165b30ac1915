import { Command } from 'commander';

/** `sagecat up`: crawl and serve in one process. */
export const upCommand = (): Command =>
  new Command('up')
    .description('crawl your accounts on a schedule and serve the query API')
    .addHelpText(
      'after',
      `
Serves at once, crawls at once and then on the schedules of the configuration, until it is interrupted. Further
workers (sagecat worker) may share the crawls. Without AWS credentials, see sagecat demo.

Exit code: 0 interrupted, 1 it could not run, 2 the configuration is wrong.`,
    )
    .action(async (_options: unknown, command: Command) => {
      const { smallYoungGeneration } = await import('../services/api/small-young-generation.ts');
      smallYoungGeneration();
      const { openContext, readConfig } = await import('./context.ts');
      const { accountTargets, requireAccess } = await import('./account-targets.ts');
      const { openApi } = await import('./api.ts');
      const { openDescriber } = await import('./describer.ts');
      const { openSources } = await import('./sources.ts');
      const { work } = await import('./work.ts');
      await requireAccess(readConfig(command).config);
      await using context = await openContext(command);
      await using describer = openDescriber(context, () => accountTargets(context));
      await using _sources = await openSources(context, describer);
      await using api = await openApi(context, describer);
      console.log(`sagecat serves ${api.url} (documentation: ${api.url}/docs)`);
      await work(context, { crawlAtStart: true });
    });
