// The cost of jobs, calculated independently of the code under test: from the raw responses, in whole seconds and exact fractions. Nothing
// here may import the code under test.

export interface RawResponse {
  readonly [member: string]: unknown;
}

/** An exact fraction. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    this.top = top;
    this.bottom = bottom;
  }

  static of(decimal: string): Fraction {
    const [whole = '0', digits = ''] = decimal.split('.');
    return new Fraction(BigInt(whole + digits), 10n ** BigInt(digits.length));
  }

  plus(other: Fraction): Fraction {
    if (this.bottom === other.bottom) return new Fraction(this.top + other.top, this.bottom);
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom).reduced();
  }

  times(factor: bigint, divisor: bigint): Fraction {
    return new Fraction(this.top * factor, this.bottom * divisor).reduced();
  }

  /** Returns whether a decimal text equals this fraction to twelve places. */
  equals(decimal: string): boolean {
    const scale = 10n ** 12n;
    const { top, bottom } = Fraction.of(decimal);
    const difference = (top * scale) / bottom - (this.top * scale) / this.bottom;
    return difference >= -2n && difference <= 2n;
  }

  /** Returns the cents, rounded half up. */
  cents(): bigint {
    return (this.top * 200n + this.bottom) / (2n * this.bottom);
  }

  reduced(): Fraction {
    let [a, b] = [this.top < 0n ? -this.top : this.top, this.bottom];
    while (b > 0n) [a, b] = [b, a % b];
    return a > 1n ? new Fraction(this.top / a, this.bottom / a) : this;
  }
}

export interface ExpectedGroup {
  readonly type: string | null;
  readonly count: number | null;
  readonly instanceSeconds: bigint | null;
  readonly warmInstanceSeconds: bigint | null;
  readonly savedInstanceSeconds: bigint | null;
  readonly storageGbSeconds: bigint | null;
}

export interface ExpectedJob {
  readonly day: string;
  readonly account: string;
  readonly region: string;
  readonly how: 'per hour' | 'per hour, spot' | 'prepaid' | 'per token';
  readonly running: boolean;
  readonly wasted: boolean;
  readonly tokens: bigint | null;
  readonly groups: readonly ExpectedGroup[];
}

// biome-ignore lint/suspicious/noExplicitAny: raw responses are read as they come, on purpose without the catalog's types
type Raw = any;

const toDate = (time: Raw): Date =>
  time instanceof Date ? time : new Date(typeof time === 'number' ? Math.round(time * 1000) : time);

const times = (...factors: (number | bigint | null | undefined)[]): bigint | null => {
  let product = 1n;
  for (const factor of factors) {
    if (factor === null || factor === undefined) return null;
    product *= BigInt(factor);
  }
  return product;
};

/** Families of training instances with local disks, from EC2's pages of instance types; AWS bills no volume for them. */
export const localDiskFamilies: ReadonlySet<string> = new Set(
  'g4dn g5 g6 g6e g7 g7e p3dn p4d p4de p5 p5e p5en p6-b200 p6-b300 p6e-gb200 r5d trn1 trn1n trn2'.split(' '),
);

