import { Command } from 'commander';
import { canFail } from '../catalog/failure-reason.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { wholeNumber } from './options.ts';
import { chosenType, type TypeOptions, withTypeOption } from './type-option.ts';

interface FailuresOptions extends TypeOptions {
  readonly since: string;
  readonly limit: number;
  readonly json?: true;
}

/** `sagecat failures`: failed jobs by reason. */
export const failuresCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeOption(new Command('failures'), types.filter(canFail))
    .description('group failed training jobs by reason, most frequent first')
    .argument('[query]', 'search query that selects jobs, e.g. account_name:research')
    .option('--since <time>', 'how far back: 24h, 7d, 3M, or a day such as 2026-01-31', '24h')
    .option('--limit <n>', 'reasons to list', wholeNumber(1, 10_000), 20)
    .option('--json', 'print an array of groups: reason, jobs, accounts, and the newest jobs')
    .addHelpText(
      'after',
      `
Numbers, identifiers, hashes, addresses and times in reasons are replaced (<n>, <id>, ...), so that similar failures
are counted together.

Exit code: 0 success, also if nothing failed, 2 wrong usage.

Examples:
  sagecat failures --since 7d
  sagecat failures 'resource_config.instance_type:ml.p5*' --since 2026-01-01 --json`,
    )
    .action(async (query: string | undefined, options: FailuresOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { readFailures } = await import('../db/query/read-failures.ts');
      const { readQuery, readSince } = await import('./query-options.ts');
      const { renderFailures } = await import('./render-failures.ts');
      const { stringifyJson } = await import('../catalog/exact-json.ts');
      const { viewOf } = await import('./terminal/view.ts');
      const { limit, json } = options;
      const type = chosenType(types.filter(canFail), options);
      const asked = { since: readSince(options.since), filter: readQuery(type, query) };
      await using context = await openContext(command, { quiet: true, existing: true });
      const groups = await readFailures(context.database.kysely, type, asked);
      if (json) return console.log(stringifyJson(groups.slice(0, limit)));
      console.log(renderFailures(type, groups, { since: asked.since, limit }, viewOf(process.stdout)));
    });
