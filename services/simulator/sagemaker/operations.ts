import { stringifyJson } from '../../../catalog/exact-json.ts';
import { ApiError, notFound, validationError } from '../api-error.ts';
import type { PageFault } from '../faults.ts';
import { type Input, integer, requiredString } from '../input.ts';
import { jsonReply, type Reply } from '../json11.ts';
import type { Item, Target } from '../target.ts';
import type { WireTag } from '../wire.ts';
import { listTrainingJobs } from './list-training-jobs.ts';
import { type SearchIndex, search } from './search.ts';

/** What an operation of SageMaker works on. */
interface SageMakerCall {
  readonly target: Target;
  readonly input: Input;
  readonly now: number;
  readonly searchIndex: SearchIndex;
  /** What goes wrong with the page, for the operations that have pages. */
  readonly fault: PageFault | undefined;
  /** Told of every job that is described. */
  readonly described: (target: Target, item: Item) => void;
}

type Operation = (call: SageMakerCall) => Reply;

/** SageMaker's operations by name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ListTrainingJobs: ({ target, input, now, fault }) => {
    const { summaries, nextToken } = listTrainingJobs(target, input, now, fault);
    return jsonReply({ TrainingJobSummaries: summaries, NextToken: nextToken });
  },
  DescribeTrainingJob: ({ target, input, now, described }) => {
    const item = target.find(requiredString(input, 'TrainingJobName'), now);
    if (item === undefined) throw notFound();
    described(target, item);
    return jsonReply(target.describe(item, now));
  },
  Search: ({ target, input, now, searchIndex, fault }) => {
    const { records, nextToken, total } = search(target, input, now, searchIndex, fault);
    // Record by record, so that the few with 64-bit integers do not slow down the others.
    const results = records.map((record) => `{"TrainingJob":${stringifyJson(record)}}`);
    return jsonReply(
      `{"Results":[${results.join(',')}],${stringifyJson({ NextToken: nextToken, TotalHits: total }).slice(1)}`,
    );
  },
  ListTags: (call) => {
    integer(call.input, 'MaxResults', 50, 100, 50);
    return jsonReply({ Tags: call.target.tags(itemOfArn(call, requiredString(call.input, 'ResourceArn'))) });
  },
  AddTags: (call) => {
    const item = itemOfArn(call, requiredString(call.input, 'ResourceArn'));
    const added = tagList(call.input.Tags);
    const tags = [...call.target.tags(item).filter((tag) => !added.some(({ Key }) => Key === tag.Key)), ...added];
    call.target.overlay.setTags(call.target.nameOf(item), tags, call.now);
    return jsonReply({ Tags: tags });
  },
  DeleteTags: (call) => {
    const item = itemOfArn(call, requiredString(call.input, 'ResourceArn'));
    const keys = Array.isArray(call.input.TagKeys) ? call.input.TagKeys : [];
    call.target.overlay.setTags(
      call.target.nameOf(item),
      call.target.tags(item).filter((tag) => !keys.includes(tag.Key)),
      call.now,
    );
    return jsonReply({});
  },
  StopTrainingJob: ({ target, input, now }) => {
    const item = target.find(requiredString(input, 'TrainingJobName'), now);
    if (item === undefined) throw notFound();
    const job = target.describe(item, now);
    if (job.TrainingJobStatus === 'InProgress') {
      target.overlay.put(
        {
          ...job,
          TrainingJobStatus: 'Stopped',
          SecondaryStatus: 'Stopped',
          TrainingEndTime: now / 1000,
          LastModifiedTime: now / 1000,
        },
        now,
      );
    }
    return jsonReply('');
  },
  DeleteTrainingJob: ({ target, input, now }) => {
    const item = target.find(requiredString(input, 'TrainingJobName'), now);
    if (item === undefined) throw notFound();
    const { TrainingJobStatus: status, WarmPoolStatus: pool } = target.summary(item, now);
    if (status === 'InProgress' || status === 'Stopping' || pool?.Status === 'Available') {
      throw new ApiError('ResourceInUse', 'A training job can be deleted once it has ended and its warm pool is gone.');
    }
    target.overlay.delete(target.nameOf(item), now);
    return jsonReply('');
  },
};

const TRAINING_JOB_ARN = /^arn:[^:]+:sagemaker:([^:]*):(\d{12}):training-job\/(.+)$/;

function itemOfArn({ target, now }: SageMakerCall, arn: string): Item {
  const [, region, accountId, name] = TRAINING_JOB_ARN.exec(arn) ?? [];
  if (name === undefined) throw validationError(`'${arn}' is not the ARN of a training job.`);
  if (accountId !== target.accountId)
    throw new ApiError('AccessDeniedException', `Not authorized to read the tags of ${arn}`);
  const item = region === target.region ? target.find(name, now, true) : undefined;
  if (item === undefined) throw notFound();
  return item;
}

function tagList(value: unknown): WireTag[] {
  if (!Array.isArray(value))
    throw validationError("Value null at 'tags' failed to satisfy constraint: Member must not be null");
  return value.map((tag: { Key?: unknown; Value?: unknown }) => ({
    Key: String(tag.Key),
    Value: String(tag.Value ?? ''),
  }));
}
