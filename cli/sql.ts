import { Command, InvalidArgumentError } from 'commander';
import { example } from './example-fields.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { printNotice } from './terminal/print-notice.ts';

interface SqlCommandOptions {
  readonly param: string[];
  readonly json?: true;
  readonly csv?: true;
  readonly maxRows?: number;
  readonly timeout?: number;
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('give a number above 0');
  return number;
}

function positiveInteger(text: string): number {
  const number = positive(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('give a whole number');
  return number;
}

/** `sagecat sql`: runs one read-only statement on the catalog. */
export const sqlCommand = (): Command =>
  new Command('sql')
    .description('run one read-only SQL statement on the catalog')
    .argument('<statement>', 'a SELECT, VALUES, TABLE or EXPLAIN; - reads it from standard input')
    .option(
      '-p, --param <value>',
      'value of $1, $2, ...; one --param for each',
      (value, all: string[]) => [...all, value],
      [],
    )
    .option('--json', 'print an array of row objects')
    .option('--csv', 'print CSV with a header')
    .option('--max-rows <rows>', 'maximum number of rows (default: sql.max_rows of the configuration)', positiveInteger)
    .option('--timeout <seconds>', 'time limit (default: sql.timeout_seconds of the configuration)', positive)
    .addHelpText(
      'after',
      `
The statement runs as the role sagecat_reader, in a read-only transaction that is never committed.
docs/sql.md describes the tables and views, with examples.

Exit code: 0 the result is complete, 3 it was truncated at --max-rows, 2 the statement was refused or is not
SQL, 1 it failed or timed out.

Examples:
  sagecat sql "SELECT ${example.status}, count(*) FROM ${example.table} GROUP BY 1"
  sagecat sql --json "SELECT * FROM ${example.table} WHERE ${example.name} = \\$1" -p my-job`,
    )
    .action(async (argument: string, options: SqlCommandOptions, command: Command) => {
      if (options.json && options.csv) throw new CommandError('choose one of --json and --csv', exitCodes.usage);
      const { openContext } = await import('./context.ts');
      const { SqlReader } = await import('../db/sql/sql-reader.ts');
      const { sqlOptions } = await import('./api.ts');
      const { viewOf } = await import('./terminal/view.ts');
      const { printResult } = await import('./print-sql-result.ts');
      const statement = argument === '-' ? await readAll(process.stdin) : argument;
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const { sql } = context.config;
      const reader = new SqlReader(context.database, sqlOptions(context.config));
      try {
        const result = await reader.run({
          statement,
          parameters: options.param,
          maxRows: options.maxRows ?? sql.max_rows,
          timeoutMs: Math.ceil((options.timeout ?? sql.timeout_seconds) * 1000),
        });
        await printResult(
          result,
          options.json ? 'json' : options.csv ? 'csv' : 'table',
          process.stdout,
          viewOf(process.stdout),
        );
        for (const warning of result.warnings) printNotice(`warning: ${warning}`);
        if (result.truncated) {
          throw new CommandError(
            `there are more rows: only the first ${result.rows.length} are shown`,
            exitCodes.partial,
          );
        }
      } catch (error) {
        throw await asCommandError(error, statement);
      }
    });

async function readAll(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) text += chunk;
  return text;
}

async function asCommandError(error: unknown, statement: string): Promise<unknown> {
  const { SqlFailedError, SqlRefusedError } = await import('../db/sql/sql-error.ts');
  if (!(error instanceof SqlFailedError || error instanceof SqlRefusedError)) return error;
  const { showPosition } = await import('./sql-position.ts');
  const { viewOf } = await import('./terminal/view.ts');
  const hint = error instanceof SqlFailedError && error.hint ? `\nHINT: ${error.hint}` : '';
  const message = `${error.message}${showPosition(statement, error.position, viewOf(process.stderr).width)}${hint}`;
  return new CommandError(message, error instanceof SqlRefusedError ? exitCodes.usage : exitCodes.failed);
}
