import { sql, type Transaction } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Waits until nobody else writes verdicts or policies, and keeps it so until the transaction ends. */
export const lockVerdicts = (trx: Transaction<DatabaseSchema>) =>
  sql`LOCK TABLE sagecat_private.policy_evaluation IN EXCLUSIVE MODE`.execute(trx);
