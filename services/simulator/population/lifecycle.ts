import type { SecondaryStatus } from '@aws-sdk/client-sagemaker';
import { type Failure, failureDuring } from './failures.ts';
import { type Kind, kindTraits } from './projects.ts';
import type { SeededRandom } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Phase {
  readonly status: SecondaryStatus;
  readonly message: string;
  /** Milliseconds since the epoch; `end` is the next phase's start. */
  readonly start: number;
  readonly end: number;
}

export type Outcome = 'Completed' | 'Failed' | 'Stopped' | 'MaxRuntimeExceeded' | 'MaxWaitTimeExceeded';

/** The whole life of a job, independent of the current time. Times are milliseconds since the epoch. */
export interface Lifecycle {
  readonly createdAt: number;
  readonly phases: readonly Phase[];
  /** When the instances were ready; undefined for jobs that ended earlier. */
  readonly startedAt: number | undefined;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly failure: Failure | undefined;
  readonly spot: boolean;
  /** The spot saving, as a share of the training time. */
  readonly saving: number;
  /** How many seconds the instances are retained after the job; 0 without a warm pool. */
  readonly keepAlive: number;
  /** When another job reuses the warm pool; undefined if none does. */
  readonly reusedAt: number | undefined;
  /** When debugger and profiler rules are evaluated. */
  readonly rulesEndAt: number;
}

/** The planned state of a job at the anchor: `settled`, or live in one of four ways. */
export type AnchorState = 'settled' | 'arriving' | 'running' | 'warm' | 'evaluating';

export interface LifecycleInput {
  readonly kind: Kind;
  readonly createdAt: number;
  readonly anchor: number;
  readonly anchorState: AnchorState;
  readonly random: SeededRandom;
}

export function lifecycle({ kind, createdAt, anchor, anchorState, random }: LifecycleInput): Lifecycle {
  const traits = kindTraits[kind];
  const spot = random.chance(traits.spot);
  const outcome =
    anchorState === 'warm' || anchorState === 'evaluating' ? 'Completed' : randomOutcome(random, traits.failure, spot);
  const beforeTraining = outcome === 'MaxWaitTimeExceeded' || (outcome === 'Failed' && random.chance(0.25));
  const steps = randomSteps(kind, outcome, beforeTraining, spot, random);
  const phases = schedule(steps, createdAt, runMilliseconds(steps, createdAt, anchor, anchorState, random));
  const endedAt = phases.at(-1)?.end ?? createdAt;
  const keepAlive = randomKeepAlive(kind, anchorState, traits.warmPool, beforeTraining, random);
  const reusedAt = randomReuse(endedAt, keepAlive, anchorState === 'warm' ? anchor : undefined, random);
  return {
    createdAt,
    phases,
    startedAt: phases.find((phase) => phase.status === 'Downloading')?.start,
    endedAt,
    outcome,
    failure: outcome === 'Failed' ? failureDuring(beforeTraining ? 'starting' : 'training', random) : undefined,
    spot,
    saving: spot ? 0.35 + random.next() * 0.45 : 0,
    keepAlive,
    reusedAt,
    rulesEndAt:
      anchorState === 'evaluating' ? anchor + 6 * HOUR : endedAt + Math.floor((0.5 + random.next() * 25) * MINUTE),
  };
}

function randomOutcome(random: SeededRandom, failure: number, spot: boolean): Outcome {
  const roll = random.next();
  if (roll < failure) return 'Failed';
  if (roll < failure + 0.05) return 'Stopped';
  if (roll < failure + 0.065) return 'MaxRuntimeExceeded';
  if (roll < failure + 0.08 && spot) return 'MaxWaitTimeExceeded';
  return 'Completed';
}

function randomKeepAlive(
  kind: Kind,
  anchorState: AnchorState,
  share: number,
  beforeTraining: boolean,
  random: SeededRandom,
): number {
  const kept = random.chance(share);
  const period = random.pick([600, 900, 1800, 3600] as const);
  if (anchorState === 'warm') return 3600;
  return kept && !beforeTraining && kind !== 'serverless' ? period : 0;
}

/** Half of the warm pools are reused within half of their time; of those that are live at the anchor, a third just before it. */
function randomReuse(
  endedAt: number,
  keepAlive: number,
  liveAt: number | undefined,
  random: SeededRandom,
): number | undefined {
  const roll = random.next();
  if (keepAlive === 0) return undefined;
  if (liveAt !== undefined) return roll < 0.34 ? Math.max(endedAt, liveAt - 60_000) : undefined;
  return roll < 0.5 ? endedAt + Math.floor(roll * keepAlive * 1000) : undefined;
}

interface Step {
  readonly status: SecondaryStatus;
  readonly message: string;
  /** The random duration. */
  readonly milliseconds: number;
}

function randomSteps(
  kind: Kind,
  outcome: Outcome,
  beforeTraining: boolean,
  spot: boolean,
  random: SeededRandom,
): Step[] {
  const steps: Step[] = [];
  const add = (status: SecondaryStatus, message: string, minutes: number) =>
    steps.push({ status, message, milliseconds: Math.max(1000, minutes * MINUTE) });
  if (kind === 'ultraserver' || kind === 'preferences') add('Pending', 'Waiting for capacity', random.around(20));
  add(
    'Starting',
    spot ? 'Requesting spot instances' : 'Preparing the instances',
    random.around(outcome === 'MaxWaitTimeExceeded' ? 120 : 2),
  );
  if (!beforeTraining) {
    const minutes = random.around(kindTraits[kind].minutes);
    add('Downloading', 'Downloading the input data', random.around(1));
    if (kind === 'private-image') add('DownloadingTrainingImage', 'Downloading the training image', random.around(2));
    const interrupted = spot && random.chance(0.3) ? 0.2 + random.next() * 0.6 : 0;
    if (interrupted > 0) {
      add('Training', 'Training is in progress', minutes * interrupted);
      add('Interrupted', 'Spot capacity was reclaimed', random.around(6));
      add('Restarting', 'Restarting from the last checkpoint', random.around(3));
    }
    add('Training', 'Training is in progress', minutes * (1 - interrupted));
    if (outcome === 'Stopped') add('Stopping', 'The job is being stopped', random.around(1.5));
    if (outcome !== 'Failed') add('Uploading', 'Uploading the model', random.around(0.7));
  }
  return steps;
}

/** Returns the time from creation to end, in milliseconds. Settled jobs end well before the anchor, running ones after it. */
function runMilliseconds(
  steps: readonly Step[],
  createdAt: number,
  anchor: number,
  anchorState: AnchorState,
  random: SeededRandom,
): number {
  const natural = steps.reduce((sum, step) => sum + step.milliseconds, 0);
  const age = anchor - createdAt;
  switch (anchorState) {
    case 'arriving':
      return natural;
    case 'settled':
      return Math.min(natural, age * (0.35 + 0.25 * random.next()));
    case 'running':
      return age + Math.max(20 * MINUTE, natural * (0.2 + random.next()));
    case 'warm':
      return Math.max(age * 0.5, age - (2 + random.next() * 28) * MINUTE);
    case 'evaluating':
      return age * (0.6 + 0.3 * random.next());
  }
}

function schedule(steps: readonly Step[], createdAt: number, total: number): Phase[] {
  const natural = steps.reduce((sum, step) => sum + step.milliseconds, 0);
  let elapsed = 0;
  return steps.map(({ status, message, milliseconds }) => {
    const start = createdAt + Math.floor((elapsed / natural) * total);
    elapsed += milliseconds;
    return { status, message, start, end: createdAt + Math.floor((elapsed / natural) * total) };
  });
}
