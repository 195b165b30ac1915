import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { maskResponse, maskTagValue } from '../../../catalog/secrets/mask-row.ts';
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
  readonly nextToken?: string | undefined;
}

/** A whole record of Search with its tags. */
export interface SearchRecord {
  readonly record: Members;
  readonly tags: readonly Tag[];
}

/** The largest page that List and Search give. */
export const pageSize = 100;

/** A resource type's operations, as its definition names them. What they answer is masked. All throw CallError. */
export class ResourceApi {
  readonly type: AnyResourceType;
  readonly caller: SageMakerCaller;
  readonly #masker: Masker;

  constructor(type: AnyResourceType, caller: SageMakerCaller, masker: Masker) {
    this.type = type;
    this.caller = caller;
    this.#masker = masker;
  }

  /** Summaries, oldest first. */
  async list({ createdAfter, nextToken }: PageRequest): Promise<Page<Members>> {
    const { operation, results } = this.type.list;
    const answer = await this.caller.call(operation, {
      MaxResults: pageSize,
      SortBy: 'CreationTime',
      SortOrder: 'Ascending',
      ...(createdAfter !== undefined && { CreationTimeAfter: new Date(createdAfter) }),
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
    const items = objects(answer.Results)
      .flatMap((result) => objects([result[resource]]))
      .map(({ Tags, ...record }) => ({
        record: maskResponse(this.type, record, this.#masker),
        tags: objects(Tags).map((tag) => this.#maskTag(tag)),
      }));
    const [hits] = objects([answer.TotalHits]);
    return { items, nextToken: tokenOf(answer), total: typeof hits?.Value === 'number' ? hits.Value : undefined };
  }

  async describe(name: string): Promise<Members> {
    const { operation, by } = this.type.describe;
    return maskResponse(this.type, await this.caller.call(operation, { [by]: name }), this.#masker);
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
      tags.push(...objects(answer.Tags).map((tag) => this.#maskTag(tag)));
      const next = tokenOf(answer);
      if (next !== undefined && next === nextToken) break;
      nextToken = next;
    } while (nextToken !== undefined);
    return tags;
  }

  #maskTag(tag: Tag): Tag {
    const { Key, Value } = tag;
    if (typeof Key !== 'string' || typeof Value !== 'string') return tag;
    return { ...tag, Value: maskTagValue(Key, Value, this.#masker) };
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
