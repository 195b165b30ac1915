import { Command } from 'commander';
import { type BilledType, isBilled } from '../catalog/billing/billed-types.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { plural } from './terminal/plural.ts';
import { type TypeOptions, withTypeFilter } from './type-option.ts';

/** `sagecat billing`: the tables of billable time. */
export const billingCommand = (types: readonly AnyResourceType[]): Command =>
  new Command('billing').description('maintain the billing tables').addCommand(rebuildCommand(types.filter(isBilled)));

const rebuildCommand = (types: readonly BilledType[]): Command =>
  withTypeFilter(new Command('rebuild'), types)
    .description('recompute billable time from the catalog, and show what differed')
    .option('--json', 'print the result as JSON')
    .action(async (options: TypeOptions & { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { rebuildUsage } = await import('../db/billing/rebuild.ts');
      await using context = await openContext(command, { existing: true });
      const { jobs, usageRowsChanged, dayRowsChanged } = await rebuildUsage(context.database.kysely, {
        types: types.filter(({ name }) => name === (options.type ?? name)),
        signal: context.signal,
      });
      if (options.json) {
        console.log(JSON.stringify({ jobs, usage_rows_changed: usageRowsChanged, day_rows_changed: dayRowsChanged }));
      } else if (usageRowsChanged + dayRowsChanged === 0) {
        console.log(`${plural(jobs, 'resource')} read: nothing differed`);
      } else {
        console.log(
          `${plural(jobs, 'resource')} read: ${usageRowsChanged} usage rows and ${dayRowsChanged} daily sums differed and were corrected`,
        );
      }
    });
