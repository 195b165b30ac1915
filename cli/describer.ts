import type { AccountTarget } from '../services/crawler/account-target.ts';
import { JobDescriber } from '../services/crawler/describe-job.ts';
import type { CommandContext } from './context.ts';
import { configuredMasker } from './masker.ts';

/** Describes single jobs of the accounts, for events that lack what only a describe tells. */
export const openDescriber = (
  { config, database, logger, signal }: CommandContext,
  accounts: () => Promise<readonly AccountTarget[]>,
): JobDescriber =>
  new JobDescriber({ db: database.kysely, accounts, logger, signal, masker: configuredMasker(config) });
