import { extension, type Field, type Fields, map, type StructValue, string, strings } from './fields.ts';
import { snakeCase } from './snake-case.ts';

/** A column of a resource type's table. */
export interface Column {
  /** The catalog's name, e.g. `warm_pool_status`. */
  readonly name: string;
  /** The member of the describe response that fills it; undefined if sagecat derives it. */
  readonly member: string | undefined;
  readonly field: Field;
}

/** The schema of a resource type: its names, and the members of its describe response. */
export interface ResourceSchemaDefinition<Members extends Fields, Name extends string = string> {
  /** Name of the type and of its table, e.g. `aws_sagemaker_trainingjob`. */
  readonly name: Name;
  readonly title: string;
  readonly description: string;
  /** The service part of the type's ARNs. */
  readonly service: string;
  /** The start of the resource part of the type's ARNs. */
  readonly arnResource: string;
  /** The members that identify a resource (by ARN and creation time), and show when it last changed, if the service does. */
  readonly identity: {
    readonly arn: keyof Members & string;
    readonly name: keyof Members & string;
    readonly createdAt: keyof Members & string;
    readonly modifiedAt?: keyof Members & string;
  };
  /** Members of the describe response. */
  readonly members: Members;
  /** Members of the create request. All others are outcomes. */
  readonly settings: readonly (keyof Members & string)[];
}

/** Columns of every resource type that are not in any response. */
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

/** A schema with its derived columns. Parts of a type's definition use this instead of the definition. */
export interface ResourceSchema<Members extends Fields = Fields, Name extends string = string>
  extends ResourceSchemaDefinition<Members, Name> {
  /** All columns of the catalog's schema, by name in alphabetical order. */
  readonly columns: readonly Column[];
  /** Catalog names of the identity's members. */
  readonly key: {
    readonly arn: string;
    readonly name: string;
    readonly createdAt: string;
    readonly modifiedAt: string | undefined;
  };
  /** The type of a row, for `typeof schema.row`; has no value. */
  readonly row: CatalogRow<Members>;
}

/** Returns a schema with the columns that follow from its members. */
export function resourceSchema<const Members extends Fields, const Name extends string>(
  definition: ResourceSchemaDefinition<Members, Name>,
): ResourceSchema<Members, Name> {
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
      modifiedAt: identity.modifiedAt && snakeCase(identity.modifiedAt),
    },
    // Exists only for `typeof`.
    row: undefined as unknown as CatalogRow<Members>,
  };
}
