import { Command } from 'commander';

/** `sagecat billing`: the tables of billable time. */
export const billingCommand = (): Command =>
  new Command('billing').description('keep the tables of billable time').addCommand(rebuildCommand());

const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('compute billable time again from the catalogued jobs; says what differed')
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { rebuildUsage } = await import('../db/billing/rebuild.ts');
      await using context = await openContext(command, { existing: true });
      const { jobs, usageRowsChanged, dayRowsChanged } = await rebuildUsage(context.database.kysely, {
        signal: context.signal,
      });
      if (options.json) {
        console.log(JSON.stringify({ jobs, usage_rows_changed: usageRowsChanged, day_rows_changed: dayRowsChanged }));
      } else if (usageRowsChanged + dayRowsChanged === 0) {
        console.log(`${jobs} jobs read: nothing differed`);
      } else {
        console.log(
          `${jobs} jobs read: ${usageRowsChanged} usage rows and ${dayRowsChanged} daily sums differed and are right now`,
        );
      }
    });
