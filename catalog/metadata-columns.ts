import { choice, extension, type Field, lowerCase, string, strings, timestamp } from './fields.ts';

/** A column of sagecat's own, on every resource type. */
export interface MetadataColumn {
  readonly name: string;
  readonly field: Field;
  readonly nullable: boolean;
}

/** sagecat's own columns of a row, in the order of responses. */
export const metadataColumns: readonly MetadataColumn[] = [
  {
    name: 'account_name',
    field: extension(string('Name of the AWS account; null where it is not known.')),
    nullable: true,
  },
  {
    name: 'owner',
    field: extension(
      string('The team that the resource belongs to, by the rules of ownership; null where none applies.'),
    ),
    nullable: true,
  },
  {
    name: 'owner_rule',
    field: extension(string('Name of the rule that decided the owner.')),
    nullable: true,
  },
  { name: 'region', field: extension(lowerCase('AWS region, from the ARN.')), nullable: false },
  {
    name: 'completeness',
    field: extension(
      choice('described: every column is read; searched: the columns that Search lacks are not read yet.', [
        'described',
        'searched',
      ]),
    ),
    nullable: false,
  },
  { name: 'first_seen_at', field: extension(timestamp('When sagecat first saw the resource.')), nullable: false },
  { name: 'changed_at', field: extension(timestamp('When sagecat first saw the present content.')), nullable: false },
  {
    name: 'described_at',
    field: extension(timestamp('When a describe last gave the row new content.')),
    nullable: true,
  },
  {
    name: 'deleted_at',
    field: extension(timestamp('When sagecat found that the resource is gone; null while it exists.')),
    nullable: true,
  },
  {
    name: 'masked_fields',
    field: extension(strings('Paths of the fields in which secrets were masked.')),
    nullable: true,
  },
];
