import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { CallError } from './call-error.ts';
import { BrokenAnswerError } from './raw-body.ts';
import type { SageMakerCaller } from './sagemaker-caller.ts';

type Members = Readonly<Record<string, unknown>>;

export interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
  /** Resources in all, where the answer tells. */
  readonly total?: number | undefined;
}

export interface PageRequest {
  /** Milliseconds since the epoch; only what was created later. */
  readonly createdAfter?: number | undefined;
  /** Only what was created earlier; a listing knows that, Search does not. */
  readonly createdBefore?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** A whole record of Search with its tags. */
export interface SearchRecord {
  readonly record: Members;
  readonly tags: readonly Tag[];
}

/** The largest page that List and Search give. */
export const pageSize = 100;

/** The longest value of a filter of Search (API reference, Filter). */
const maxFilterValueLength = 1024;

/** The answer is about something else than what was asked for. */
class WrongAnswerError extends Error {
  override readonly name = 'WrongAnswerError';
}

/** A resource type's operations, as its definition names them. All throw CallError. */
export class ResourceApi {
  readonly type: AnyResourceType;
  readonly caller: SageMakerCaller;

  constructor(type: AnyResourceType, caller: SageMakerCaller) {
    this.type = type;
    this.caller = caller;
  }

  /** Summaries, oldest first. */
  async list({ createdAfter, createdBefore, nextToken }: PageRequest): Promise<Page<Members>> {
    const { operation, results } = this.type.list;
    const answer = await this.caller.call(operation, {
      MaxResults: pageSize,
      SortBy: 'CreationTime',
      SortOrder: 'Ascending',
      ...(createdAfter !== undefined && { CreationTimeAfter: new Date(createdAfter) }),
      ...(createdBefore !== undefined && { CreationTimeBefore: new Date(createdBefore) }),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    });
    return { items: objects(answer[results]), nextToken: tokenOf(answer) };
  }

  /** Whole records but for what Search lacks, oldest first. */
  async search({ createdAfter, nextToken }: PageRequest): Promise<Page<SearchRecord>> {
    const { resource } = this.type.search;
    const answer = await this.caller.call('Search', {
      Resource: resource,
      MaxResults: pageSize,
      SortBy: this.type.identity.createdAt,
      SortOrder: 'Ascending',
      ...(createdAfter !== undefined && {
        SearchExpression: {
          Filters: [
            {
              Name: this.type.identity.createdAt,
              Operator: 'GreaterThan',
              Value: new Date(createdAfter).toISOString(),
            },
          ],
        },
      }),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    });
    const [hits] = objects([answer.TotalHits]);
    return {
      items: this.#records(answer),
      nextToken: tokenOf(answer),
      total: typeof hits?.Value === 'number' ? hits.Value : undefined,
    };
  }

  /** Whole records of up to a hundred names, of those that Search knows, in no order. */
  async searchByName(names: readonly string[]): Promise<SearchRecord[]> {
    const answer = await this.caller.call('Search', {
      Resource: this.type.search.resource,
      MaxResults: pageSize,
      SearchExpression: {
        Operator: 'Or',
        Filters: joinNames(names).map((Value) => ({ Name: this.type.identity.name, Operator: 'In', Value })),
      },
    });
    return this.#records(answer);
  }

  #records(answer: Members): SearchRecord[] {
    const { resource } = this.type.search;
    return objects(answer.Results)
      .flatMap((result) => objects([result[resource]]))
      .map(({ Tags, ...record }) => ({ record, tags: objects(Tags) }));
  }

  /** Describes what has a name. An answer about another one, or about another ARN than the one that is meant, is an `invalid` one. */
  async describe(name: string, arn?: string): Promise<Members> {
    const { operation, by } = this.type.describe;
    const answer = await this.caller.call(operation, { [by]: name });
    const { [this.type.identity.name]: answered, [this.type.identity.arn]: answeredArn } = answer;
    // An ARN holds the name in lower case, and who has only that may ask by it.
    if (String(answered).toLowerCase() !== name.toLowerCase() || (arn !== undefined && answeredArn !== arn))
      throw new CallError(operation, 'invalid', 1, new WrongAnswerError(`the answer is about ${answered}`));
    return answer;
  }

  async tags(arn: string): Promise<Tag[]> {
    const tags: Tag[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await this.caller.call('ListTags', {
        ResourceArn: arn,
        MaxResults: pageSize,
        ...(nextToken !== undefined && { NextToken: nextToken }),
      });
      tags.push(...objects(answer.Tags));
      const next = tokenOf(answer);
      if (next !== undefined && next === nextToken) break;
      nextToken = next;
    } while (nextToken !== undefined);
    return tags;
  }
}

/** A list of objects, or nothing; anything else is an answer that cannot be read. */
function objects(value: unknown): Members[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BrokenAnswerError('the answer holds no list where one should be');
  return value.filter((item): item is Members => typeof item === 'object' && item !== null);
}

const tokenOf = ({ NextToken }: Members): string | undefined =>
  typeof NextToken === 'string' && NextToken !== '' ? NextToken : undefined;

/** Joins names with commas, as the operator In wants them, into as few values as hold them. A hundred names of 63 letters take seven. */
function joinNames(names: readonly string[]): string[] {
  const values: string[] = [];
  for (const name of names) {
    const last = values.at(-1);
    if (last !== undefined && last.length + 1 + name.length <= maxFilterValueLength)
      values.push(`${values.pop()},${name}`);
    else values.push(name);
  }
  return values;
}
