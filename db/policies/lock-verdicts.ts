import { sql, type Transaction } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Locks verdicts and policies against other writers until the transaction ends. */
export const lockVerdicts = (trx: Transaction<DatabaseSchema>) =>
  sql`LOCK TABLE sagecat_private.policy_evaluation IN EXCLUSIVE MODE`.execute(trx);
