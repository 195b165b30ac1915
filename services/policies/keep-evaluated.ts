import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../db/database.ts';
import { evaluatePolicies } from '../../db/policies/evaluate-policies.ts';

const everyMs = 30_000;

/**
 * Evaluates the policies periodically until the signal aborts, so that requests have little left to evaluate and every day has scores.
 * Failures are logged and retried.
 */
export async function keepPoliciesEvaluated({
  database,
  logger,
  signal,
}: {
  readonly database: Database;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}): Promise<void> {
  while (!signal.aborted) {
    try {
      await evaluatePolicies(database.kysely, { signal });
    } catch (err) {
      if (!signal.aborted) logger.warn({ err }, 'the policies were not evaluated');
    }
    await delay(everyMs, undefined, { signal }).catch(() => {});
  }
}
