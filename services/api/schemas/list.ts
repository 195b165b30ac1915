import { type TSchema, Type } from 'typebox';
import { coverageMembers, selectionParameters } from './selection.ts';

/** Most rows of a page. */
export const maxPageSize = 1000;

export const listParameters = {
  ...selectionParameters,
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
  total: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether to count all rows that the query finds.' }),
  ),
};

/** The answer of a list. */
export const pageSchema = (row: TSchema): TSchema =>
  Type.Object({
    items: Type.Array(row),
    next_cursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Asks for the next page; null on the last one.',
    }),
    total: Type.Optional(
      Type.Integer({ description: 'Rows that the query finds in all; only where it was asked for.' }),
    ),
    ...coverageMembers,
  });
