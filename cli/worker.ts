import { Command } from 'commander';

/** `sagecat worker`: takes crawls from the queue. */
export const workerCommand = (): Command =>
  new Command('worker')
    .description('run crawls from the queue, on any number of hosts that share the database')
    .addHelpText(
      'after',
      `
Crawls on the configured schedules and on requests to the API, reads the queues of events.queue_urls, and follows
the clusters of kubernetes. On SIGTERM it stores what it has read, returns its targets to the queue for other workers,
and ends.

Exit code: 0 or 143 stopped, 1 failed, 2 the configuration is wrong.`,
    )
    .action(async (_options: unknown, command: Command) => {
      const { limitHeapGrowth } = await import('../services/crawler/limit-heap-growth.ts');
      limitHeapGrowth();
      const { openContext, readConfig } = await import('./context.ts');
      const { requireAccess } = await import('./account-targets.ts');
      const { ResourceDescriber } = await import('../services/crawler/describe/resource-describer.ts');
      const { openSources } = await import('./sources.ts');
      const { openWorker, work } = await import('./work.ts');
      await requireAccess(readConfig(command));
      await using context = await openContext(command);
      const crawler = openWorker(context);
      await using describer = new ResourceDescriber(crawler);
      await using _sources = await openSources(context, describer);
      await work(crawler, context);
    });
