import { type TSchema, Type } from 'typebox';

/** Most rows of a page. */
export const maxPageSize = 1000;

export const listParameters = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: maxPageSize, default: 50, description: 'Rows of a page.' })),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8192,
      description: '`next_cursor` of the page before, with the same query.',
    }),
  ),
  sort: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      description:
        'A scalar field; descending with a `-` before it. Null sorts below every value. Default: newest first.',
      examples: ['-creation_time', 'resource_config.instance_type'],
    }),
  ),
  fields: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8192,
      description: 'Fields to answer, separated by commas; members of structs by their dotted path. Default: all.',
      examples: ['training_job_name,resource_config.instance_type'],
    }),
  ),
  deleted: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether to show rows of resources that are gone as well.' }),
  ),
};

/** The answer of a list. */
export const pageSchema = (row: TSchema): TSchema =>
  Type.Object({
    items: Type.Array(row),
    next_cursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Asks for the next page; null on the last one.',
    }),
  });
