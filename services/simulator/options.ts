import { isIP } from 'node:net';
import { regionProblem } from '../../catalog/partition.ts';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { checkFaults, type FaultOptions } from './faults.ts';
import { SimulatorOptionError } from './option-error.ts';
import { defaultQuotas, type Quotas } from './quotas.ts';
import { KNOWN_REGIONS } from './regions.ts';

interface AccountOptions {
  readonly id: string;
  readonly name?: string;
  readonly externalId?: string;
  /** Its organizational unit: one of the default ones or a new one. */
  readonly unit?: string;
}

/** The behaviour of Search. */
interface SearchOptions {
  /** `denied` answers AccessDeniedException, `disabled` UnknownOperationException. */
  readonly mode?: 'on' | 'denied' | 'disabled';
  readonly lagSeconds?: number;
  /** The fraction of jobs that Search does not return. */
  readonly missing?: number;
}

export interface SimulatorOptions {
  /** The number of jobs in readable accounts; unreadable ones have additional jobs. */
  readonly jobs?: number;
  /** A number of accounts, or the accounts. The first is the management account. */
  readonly accounts?: number | readonly AccountOptions[];
  readonly regions?: number | readonly string[];
  readonly seed?: number;
  /** The served resource types; all by default. The first one is the type of jobs. */
  readonly types?: readonly AnyResourceType[];
  /** 0 chooses a free port. */
  readonly port?: number;
  /** A loopback address. */
  readonly host?: string;
  /** Returns the current time, in milliseconds since the epoch. All progress follows it. */
  readonly now?: () => number;
  /** Seconds by which the services' clock is ahead of this host's, in Date headers, expirations and checks of signatures. */
  readonly clockAheadSeconds?: number;
  /**
   * The time for which the jobs are generated; the start of the process by default. The same anchor gives the same jobs in a later process.
   */
  readonly anchor?: number;
  readonly historyDays?: number;
  /** The number of live jobs at the anchor: most of them running, some with a live warm pool or unfinished rule evaluations. */
  readonly liveJobs?: number;
  /** The total number of jobs created per hour after the anchor. */
  readonly arrivalsPerHour?: number;
  /** Directories or files of recorded describe responses, which are served instead of generated jobs. */
  readonly recorded?: string | readonly string[];
  /** The enforced quotas; `true` for the default ones. */
  readonly quotas?: boolean | Quotas;
  readonly latencyMs?: number;
  readonly search?: SearchOptions;
  /** Ids of accounts, or the number of last accounts, whose role cannot be assumed. */
  readonly deniedAccounts?: number | readonly string[];
  /** Ids of accounts, or the number of last accounts, that are suspended. */
  readonly suspendedAccounts?: number | readonly string[];
  /** Disabled opt-in regions. */
  readonly disabledRegions?: readonly string[];
  /** Operations that are denied in every account, with AccessDeniedException. */
  readonly deniedOperations?: readonly string[];
  /** The name of sagecat's role in every account. */
  readonly roleName?: string;
  readonly faults?: FaultOptions;
}

export type Settings = ReturnType<typeof settings>;

