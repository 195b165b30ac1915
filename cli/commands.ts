import type { Command } from 'commander';
import { type AnyResourceType, resourceTypes } from '../catalog/resource-types.ts';
import { accountsCommand } from './accounts.ts';
import { billingCommand } from './billing.ts';
import { budgetsCommand } from './budgets.ts';
import { changesCommand } from './changes.ts';
import { coverageCommand } from './coverage.ts';
import { crawlCommand } from './crawl.ts';
import { crawlsCommand } from './crawls.ts';
import { demoCommand } from './demo.ts';
import { driftCommand } from './drift.ts';
import { eventsCommand } from './events.ts';
import { exportCommand } from './export.ts';
import { failuresCommand } from './failures.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { jobCommand } from './job.ts';
import { jobsCommand } from './jobs.ts';
import { keysCommand } from './keys.ts';
import { kubernetesCommand } from './kubernetes.ts';
import { migrateCommand } from './migrate.ts';
import { ownershipCommand } from './ownership.ts';
import { policiesCommand } from './policies.ts';
import { policyCommand } from './policy.ts';
import { pricesCommand } from './prices.ts';
import { reconcileCommand } from './reconcile.ts';
import { reportCommand } from './report.ts';
import { serveCommand } from './serve.ts';
import { simulateCommand } from './simulate.ts';
import { sqlCommand } from './sql.ts';
import { upCommand } from './up.ts';
import { viewsCommand } from './views.ts';
import { watchesCommand } from './watches.ts';
import { workerCommand } from './worker.ts';

/** Every sub-command, in the order of the help. Modules import what they run on demand. */
const factories: readonly ((types: readonly AnyResourceType[]) => Command)[] = [
  upCommand,
  demoCommand,
  crawlCommand,
  crawlsCommand,
  coverageCommand,
  jobsCommand,
  jobCommand,
  failuresCommand,
  changesCommand,
  workerCommand,
  accountsCommand,
  policyCommand,
  importCommand,
  exportCommand,
  kubernetesCommand,
  eventsCommand,
  driftCommand,
  serveCommand,
  billingCommand,
  budgetsCommand,
  pricesCommand,
  reportCommand,
  reconcileCommand,
  sqlCommand,
  historyCommand,
  ownershipCommand,
  policiesCommand,
  watchesCommand,
  keysCommand,
  viewsCommand,
  migrateCommand,
  simulateCommand,
];

export const commands = (types: readonly AnyResourceType[] = resourceTypes): Command[] =>
  factories.map((make) => make(types));
