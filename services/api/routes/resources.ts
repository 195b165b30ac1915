import type { FastifyInstance } from 'fastify';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { getRoute } from './resource-get.ts';
import { listRoute } from './resource-list.ts';

/** The routes of every resource type, below `/v1/resources/<type>`. */
export function resourceRoutes(app: FastifyInstance, dependencies: ApiDependencies): void {
  for (const type of resourceTypes) {
    for (const route of [listRoute, getRoute]) route(app, type, dependencies);
  }
}
