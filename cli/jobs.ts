import { Command } from 'commander';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { example } from './example-fields.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { wholeNumber } from './options.ts';
import { chosenType, type TypeOptions, withTypeOption } from './type-option.ts';

export interface JobsOptions extends TypeOptions {
  readonly limit: number;
  readonly sort?: string;
  readonly columns?: string;
  readonly deleted?: true;
  readonly json?: true;
  readonly csv?: true;
}

/** `sagecat jobs`: a table of the jobs that a search finds. */
export const jobsCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeOption(new Command('jobs'), types)
    .description('list training jobs, newest first, or search them')
    .argument('[query]', `search query, e.g. "${example.failed} account_name:research"`)
    .option('--limit <n>', 'jobs to list', wholeNumber(1, 100_000), 20)
    .option('--sort <field>', 'scalar field to sort by; - in front sorts descending (default: -creation_time)')
    .option('--columns <fields>', `fields to show, comma-separated, e.g. ${example.name},${example.status}`)
    .option('--deleted', 'include deleted jobs')
    .option('--json', 'print an array of row objects')
    .option('--csv', 'print CSV with a header')
    .addHelpText(
      'after',
      `
docs/search.md describes the query. sagecat job NAME shows one job in detail.

Exit code: 0 success, 2 wrong usage.

Examples:
  sagecat jobs '${example.failed} account_name:research'
  sagecat jobs tag_map.team:nlp --sort -billable_time_in_seconds --limit 10
  sagecat jobs --columns ${example.name},account_name,failure_reason --csv`,
    )
    .action(async (query: string | undefined, options: JobsOptions, command: Command) => {
      if (options.json && options.csv) throw new CommandError('choose one of --json and --csv', exitCodes.usage);
      const { openContext } = await import('./context.ts');
      const { listResources } = await import('./list-resources.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      await listResources(context, chosenType(types, options), query, options);
    });
