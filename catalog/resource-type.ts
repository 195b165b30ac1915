import type { Billing } from './billing/billing.ts';
import type { Fields, StructValue } from './fields.ts';
import { defaultListParameters, type ListParameters } from './list-parameters.ts';
import type { CustomResource } from './manifests/custom-resource.ts';
import type { Format } from './manifests/format.ts';
import type { TypePolicy } from './policies/built-in-policy.ts';
import type { Presentation } from './presentation.ts';
import {
  type CatalogRow,
  type ResourceSchema,
  type ResourceSchemaDefinition,
  resourceSchema,
} from './resource-schema.ts';
import type { Simulated } from './simulated.ts';

/**
 * A member that holds all that another operation answers. It is asked by a member of the describe response, which names the same in both, and
 * what it answers about a name never changes.
 */
export interface CompletedBy<Member extends string> {
  readonly operation: string;
  readonly by: Member;
  readonly member: Member;
}

/** What is catalogued, as data: everything that is said of a resource type in one place. */
export interface ResourceTypeDefinition<Members extends Fields, Name extends string = string>
  extends ResourceSchemaDefinition<Members, Name> {
  /**
   * The operation that lists summaries; the member of its response that holds them; the members of a summary that show a change, first
   * the two that every summary has; and its parameters if they are not SageMaker's usual ones.
   */
  readonly list: {
    readonly operation: string;
    readonly results: string;
    readonly changeMembers: readonly (keyof Members & string)[];
    readonly parameters?: Partial<ListParameters>;
  };
  /** The operation that describes one resource, and the member that it is asked by. Without it the listing is all there is to read. */
  readonly describe?: {
    readonly operation: string;
    readonly by: keyof Members & string;
    /** What another operation answers of it. */
    readonly completedBy?: CompletedBy<keyof Members & string>;
  };
  /** Whether the type is crawled where the configuration names none. */
  readonly isCrawledByDefault?: boolean;
  /** Requests a second by operation, where the service is known to allow other than the usual ones. */
  readonly rates?: Readonly<Record<string, number>>;
  /** Set where resources have no tags: ListTags is never asked. */
  readonly isUntagged?: boolean;
  /**
   * Paths of the fields by which resources are counted and added up again and again: few values, or numbers and times. Answers
   * about them come at once, those about others take a pass over the table.
   */
  readonly facets: readonly string[];
  /**
   * What the database finds by an index: the fields that lists are sorted by, those that such lists are mostly filtered by, and the columns
   * (lists and maps) whose members are searched for.
   */
  readonly indexes?: {
    readonly orders: readonly string[];
    readonly filters: readonly string[];
    readonly members: readonly string[];
  };
  /** The resource as Search names it, and the members of the describe response that Search lacks. Most types have no Search. */
  readonly search?: { readonly resource: string; readonly missingMembers: readonly (keyof Members & string)[] };
  /** Where AWS's console shows a resource: what stands behind `/sagemaker/home?region=...`. */
  readonly consolePath?: (name: string) => string;
  /** Where CloudWatch keeps the logs of a resource: the log group, and what its streams begin with where the group has those of others. */
  readonly logs?: (name: string) => { readonly group: string; readonly streams?: string };
  /** What the simulator makes up of the type; without it, it has none but those that are put there. */
  readonly simulated?: Simulated;
  /**
   * Paths of the fields that only move on while a resource is not settled: counters and progress, without anything having happened.
   * That they have moved makes no version of the resource.
   */
  readonly progress: readonly string[];
  /** The formats, beside the catalog's own, in which resources can be written. */
  readonly formats?: readonly Format[];
  /** The custom resource with which Kubernetes manages resources, for types whose manifests are compared with AWS. */
  readonly customResource?: CustomResource;
  /** The EventBridge events that tell a change; their detail has the members of the describe response. */
  readonly events?: { readonly detailType: string };
  /** How resources are billed; absent where they cost nothing. */
  readonly billing?: Billing<CatalogRow<Members>>;
  /**
   * How it is seen that a resource has failed: the value of a field, the field that says why, and those that say when, of which the
   * first that is set counts.
   */
  readonly failure?: {
    readonly field: string;
    readonly value: string;
    readonly reason: string;
    readonly endedAt: readonly string[];
  };
  /** Policies about resources of the type that can be turned on by their names. */
  readonly policies?: readonly TypePolicy[];
  /** How people are shown resources; without it, all that is set of them. */
  readonly presentation?: Presentation<CatalogRow<Members>>;
  /** Whether a resource cannot change any more, but for its tags. */
  isSettled(row: StructValue<Members>): boolean;
  /**
   * The moment, in milliseconds since the epoch, until which a resource that is not settled can stay so by the service's own limits;
   * undefined where nothing is known. What is open for longer is stuck, and is looked at ever more rarely.
   */
  openUntil(row: StructValue<Members>): number | undefined;
}

/** A resource type with all that follows from its definition. */
export type ResourceType<Members extends Fields = Fields, Name extends string = string> = ResourceTypeDefinition<
  Members,
  Name
> &
  ResourceSchema<Members, Name> & { readonly list: { readonly parameters: ListParameters } };

/** Completes a definition: columns and their names follow from its members. */
export const resourceType = <const Members extends Fields, const Name extends string>(
  definition: ResourceTypeDefinition<Members, Name>,
): ResourceType<Members, Name> => ({
  ...definition,
  ...resourceSchema(definition),
  facets: [...definition.facets, 'owner', 'owner_rule'],
  list: { ...definition.list, parameters: { ...defaultListParameters, ...definition.list.parameters } },
});
