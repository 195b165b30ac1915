import { Command } from 'commander';

interface AccountsOptions {
  readonly refresh?: true;
  readonly json?: true;
}

/** `sagecat accounts`: what a crawl would crawl. */
export const accountsCommand = (): Command =>
  new Command('accounts')
    .description('show the accounts and regions that would be crawled, named and discovered')
    .option('--refresh', 'ask AWS Organizations and the account API now, however young their last answers are')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Crawls nothing. Accounts that are suspended, closed, excluded or gone are shown as retired once they were found active.

Exit code: 0 all is known, 3 something could not be asked and older answers are shown, 1 it is not known, 2 wrong usage.`,
    )
    .action(async (options: AccountsOptions, command: Command) => {
      const { openContext, readConfig } = await import('./context.ts');
      const { findTargets, requireAccess } = await import('./account-targets.ts');
      const { CommandError, exitCodes } = await import('./exit-codes.ts');
      await requireAccess(readConfig(command).config);
      await using context = await openContext(command, { quiet: true });
      const found = await findTargets(context, { refresh: options.refresh ?? false });
      console.log(options.json ? asJson(found) : asText(found));
      if (found.problems.length > 0) throw new CommandError(found.problems.join('\n'), exitCodes.partial);
    });

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

const asText = ({ accounts, retired, unsupported }: Found): string =>
  [
    ...accounts.map(
      ({ id = 'default credentials', name = '', regions }) => `${id}  ${name.padEnd(24)}  ${regions.join(' ')}`,
    ),
    ...retired.map(({ id, name, reason }) => `${id}  ${(name ?? '').padEnd(24)}  retired: ${reason}`),
    ...unsupported.map(({ account_id, region, reason }) => `${account_id}  ${region.padEnd(24)}  left out: ${reason}`),
    `${accounts.length} accounts, ${accounts.reduce((sum, { regions }) => sum + regions.length, 0)} targets`,
  ].join('\n');
