import { Command } from 'commander';
import { CommandError, exitCodes } from './exit-codes.ts';

interface EventsOptions {
  readonly queueUrl?: string[];
}

/** `sagecat events`: state changes of training jobs, from SQS queues. */
export const eventsCommand = (): Command =>
  new Command('events')
    .description('take state changes of training jobs from SQS queues')
    .option('--queue-url <url...>', 'queues to read (default: events.queue_urls)')
    .addHelpText(
      'after',
      `
docs/events.md has the EventBridge rule that sends events to the queue. Runs until it is interrupted. sagecat up and
sagecat worker do the same while they crawl.

Exit code: 0 interrupted, 1 failed, 2 wrong usage.`,
    )
    .action(async (options: EventsOptions, command: Command) => {
      const { openContext, readConfig } = await import('./context.ts');
      const { requireAccess } = await import('./account-targets.ts');
      const { ResourceDescriber } = await import('../services/crawler/describe/resource-describer.ts');
      const { openCrawler } = await import('./open-crawler.ts');
      const { openSources } = await import('./sources.ts');
      const config = readConfig(command);
      const queueUrls = options.queueUrl ?? config.events.queue_urls;
      if (queueUrls.length === 0) {
        throw new CommandError('name a queue with --queue-url, or in events.queue_urls', exitCodes.usage);
      }
      await requireAccess(config);
      await using context = await openContext(command, { config: { ...config, kubernetes: [] } });
      await using describer = new ResourceDescriber(openCrawler(context));
      await using sources = await openSources(context, describer, queueUrls);
      console.log(`sagecat takes events from ${queueUrls.join(', ')}`);
      await sources.ended;
    });
