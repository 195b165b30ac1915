import { Command } from 'commander';
import { example } from './example-fields.ts';
import { wholeNumber } from './options.ts';

export interface ChangesOptions {
  readonly since?: string;
  readonly kinds?: string;
  readonly fields?: string;
  readonly limit: number;
  readonly follow?: true;
  readonly json?: true;
}

/** `sagecat changes`: changes across the catalog. */
export const changesCommand = (): Command =>
  new Command('changes')
    .description('show what changed across the catalog: new, changed, deleted and restored resources, newest first')
    .argument('[query]', `search query that selects resources, e.g. ${example.failed}`)
    .option('--since <time>', 'how far back: 24h, 7d, 3M, or a day such as 2026-01-31')
    .option('--kinds <kinds>', 'first_seen, changed, deleted, restored; comma-separated (default: all)')
    .option('--fields <fields>', `only changes of these fields, comma-separated, e.g. ${example.status}`)
    .option('--limit <n>', 'changes to list', wholeNumber(1, 100_000), 20)
    .option('--follow', 'list oldest first, then continue with new changes as they happen')
    .option('--json', 'print one JSON object per line and change')
    .addHelpText(
      'after',
      `
Progress counters of running jobs are not changes.

Exit code: 0 success, also if nothing changed, 2 wrong usage.

Examples:
  sagecat changes --since 24h --kinds changed,deleted
  sagecat changes ${example.failed} --fields ${example.status} --follow`,
    )
    .action(async (query: string | undefined, options: ChangesOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { showChanges } = await import('./show-changes.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      await showChanges(context, query, options);
    });
