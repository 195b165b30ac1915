import { isObject } from '../../../catalog/is-object.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { CallError } from './call-error.ts';
import { BrokenResponseError } from './raw-body.ts';
import type { SageMakerCaller } from './sagemaker-caller.ts';

type Members = Readonly<Record<string, unknown>>;

export interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
  /** The total number of resources, if the response has it. */
  readonly total?: number | undefined;
}

export interface PageRequest {
  /** Milliseconds since the epoch; only resources created later. */
  readonly createdAfter?: number | undefined;
  /** Only resources created earlier; some listings support it, Search does not. */
  readonly createdBefore?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** A complete record of Search with its tags. */
export interface SearchRecord {
  readonly record: Members;
  readonly tags: readonly Tag[];
}

/** The maximum page size of Search and ListTags. */
export const pageSize = 100;

/** A filter may truncate creation times to the second. */
export const timestampSlackMs = 1000;

/** The maximum length of a Search filter's value (API reference, Filter). */
const maxFilterValueLength = 1024;

/** The response is about another resource than the requested one. */
class WrongResponseError extends Error {
  override readonly name = 'WrongResponseError';
}

/** A resource type's operations, as its definition names them. All throw CallError. */
export class ResourceApi {
  readonly type: AnyResourceType;
  readonly caller: SageMakerCaller;

  constructor(type: AnyResourceType, caller: SageMakerCaller) {
    this.type = type;
    this.caller = caller;
  }

  /** Returns summaries, oldest first, created in the requested period, if the operation has parameters for that. */
  async list({ createdAfter, createdBefore, nextToken }: PageRequest): Promise<Page<Members>> {
    const { operation, results, parameters } = this.type.list;
    const filter = (name: string | undefined, time: number | undefined) =>
      name !== undefined && time !== undefined && { [name]: new Date(time) };
    const answer = await this.caller.call(operation, {
      [parameters.pageSize.name]: parameters.pageSize.max,
      ...parameters.oldestFirst,
      ...filter(parameters.createdAfter, createdAfter),
      ...filter(parameters.createdBefore, createdBefore),
      ...(nextToken !== undefined && { [parameters.nextToken.request]: nextToken }),
    });
    return { items: objects(answer[results]), nextToken: tokenOf(answer, parameters.nextToken.response) };
  }

  /** Returns complete records except for what Search lacks, oldest first. */
  async search({ createdAfter, nextToken }: PageRequest): Promise<Page<SearchRecord>> {
    const answer = await this.caller.call('Search', {
      Resource: this.#searchResource,
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

  /** Returns complete records of up to a hundred names, of those that Search knows, in no particular order. */
  async searchByName(names: readonly string[]): Promise<SearchRecord[]> {
    const answer = await this.caller.call('Search', {
      Resource: this.#searchResource,
      MaxResults: pageSize,
      SearchExpression: {
        Operator: 'Or',
        Filters: joinNames(names).map((Value) => ({ Name: this.type.identity.name, Operator: 'In', Value })),
      },
    });
    return this.#records(answer);
  }

  /** The name of the resource type in Search. */
  get #searchResource(): string {
    if (!this.type.search) throw new TypeError(`Search knows no ${this.type.title}`);
    return this.type.search.resource;
  }

  #records(answer: Members): SearchRecord[] {
    return objects(answer.Results)
      .flatMap((result) => objects([result[this.#searchResource]]))
      .map(({ Tags, ...record }) => ({ record, tags: objects(Tags) }));
  }

  /**
   * Describes a resource by name; a type without a describe operation is looked up in its listing, from the creation time on if it is known.
   * A response about another resource or ARN fails as `invalid`.
   */
  async describe(name: string, arn?: string, created?: string): Promise<Members> {
    if (!this.type.describe) return this.#findListed(name, arn, created);
    const { operation, by } = this.type.describe;
    const answer = await this.caller.call(operation, { [by]: name });
    const { [this.type.identity.name]: answered, [this.type.identity.arn]: answeredArn } = answer;
    // An ARN has the name in lower case, and a caller may have only the ARN.
    if (String(answered).toLowerCase() !== name.toLowerCase() || (arn !== undefined && answeredArn !== arn))
      throw new CallError(operation, 'invalid', 1, new WrongResponseError(`the answer is about ${answered}`));
    return answer;
  }

  /** Returns the part of resources with this name, see CompletedBy. A response about another name fails as `invalid`. */
  async part(name: string): Promise<Members> {
    const { completedBy } = this.type.describe ?? {};
    if (!completedBy) throw new TypeError(`nothing completes a ${this.type.title}`);
    const { operation, by } = completedBy;
    const answer = await this.caller.call(operation, { [by]: name });
    if (answer[by] !== name)
      throw new CallError(operation, 'invalid', 1, new WrongResponseError(`the answer is about ${answer[by]}`));
    return answer;
  }

  async #findListed(name: string, arn: string | undefined, created: string | undefined): Promise<Members> {
    const { identity, list } = this.type;
    const at = created === undefined ? undefined : Date.parse(created);
    const window =
      at === undefined ? {} : { createdAfter: at - timestampSlackMs, createdBefore: at + timestampSlackMs };
    let nextToken: string | undefined;
    do {
      const page = await this.list({ ...window, nextToken });
      const found = page.items.find((item) =>
        arn === undefined ? item[identity.name] === name : item[identity.arn] === arn,
      );
      if (found) return found;
      nextToken = page.nextToken === nextToken ? undefined : page.nextToken;
    } while (nextToken !== undefined);
    throw new CallError(list.operation, 'missing', 1, new Error(`it lists no ${this.type.title} ${name}`));
  }

  async tags(arn: string): Promise<Tag[]> {
    if (this.type.isUntagged) return [];
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

/** Returns a list of objects, or an empty one; anything else is a broken response. */
function objects(value: unknown): Members[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new BrokenResponseError('the answer holds no list where one should be');
  return value.filter(isObject);
}

function tokenOf(answer: Members, name = 'NextToken'): string | undefined {
  const token = answer[name];
  return typeof token === 'string' && token !== '' ? token : undefined;
}

/** Joins names with commas, for the operator In, into as few values as possible. A hundred names of 63 letters take seven. */
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
