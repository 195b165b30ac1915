import { isArnOf, parseArn } from '../../../catalog/arn.ts';
import { stringifyJson } from '../../../catalog/exact-json.ts';
import { ApiError, notFound, validationError } from '../api-error.ts';
import { jsonReply, type Reply } from '../aws-json.ts';
import type { PageFault } from '../faults.ts';
import { type Input, integer, requiredString } from '../input.ts';
import { operationsOf } from '../populations.ts';
import type { Item, Target } from '../target.ts';
import type { WireTag } from '../wire.ts';
import { listResources } from './list.ts';
import { type SearchIndex, search } from './search.ts';

/** A call of a SageMaker operation. */
export interface SageMakerCall {
  /** The targets of the called account and region, one per type. */
  readonly targets: readonly Target[];
  readonly input: Input;
  readonly now: number;
  readonly searchIndex: SearchIndex;
  /** The fault of the page, for operations with pages. */
  readonly fault: PageFault | undefined;
  /** Called for every described resource. */
  readonly described: (target: Target, item: Item) => void;
}

type Operation = (call: SageMakerCall) => Reply;

/** Returns the operation with a name, of one of the types or shared by all; undefined if there is none. */
export function sageMakerOperation(targets: readonly Target[], name: string): Operation | undefined {
  for (const target of targets) {
    const { type } = target;
    if (type.list.operation === name) return (call) => list(target, call);
    if (type.describe?.operation === name) return (call) => describe(target, call);
    if (type.describe?.completedBy?.operation === name) return (call) => describePart(target, call);
    if (type.simulated?.delete === name) return (call) => remove(target, call);
    const own = operationsOf(type)[name];
    if (own) return ({ input, now }) => own(target, input, now);
  }
  return shared[name];
}

function list(target: Target, { input, now, fault }: SageMakerCall): Reply {
  const { results, parameters } = target.type.list;
  const { summaries, nextToken } = listResources(target, input, now, fault);
  return jsonReply({ [results]: summaries, [parameters.nextToken.response]: nextToken });
}

function describe(target: Target, { input, now, described }: SageMakerCall): Reply {
  const item = target.find(requiredString(input, target.type.describe?.by ?? ''), now);
  if (item === undefined) throw notFound();
  described(target, item);
  const { [target.type.describe?.completedBy?.member ?? '']: _, ...answer } = target.describe(item, now);
  return jsonReply(answer);
}

function remove(target: Target, { input, now }: SageMakerCall): Reply {
  const item = target.find(requiredString(input, target.type.describe?.by ?? ''), now);
  if (item === undefined) throw notFound();
  target.overlay.delete(target.nameOf(item), now);
  return jsonReply('');
}

/** Returns the part of the resource that has this name now. */
function describePart(target: Target, { input, now }: SageMakerCall): Reply {
  const { by, member } = target.type.describe?.completedBy ?? { by: '', member: '' };
  const name = requiredString(input, by);
  for (const item of target.items(now)) {
    const resource = target.describe(item, now);
    if (resource[by] === name && resource[member] !== undefined) return jsonReply({ ...Object(resource[member]) });
  }
  throw notFound();
}

const shared: Readonly<Record<string, Operation>> = {
  Search: ({ targets, input, now, searchIndex, fault }) => {
    const { resource, records, nextToken, total } = search(targets, input, now, searchIndex, fault);
    // Each record separately, so that the few with 64-bit integers do not slow down the others.
    const results = records.map((record) => `{"${resource}":${stringifyJson(record)}}`);
    return jsonReply(
      `{"Results":[${results.join(',')}],${stringifyJson({ NextToken: nextToken, TotalHits: total }).slice(1)}`,
    );
  },
  ListTags: (call) => {
    integer(call.input, 'MaxResults', 50, 100, 50);
    const { target, item } = resourceOfArn(call, requiredString(call.input, 'ResourceArn'));
    return jsonReply({ Tags: target.tags(item) });
  },
  AddTags: (call) => {
    const { target, item } = resourceOfArn(call, requiredString(call.input, 'ResourceArn'));
    const added = tagList(call.input.Tags);
    const tags = [...target.tags(item).filter((tag) => !added.some(({ Key }) => Key === tag.Key)), ...added];
    target.overlay.setTags(target.nameOf(item), tags, call.now);
    return jsonReply({ Tags: tags });
  },
  DeleteTags: (call) => {
    const { target, item } = resourceOfArn(call, requiredString(call.input, 'ResourceArn'));
    const keys = Array.isArray(call.input.TagKeys) ? call.input.TagKeys : [];
    target.overlay.setTags(
      target.nameOf(item),
      target.tags(item).filter((tag) => !keys.includes(tag.Key)),
      call.now,
    );
    return jsonReply({});
  },
};

function resourceOfArn({ targets, now }: SageMakerCall, text: string): { target: Target; item: Item } {
  const arn = parseArn(text);
  const target = arn && targets.find(({ type }) => isArnOf(type, arn));
  if (!arn || !target) {
    throw validationError(`'${text}' is not the ARN of a ${targets.map(({ type }) => type.title).join(' or ')}.`);
  }
  if (arn.accountId !== target.accountId)
    throw new ApiError('AccessDeniedException', `Not authorized to read the tags of ${text}`);
  const name = arn.resource.slice(target.type.arnResource.length);
  const item = arn.region === target.region ? target.find(name, now, true) : undefined;
  if (item === undefined) throw notFound();
  return { target, item };
}

function tagList(value: unknown): WireTag[] {
  if (!Array.isArray(value))
    throw validationError("Value null at 'tags' failed to satisfy constraint: Member must not be null");
  return value.map((tag: { Key?: unknown; Value?: unknown }) => ({
    Key: String(tag.Key),
    Value: String(tag.Value ?? ''),
  }));
}
