import { Command, InvalidArgumentError } from 'commander';
import { billedTypes, isBilled } from '../catalog/billing/billed-types.ts';
import type { Price } from '../catalog/billing/price.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import type { Unpriced } from '../db/billing/unpriced.ts';
import type { CommandContext } from './context.ts';
import { plural } from './terminal/plural.ts';
import { type TypeOptions, withTypeFilter } from './type-option.ts';

/** `sagecat prices`: prices of instance hours and storage, by their first day. */
export const pricesCommand = (types: readonly AnyResourceType[]): Command =>
  new Command('prices')
    .description('manage the prices that costs are computed with')
    .addCommand(importCommand())
    .addCommand(syncCommand())
    .addCommand(missingCommand(types));

function parseDay(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('give a day such as 2026-01-31');
  }
  return text;
}

const importCommand = (): Command =>
  new Command('import')
    .description('import an offer file of the AWS Price List (JSON or CSV), or a CSV of your own prices')
    .argument('<file>', 'the file')
    .option('--valid-from <day>', 'first day of list prices, instead of the day in the file', parseDay)
    .option('--replace', 'delete all of your own prices first')
    .action(async (file: string, options: { validFrom?: string; replace?: true }, command: Command) => {
      const { readPriceFile } = await import('../services/pricing/read-price-file.ts');
      const { openContext } = await import('./context.ts');
      const { openProgress } = await import('./progress-line.ts');
      const { printNotice } = await import('./terminal/print-notice.ts');
      using progress = openProgress(process.stderr, 'MB', printNotice);
      const { kind, prices, skipped } = await readPriceFile(file, options.validFrom, ({ bytes, size }) =>
        progress.update({ done: bytes / 1e6, total: size / 1e6, note: `of ${file}` }),
      );
      progress[Symbol.dispose]();
      await using context = await openContext(command);
      await store(context, prices, file, options.replace ?? false);
      tellSkipped(kind, skipped);
      await tellMissing(context);
    });

const syncCommand = (): Command =>
  new Command('sync')
    .description('fetch list prices of the catalog’s regions from the AWS Pricing API')
    .option('--region <region...>', 'only these regions')
    .option('--valid-from <day>', 'first day of the prices, instead of AWS’s day', parseDay)
    .option('--endpoint-region <region>', 'region of the Pricing API', 'us-east-1')
    .action(async (options: { region?: string[]; validFrom?: string; endpointRegion: string }, command: Command) => {
      const { PricingClient } = await import('@aws-sdk/client-pricing');
      const { fetchPrices } = await import('../services/pricing/fetch-prices.ts');
      const { readBilledRegions } = await import('../db/billing/unpriced.ts');
      const { CommandError } = await import('./exit-codes.ts');
      const { openContext } = await import('./context.ts');
      await using context = await openContext(command);
      const regions = options.region ?? (await readBilledRegions(context.database.kysely));
      if (regions.length === 0) {
        throw new CommandError(
          'the catalog has nothing yet that is billed: crawl first, or name regions with --region',
        );
      }
      const { renewWhenRefused } = await import('../services/crawler/aws/renew-when-refused.ts');
      const { defaultAccess } = await import('./aws-client.ts');
      const access = defaultAccess(options.endpointRegion);
      const client = new PricingClient(access.config);
      client.middlewareStack.use(renewWhenRefused(access.credentials));
      const { openProgress } = await import('./progress-line.ts');
      const { printNotice } = await import('./terminal/print-notice.ts');
      using progress = openProgress(process.stderr, 'regions', printNotice);
      const { prices, skipped } = await fetchPrices({
        client,
        regions,
        validFrom: options.validFrom,
        signal: context.signal,
        onProgress: ({ regions: done, products }) =>
          progress.update({ done, total: regions.length, note: `${products.toLocaleString('en-US')} products` }),
      });
      progress[Symbol.dispose]();
      await store(context, prices, 'AWS Pricing API', false);
      tellSkipped('price list', skipped);
      await tellMissing(context);
    });

const missingCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeFilter(new Command('missing'), types.filter(isBilled))
    .description('list billed usage without a price')
    .option('--json', 'print it as JSON')
    .action(async (options: TypeOptions & { json?: true }, command: Command) => {
      const { readUnpriced } = await import('../db/billing/unpriced.ts');
      const { openContext } = await import('./context.ts');
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const type = types.filter(isBilled).find(({ name }) => name === options.type);
      const unpriced = await readUnpriced(context.database.kysely, type);
      if (options.json) console.log(JSON.stringify(unpriced, null, 2));
      else if (unpriced.length === 0) console.log('all billed usage has a price');
      else console.log(await unpricedTable(unpriced));
    });

async function unpricedTable(unpriced: readonly Unpriced[]): Promise<string> {
  const { count, hours } = await import('../services/report/figures.ts');
  const { renderTable } = await import('./terminal/table.ts');
  const { viewOf } = await import('./terminal/view.ts');
  const { typeColumn } = await import('./target-table.ts');
  return renderTable<Unpriced>(
    [
      ...typeColumn(unpriced),
      { title: 'region', value: ({ region }) => region, wraps: false },
      {
        title: 'instance type',
        value: ({ instance_type, instance_seconds }) =>
          instance_type ?? (instance_seconds === null ? 'any: storage' : 'not known'),
        wraps: false,
      },
      { title: 'kind', value: kindOf, wraps: false },
      { title: 'first day', value: ({ first_day }) => first_day, wraps: false, importance: 1 },
      { title: 'last day', value: ({ last_day }) => last_day, wraps: false, importance: 2 },
      { title: 'jobs', value: ({ jobs }) => count(jobs), align: 'right', importance: 3 },
      {
        title: 'unpriced',
        value: ({ storage_gb_seconds, instance_seconds }) =>
          instance_seconds === null
            ? `${hours(storage_gb_seconds ?? 0)} GB-hours`
            : `${hours(instance_seconds ?? 0)} hours`,
        align: 'right',
      },
    ],
    unpriced,
    viewOf(process.stdout),
  );
}

/** The kind of price that is missing, as a file of own prices names it. */
function kindOf({ resource_type, instance_seconds }: Unpriced): string | undefined {
  const prices = billedTypes.find(({ name }) => name === resource_type)?.billing.prices;
  return instance_seconds === null ? prices?.storage : prices?.instance;
}

async function store(context: CommandContext, prices: readonly Price[], origin: string, replaceOwn: boolean) {
  const { storePrices } = await import('../db/billing/store-prices.ts');
  const { changed, unchanged, daysRepriced } = await storePrices(context.database.kysely, prices, {
    origin,
    replaceOwn,
  });
  console.log(`${changed} prices stored, ${unchanged} known already; the costs of ${daysRepriced} daily sums changed`);
}

function tellSkipped(what: string, skipped: ReadonlyMap<string, number>): void {
  const told = [...skipped].map(([reason, count]) => `${count} (${reason})`);
  if (told.length > 0) console.log(`left out of the ${what}: ${told.join(', ')}`);
}

async function tellMissing(context: CommandContext): Promise<void> {
  const { readUnpriced } = await import('../db/billing/unpriced.ts');
  const unpriced = await readUnpriced(context.database.kysely);
  if (unpriced.length > 0) {
    console.log(
      `${plural(unpriced.length, 'combination')} of region and instance type without a price: sagecat prices missing`,
    );
  }
}
