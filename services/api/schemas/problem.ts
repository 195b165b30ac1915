import { type TSchema, Type } from 'typebox';

/** RFC 9457, with what the API adds. */
export const problemSchema: TSchema = Type.Object(
  {
    type: Type.String({ description: 'Kind of problem; about:blank where the status says it all.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String({ description: 'What is wrong and what to do.' })),
    request_id: Type.String({ description: 'Finds the request in the log.' }),
    offset: Type.Optional(Type.Integer({ description: 'Where in the search query, counted in characters from 0.' })),
    did_you_mean: Type.Optional(Type.String({ description: 'The nearest name that exists.' })),
  },
  { description: 'A problem (RFC 9457).', additionalProperties: true },
);

/** The same for every route: its errors are problems. */
export const problems = {
  '4xx': {
    description: 'The request has a mistake.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  '5xx': { description: 'sagecat failed.', content: { 'application/problem+json': { schema: problemSchema } } },
};
