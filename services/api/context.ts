import type { Aggregator } from './aggregator.ts';
import type { CoverageReader } from './coverage.ts';
import type { ApiDependencies } from './dependencies.ts';

/** What the routes of resources share. */
export interface ResourceContext extends Omit<ApiDependencies, 'now'> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly coverage: CoverageReader;
  readonly aggregator: Aggregator;
}
