import { partitionOf } from '../../catalog/partition.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { makeAccounts, type SimulatedAccount } from './accounts.ts';
import { unrecognized } from './api-error.ts';
import { distribute } from './distribution.ts';
import type { Settings } from './options.ts';
import { populationOf } from './populations.ts';
import { Target } from './target.ts';

interface Share {
  readonly jobs: number;
  readonly live: number;
  readonly arrivalsPerHour: number;
}

/** The accounts and regions, and the resources in them. */
export class SimulatedAws {
  readonly accounts: SimulatedAccount[];
  readonly regions: string[];
  readonly #settings: Settings;
  readonly #disabled: Set<string>;
  /** The number of resources to generate, by `account/region`. */
  readonly #shares = new Map<string, Share>();
  readonly #targets = new Map<string, Target>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#disabled = new Set(settings.disabledRegions);
    this.accounts = makeAccounts(settings);
    this.regions = [...settings.regions];
    const places = this.accounts.flatMap((account) =>
      this.regions.map((region) => ({
        accountId: account.id,
        region,
        readable: !account.denied && !account.suspended && !this.isDisabled(region),
      })),
    );
    const jobs = distribute(settings.jobs, places, settings.seed);
    const live = distribute(settings.liveJobs, places, settings.seed);
    const arrivals = distribute(settings.arrivalsPerHour, places, settings.seed, false);
    for (const [i, { accountId, region }] of places.entries()) {
      this.#shares.set(`${accountId}/${region}`, {
        jobs: jobs[i] ?? 0,
        live: Math.min(live[i] ?? 0, jobs[i] ?? 0),
        arrivalsPerHour: arrivals[i] ?? 0,
      });
    }
  }

  account(id: string): SimulatedAccount | undefined {
    return this.accounts.find((account) => account.id === id);
  }

  /** Changes properties of an account. */
  setAccount(id: string, changes: Partial<Pick<SimulatedAccount, 'denied' | 'suspended' | 'externalId'>>): void {
    const at = this.accounts.findIndex((account) => account.id === id);
    const account = this.accounts[at];
    if (account === undefined) throw new RangeError(`no account ${id} in the simulator`);
    this.accounts[at] = { ...account, ...changes };
  }

  isDisabled(region: string): boolean {
    return this.#disabled.has(region);
  }

  get disabledRegions(): readonly string[] {
    return [...this.#disabled];
  }

  /** Enables or disables a region in every account. */
  setRegion(region: string, { disabled }: { readonly disabled: boolean }): void {
    if (disabled) this.#disabled.add(region);
    else this.#disabled.delete(region);
  }

  /** Yields all targets of a type, in order of account and region. */
  *targets(type: AnyResourceType): Generator<Target> {
    for (const { id } of this.accounts) for (const region of this.regions) yield this.target(type, id, region);
  }

  /** Returns the number of whole resources generated so far. */
  generated(): number {
    let sum = 0;
    for (const target of this.#targets.values()) sum += target.population.generatedCount;
    return sum;
  }

  /** Returns a target, which is created if needed. */
  target(type: AnyResourceType, accountId: string, region: string): Target {
    const place = `${accountId}/${region}`;
    const key = `${place}/${type.name}`;
    const known = this.#targets.get(key);
    if (known !== undefined) return known;
    if (this.account(accountId) === undefined) throw new RangeError(`no account ${accountId} in the simulator`);
    if (!this.regions.includes(region)) this.regions.push(region);
    const { seed, anchor, historyDays, now } = this.#settings;
    const share = this.#shares.get(place) ?? { jobs: 0, live: 0, arrivalsPerHour: 0 };
    const partition = partitionOf(region);
    const population = populationOf(type, { seed, accountId, region, partition, anchor, historyDays, ...share });
    const target = new Target(type, accountId, region, population, now);
    this.#targets.set(key, target);
    return target;
  }

  /**
   * Returns the targets of every type in an account and region. Throws ApiError for disabled or unknown regions, which reject all
   * credentials.
   */
  open(accountId: string, region: string): Target[] {
    if (this.isDisabled(region) || this.account(accountId) === undefined || !this.regions.includes(region)) {
      throw unrecognized();
    }
    return this.#settings.types.map((type) => this.target(type, accountId, region));
  }
}
