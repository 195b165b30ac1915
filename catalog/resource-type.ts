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
 * A member with the whole response of another operation, which is requested by a name in the describe response. The response for a name
 * must never change.
 */
export interface CompletedBy<Member extends string> {
  readonly operation: string;
  readonly by: Member;
  readonly member: Member;
}

/** The definition of a resource type: everything about it in one place. */
export interface ResourceTypeDefinition<Members extends Fields, Name extends string = string>
  extends ResourceSchemaDefinition<Members, Name> {
  /**
   * The list operation; the member of its response with the summaries; the members of a summary that show changes, first the two that every
   * summary has; and its parameters, if they are not the default ones.
   */
  readonly list: {
    readonly operation: string;
    readonly results: string;
    readonly changeMembers: readonly (keyof Members & string)[];
    readonly parameters?: Partial<ListParameters>;
  };
  /** The describe operation, and the member of its request that names the resource. Without it, everything is in the listing. */
  readonly describe?: {
    readonly operation: string;
    readonly by: keyof Members & string;
    /** Another operation whose response belongs to the resource. */
    readonly completedBy?: CompletedBy<keyof Members & string>;
  };
  /** Whether the type is crawled if the configuration names no types. */
  readonly isCrawledByDefault?: boolean;
  /** Requests per second by operation, if they are known to differ from the defaults. */
  readonly rates?: Readonly<Record<string, number>>;
  /** Whether resources have no tags, so that ListTags is never called. */
  readonly isUntagged?: boolean;
  /**
   * Paths of the fields by which resources are often counted and summed: those with few values, numbers and times. Queries about them are
   * answered from memory from the start, those about other fields once somebody has asked.
   */
  readonly facets: readonly string[];
  /**
   * The database's indexes: fields for sorting, fields that such sorted lists are mostly filtered by, and columns (lists and maps) whose
   * members are searched.
   */
  readonly indexes?: {
    readonly orders: readonly string[];
    readonly filters: readonly string[];
    readonly members: readonly string[];
  };
  /** The resource's name in Search, and the members of the describe response that Search lacks. Search does not support most types. */
  readonly search?: { readonly resource: string; readonly missingMembers: readonly (keyof Members & string)[] };
  /** Returns the path of a resource in the AWS console, after `/sagemaker/home?region=...`. */
  readonly consolePath?: (name: string) => string;
  /** Returns the CloudWatch log group of a resource, and the prefix of its streams if the group has those of other resources. */
  readonly logs?: (name: string) => { readonly group: string; readonly streams?: string };
  /** How the simulator generates resources; without it, the simulator only has those that tests put there. */
  readonly simulated?: Simulated;
  /** Paths of counters and progress fields, which change while a resource is not settled. Changes of these alone make no new version. */
  readonly progress: readonly string[];
  /** Formats in which resources can be written, besides the catalog's own. */
  readonly formats?: readonly Format[];
  /** The custom resource that manages resources in Kubernetes, for types whose manifests are compared with AWS. */
  readonly customResource?: CustomResource;
  /** The EventBridge events about changes; their detail has the members of the describe response. */
  readonly events?: { readonly detailType: string };
  /** How resources are billed; absent if they cost nothing. */
  readonly billing?: Billing<CatalogRow<Members>>;
  /**
   * How failures are recognized: the value of a field, the field with the reason, and fields with the time, of which the first non-null one
   * counts.
   */
  readonly failure?: {
    readonly field: string;
    readonly value: string;
    readonly reason: string;
    readonly endedAt: readonly string[];
  };
  /** Built-in policies for the type. */
  readonly policies?: readonly TypePolicy[];
  /** How resources are displayed; without it, all fields with values are. */
  readonly presentation?: Presentation<CatalogRow<Members>>;
  /** Returns whether only the tags of a resource can still change. */
  isSettled(row: StructValue<Members>): boolean;
  /**
   * Returns until when an unsettled resource can stay open by the service's limits, in milliseconds since the epoch; undefined if unknown.
   * Resources that are open for longer are described less and less often.
   */
  openUntil(row: StructValue<Members>): number | undefined;
}

/** A resource type: a definition with everything that follows from it. */
export type ResourceType<Members extends Fields = Fields, Name extends string = string> = ResourceTypeDefinition<
  Members,
  Name
> &
  ResourceSchema<Members, Name> & { readonly list: { readonly parameters: ListParameters } };

/** Returns a resource type with the columns that follow from its members. */
export const resourceType = <const Members extends Fields, const Name extends string>(
  definition: ResourceTypeDefinition<Members, Name>,
): ResourceType<Members, Name> => ({
  ...definition,
  ...resourceSchema(definition),
  facets: [...definition.facets, 'owner', 'owner_rule'],
  list: { ...definition.list, parameters: { ...defaultListParameters, ...definition.list.parameters } },
});
