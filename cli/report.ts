import { Command, InvalidArgumentError } from 'commander';
import { isBilled } from '../catalog/billing/billed-types.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { type TypeOptions, withTypeFilter } from './type-option.ts';

/** `sagecat report`: the monthly report. */
export const reportCommand = (types: readonly AnyResourceType[]): Command =>
  new Command('report').description('reports about the catalog').addCommand(billableCommand(types));

function parseMonth(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('give a month such as 2026-10');
  return text;
}

/** Returns the current month in a time zone. */
const monthOf = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now).slice(0, 7);

interface BillableOptions extends TypeOptions {
  readonly month?: string;
  readonly timeZone: string;
  readonly tag: string[];
  readonly html?: string | true;
}

const billableCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeFilter(new Command('billable'), types.filter(isBilled))
    .description(
      'report a month’s billable time and cost, by day, resource type, account, instance type and tag, with the previous month',
    )
    .option('--month <month>', 'e.g. 2026-10 (default: this month)', parseMonth)
    .option('--time-zone <zone>', 'where days begin, e.g. Europe/Berlin', 'UTC')
    .option('--tag <key...>', 'also by these tags', ['team'])
    .option('--html [file]', 'write one self-contained HTML file instead (default: billable-<month>.html)')
    .action(async (options: BillableOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { readBillableReport } = await import('../services/report/read-report.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      if (!Intl.supportedValuesOf('timeZone').includes(options.timeZone) && options.timeZone !== 'UTC') {
        throw new CommandError(
          `${options.timeZone} is not a time zone; give one such as Europe/Berlin`,
          exitCodes.usage,
        );
      }
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const month = options.month ?? monthOf(new Date(), options.timeZone);
      const report = await readBillableReport(context.database.kysely, {
        month,
        timeZone: options.timeZone,
        tags: options.tag,
        type: types.filter(isBilled).find(({ name }) => name === options.type),
      });
      if (options.html === undefined) {
        const { textReport } = await import('./text-report.ts');
        const { viewOf } = await import('./terminal/view.ts');
        process.stdout.write(textReport(report, viewOf(process.stdout)));
        return;
      }
      const { writeFile } = await import('node:fs/promises');
      const { withFile } = await import('../catalog/file-error.ts');
      const { htmlReport } = await import('../services/report/html-report.ts');
      const file = options.html === true ? `billable-${month}.html` : options.html;
      await withFile(file, () => writeFile(file, htmlReport(report)));
      console.log(`wrote ${file}`);
    });
