import { makeAccounts, type SimulatedAccount } from './accounts.ts';
import { ApiError } from './api-error.ts';
import { distribute } from './distribution.ts';
import type { Settings } from './options.ts';
import { Population } from './population/population.ts';
import { partitionOf } from './regions.ts';
import { Target } from './target.ts';

/** The accounts, the regions, and the training jobs in them. */
export class World {
  readonly accounts: SimulatedAccount[];
  readonly regions: string[];
  readonly #settings: Settings;
  readonly #targets = new Map<string, Target>();

  constructor(settings: Settings, accounts = makeAccounts(settings), regions: readonly string[] = settings.regions) {
    this.#settings = settings;
    this.accounts = accounts;
    this.regions = [...regions];
    const places = accounts.flatMap((account) =>
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
      this.#add(accountId, region, jobs[i] ?? 0, Math.min(live[i] ?? 0, jobs[i] ?? 0), arrivals[i] ?? 0);
    }
  }

  account(id: string): SimulatedAccount | undefined {
    return this.accounts.find((account) => account.id === id);
  }

  /** Changes what may be done with an account. */
  setAccount(id: string, changes: Partial<Pick<SimulatedAccount, 'denied' | 'suspended' | 'externalId'>>): void {
    const at = this.accounts.findIndex((account) => account.id === id);
    const account = this.accounts[at];
    if (account === undefined) throw new RangeError(`no account ${id} in the simulator`);
    this.accounts[at] = { ...account, ...changes };
  }

  isDisabled(region: string): boolean {
    return this.#settings.disabledRegions.includes(region);
  }

  targets(): Iterable<Target> {
    return this.#targets.values();
  }

  generatedJobs(): number {
    let jobs = 0;
    for (const target of this.#targets.values()) jobs += target.population.generated;
    return jobs;
  }

  /** The target, for those who may create it by putting jobs there. */
  target(accountId: string, region: string): Target {
    const known = this.#targets.get(`${accountId}/${region}`);
    if (known !== undefined) return known;
    if (this.account(accountId) === undefined) throw new RangeError(`no account ${accountId} in the simulator`);
    if (!this.regions.includes(region)) this.regions.push(region);
    return this.#add(accountId, region, 0, 0, 0);
  }

  /** The target as SageMaker answers for it; regions that are off or unknown know no credentials. */
  open(accountId: string, region: string): Target {
    if (this.isDisabled(region) || this.account(accountId) === undefined || !this.regions.includes(region)) {
      throw new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    return this.target(accountId, region);
  }

  #add(accountId: string, region: string, jobs: number, live: number, arrivalsPerHour: number): Target {
    const { seed, anchor, historyDays, now } = this.#settings;
    const population = new Population({
      seed,
      accountId,
      region,
      partition: partitionOf(region),
      jobs,
      live,
      anchor,
      historyDays,
      arrivalsPerHour,
    });
    const target = new Target(accountId, region, population, now);
    this.#targets.set(`${accountId}/${region}`, target);
    return target;
  }
}
