import { Command, Option } from 'commander';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { type TypeOptions, withTypeFilter } from './type-option.ts';

interface CoverageOptions extends TypeOptions {
  readonly account?: readonly string[];
  readonly region?: readonly string[];
  readonly status?: readonly string[];
  readonly all?: true;
  readonly json?: true;
}

/** `sagecat coverage`: the coverage of the catalog, by account, region and resource type. */
export const coverageCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeFilter(new Command('coverage'), types)
    .description('show what the catalog covers: every account and region, as of when, and what is missing')
    .option('--account <id-or-name...>', 'only these accounts')
    .option('--region <region...>', 'only these regions')
    .addOption(
      new Option('--status <status...>', 'only targets with this status').choices([
        'complete',
        'partial',
        'denied',
        'unsupported',
        'retired',
      ]),
    )
    .option('--all', 'list every account and region, even if there are many')
    .option('--json', 'print one JSON object: as_of, coverage (the counts) and items')
    .addHelpText(
      'after',
      `
On a terminal, more than 24 targets are summed by account. A pipe gets all of them.

Exit code: 0 all targets shown are complete, 3 some are not, 1 there is none, 2 wrong usage.

Examples:
  sagecat coverage --status denied partial
  sagecat coverage --account research --json`,
    )
    .action(async (options: CoverageOptions, command: Command) => {
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { openContext } = await import('./context.ts');
      const { isComplete, readCoverage, sumCoverage } = await import('../db/crawl/read-coverage.ts');
      const { stringifyJson } = await import('../catalog/exact-json.ts');
      const { renderCoverage } = await import('./render-coverage.ts');
      const { plural } = await import('./terminal/plural.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const db = context.database.kysely;
      const scope = {
        resourceType: options.type,
        accounts: options.account,
        regions: options.region,
        statuses: options.status,
      };
      const sums = await sumCoverage(db, scope);
      const items = await readCoverage(db, scope);
      const { as_of, ...counts } = sums;
      const complete = isComplete(sums);
      console.log(
        options.json
          ? stringifyJson({ as_of, coverage: { complete, ...counts }, items })
          : renderCoverage(sums, items, viewOf(process.stdout), { all: options.all ?? false }),
      );
      if (sums.targets === 0) {
        const isNarrowed = Object.values(scope).some((value) => value !== undefined);
        throw new CommandError(
          isNarrowed
            ? 'no crawled account and region matches; sagecat coverage lists all'
            : 'nothing has been crawled yet: run sagecat crawl or sagecat up',
        );
      }
      if (!complete) {
        const { complete: whole = 0, retired = 0 } = counts.by_status;
        throw new CommandError(
          `${counts.targets - whole - retired} of ${plural(counts.targets, 'target')} are not complete`,
          exitCodes.partial,
        );
      }
    });
