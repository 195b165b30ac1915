import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Type } from 'typebox';
import { CatalogMetrics } from '../catalog-metrics.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { problems } from '../schemas/problem.ts';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts and times requests by route, and serves `/metrics` in Prometheus's text format, with the catalog's metrics. A key that is restricted
 * to accounts gets the process's own metrics only: neither others' requests nor the catalog of all accounts.
 */
export function registerMetrics(app: FastifyInstance, { database }: ApiDependencies): void {
  const registry = new Registry();
  const requestsOfAll = new Registry();
  const catalog = new CatalogMetrics(database);
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'sagecat_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: seconds,
    registers: [requestsOfAll],
  });
  new Gauge({
    name: 'sagecat_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    // The route instead of the path, which would create a series for every ARN.
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.addHook('onClose', async () => {
    for (const one of [registry, requestsOfAll]) one.clear();
  });
  const text = { 'text/plain': { schema: Type.String() } };
  const response = { 200: { description: 'The metrics, as text.', content: text }, ...problems };
  app.get(
    '/metrics',
    {
      config: { rateLimit: false },
      logLevel: 'warn',
      schema: { operationId: 'metrics', summary: 'Metrics for Prometheus', tags: ['operations'], response },
    },
    async (request, reply) => {
      const texts = [await registry.metrics()];
      if (request.caller.accounts === 'all')
        texts.push(await requestsOfAll.metrics(), await catalog.text(request, app.aggregator));
      return reply.type(registry.contentType).send(texts.join(''));
    },
  );
}
