import { Command, InvalidArgumentError } from 'commander';

function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number of days');
  return value;
}

/** `sagecat history`: the stored changes of rows. */
export const historyCommand = (): Command =>
  new Command('history').description('maintain the history of the catalog').addCommand(pruneCommand());

const pruneCommand = (): Command =>
  new Command('prune')
    .description('delete changes that are older than the retention; the resources stay')
    .option('--days <n>', 'days to keep (default: history.retention_days)', days)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
After this, reading the catalog as of an earlier time is an error.

Exit code: 0 success, 1 failed, 2 wrong usage, or no retention is configured.`,
    )
    .action(async (options: { days?: number; json?: true }, command: Command) => {
      const { openContext, readConfig } = await import('./context.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { pruneHistory } = await import('../db/history/prune-history.ts');
      const keep = options.days ?? readConfig(command).history.retention_days;
      if (keep === undefined) {
        throw new CommandError(
          'the whole history is kept: set history.retention_days in sagecat.yaml, or give --days',
          exitCodes.usage,
        );
      }
      await using context = await openContext(command, { quiet: true, existing: true });
      const { changes, before } = await pruneHistory(context.database.kysely, {
        keepDays: keep,
        signal: context.signal,
      });
      if (options.json) console.log(JSON.stringify({ changes, before }));
      else console.log(`deleted ${changes} changes that were seen before ${before}`);
    });
