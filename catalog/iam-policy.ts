import { operationsOf } from './operations.ts';
import type { AnyResourceType } from './resource-types.ts';

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: '*';
}

/** Returns the actions that a role needs to read a resource type. */
export const actionsOf = (type: AnyResourceType): string[] =>
  operationsOf(type).map(([, operation]) => `${type.service}:${operation}`);

/** Returns the policy of a role that may read these types and nothing else. */
export const readingPolicy = (types: readonly AnyResourceType[]) => ({
  Version: '2012-10-17',
  Statement: types.map(
    (type): PolicyStatement => ({
      Sid: type.list.operation.replace(/^List/, 'Read'),
      Effect: 'Allow',
      Action: actionsOf(type),
      Resource: '*',
    }),
  ),
});
