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
    .description('what changed across the catalog: new, changed, deleted and restored resources, the newest first')
    .argument('[query]', `search query that narrows the resources, e.g. ${example.failed}`)
    .option('--since <time>', 'how far back: 24h, 7d, 3M, or a day such as 2026-01-31')
    .option('--kinds <kinds>', 'first_seen, changed, deleted, restored; separated by commas (default: all)')
    .option('--fields <fields>', `only changes of these fields, separated by commas, e.g. ${example.status}`)
    .option('--limit <n>', 'changes to list', wholeNumber(1, 100_000), 20)
    .option('--follow', 'list the oldest first, and go on with what changes from now on')
    .option('--json', 'print one JSON object a change and line')
    .addHelpText(
      'after',
      `
That the counters of a running job move on is no change.

Exit code: 0 shown, also where nothing changed, 2 wrong usage.

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
