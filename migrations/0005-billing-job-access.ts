import type { Kysely } from 'kysely';
import { protectByAccount, unprotect } from '../db/access/account-policy.ts';

/** Readers of single accounts see what the use of their own jobs can be attributed to, and no other's. */
export const up = (db: Kysely<never>): Promise<void> => protectByAccount(db, 'billing_job');

export const down = (db: Kysely<never>): Promise<void> => unprotect(db, 'billing_job');
