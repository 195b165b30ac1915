import { type TSchema, Type } from 'typebox';

/** RFC 9457, with the API's extensions. */
export const problemSchema: TSchema = Type.Object(
  {
    type: Type.String({ description: 'Kind of problem; about:blank if the status is enough.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String({ description: 'What is wrong and what to do.' })),
    request_id: Type.String({ description: 'Finds the request in the log.' }),
    offset: Type.Optional(Type.Integer({ description: 'Position in the search query, in characters from 0.' })),
    did_you_mean: Type.Optional(Type.String({ description: 'The nearest existing name.' })),
  },
  { description: 'A problem (RFC 9457).', additionalProperties: true },
);

/** Error responses of every route. */
export const problems = {
  '4xx': {
    description: 'The request is invalid.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  '5xx': { description: 'sagecat failed.', content: { 'application/problem+json': { schema: problemSchema } } },
};
