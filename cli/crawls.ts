import { Command } from 'commander';

/** `sagecat crawls`: the history of crawls, and what one is doing. */
export const crawlsCommand = (): Command =>
  new Command('crawls')
    .description('list the latest crawls, or show one with its targets')
    .argument('[id]', 'number of a crawl')
    .option('--limit <n>', 'crawls to list', '20')
    .option('--watch', 'show the crawl again whenever it changes, until it ends')
    .option('--json', 'print JSON')
    .action(async (id: string | undefined, options: { limit: string; watch?: true; json?: true }, command: Command) => {
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { openContext } = await import('./context.ts');
      const { showCrawl, showCrawls } = await import('./show-crawls.ts');
      const numbers = [id ?? '1', options.limit];
      if (numbers.some((text) => !/^\d{1,15}$/.test(text))) {
        throw new CommandError('a crawl and the limit are whole numbers, e.g. sagecat crawls 12', exitCodes.usage);
      }
      await using context = await openContext(command, { quiet: true });
      const { database, signal } = context;
      const json = options.json === true;
      if (id === undefined) await showCrawls(database.kysely, { limit: Number(options.limit), json });
      else await showCrawl(database.kysely, Number(id), { watch: options.watch === true, json, signal });
    });
