import { Type } from 'typebox';
import { selectionParameters } from './selection.ts';

/** Which of the resources that had an ARN is meant. */
export const identityParameters = {
  creation_time: Type.Optional(
    Type.String({
      format: 'date-time',
      maxLength: 64,
      description: 'When it was created, where several had the ARN one after the other. Default: the newest.',
    }),
  ),
};

export const oneParameters = {
  ...identityParameters,
  deleted: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether a resource that is gone is answered too.' }),
  ),
  as_of: selectionParameters.as_of,
};

export const arnParameter = Type.Object({ arn: Type.String({ description: 'The ARN, URL-encoded.' }) });
