import type { Command } from 'commander';
import { type Logger, pino } from 'pino';
import { loadConfig } from '../config/load-config.ts';
import type { Config } from '../config/schema.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { migrateToLatest, migrationStatus } from '../db/migrate.ts';
import { CommandError } from './exit-codes.ts';
import { findCatalog } from './find-catalog.ts';
import { loggedError } from './logged-error.ts';
import { abortOnSignals } from './signals.ts';

/** The database, configuration, logger and signal that a command works with. */
export interface CommandContext extends AsyncDisposable {
  readonly config: Config;
  readonly logger: Logger;
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly database: Database;
}

/** Reads the configuration that `--config` and the environment name. */
export function readConfig(command: Command): Config {
  const { config: file } = command.optsWithGlobals<{ config?: string }>();
  return loadConfig({ file, env: process.env, cwd: process.cwd() }).config;
}

/** A logger that writes JSON lines to standard error: standard output is for results. */
export const createLogger = (config: Config): Logger =>
  pino({ level: config.log.level, base: null, serializers: { err: loggedError } }, pino.destination(2));

interface ContextOptions {
  /** Whether to migrate the database; true. */
  readonly migrate?: boolean;
  /** Logs only errors, for commands that report progress themselves. */
  readonly quiet?: boolean;
  /** Used instead of the configuration file. */
  readonly config?: Config;
  /** Only reads an existing catalog, or the demo's if there is no other; never creates one. */
  readonly existing?: boolean;
}

/** Opens what a command works with; unless told otherwise, migrates the database and applies the rules of ownership, the policies and the watches that are configured. */
export async function openContext(
  command: Command,
  { migrate = true, quiet = false, config: given, existing = false }: ContextOptions = {},
): Promise<CommandContext> {
  const configured = given ?? readConfig(command);
  const config = existing ? await findCatalog(configured) : configured;
  const logger = createLogger(config);
  if (quiet && logger.isLevelEnabled('info')) logger.level = 'error';
  const signals = abortOnSignals();
  let database: Database | undefined;
  const close = async () => {
    await database?.[Symbol.asyncDispose]();
    signals[Symbol.dispose]();
  };
  try {
    database = await openDatabase({
      url: config.database.url,
      dataDir: config.database.data_dir,
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    signals.signal.throwIfAborted();
    if (existing && config.database.url !== undefined) await requireSchema(database);
    if (migrate) {
      const applied = await migrateToLatest(database.kysely);
      if (applied.length > 0) logger.info({ migrations: applied }, 'migrated the database');
    }
    if (config.ownership && migrate && !existing) {
      const { applyConfiguredOwnership } = await import('./apply-ownership.ts');
      await applyConfiguredOwnership({ config, database, logger });
    }
    if (config.policies && migrate && !existing) {
      const { applyConfiguredPolicies } = await import('./apply-policies.ts');
      await applyConfiguredPolicies({ config, database, logger });
    }
    if (config.watches && migrate && !existing) {
      const { applyConfiguredWatches } = await import('./apply-watches.ts');
      await applyConfiguredWatches({ config, database, logger });
    }
    signals.signal.throwIfAborted();
    return { config, logger, signal: signals.signal, database, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A database that was never migrated has no catalog, and reading does not create one. */
async function requireSchema({ kysely }: Database): Promise<void> {
  const migrations = await migrationStatus(kysely);
  if (migrations.some(({ executedAt }) => executedAt !== undefined)) return;
  throw new CommandError(
    'there is no catalog in the database of DATABASE_URL yet: run sagecat migrate, then sagecat crawl, or see whether it names the right database',
  );
}
