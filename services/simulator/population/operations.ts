import { ApiError, notFound } from '../api-error.ts';
import { jsonReply, type Reply } from '../aws-json.ts';
import { type Input, requiredString } from '../input.ts';
import type { Target } from '../target.ts';
import type { WireJob } from '../wire.ts';

/** An operation on the resources of one type. */
export type TypeOperation = (target: Target, input: Input, now: number) => Reply;

/** Operations on training jobs that change them. */
export const trainingJobOperations: Readonly<Record<string, TypeOperation>> = {
  StopTrainingJob: (target, input, now) => {
    const item = target.find(requiredString(input, 'TrainingJobName'), now);
    if (item === undefined) throw notFound();
    const job = target.describe(item, now);
    if (job.TrainingJobStatus === 'InProgress') {
      const stopped = { TrainingJobStatus: 'Stopped', SecondaryStatus: 'Stopped' };
      target.overlay.put({ ...job, ...stopped, TrainingEndTime: now / 1000, LastModifiedTime: now / 1000 }, now);
    }
    return jsonReply('');
  },
  DeleteTrainingJob: (target, input, now) => {
    const item = target.find(requiredString(input, 'TrainingJobName'), now);
    if (item === undefined) throw notFound();
    const { TrainingJobStatus: status, WarmPoolStatus: pool } = target.summary(item, now) as Partial<WireJob>;
    if (status === 'InProgress' || status === 'Stopping' || pool?.Status === 'Available') {
      throw new ApiError('ResourceInUse', 'A training job can be deleted once it has ended and its warm pool is gone.');
    }
    target.overlay.delete(target.nameOf(item), now);
    return jsonReply('');
  },
};
