/** Draws that are the same for the same resource each time. A resource must not random depending on the time now. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [low, high], both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Long-tailed positive number with the given median. */
  around(median: number): number;
  /** Lower-case hexadecimal text of the given length. */
  hex(length: number): string;
}

/** Which resource the simulator makes up. Times are milliseconds since the epoch. */
export interface SimulatedResource {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly createdAt: number;
  readonly now: number;
  /** The line of work that it belongs to, as the training jobs of the account do. */
  readonly project: string;
  readonly random: RandomSource;
}

/** What the simulator makes up of a resource type, in the accounts that its training jobs run in. */
export interface Simulated {
  /** Stands behind the project in the resources' names; at most 8 characters. */
  readonly label: string;
  /** Resources for each hundred training jobs. */
  readonly perHundredJobs: number;
  /** The operation that deletes one, asked by the member that the describe is asked by. */
  readonly delete?: string;
  /** Returns the resource as it is now, as the describe operation (or the listing, where there is none) answers it. Times may be Dates. */
  describe(resource: SimulatedResource): Readonly<Record<string, unknown>>;
}
