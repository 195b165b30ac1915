import { type SimulatedAccount, UNITS } from './accounts.ts';
import { ApiError } from './api-error.ts';
import { jsonReply, type Reply } from './aws-json.ts';
import type { PageFault } from './faults.ts';
import { type Input, integer, optionalString, requiredString } from './input.ts';

export interface OrganizationsCall {
  readonly callerId: string;
  readonly input: Input;
  readonly accounts: readonly SimulatedAccount[];
  /** The fault of the page, if any. */
  readonly fault: PageFault | undefined;
}

const ROOT = 'r-sim1';
const ORGANIZATION = 'o-simulated1';
const JOINED = Date.UTC(2023, 2, 1) / 1000;

export const ORGANIZATIONS_OPERATIONS: Readonly<Record<string, (call: OrganizationsCall) => Reply>> = {
  ListAccounts: (call) =>
    page(
      call,
      'Accounts',
      managed(call).map((account) => describe(account, call)),
    ),
  ListAccountsForParent: (call) => {
    const parent = requiredString(call.input, 'ParentId');
    const units = unitNames(managed(call));
    const unit = units.find((name) => unitId(name, units) === parent);
    if (unit === undefined && parent !== ROOT) throw missingParent();
    const inside = call.accounts.filter((account) => account.unit === unit && parentOf(account) !== ROOT);
    const direct = call.accounts.filter((account) => parentOf(account) === ROOT);
    return page(
      call,
      'Accounts',
      (parent === ROOT ? direct : inside).map((account) => describe(account, call)),
    );
  },
  ListOrganizationalUnitsForParent: (call) => {
    const parent = requiredString(call.input, 'ParentId');
    const units = unitNames(managed(call));
    if (parent !== ROOT && !units.some((name) => unitId(name, units) === parent)) throw missingParent();
    // Sandbox is inside Research, so that units are nested.
    const children = units.filter((name) => (name === 'Sandbox' ? unitId('Research', units) : ROOT) === parent);
    return page(
      call,
      'OrganizationalUnits',
      children.map((name) => ({
        Id: unitId(name, units),
        Arn: arn(call, `ou/${ORGANIZATION}/${unitId(name, units)}`),
        Name: name,
      })),
    );
  },
  ListRoots: (call) => {
    managed(call);
    return page(call, 'Roots', [
      { Id: ROOT, Arn: arn(call, `root/${ORGANIZATION}/${ROOT}`), Name: 'Root', PolicyTypes: [] },
    ]);
  },
};

/** Returns the parent of an account. The management account is in the root, as in most organizations. */
function parentOf(account: SimulatedAccount): string {
  return account.management ? ROOT : account.unit;
}

function unitNames(accounts: readonly SimulatedAccount[]): string[] {
  return [...new Set([...UNITS, ...accounts.map((account) => account.unit)])];
}

function unitId(name: string, units: readonly string[]): string {
  return `ou-sim1-${String(units.indexOf(name) + 1).padStart(8, '0')}`;
}

function describe(account: SimulatedAccount, call: OrganizationsCall) {
  const status = account.suspended ? 'SUSPENDED' : 'ACTIVE';
  return {
    Id: account.id,
    Arn: arn(call, `account/${ORGANIZATION}/${account.id}`),
    Email: account.email,
    Name: account.name,
    Status: status,
    State: status,
    JoinedMethod: account.management ? 'INVITED' : 'CREATED',
    JoinedTimestamp: JOINED + 0.123,
  };
}

function arn(call: OrganizationsCall, resource: string): string {
  const [management] = call.accounts;
  return `arn:${management?.roleArn.split(':')[1] ?? 'aws'}:organizations::${management?.id ?? ''}:${resource}`;
}

/** Returns the organization's accounts. Throws ApiError unless the management account calls. */
function managed(call: OrganizationsCall): readonly SimulatedAccount[] {
  if (call.callerId !== call.accounts[0]?.id) {
    throw new ApiError('AccessDeniedException', "You don't have permissions to access this resource.");
  }
  return call.accounts;
}

function missingParent(): ApiError {
  return new ApiError('ParentNotFoundException', "You specified parent that doesn't exist.");
}

function page(call: OrganizationsCall, member: string, items: readonly object[]): Reply {
  const limit = integer(call.input, 'MaxResults', 1, 20, 20);
  const token = optionalString(call.input, 'NextToken');
  const from = token === undefined ? 0 : Number.parseInt(token, 36);
  if (!(from >= 0 && from <= items.length))
    throw new ApiError('InvalidInputException', 'You provided a NextToken that is invalid.');
  if (call.fault === 'empty') return jsonReply({ [member]: [], NextToken: from.toString(36) });
  const next = from + limit;
  const shown = items.slice(from, next);
  if (call.fault === 'end') return jsonReply({ [member]: shown.slice(0, shown.length >> 1) });
  const following = call.fault === 'repeat' ? from : next;
  return jsonReply({ [member]: shown, ...(following < items.length && { NextToken: following.toString(36) }) });
}
