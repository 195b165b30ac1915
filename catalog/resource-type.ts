import { extension, type Field, type Fields, map, type StructValue, string, strings } from './fields.ts';
import { snakeCase } from './snake-case.ts';

/** A column of a resource type's table. */
export interface Column {
  /** The catalog's name, e.g. `warm_pool_status`. */
  readonly name: string;
  /** The member of the describe response that fills it; undefined where sagecat derives it. */
  readonly member: string | undefined;
  readonly field: Field;
}

/** What is catalogued, as data: everything that is said of a resource type in one place. */
export interface ResourceTypeDefinition<Members extends Fields> {
  /** Name of the type and of its table, e.g. `aws_sagemaker_trainingjob`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The service part of the type's ARNs. */
  readonly service: string;
  /** The start of the resource part of the type's ARNs. */
  readonly arnResource: string;
  /** The members that say which resource it is (identity is ARN and creation time), and when it last changed. */
  readonly identity: {
    readonly arn: keyof Members & string;
    readonly name: keyof Members & string;
    readonly createdAt: keyof Members & string;
    readonly modifiedAt: keyof Members & string;
  };
  /** Members of the describe response. */
  readonly members: Members;
  /**
   * The operation that lists summaries, the member of its answer that holds them, and the members of a summary that tell that a
   * resource has changed.
   */
  readonly list: {
    readonly operation: string;
    readonly results: string;
    readonly changeMembers: readonly (keyof Members & string)[];
  };
  /** The operation that describes one resource, and the member that it is asked by. */
  readonly describe: { readonly operation: string; readonly by: keyof Members & string };
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
  /** The resource as the Search operation names it, and the members of the describe response that Search lacks. */
  readonly search: { readonly resource: string; readonly missingMembers: readonly (keyof Members & string)[] };
  /** Members that the create operation takes: what was asked for. All others are what came of it. */
  readonly settings: readonly (keyof Members & string)[];
  /**
   * Paths of the fields that only move on while a resource is not settled: counters and progress, without anything having happened.
   * That they have moved makes no version of the resource.
   */
  readonly progress: readonly string[];
  /** Whether a resource cannot change any more, but for its tags. */
  isSettled(row: StructValue<Members>): boolean;
  /**
   * The moment, in milliseconds since the epoch, until which a resource that is not settled can stay so by the service's own limits;
   * undefined where nothing is known. What is open for longer is stuck, and is looked at ever more rarely.
   */
  openUntil(row: StructValue<Members>): number | undefined;
}

/** The columns that no response holds and every resource type has. */
const derived = {
  account_id: string('Identifier of the AWS account, from the ARN.'),
  tags: strings('Tags, each as key:value.'),
  tag_map: extension(
    map('The same tags as an object: values by key. Of several tags of one key the last of the list counts.'),
  ),
} satisfies Fields;

export type CatalogRow<Members extends Fields> = StructValue<Members> & {
  account_id: string;
  tags: string[] | null;
  tag_map: Record<string, string> | null;
};

/** A resource type with all that follows from its definition. */
export interface ResourceType<Members extends Fields = Fields> extends ResourceTypeDefinition<Members> {
  /** All columns of the catalog's schema, by name in alphabetical order. */
  readonly columns: readonly Column[];
  /** Catalog names of the identity's members. */
  readonly key: {
    readonly arn: string;
    readonly name: string;
    readonly createdAt: string;
    readonly modifiedAt: string;
  };
  /** Type of a row; holds no value: `typeof trainingJob.row`. */
  readonly row: CatalogRow<Members>;
}

/** Completes a definition: columns and their names follow from its members. */
export function resourceType<const Members extends Fields>(
  definition: ResourceTypeDefinition<Members>,
): ResourceType<Members> {
  const { identity, members } = definition;
  const columns: Column[] = [
    ...Object.entries(derived).map(([name, field]) => ({ name, member: undefined, field })),
    ...Object.entries(members).map(([member, field]) => ({ name: snakeCase(member), member, field })),
  ];
  return {
    ...definition,
    columns: columns.sort((a, b) => (a.name < b.name ? -1 : 1)),
    key: {
      arn: snakeCase(identity.arn),
      name: snakeCase(identity.name),
      createdAt: snakeCase(identity.createdAt),
      modifiedAt: snakeCase(identity.modifiedAt),
    },
    // Exists for `typeof`; nobody reads it.
    row: undefined as unknown as CatalogRow<Members>,
  };
}
