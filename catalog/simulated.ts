/** Random numbers that are the same for the same resource each time. The number of calls must not depend on the current time. */
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

/** The resource to generate. Times are milliseconds since the epoch. */
export interface SimulatedResource {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly createdAt: number;
  readonly now: number;
  /** The project that it belongs to, like the account's training jobs. */
  readonly project: string;
  readonly random: RandomSource;
}

/** How the simulator generates resources of a type. */
export interface Simulated {
  /** Follows the project in the resources' names; at most 8 characters. */
  readonly label: string;
  /** The number of resources per hundred training jobs. */
  readonly perHundredJobs: number;
  /** The delete operation, with the same request member as the describe. */
  readonly delete?: string;
  /** Returns the current describe response, or the listed summary if the type has no describe operation. Times may be Dates. */
  describe(resource: SimulatedResource): Readonly<Record<string, unknown>>;
}
