import { Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from './options.ts';

interface CrawlsOptions {
  readonly limit: number;
  readonly all?: true;
  readonly watch?: true;
  readonly json?: true;
}

/** `sagecat crawls`: lists crawls, or shows the progress of one. */
export const crawlsCommand = (): Command =>
  new Command('crawls')
    .description('list the latest crawls, or show one with its targets, failed ones first')
    .argument('[id]', 'number of a crawl', crawlNumber)
    .option('--limit <n>', 'crawls to list', wholeNumber(1, 1000), 20)
    .option('--all', 'list all targets of the crawl, even if there are many')
    .option('--watch', 'update until the crawl ends')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Exit code: 0 shown, 1 there is no such crawl, 2 wrong usage.

Examples:
  sagecat crawls
  sagecat crawls 1 --all`,
    )
    .action(async (id: number | undefined, options: CrawlsOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { showCrawl, showCrawls } = await import('./show-crawls.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const { database, signal } = context;
      const view = viewOf(process.stdout);
      const json = options.json === true;
      if (id === undefined) return await showCrawls(database.kysely, { limit: options.limit, json, view });
      const { watch = false, all = false } = options;
      await showCrawl(database.kysely, id, { watch, all, json, signal, view });
    });

function crawlNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number of a crawl, such as 12; sagecat crawls lists them.');
}
