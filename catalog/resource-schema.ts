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

/** What a resource is, as data: its names and the members of the answer that describes it. */
export interface ResourceSchemaDefinition<Members extends Fields, Name extends string = string> {
  /** Name of the type and of its table, e.g. `aws_sagemaker_trainingjob`. */
  readonly name: Name;
  readonly title: string;
  readonly description: string;
  /** The service part of the type's ARNs. */
  readonly service: string;
  /** The start of the resource part of the type's ARNs. */
  readonly arnResource: string;
  /** The members that say which resource it is (identity is ARN and creation time), and when it last changed, where the service tells. */
  readonly identity: {
    readonly arn: keyof Members & string;
    readonly name: keyof Members & string;
    readonly createdAt: keyof Members & string;
    readonly modifiedAt?: keyof Members & string;
  };
  /** Members of the describe response. */
  readonly members: Members;
  /** Members that the create operation takes: what was asked for. All others are what came of it. */
  readonly settings: readonly (keyof Members & string)[];
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

/** A schema with the columns that follow from it. Modules that a type's definition is made of read this rather than the definition. */
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
  /** Type of a row; holds no value: `typeof schema.row`. */
  readonly row: CatalogRow<Members>;
}

/** Completes a schema: columns and their names follow from its members. */
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
    // Exists for `typeof`; nobody reads it.
    row: undefined as unknown as CatalogRow<Members>,
  };
}
