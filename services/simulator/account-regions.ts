import type { SimulatedAccount } from './accounts.ts';
import { ApiError } from './api-error.ts';
import { jsonReply, type Reply } from './aws-json.ts';
import { type Input, integer, optionalString } from './input.ts';
import { isOptIn } from './regions.ts';

export interface AccountCall {
  readonly callerId: string;
  readonly input: Input;
  readonly accounts: readonly SimulatedAccount[];
  readonly regions: readonly string[];
  readonly disabledRegions: readonly string[];
}

/** The Account service's operations by path (REST JSON). */
export const ACCOUNT_OPERATIONS: Readonly<
  Record<string, { readonly name: string; readonly run: (call: AccountCall) => Reply }>
> = {
  '/listRegions': { name: 'ListRegions', run: listRegions },
};

function listRegions({ callerId, input, accounts, regions, disabledRegions }: AccountCall): Reply {
  const about = optionalString(input, 'AccountId') ?? callerId;
  const managing = callerId === accounts[0]?.id;
  if (managing && optionalString(input, 'AccountId') === callerId) {
    throw new ApiError('ValidationException', 'The management account cannot specify its own account id.');
  }
  if (about !== callerId && (!managing || !accounts.some(({ id }) => id === about))) {
    throw new ApiError('AccessDeniedException', 'User is not authorized to perform: account:ListRegions', 403);
  }
  const wanted = input.RegionOptStatusContains;
  const all = [
    ...regions
      .filter((region) => !disabledRegions.includes(region))
      .map((region) => ({
        RegionName: region,
        RegionOptStatus: isOptIn(region) ? 'ENABLED' : 'ENABLED_BY_DEFAULT',
      })),
    ...disabledRegions.map((region) => ({ RegionName: region, RegionOptStatus: 'DISABLED' })),
  ]
    .filter((region) => !Array.isArray(wanted) || wanted.includes(region.RegionOptStatus))
    .sort((a, b) => (a.RegionName < b.RegionName ? -1 : 1));
  const limit = integer(input, 'MaxResults', 1, 50, 50);
  const from = Number(optionalString(input, 'NextToken') ?? 0);
  const next = from + limit;
  return jsonReply({ Regions: all.slice(from, next), ...(next < all.length && { NextToken: String(next) }) });
}
