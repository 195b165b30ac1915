import {
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  type Account as OrganizationsAccount,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { allPages } from './all-pages.ts';
import { type ClientOptions, withClient } from './sdk-client.ts';

/** An account as AWS Organizations lists it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string | null;
  /** `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, `CLOSED` or `PENDING_ACTIVATION`. */
  readonly state: string;
  /** The excluded unit that contains it. */
  readonly excludedUnit?: string;
}

export interface OrganizationListing extends ClientOptions {
  /** Only accounts in these units or roots, including nested units; all if absent. */
  readonly units?: readonly string[] | undefined;
  /** Units or roots whose accounts, including nested units, are marked as excluded. */
  readonly excludedUnits: readonly string[];
  readonly signal: AbortSignal;
}

/** Lists the accounts of an organization, by id. Throws the SDK's errors, and an error for a listing that does not end. */
export async function listOrganization(listing: OrganizationListing): Promise<ListedAccount[]> {
  const { units, excludedUnits, signal } = listing;
  return withClient(OrganizationsClient, listing, async (client) => {
    const found =
      units === undefined ? await everyAccount(client, signal) : await accountsWithin(client, units, signal);
    // There is always the management account.
    if (units === undefined && found.length === 0)
      throw new Error('AWS Organizations answered with a list of no accounts');
    const excluded = new Map<string, string>();
    for (const unit of excludedUnits) {
      for (const { Id = '' } of await accountsWithin(client, [unit], signal)) excluded.set(Id, unit);
    }
    return [...new Map(found.map((account) => [account.Id ?? '', listed(account, excluded)])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  });
}

function listed({ Id = '', Name, State, Status }: OrganizationsAccount, excluded: ReadonlyMap<string, string>) {
  const excludedUnit = excluded.get(Id);
  // State replaces Status and has more values.
  const state = State ?? Status ?? 'ACTIVE';
  return { id: Id, name: Name ?? null, state, ...(excludedUnit !== undefined && { excludedUnit }) };
}

const everyAccount = (client: OrganizationsClient, abortSignal: AbortSignal): Promise<OrganizationsAccount[]> =>
  allPages(async (NextToken) => {
    const page = await client.send(new ListAccountsCommand({ NextToken }), { abortSignal });
    return { items: page.Accounts, next: page.NextToken };
  });

/** Returns the accounts in the units and in all units below them. */
async function accountsWithin(
  client: OrganizationsClient,
  units: readonly string[],
  abortSignal: AbortSignal,
): Promise<OrganizationsAccount[]> {
  const accounts: OrganizationsAccount[] = [];
  const waiting = [...units];
  const seen = new Set(units);
  for (let ParentId = waiting.shift(); ParentId !== undefined; ParentId = waiting.shift()) {
    const parent = { ParentId };
    accounts.push(
      ...(await allPages(async (NextToken) => {
        const page = await client.send(new ListAccountsForParentCommand({ ...parent, NextToken }), { abortSignal });
        return { items: page.Accounts, next: page.NextToken };
      })),
    );
    const below = await allPages(async (NextToken) => {
      const command = new ListOrganizationalUnitsForParentCommand({ ...parent, NextToken });
      const page = await client.send(command, { abortSignal });
      return { items: page.OrganizationalUnits, next: page.NextToken };
    });
    for (const { Id } of below) {
      if (Id === undefined || seen.has(Id)) continue;
      seen.add(Id);
      waiting.push(Id);
    }
  }
  return accounts;
}
