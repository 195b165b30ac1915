import { Command, InvalidArgumentError, Option } from 'commander';

function parseSteps(text: string): number | 'all' {
  if (text === 'all') return 'all';
  const steps = Number(text);
  if (!Number.isInteger(steps) || steps < 1) throw new InvalidArgumentError('give a number of migrations, or all');
  return steps;
}

interface MigrateOptions {
  readonly down?: number | 'all';
  readonly status?: true;
  readonly printHardening?: true;
}

/** `sagecat migrate`: migrates the database's schema, forward and back. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('migrate the database schema to the newest version')
    .option('--down <steps>', 'revert the last migrations, or all; drops their tables and data', parseSteps)
    .addOption(new Option('--status', 'list the migrations, and when they ran').conflicts('down'))
    .addOption(
      new Option(
        '--print-hardening',
        'print the SQL with which a superuser revokes the privileges of sql.harden_functions',
      ).conflicts(['down', 'status']),
    )
    .action(async (options: MigrateOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { migrateDown, migrateToLatest, migrationStatus } = await import('../db/migrate.ts');
      await using context = await openContext(command, {
        migrate: false,
        existing: options.status === true || options.down !== undefined,
      });
      const db = context.database.kysely;
      if (options.status) {
        const { formatTime } = await import('./terminal/format-time.ts');
        const { renderTable } = await import('./terminal/table.ts');
        const { viewOf } = await import('./terminal/view.ts');
        const migrations = await migrationStatus(db);
        const columns = [
          { title: 'migration', value: ({ name }: (typeof migrations)[number]) => name },
          {
            title: 'ran',
            value: ({ executedAt }: (typeof migrations)[number]) =>
              executedAt ? formatTime(executedAt.toISOString()) : 'not yet',
          },
        ];
        console.log(renderTable(columns, migrations, viewOf(process.stdout)));
      } else if (options.printHardening) {
        const { hardeningScript } = await import('../db/sql/harden-database.ts');
        await migrateToLatest(db);
        const script = await hardeningScript(context.database.pool);
        const { rows } = await context.database.pool.query<{ name: string }>('SELECT current_database() AS name');
        console.log(
          `-- To be run by a superuser in the database ${rows[0]?.name}, which nobody but sagecat should use.`,
        );
        console.log(
          script.length > 0 ? script.map((statement) => `${statement};`).join('\n') : '-- Nothing is missing.',
        );
      } else if (options.down !== undefined) {
        const undone = await migrateDown(db, options.down);
        console.log(undone.length > 0 ? `reverted: ${undone.join(', ')}` : 'nothing to revert');
      } else {
        const applied = await migrateToLatest(db);
        console.log(applied.length > 0 ? `migrated: ${applied.join(', ')}` : 'the schema is up to date');
      }
    });
