import { Command } from 'commander';
import { CommandError, exitCodes } from './exit-codes.ts';

interface CrawlCommandOptions {
  readonly json?: true;
}

/** `sagecat crawl`: one crawl of everything that the configuration names. */
export const crawlCommand = (): Command =>
  new Command('crawl')
    .description('crawl every account and region of the configuration once')
    .option('--json', 'print the summary as one JSON object, and nothing else, on standard output')
    .addHelpText(
      'after',
      `
On a terminal it shows its progress; otherwise it logs JSON lines to standard error. With --json there is an object
even if the crawl could not run: its status is failed, and its reason says why.

Exit code: 0 every target is complete, 3 some are not, 1 none is or the crawl could not run, 2 wrong usage.`,
    )
    .action(async (options: CrawlCommandOptions, command: Command) => {
      const { didNotRun, renderCrawlSummary } = await import('./crawl-summary.ts');
      const { stringifyJson } = await import('../catalog/exact-json.ts');
      const began = Date.now();
      const summary = await crawl(command).catch((error: unknown) => {
        if (options.json) console.log(stringifyJson(didNotRun(error, (Date.now() - began) / 1000)));
        throw error;
      });
      console.log(options.json ? stringifyJson(summary) : renderCrawlSummary(summary));
      if (summary.status !== 'complete') {
        const incomplete = summary.targets.filter(({ status }) => status !== 'complete').length;
        throw new CommandError(
          `${incomplete} of ${summary.targets.length} targets are not complete`,
          summary.status === 'partial' ? exitCodes.partial : exitCodes.failed,
        );
      }
    });

async function crawl(command: Command) {
  const { openContext, readConfig } = await import('./context.ts');
  const { accountTargets } = await import('./account-targets.ts');
  const { crawlOnce } = await import('./crawl-once.ts');
  const accounts = await accountTargets(readConfig(command).config);
  await using context = await openContext(command, { quiet: process.stderr.isTTY });
  return await crawlOnce(context, accounts);
}
