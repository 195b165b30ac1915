import { type Static, Type } from 'typebox';

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const paths = (description: string) => Type.Array(Type.String(), { description });

const filterSchema = Type.Object({
  path: Type.String(),
  title: Type.String({ description: 'Title of the field.' }),
  type: Type.String({ description: 'The catalog’s type name.' }),
});

const columnSchema = Type.Object({
  title: Type.String(),
  fields: paths(
    'The fields that its value is made of: one; a text and how many there are of it; or when something began and ended.',
  ),
  otherwise: Type.Optional(paths('The same of what stands where the first field is empty.')),
  unit: Type.Union([Type.Literal('seconds'), Type.Literal('time'), Type.Null()]),
});

/** What the page needs to know to show lists of a type. */
const presentationSchema = Type.Object({
  noun: Type.String({ description: 'Singular noun: job.' }),
  label: Type.String({ description: 'Singular noun, unique among all types: training job.' }),
  key: Type.Object({
    arn: Type.String({ description: 'The field that holds the ARN.' }),
    name: Type.String(),
    created_at: Type.String(),
  }),
  statuses: paths('The fields that say how a resource stands, the main one first.'),
  failure: Type.Union(
    [
      Type.Object({
        field: Type.String(),
        value: Type.String({ description: 'The value of the field that means that it failed.' }),
        reason: Type.String({ description: 'The field that says why.' }),
      }),
      Type.Null(),
    ],
    { description: 'How a failed resource is recognised.' },
  ),
  columns: Type.Array(columnSchema, {
    description: 'Columns of a list beside status, name, account, region and creation.',
  }),
  filters: Type.Array(filterSchema, { description: 'Fields that lists are narrowed by, the most important first.' }),
  siblings: Type.Array(filterSchema, { description: 'Fields by whose values resources belong together.' }),
  formats: Type.Array(Type.Object({ name: Type.String(), description: Type.String() }), {
    description: 'The formats, beside JSON, in which one can be written.',
  }),
  billing: Type.Union(
    [
      Type.Object({
        dimensions: Type.Record(Type.String(), Type.Array(Type.String()), {
          description: 'The fields that have the value of a dimension of /v1/billing/usage; one of several has it.',
        }),
        ended_at: nullable('The field that says when use ended.'),
        seconds: nullable('The field with the seconds that are billed for each instance.'),
        waste: Type.Record(Type.String(), Type.String(), {
          description: 'Search queries for wasted resources, by the waste of /v1/billing/usage.',
        }),
      }),
      Type.Null(),
    ],
    { description: 'Search queries that find what was billed; null for types that are not billed.' },
  ),
});

export type TypePresentation = Static<typeof presentationSchema>;

export const summarySchema = Type.Object({
  name: Type.String({ description: 'Name of the type, of its table and of its path.' }),
  title: Type.String(),
  description: Type.String(),
  presentation: presentationSchema,
});

const fieldSchema = Type.Object({
  path: Type.String({ description: 'Dotted path, as search queries write it.' }),
  title: Type.String({ description: 'Title of the field; unique within its type.' }),
  type: Type.String({ description: 'The catalog’s type name.' }),
  description: Type.String(),
  extension: Type.Boolean({ description: 'True if the reference catalog has no such field.' }),
});

export const describedSchema = Type.Object({
  ...summarySchema.properties,
  schema: Type.Unknown({ description: 'JSON Schema (draft 2020-12) of a row.' }),
  fields: Type.Array(fieldSchema, { description: 'Every field at every depth.' }),
});
