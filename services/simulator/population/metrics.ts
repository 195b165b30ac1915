import type { WireJob } from '../wire.ts';
import { seconds } from '../wire.ts';
import type { JobContext } from './context.ts';

type Metric = NonNullable<WireJob['FinalMetricDataList']>[number];

/** Returns the last value of each metric, for jobs that trained. Values are single-precision floats, and NaN or infinite if training diverged. */
export function finalMetrics(job: JobContext, algorithm: WireJob['AlgorithmSpecification']): Metric[] {
  const definitions = algorithm?.MetricDefinitions ?? [];
  const { random } = job;
  const at = seconds(Math.floor(((job.state.endedAt ?? job.now) - 30_000) / 1000) * 1000);
  return definitions.map((definition) => {
    const roll = random.next();
    const value = Math.fround(0.05 + random.next() * 0.9);
    return {
      MetricName: definition.Name,
      Value: roll < 0.012 ? 'NaN' : roll < 0.02 ? 'Infinity' : roll < 0.026 ? '-Infinity' : value,
      Timestamp: at,
    };
  });
}
