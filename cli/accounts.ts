import { Command } from 'commander';
import type { Config } from '../config/schema.ts';

interface AccountsOptions {
  readonly refresh?: true;
  readonly json?: true;
}

/** `sagecat accounts`: the accounts and regions that a crawl would include. */
export const accountsCommand = (): Command =>
  new Command('accounts')
    .description('list the accounts and regions to crawl, configured and discovered')
    .option('--refresh', 'ask AWS Organizations and the account API again instead of using the cache')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Does not crawl. Accounts that were active once and are now suspended, closed, excluded or gone are shown as retired.

Exit code: 0 success, 3 AWS could not be asked and older answers are shown, 1 there is no answer, 2 wrong usage.`,
    )
    .action(async (options: AccountsOptions, command: Command) => {
      const { openContext, readConfig } = await import('./context.ts');
      const { findTargets, requireAccess } = await import('./account-targets.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      const config = readConfig(command);
      await requireAccess(config);
      await using context = await openContext(command, { quiet: true, config: await withoutNewDatabase(config) });
      const found = await findTargets(context, { refresh: options.refresh ?? false });
      console.log(options.json ? asJson(found) : await asText(found));
      if (found.problems.length > 0) throw new CommandError(found.problems.join('\n'), exitCodes.partial);
    });

/** Responses of AWS are cached in the catalog, if there is one. */
async function withoutNewDatabase(config: Config): Promise<Config> {
  const { holdsDatabase } = await import('../db/embedded/data-directory.ts');
  const { url, data_dir } = config.database;
  if (url !== undefined || (await holdsDatabase(data_dir))) return config;
  return { ...config, database: { data_dir: 'memory' } };
}

type Found = Awaited<ReturnType<typeof import('./account-targets.ts')['findTargets']>>;

const asJson = ({ accounts, retired, unsupported, problems }: Found): string =>
  JSON.stringify({
    accounts: accounts.map(({ id = null, name = null, roleArn = null, regions }) => ({
      id,
      name,
      role_arn: roleArn,
      regions,
    })),
    retired,
    unsupported: unsupported.map(({ account_id, region, reason }) => ({ account_id, region, reason })),
    problems,
  });

interface AccountLine {
  readonly account: string;
  readonly name: string | null;
  readonly regions: string;
  readonly state: 'crawled' | 'retired' | 'left out';
  readonly why?: string | null;
}

async function asText({ accounts, retired, unsupported }: Found): Promise<string> {
  const { plural } = await import('./terminal/plural.ts');
  const { renderTable } = await import('./terminal/table.ts');
  const { viewOf } = await import('./terminal/view.ts');
  const { someRegions } = await import('./render-reasons.ts');
  const view = viewOf(process.stdout);
  const regionsText = (regions: readonly string[]) =>
    view.width === undefined ? regions.join(' ') : someRegions(regions);
  const lines: AccountLine[] = [
    ...accounts.map(({ id = 'default credentials', name = null, regions }) => ({
      ...{ account: id, name, regions: regionsText(regions), state: 'crawled' as const },
    })),
    ...retired.map(({ id, name, reason }) => ({
      ...{ account: id, name: name ?? null, regions: 'all', state: 'retired' as const, why: reason },
    })),
    ...unsupported.map(({ account_id, region, reason }) => ({
      ...{ account: account_id, name: null, regions: region, state: 'left out' as const, why: reason },
    })),
  ];
  const table = renderTable<AccountLine>(
    [
      { title: 'account', value: ({ account }) => account, wraps: false },
      { title: 'name', value: ({ name }) => name },
      {
        title: 'state',
        value: ({ state }) => state,
        tone: ({ state }) => (state === 'crawled' ? undefined : 'muted'),
        wraps: false,
      },
      { title: 'regions', value: ({ regions }) => regions, least: 16 },
      ...(lines.some(({ why }) => why !== undefined)
        ? [{ title: 'why', value: ({ why }: AccountLine) => why, least: 20 }]
        : []),
    ],
    lines,
    view,
  );
  const targets = accounts.reduce((sum, { regions }) => sum + regions.length, 0);
  return `${table}\n\n${plural(accounts.length, 'account')}, ${plural(targets, 'target')}`;
}
