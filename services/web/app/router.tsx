import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  stringifySearchWith,
} from '@tanstack/react-router';
import { pagePaths } from '../../../catalog/page-paths.ts';
import { base } from '../api/base.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { NotFound } from './not-found.tsx';
import {
  catalogSearch,
  changesSearch,
  compareSearch,
  coverageSearch,
  policiesSearch,
  policySearch,
  resourceSearch,
  spendSearch,
  sqlSearch,
  watchesSearch,
} from './search-parameters.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} reset={reset} />
  ),
});
const under = { getParentRoute: () => root };

const catalogRoute = createRoute({
  ...under,
  path: pagePaths.catalog,
  validateSearch: catalogSearch,
  component: lazyRouteComponent(() => import('../catalog/catalog-page.tsx'), 'CatalogPage'),
});
const resourcePage = lazyRouteComponent(() => import('../resource/resource-page.tsx'), 'ResourcePage');
const resourceRoute = createRoute({
  ...under,
  path: pagePaths.resource,
  validateSearch: resourceSearch,
  component: resourcePage,
});
const jobRoute = createRoute({
  ...under,
  path: pagePaths.job,
  validateSearch: resourceSearch,
  component: resourcePage,
});
const compareRoute = createRoute({
  ...under,
  path: pagePaths.compare,
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('../resource/compare-page.tsx'), 'ComparePage'),
});
const changesRoute = createRoute({
  ...under,
  path: pagePaths.changes,
  validateSearch: changesSearch,
  component: lazyRouteComponent(() => import('../changes/changes-page.tsx'), 'ChangesPage'),
});
const coverageRoute = createRoute({
  ...under,
  path: pagePaths.coverage,
  validateSearch: coverageSearch,
  component: lazyRouteComponent(() => import('../coverage/coverage-page.tsx'), 'CoveragePage'),
});
const spendRoute = createRoute({
  ...under,
  path: pagePaths.spend,
  validateSearch: spendSearch,
  component: lazyRouteComponent(() => import('../spend/spend-page.tsx'), 'SpendPage'),
});
const budgetsRoute = createRoute({
  ...under,
  path: pagePaths.budgets,
  component: lazyRouteComponent(() => import('../budgets/budgets-page.tsx'), 'BudgetsPage'),
});
const policiesRoute = createRoute({
  ...under,
  path: pagePaths.policies,
  validateSearch: policiesSearch,
  component: lazyRouteComponent(() => import('../policies/policies-page.tsx'), 'PoliciesPage'),
});
const policyRoute = createRoute({
  ...under,
  path: pagePaths.policy,
  validateSearch: policySearch,
  component: lazyRouteComponent(() => import('../policies/policy-page.tsx'), 'PolicyPage'),
});
const watchesRoute = createRoute({
  ...under,
  path: pagePaths.watches,
  validateSearch: watchesSearch,
  component: lazyRouteComponent(() => import('../watches/watches-page.tsx'), 'WatchesPage'),
});
const sqlRoute = createRoute({
  ...under,
  path: pagePaths.sql,
  validateSearch: sqlSearch,
  component: lazyRouteComponent(() => import('../sql/sql-page.tsx'), 'SqlPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    catalogRoute,
    resourceRoute,
    jobRoute,
    compareRoute,
    changesRoute,
    coverageRoute,
    spendRoute,
    budgetsRoute,
    policiesRoute,
    policyRoute,
    watchesRoute,
    sqlRoute,
  ]),
  basepath: base.pathname,
  defaultPreload: 'intent',
  // Every parameter is text, written as the API takes it: true and 123 too.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
