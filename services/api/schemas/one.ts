import { Type } from 'typebox';
import { selectionParameters } from './selection.ts';

/** Selects one of the resources that have had an ARN. */
export const identityParameters = {
  creation_time: Type.Optional(
    Type.String({
      format: 'date-time',
      maxLength: 64,
      description: 'Creation time, if several resources have had the ARN. Default: the newest.',
    }),
  ),
};

export const oneParameters = {
  ...identityParameters,
  deleted: Type.Optional(Type.Boolean({ default: false, description: 'Whether to return deleted resources too.' })),
  as_of: selectionParameters.as_of,
};

export const arnParameter = Type.Object({ arn: Type.String({ description: 'The ARN, URL-encoded.' }) });
