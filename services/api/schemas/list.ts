import { type TSchema, Type } from 'typebox';
import { coverageMembers, selectionParameters } from './selection.ts';

/** The maximum number of rows per page. */
export const maxPageSize = 1000;

/** The parameter by which every paged list is continued. */
export const cursorParameter = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 8192,
    description: '`next_cursor` of the previous page, with the same query.',
  }),
);

export const listParameters = {
  ...selectionParameters,
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: maxPageSize, default: 50, description: 'Number of rows per page.' }),
  ),
  cursor: cursorParameter,
  sort: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      description:
        'A scalar field; a leading `-` means descending. Null sorts below every value. Default: newest first.',
    }),
  ),
  fields: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8192,
      description: 'Comma-separated fields to return; struct members by their dotted path. Default: all.',
    }),
  ),
  total: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether to count all rows that match the query.' }),
  ),
};

/** Returns the schema of a list response. */
export const pageSchema = (row: TSchema): TSchema =>
  Type.Object({
    items: Type.Array(row),
    next_cursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Cursor of the next page; null on the last one.',
    }),
    total: Type.Optional(Type.Integer({ description: 'Number of rows that match the query; only if requested.' })),
    ...coverageMembers,
  });
