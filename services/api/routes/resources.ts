import type { FastifyInstance } from 'fastify';
import type { ResourceContext } from '../context.ts';
import { CoverageReader } from '../coverage.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { refuseBeforeHorizon } from '../plugins/history-horizon.ts';
import { shownTypes } from '../shown-types.ts';
import { aggregateRoute } from './resource-aggregate.ts';
import { byNameRoute } from './resource-by-name.ts';
import { exportRoute } from './resource-export.ts';
import { facetsRoute } from './resource-facets.ts';
import { getRoute } from './resource-get.ts';
import { listRoute } from './resource-list.ts';
import { presentationRoute } from './resource-presentation.ts';
import { versionsRoute } from './resource-versions.ts';

/** The routes of every resource type, below `/v1/resources/<type>`. */
export function resourceRoutes(app: FastifyInstance, dependencies: ApiDependencies): void {
  const context: ResourceContext = {
    ...dependencies,
    now: () => (dependencies.now?.() ?? new Date()).getTime(),
    coverage: new CoverageReader(),
    aggregator: app.aggregator,
  };
  refuseBeforeHorizon(app, context);
  for (const type of shownTypes(dependencies)) {
    for (const route of [
      listRoute,
      facetsRoute,
      aggregateRoute,
      exportRoute,
      byNameRoute,
      getRoute,
      presentationRoute,
      versionsRoute,
    ])
      route(app, type, context);
  }
}
