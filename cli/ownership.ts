import { Command } from 'commander';

/** `sagecat ownership`: the teams that own resources. */
export const ownershipCommand = (): Command =>
  new Command('ownership')
    .description('apply the rules that assign resources to teams, and count resources by rule')
    .addCommand(applyCommand())
    .addCommand(showCommand());

const applyCommand = (): Command =>
  new Command('apply')
    .description('apply the configured rules to all resources')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
sagecat up, serve, worker and crawl apply them when they start. Without the section ownership nothing is changed;
ownership: {rules: []} removes all owners.

Exit code: 0 applied, 1 failed, 2 the configuration or a file that it names is wrong.`,
    )
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext, readConfig } = await import('./context.ts');
      const { applyConfiguredOwnership } = await import('./apply-ownership.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { plural } = await import('./terminal/plural.ts');
      if (readConfig(command).ownership === undefined) {
        throw new CommandError('the configuration has no section ownership; see docs/ownership.md', exitCodes.usage);
      }
      await using context = await openContext(command, { existing: true, quiet: true });
      const applied = await applyConfiguredOwnership(context);
      if (!applied) return;
      if (json) console.log(JSON.stringify(applied));
      else if (!applied.changed) console.log('these rules were already applied');
      else console.log(`applied the rules; ${plural(applied.resources, 'resource')} changed owner`);
    });

const showCommand = (): Command =>
  new Command('show')
    .description('list the rules in order, with the number of resources that each assigned')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { countOwners } = await import('../db/ownership/count-owners.ts');
      const { renderTable } = await import('./terminal/table.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const counts = await countOwners(context.database.kysely);
      if (json) {
        console.log(JSON.stringify(counts));
        return;
      }
      console.log(
        renderTable<(typeof counts)[number]>(
          [
            { title: 'rule', value: ({ rule }) => rule ?? '(no rule decided)' },
            { title: 'owners', value: ({ owners }) => String(owners), align: 'right' },
            { title: 'resources', value: ({ resources }) => String(resources), align: 'right' },
          ],
          counts,
          viewOf(process.stdout),
        ),
      );
    });
