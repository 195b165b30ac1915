import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { stringifyJson } from '../../catalog/exact-json.ts';
import { withStatementTimeout } from '../../db/with-statement-timeout.ts';
import { Aggregator } from './aggregator.ts';
import type { ApiDependencies } from './dependencies.ts';
import { registerAccess } from './plugins/access.ts';
import { registerConventions, requestId } from './plugins/conventions.ts';
import { registerDocsPage } from './plugins/docs-page.ts';
import { problemOf, registerErrors, sendProblem } from './plugins/errors.ts';
import { registerFreshVerdicts } from './plugins/fresh-verdicts.ts';
import { registerMetrics } from './plugins/metrics.ts';
import { registerOpenApi } from './plugins/open-api.ts';
import { registerPage } from './plugins/page.ts';
import { answerClientError, registerProtocol, serverLimits } from './plugins/protocol.ts';
import { billingRunningRoutes } from './routes/billing-running.ts';
import { billingUsageRoutes } from './routes/billing-usage.ts';
import { budgetRoutes } from './routes/budgets.ts';
import { changeRoutes } from './routes/changes.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { crawlRoutes } from './routes/crawls.ts';
import { driftRoutes } from './routes/drift.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { policyRoutes } from './routes/policies.ts';
import { resourceTypeRoutes } from './routes/resource-types.ts';
import { resourceRoutes } from './routes/resources.ts';
import { sessionRoutes } from './routes/session.ts';
import { sqlRoutes } from './routes/sql.ts';
import { startRoutes } from './routes/start.ts';
import { viewRoutes } from './routes/views.ts';
import { watchRoutes } from './routes/watches.ts';
import { shownTypes } from './shown-types.ts';

/** A group of routes, added to the application with its dependencies. */
export type RouteGroup = (app: FastifyInstance, dependencies: ApiDependencies) => void | Promise<void>;

/** Every group of routes, in the order of the documentation. A new group is one file and one line here. */
const routeGroups: readonly RouteGroup[] = [
  resourceRoutes,
  resourceTypeRoutes,
  changeRoutes,
  billingRunningRoutes,
  billingUsageRoutes,
  budgetRoutes,
  coverageRoutes,
  crawlRoutes,
  driftRoutes,
  policyRoutes,
  watchRoutes,
  eventRoutes,
  sqlRoutes,
  sessionRoutes,
  viewRoutes,
  healthRoutes,
  startRoutes,
];

/** The longest path parameter is an ARN, URL-encoded. */
const router = { maxParamLength: 2048, ignoreTrailingSlash: true };
const bodyLimitBytes = 256 * 1024;
/** The number of connections for reading. */
const maxConnections = 10;

/** Builds the application; it is ready to `inject` or `listen`. */
export async function buildApi(dependencies: ApiDependencies): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = dependencies.logger;
  const { settings } = dependencies;
  const app = Fastify({
    loggerInstance: logger,
    routerOptions: router,
    bodyLimit: bodyLimitBytes,
    ...serverLimits(settings.request_timeout_seconds * 1000),
    forceCloseConnections: 'idle',
    // Requests on open connections are still answered when the server closes; the response says that the connection ends.
    return503OnClosing: false,
    trustProxy: settings.trust_proxy,
    // An unknown parameter is an error and is not dropped. Verbose, so that the message can list the choices.
    // With strictNumbers, a number too large to be finite would pass every bound after coercion.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, verbose: true, strictNumbers: false } },
    genReqId: requestId,
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, problemOf(error)),
    clientErrorHandler: answerClientError,
  });
  // Responses are serialized without loss; their schemas only describe them.
  app.setSerializerCompiler(() => stringifyJson);
  const statementTimeoutMs = settings.statement_timeout_seconds * 1000;
  registerErrors(app, { statementTimeoutMs, router });
  await registerConventions(app, dependencies);
  registerProtocol(app);
  await registerOpenApi(app, shownTypes(dependencies));
  const limited = withStatementTimeout(dependencies.database, {
    statementTimeoutMs,
    maxConnections,
  });
  app.addHook('onClose', () => limited[Symbol.asyncDispose]());
  const closing = new AbortController();
  app.decorate('closing', closing.signal);
  app.addHook('preClose', async () => closing.abort());
  await app.register(cookie);
  await registerAccess(app, { ...dependencies, database: limited });
  registerFreshVerdicts(app, dependencies);
  registerMetrics(app, dependencies);
  await registerDocsPage(app);
  await registerPage(app, dependencies.pageDirectory);
  const aggregator = new Aggregator(dependencies.database, dependencies.logger);
  app.decorate('aggregator', aggregator);
  app.addHook('onClose', () => aggregator[Symbol.asyncDispose]());
  for (const group of routeGroups) await app.register(async (scope) => group(scope, dependencies));
  await app.ready();
  return app;
}

declare module 'fastify' {
  interface FastifyInstance {
    aggregator: Aggregator;
  }
}
