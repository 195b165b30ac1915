import { parseArn } from '../../catalog/arn.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { AccountName } from '../../db/accounts/record-names.ts';
import type { JobPlace } from '../../db/crawl/find-job.ts';
import type { CrawlScope } from '../../db/crawl/schema.ts';
import type { AccountTarget } from './account-target.ts';
import type { TargetPlace } from './crawl-options.ts';

/** An account and the identifier that it turned out to have; null where even that is not known. */
export interface PlannedAccount {
  readonly account: AccountTarget;
  readonly accountId: string | null;
}

/**
 * The targets that a scope leaves of the accounts. `known`: where the catalog knows the job of the scope; a job that it does not know
 * is sought everywhere that the scope allows, or where its ARN says.
 */
export function planTargets(
  accounts: readonly PlannedAccount[],
  types: readonly AnyResourceType[],
  scope: CrawlScope,
  known: readonly JobPlace[] = [],
): TargetPlace[] {
  const arn = scope.job === undefined ? undefined : parseArn(scope.job);
  const isWanted = (accountId: string | null, region: string): boolean =>
    (scope.accounts === undefined || (accountId !== null && scope.accounts.includes(accountId))) &&
    (scope.regions === undefined || scope.regions.includes(region)) &&
    (arn === undefined || (arn.accountId === accountId && arn.region === region)) &&
    (known.length === 0 || known.some((place) => place.account_id === accountId && place.region === region));
  return accounts.flatMap(({ account, accountId }) =>
    account.regions
      .filter((region) => isWanted(accountId, region))
      .flatMap((region) =>
        types.map((type) => ({
          resource_type: type.name,
          account_id: accountId,
          account_name: account.name ?? null,
          region,
        })),
      ),
  );
}

/** What the accounts are called now. Of one that was never named in the configuration, as that of the default credentials, nothing is said. */
export const namesOf = (accounts: readonly PlannedAccount[]): AccountName[] =>
  accounts.flatMap(({ account: { id, name }, accountId }) =>
    accountId === null || (id === undefined && name === undefined) ? [] : [{ id: accountId, name: name ?? null }],
  );
