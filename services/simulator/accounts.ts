import { partitionOf } from '../../catalog/partition.ts';
import { SimulatorOptionError } from './option-error.ts';
import type { Settings } from './options.ts';
import { hashNumbers, SeededRandom } from './population/random.ts';

export interface SimulatedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roleArn: string;
  /** The external ID that AssumeRole requires; undefined if the role's trust policy requires none. */
  readonly externalId: string | undefined;
  /** The name of the organizational unit. */
  readonly unit: string;
  readonly denied: boolean;
  readonly suspended: boolean;
  readonly management: boolean;
}

const NAMES = [
  'platform',
  'research',
  'ads-ranking',
  'fraud',
  'autonomy',
  'marketplace',
  'genomics',
  'voice',
  'logistics',
  'sandbox',
];
export const UNITS = ['Workloads', 'Research', 'Sandbox'] as const;

/** Returns the accounts of the organization; the first one is the management account. */
export function makeAccounts(settings: Settings): SimulatedAccount[] {
  const { accounts, seed } = settings;
  const given =
    typeof accounts === 'number' ? Array.from({ length: accounts }, (_, i) => generated(i, seed)) : accounts;
  const ids = given.map(({ id }) => id);
  const denied = chosen('deniedAccounts', settings.deniedAccounts, ids, ids);
  const suspended = chosen(
    'suspendedAccounts',
    settings.suspendedAccounts,
    ids,
    ids.filter((id) => !denied.has(id)),
  );
  const partition = partitionOf(settings.regions[0] ?? 'us-east-1');
  return given.map(({ id, name = `account-${id}`, externalId, unit = 'Workloads' }, i) => ({
    id,
    name,
    email: `aws+${name}@example.com`,
    roleArn: `arn:${partition}:iam::${id}:role/${settings.roleName}`,
    externalId,
    unit,
    denied: denied.has(id),
    suspended: suspended.has(id),
    management: i === 0,
  }));
}

function generated(index: number, seed: number) {
  const random = new SeededRandom(hashNumbers(seed, index, 0xacc0));
  const id = String(100_000_000_000 + index * 1_000_003 + Math.floor(random.next() * 8e11));
  const name = NAMES[index % NAMES.length] ?? 'account';
  return {
    id,
    name: index < NAMES.length ? name : `${name}-${Math.floor(index / NAMES.length) + 1}`,
    // Two thirds require an external ID.
    ...(index % 3 !== 0 && { externalId: `sagecat-${random.hex(16)}` }),
    unit: index === 0 ? 'Workloads' : (UNITS[index % UNITS.length] ?? 'Workloads'),
  };
}

function chosen(
  option: string,
  choice: number | readonly string[],
  ids: readonly string[],
  last: readonly string[],
): Set<string> {
  if (typeof choice === 'number') return new Set(choice === 0 ? [] : last.slice(-choice));
  for (const id of choice)
    if (!ids.includes(id)) throw new SimulatorOptionError(option, `"${id}" is none of the accounts`);
  return new Set(choice);
}
