import { type Flattened, flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Observation } from '../../db/store/observation.ts';
import { type SimulatorOptions, settings } from '../../services/simulator/options.ts';
import { SimulatedAws } from '../../services/simulator/simulated-aws.ts';
import type { WireJob, WireTag } from '../../services/simulator/wire.ts';

/** A generated job as DescribeTrainingJob returns it, with its tags. */
export interface GeneratedJob {
  readonly response: WireJob;
  readonly tags: readonly WireTag[];
  readonly accountId: string;
  readonly region: string;
}

/** Returns every job of the simulator's population, without a simulator. With the same anchor, the jobs are the same. */
export function* generatedJobs(options: SimulatorOptions & { readonly anchor: number }): Generator<GeneratedJob> {
  const filled = settings({ ...options, now: () => options.anchor, deniedAccounts: 0, disabledRegions: [] });
  for (const target of new SimulatedAws(filled).targets(trainingJob)) {
    for (const item of target.items(options.anchor)) {
      yield {
        // The population's own: the type's members.
        response: target.describe(item, options.anchor) as WireJob,
        tags: target.tags(item),
        accountId: target.accountId,
        region: target.region,
      };
    }
  }
}

/** Returns the observation of a describe of a generated job. */
export function observationOf({ response, tags, accountId, region }: GeneratedJob): Observation {
  const flattened: Flattened = flatten(trainingJob, response, { accountId, region, tags });
  if (!flattened.ok) throw flattened.error;
  return { row: flattened.row, region: flattened.region, source: 'describe' };
}
