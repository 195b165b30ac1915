import type { Kysely } from 'kysely';
import { isArnOf, parseArn } from '../../catalog/arn.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { AccountName } from '../../db/accounts/record-names.ts';
import { type FoundResource, findResource } from '../../db/crawl/find-resource.ts';
import type { CrawlScope } from '../../db/crawl/schema.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import type { AccountTarget } from './account-target.ts';
import type { TargetIdentity } from './crawl-request.ts';

/** An account and the id that was found for it; null if unknown. */
export interface PlannedAccount {
  readonly account: AccountTarget;
  readonly accountId: string | null;
}

/** The reason why a crawl without targets ends. */
export const nothingInScope = 'no account and region of the configuration is in the scope of this crawl';

/**
 * Returns the targets of the accounts that are within a scope. `known`: where the catalog has the scope's job; an unknown job is looked for
 * everywhere in the scope, or where its ARN says.
 */
export function planTargets(
  accounts: readonly PlannedAccount[],
  types: readonly AnyResourceType[],
  scope: CrawlScope,
  known: readonly FoundResource[] = [],
): TargetIdentity[] {
  const arn = scope.job === undefined ? undefined : parseArn(scope.job);
  const isWanted = ({ resource_type, account_id, region }: TargetIdentity, type: AnyResourceType): boolean =>
    (scope.accounts === undefined || (account_id !== null && scope.accounts.includes(account_id))) &&
    (scope.regions === undefined || scope.regions.includes(region)) &&
    (arn === undefined || (arn.accountId === account_id && arn.region === region && isArnOf(type, arn))) &&
    (known.length === 0 ||
      known.some(
        (place) => place.resource_type === resource_type && place.account_id === account_id && place.region === region,
      ));
  return accounts.flatMap(({ account, accountId }) =>
    account.regions.flatMap((region) =>
      types.flatMap((type) => {
        const place = {
          resource_type: type.name,
          account_id: accountId,
          account_name: account.name ?? null,
          region,
        };
        return isWanted(place, type) ? [place] : [];
      }),
    ),
  );
}

/** Returns the current names of the accounts, without the unnamed ones, such as that of the default credentials. */
export const namesOf = (accounts: readonly PlannedAccount[]): AccountName[] =>
  accounts.flatMap(({ account: { id, name }, accountId }) =>
    accountId === null || (id === undefined && name === undefined) ? [] : [{ id: accountId, name: name ?? null }],
  );

/** Returns where the catalog has the resource that a scope names, if it names one. */
export async function findKnown(
  db: Kysely<DatabaseSchema>,
  types: readonly AnyResourceType[],
  { job: nameOrArn }: CrawlScope,
): Promise<FoundResource[]> {
  if (nameOrArn === undefined) return [];
  return (await Promise.all(types.map((type) => findResource(db, type, nameOrArn)))).flat();
}
