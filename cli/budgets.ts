import { Command } from 'commander';

/** `sagecat budgets`: what was spent of the month's amounts. */
export const budgetsCommand = (): Command =>
  new Command('budgets')
    .description('compare this month’s spend with the configured budgets, and forecast it')
    .option('--json', 'print the budgets as JSON')
    .addHelpText(
      'after',
      `
Exit code: 0 all within budget, 4 one is spent, 1 failed, 2 the configuration is wrong.`,
    )
    .action(async ({ json }: { json?: true }, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { checkBudgets, readBudget } = await import('../db/budgets/read-budget.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const { renderTable } = await import('./terminal/table.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { existing: true, quiet: true });
      const { budgets } = context.config;
      checkBudgets(budgets);
      const now = Date.now();
      const states = [];
      for (const budget of budgets) {
        states.push({ ...budget, ...(await readBudget(context.database.kysely, budget, { now })) });
      }
      if (json) console.log(JSON.stringify({ budgets: states }));
      else if (states.length === 0) console.log('There are no budgets: docs/budgets.md shows how to set one.');
      else {
        const money = (value: number | null) => (value === null ? undefined : value.toFixed(2));
        console.log(
          renderTable<(typeof states)[number]>(
            [
              { title: 'budget', value: ({ name }) => name, wraps: false },
              { title: 'amount', value: ({ amount }) => money(amount), align: 'right', wraps: false },
              { title: 'spent', value: ({ spent }) => money(spent), align: 'right', wraps: false },
              { title: 'running at most', value: ({ running }) => money(running), align: 'right', wraps: false },
              { title: 'month by trend', value: ({ trend }) => money(trend), align: 'right', wraps: false },
              { title: 'currency', value: ({ currency }) => currency, wraps: false, importance: 2 },
              { title: 'without price', value: ({ unpriced_jobs: jobs }) => jobs || undefined, align: 'right' },
              { title: 'contact', value: ({ contact }) => contact, importance: 1 },
            ],
            states,
            viewOf(process.stdout),
          ),
        );
      }
      const passed = states.filter(({ spent, amount }) => spent > amount).map(({ name }) => name);
      if (passed.length > 0) {
        throw new CommandError(`${passed.join(', ')}: more has been spent than the month's amount`, exitCodes.violated);
      }
    });
