import type { SeededRandom } from './random.ts';

export interface Failure {
  readonly reason: string;
}

const STARTING = [
  'CapacityError: there is not enough capacity for the requested instances now. Try again later or with another instance type.',
  'ClientError: the input channel "train" has no objects under its S3 prefix.',
  'ClientError: the execution role may not read the training image from the registry.',
  'ClientError: the subnets have no free addresses for the requested instances.',
] as const;

const TRAINING = [
  'AlgorithmError: ExecuteUserScriptError: exit code 1, "RuntimeError: CUDA out of memory. Tried to allocate 2.50 GiB"',
  'AlgorithmError: ExecuteUserScriptError: exit code 1, "FileNotFoundError: /opt/ml/input/data/train/part-0000.parquet"',
  'AlgorithmError: ExecuteUserScriptError: exit code 137, the process was killed for want of memory',
  'AlgorithmError: loss is NaN after step 1200, exit code 3',
  "AlgorithmError: ExecuteUserScriptError: exit code 1, \"UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9: 'Évaluation'\"",
  'InternalServerError: an instance of the job failed its health check. Please try again.',
] as const;

export function failureDuring(stage: 'starting' | 'training', random: SeededRandom): Failure {
  return { reason: random.pick(stage === 'starting' ? STARTING : TRAINING) };
}