export function settings(options: SimulatorOptions) {
  const types = options.types ?? resourceTypes;
  const accounts = options.accounts ?? 4;
  const regions = regionNames(options.regions ?? 4);
  const accountCount = typeof accounts === 'number' ? integer('accounts', accounts, 1, 10_000) : accounts.length;
  if (typeof accounts !== 'number') checkAccounts(accounts);
  const now = options.now ?? Date.now;
  const jobs = integer('jobs', options.jobs ?? 5000, 0, 60_000_000);
  return {
    jobs,
    accounts,
    regions,
    seed: integer('seed', options.seed ?? 1, 0, 2 ** 32 - 1),
    port: integer('port', options.port ?? 0, 0, 65_535),
    host: loopback(options.host ?? '127.0.0.1'),
    now,
    anchor: number('anchor', options.anchor ?? now(), 0, 8.64e15),
    clockAheadMs: number('clockAheadSeconds', options.clockAheadSeconds ?? 0, -31_536_000, 31_536_000) * 1000,
    historyDays: integer('historyDays', options.historyDays ?? 548, 1, 3650),
    liveJobs: integer('liveJobs', options.liveJobs ?? Math.min(48, Math.floor(jobs / 10)), 0, jobs),
    arrivalsPerHour: number('arrivalsPerHour', options.arrivalsPerHour ?? 0, 0, 3_600_000),
    types,
    quotas: quotas(types, options.quotas ?? false),
    latencyMs: number('latencyMs', options.latencyMs ?? 0, 0, 600_000),
    search: {
      mode: oneOf('search.mode', options.search?.mode ?? 'on', ['on', 'denied', 'disabled']),
      lagSeconds: number('search.lagSeconds', options.search?.lagSeconds ?? 0, 0, 1e9),
      missing: number('search.missing', options.search?.missing ?? 0, 0, 1),
    },
    deniedAccounts: accountChoice(
      'deniedAccounts',
      options.deniedAccounts ?? (accountCount > 2 && options.accounts === undefined ? 1 : 0),
      accountCount,
    ),
    suspendedAccounts: accountChoice('suspendedAccounts', options.suspendedAccounts ?? 0, accountCount),
    disabledRegions: (options.disabledRegions ?? ['ap-east-1']).map((region) => knownRegion('disabledRegions', region)),
    deniedOperations: options.deniedOperations ?? [],
    roleName: options.roleName ?? 'SagecatReadOnly',
    faults: checkFaults(options.faults ?? {}),
  };
}

function checkAccounts(accounts: readonly AccountOptions[]): void {
  if (accounts.length === 0) throw new SimulatorOptionError('accounts', 'must name at least one account');
  for (const { id } of accounts) {
    if (!/^\d{12}$/.test(id)) throw new SimulatorOptionError('accounts', `"${id}" is not an account id of 12 digits`);
  }
}

function accountChoice(
  option: string,
  choice: number | readonly string[],
  accounts: number,
): number | readonly string[] {
  if (typeof choice === 'number') return integer(option, choice, 0, accounts - 1);
  for (const id of choice)
    if (!/^\d{12}$/.test(id)) throw new SimulatorOptionError(option, `"${id}" is not an account id of 12 digits`);
  return choice;
}

function regionNames(regions: number | readonly string[]): readonly string[] {
  if (typeof regions === 'number') return KNOWN_REGIONS.slice(0, integer('regions', regions, 1, KNOWN_REGIONS.length));
  if (regions.length === 0) throw new SimulatorOptionError('regions', 'must name at least one region');
  return regions.map((region) => knownRegion('regions', region));
}

function knownRegion(option: string, region: string): string {
  const problem = regionProblem(region);
  if (problem !== undefined) throw new SimulatorOptionError(option, problem);
  return region;
}

function quotas(types: readonly AnyResourceType[], choice: boolean | Quotas): Quotas | undefined {
  if (choice === false) return undefined;
  const usual = defaultQuotas(types);
  const chosen = choice === true ? usual : choice;
  for (const [operation, rate] of Object.entries(chosen)) {
    if (!(operation in usual)) {
      throw new SimulatorOptionError(
        `quotas.${operation}`,
        `is no operation with a quota: there are ${Object.keys(usual).join(', ')}`,
      );
    }
    number(`quotas.${operation}`, rate, 0.001, 1e9);
  }
  return chosen;
}

function loopback(host: string): string {
  const local = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (!local)
    throw new SimulatorOptionError('host', `"${host}" is not a loopback address: the simulator verifies no signatures`);
  return host;
}

function number(option: string, value: number, low: number, high: number): number {
  if (!(value >= low && value <= high))
    throw new SimulatorOptionError(option, `must be a number from ${low} to ${high}, not ${value}`);
  return value;
}

function integer(option: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new SimulatorOptionError(option, `must be a whole number from ${low} to ${high}, not ${value}`);
  }
  return value;
}

function oneOf<const Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new SimulatorOptionError(option, `must be one of ${choices.join(', ')}, not "${value}"`);
  return found;
}