/** Returns what a job used according to its DescribeTrainingJob response. */
export function expectedJob(response: RawResponse): ExpectedJob {
  const job: Raw = response;
  const config: Raw = job.ResourceConfig ?? {};
  const [, , , region, account] = String(job.TrainingJobArn).split(':');
  const over =
    job.TrainingJobStatus === 'Completed' || job.TrainingJobStatus === 'Failed' || job.TrainingJobStatus === 'Stopped';
  const began = job.TrainingStartTime ?? null;
  let seconds: number | null = null;
  if (over && job.BillableTimeInSeconds != null) seconds = job.BillableTimeInSeconds;
  else if (job.TrainingJobStatus !== 'Completed' && over && began === null && !job.TrainingTimeInSeconds) {
    // A job that reports when it ended, or its phases, would also report that it trained.
    const stages: string[] = (job.SecondaryStatusTransitions ?? []).map(({ Status }: Raw) => Status);
    const isTold = job.TrainingEndTime != null || job.TrainingTimeInSeconds === 0 || stages.length > 0;
    if (isTold && !stages.includes('Training')) seconds = 0;
  }

  let instances: { type: string | null; count: number | null }[];
  let plan: string | null = config.TrainingPlanArn ?? null;
  if (config.InstanceGroups?.length) {
    instances = config.InstanceGroups.map((group: Raw) => ({ type: group.InstanceType, count: group.InstanceCount }));
  } else if (config.SelectedInstanceType) {
    instances = [{ type: config.SelectedInstanceType, count: config.SelectedInstanceCount }];
    for (const choice of (config.InstancePreferences ?? []).toReversed()) {
      const chosen =
        choice.InstanceType === config.SelectedInstanceType && choice.InstanceCount === config.SelectedInstanceCount;
      if (chosen) plan = config.TrainingPlanArn ?? choice.TrainingPlanArns?.[0] ?? null;
    }
  } else instances = [{ type: config.InstanceType ?? null, count: config.InstanceType ? config.InstanceCount : null }];

  const serverless = job.ServerlessJobConfig != null || job.BillableTokenCount != null;
  const perToken = plan === null && serverless && instances[0]?.type === null;
  const spot = job.EnableManagedSpotTraining === true;
  const warm = job.WarmPoolStatus == null ? 0 : (job.WarmPoolStatus.ResourceRetainedBillableTimeInSeconds ?? null);
  return {
    day: toDate(began ?? job.CreationTime)
      .toISOString()
      .slice(0, 10),
    account: account ?? '',
    region: region ?? '',
    how: plan !== null ? 'prepaid' : perToken ? 'per token' : spot ? 'per hour, spot' : 'per hour',
    running: !over,
    wasted: job.TrainingJobStatus === 'Failed' || job.TrainingJobStatus === 'Stopped',
    tokens: job.BillableTokenCount == null ? null : BigInt(job.BillableTokenCount),
    groups: instances.map(({ type, count }) => {
      const instanceSeconds = perToken || seconds === 0 ? 0n : times(seconds, count);
      return {
        type,
        count,
        instanceSeconds,
        warmInstanceSeconds: perToken || warm === 0 ? 0n : times(warm, count),
        savedInstanceSeconds:
          !spot || plan !== null || perToken
            ? 0n
            : times(seconds === null ? null : Math.max((job.TrainingTimeInSeconds ?? seconds) - seconds, 0), count),
        storageGbSeconds:
          instanceSeconds === null
            ? null
            : instanceSeconds *
              BigInt(perToken || localDiskFamilies.has(type?.split('.')[1] ?? '') ? 0 : (config.VolumeSizeInGB ?? 0)),
      };
    }),
  };
}

/** Returns the milliseconds of ended transitions with the given statuses. */
export function expectedMilliseconds(response: RawResponse, ...statuses: string[]): number {
  let sum = 0;
  for (const { Status, StartTime, EndTime } of (response.SecondaryStatusTransitions ?? []) as Raw[]) {
    if (statuses.includes(Status) && EndTime != null) sum += toDate(EndTime).getTime() - toDate(StartTime).getTime();
  }
  return sum;
}

export interface IndependentPrices {
  /** A decimal, or undefined if there is no price. */
  hourly(region: string, type: string, day: string): string | undefined;
  storage(region: string, day: string): string | undefined;
}

/** Returns the cost of one group; undefined without a price for billed usage, null while the usage is unknown. */
export function expectedCost(
  job: ExpectedJob,
  group: ExpectedGroup,
  prices: IndependentPrices,
): Fraction | undefined | null {
  const hourly = prices.hourly(job.region, group.type ?? '', job.day);
  const byTheHour = job.how === 'per hour' || job.how === 'per hour, spot';
  if (byTheHour && group.instanceSeconds === null) return null;
  const paid = (byTheHour ? (group.instanceSeconds ?? 0n) : 0n) + (group.warmInstanceSeconds ?? 0n);
  if (paid > 0n && hourly === undefined) return undefined;
  let cost = Fraction.of(hourly ?? '0').times(paid, 3600n);
  const storage = prices.storage(job.region, job.day);
  if (storage !== undefined) {
    const [year = 0, month = 0] = job.day.split('-').map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    cost = cost.plus(Fraction.of(storage).times(group.storageGbSeconds ?? 0n, BigInt(days) * 86_400n));
  }
  return cost;
}
