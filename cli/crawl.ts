import { Command, Option } from 'commander';
import type { CrawlRequest } from '../services/crawler/run-crawl.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

interface CrawlCommandOptions {
  readonly json?: true;
  readonly full?: true;
  readonly incremental?: true;
  readonly account?: readonly string[];
  readonly region?: readonly string[];
  readonly job?: string;
}

/** `sagecat crawl`: crawls all configured accounts once. */
export const crawlCommand = (): Command =>
  new Command('crawl')
    .description('crawl all configured accounts and regions once, or some of them')
    .option('--account <id...>', 'only these accounts')
    .option('--region <region...>', 'only these regions')
    .option('--job <name-or-arn>', 'crawl only this job')
    .addOption(
      new Option('--full', 'list everything, and find deletions and changed tags').conflicts(['incremental', 'job']),
    )
    .addOption(new Option('--incremental', 'only new resources and those that can still change').conflicts('job'))
    .option('--json', 'print the summary as one JSON object')
    .addHelpText(
      'after',
      `
By default a target is crawled incrementally if it was listed completely before, and fully otherwise.
A terminal shows the progress; otherwise JSON lines are logged to standard error. --json prints an object
even if the crawl could not run: its status is failed, and its reason says why.

Exit code: 0 all targets are complete, 3 some are not, 1 nothing was read or the crawl could not run, 2 wrong usage.`,
    )
    .action(async (options: CrawlCommandOptions, command: Command) => {
      const { failedCrawlJson, renderCrawlSummary } = await import('./crawl-summary.ts');
      const { viewOf } = await import('./terminal/view.ts');
      const { stringifyJson } = await import('../catalog/exact-json.ts');
      const began = Date.now();
      const summary = await crawl(command, askedFor(options)).catch((error: unknown) => {
        if (options.json) console.log(stringifyJson(failedCrawlJson(error, (Date.now() - began) / 1000)));
        throw error;
      });
      console.log(options.json ? stringifyJson(summary) : renderCrawlSummary(summary, viewOf(process.stdout)));
      if (summary.status !== 'complete') {
        const incomplete = summary.targets.filter(({ status }) => status !== 'complete').length;
        throw new CommandError(
          `${incomplete} of ${summary.targets.length} targets are not complete`,
          summary.status === 'partial' ? exitCodes.partial : exitCodes.failed,
        );
      }
    });

const askedFor = ({ full, incremental, account, region, job }: CrawlCommandOptions) => ({
  kind: full ? ('full' as const) : incremental ? ('incremental' as const) : ('auto' as const),
  scope: {
    ...(account && { accounts: account }),
    ...(region && { regions: region }),
    ...(job !== undefined && { job }),
  },
});

async function crawl(command: Command, asked: Pick<CrawlRequest, 'kind' | 'scope'>) {
  const { limitHeapGrowth } = await import('../services/crawler/limit-heap-growth.ts');
  limitHeapGrowth();
  const { openContext, readConfig } = await import('./context.ts');
  const { requireAccess } = await import('./account-targets.ts');
  const { openCrawler } = await import('./open-crawler.ts');
  const { crawlOnce } = await import('./crawl-once.ts');
  await requireAccess(readConfig(command));
  await using context = await openContext(command, { quiet: process.stderr.isTTY });
  return await crawlOnce(openCrawler(context), asked);
}
