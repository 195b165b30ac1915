import type { TrainingJobSummary } from '@aws-sdk/client-sagemaker';
import type { Population } from '../population.ts';
import type { Wire, WireJob, WireResource, WireTag } from '../wire.ts';
import { seconds } from '../wire.ts';
import { Calendar } from './calendar.ts';
import { describeJob } from './job.ts';
import { type AnchorState, type Lifecycle, lifecycle } from './lifecycle.ts';
import { Names } from './names.ts';
import { type Kind, PROJECTS } from './projects.ts';
import { hashNumbers, hashText, SeededRandom } from './random.ts';
import { type State, stateAt, warmPoolAt } from './state.ts';
import { randomTags } from './tags.ts';

export interface PopulationOptions {
  readonly seed: number;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly jobs: number;
  readonly live: number;
  readonly anchor: number;
  readonly historyDays: number;
  readonly arrivalsPerHour: number;
}

export type WireSummary = Wire<TrainingJobSummary>;

/** A job's independent random streams. */
const LIFE = 1;
const DETAIL = 2;
const TAGS = 3;

/**
 * The generated training jobs of one account and region. Nothing is stored: job i, counted from 0 in order of creation, is computed
 * from (seed, account, region, i) on demand, and its state from the time.
 */
export class TrainingJobPopulation implements Population {
  readonly names: Names;
  readonly calendar: Calendar;
  /** The number of whole jobs generated so far, for tests that none is generated needlessly. */
  generatedCount = 0;
  readonly #options: PopulationOptions;
  readonly #seed: number;

  constructor(options: PopulationOptions) {
    this.#options = options;
    this.#seed = hashNumbers(options.seed, hashText(options.accountId), hashText(options.region));
    this.calendar = new Calendar({ ...options, seed: this.#seed });
    const account = hashNumbers(options.seed, hashText(options.accountId));
    const shares = PROJECTS.map((project, i) => project.share + (hashNumbers(account, i) % (project.share + 1)));
    this.names = new Names(PROJECTS, shares, this.#seed, (index) => this.calendar.createdAt(index));
  }

  /** A stored job has just begun. */
  readonly initialMembers = { TrainingJobStatus: 'InProgress', SecondaryStatus: 'Starting' };

  countAt(now: number): number {
    return this.calendar.countAt(now);
  }

  summary(index: number, now: number): WireSummary {
    const name = this.names.name(index);
    const life = this.lifecycle(index);
    const state = stateAt(life, now);
    const warmPool = warmPoolAt(life, now, () => this.#nextJob(index, now));
    const plan = this.names.project(index).kind === 'ultraserver' ? this.#arn('training-plan/gb200-2026') : undefined;
    return {
      TrainingJobName: name,
      TrainingJobArn: this.#arn(`training-job/${name.toLowerCase()}`),
      CreationTime: seconds(life.createdAt),
      ...(state.endedAt !== undefined && { TrainingEndTime: seconds(state.endedAt) }),
      LastModifiedTime: seconds(state.modifiedAt),
      TrainingJobStatus: state.status,
      SecondaryStatus: state.secondary,
      ...(warmPool !== undefined && { WarmPoolStatus: warmPool }),
      ...(plan !== undefined && { TrainingPlanArn: plan }),
    };
  }

  summaryOf(resource: WireResource): WireSummary {
    // The caller of `put` decides what the job is like.
    const job = resource as WireJob;
    return {
      TrainingJobName: job.TrainingJobName,
      TrainingJobArn: job.TrainingJobArn,
      CreationTime: job.CreationTime,
      ...(job.TrainingEndTime !== undefined && { TrainingEndTime: job.TrainingEndTime }),
      ...(job.LastModifiedTime !== undefined && { LastModifiedTime: job.LastModifiedTime }),
      TrainingJobStatus: job.TrainingJobStatus,
      ...(job.SecondaryStatus !== undefined && { SecondaryStatus: job.SecondaryStatus }),
      ...(job.WarmPoolStatus !== undefined && { WarmPoolStatus: job.WarmPoolStatus }),
      ...(job.ResourceConfig?.TrainingPlanArn !== undefined && { TrainingPlanArn: job.ResourceConfig.TrainingPlanArn }),
    };
  }

  describe(index: number, now: number): WireJob {
    this.generatedCount++;
    const { accountId, region, partition } = this.#options;
    const life = this.lifecycle(index);
    const job = {
      index,
      name: this.names.name(index),
      project: this.names.project(index),
      accountId,
      region,
      partition,
      life,
      state: stateAt(life, now),
      now,
      random: new SeededRandom(hashNumbers(this.#seed, index, DETAIL)),
    };
    return describeJob(job, () => this.#nextJob(index, now));
  }

  tags(index: number): WireTag[] {
    return randomTags(this.names.project(index), new SeededRandom(hashNumbers(this.#seed, index, TAGS)));
  }

  state(index: number, now: number): State {
    return stateAt(this.lifecycle(index), now);
  }

  lifecycle(index: number): Lifecycle {
    const { kind } = this.names.project(index);
    return lifecycle({
      kind,
      createdAt: this.calendar.createdAt(index),
      anchor: this.#options.anchor,
      anchorState: this.#anchorState(index, kind),
      random: new SeededRandom(hashNumbers(this.#seed, index, LIFE)),
    });
  }

  #anchorState(index: number, kind: Kind): AnchorState {
    const { jobs, live } = this.#options;
    if (index < jobs - live) return 'settled';
    if (index >= jobs) return 'arriving';
    const roll = hashNumbers(this.#seed, index, 0xfa7e) % 5;
    if (roll === 3 && kind !== 'serverless') return 'warm';
    return roll === 4 && (kind === 'tensorflow' || kind === 'huggingface') ? 'evaluating' : 'running';
  }

  #nextJob(index: number, now: number): string | undefined {
    const next = this.names.nextInProject(index);
    return next < this.countAt(now) ? this.names.name(next) : undefined;
  }

  #arn(resource: string): string {
    const { partition, region, accountId } = this.#options;
    return `arn:${partition}:sagemaker:${region}:${accountId}:${resource}`;
  }
}
