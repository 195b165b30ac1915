import type { Logger } from 'pino';
import type { ResourceLocation } from '../../catalog/events/resource-event.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type { Budget } from '../../db/budgets/read-budget.ts';
import type { Database } from '../../db/database.ts';
import type { SqlReaderOptions } from '../../db/sql/sql-reader.ts';
import type { Authenticate } from './authenticate.ts';

/** What browsers may do from other origins. */
export interface CorsSettings {
  /** Origins that may call the API, e.g. `https://dash.example.org`; none by default. */
  readonly origins: readonly string[];
}

/** Limits of SQL, besides the options of SqlReader. */
export interface SqlSettings extends SqlReaderOptions {
  /** The time limit of a statement in milliseconds; 30 s. */
  readonly timeoutMs?: number;
  /** The maximum number of rows; 10,000. */
  readonly maxRows?: number;
}

/** Everything that the application is built from; nothing is read from the environment. */
export interface ApiDependencies {
  readonly database: Database;
  readonly logger: Logger;
  /** Identifies callers. Without it every caller is the local one with full access. */
  readonly authenticate?: Authenticate;
  readonly cors?: CorsSettings;
  /** The resource types to serve; all registered ones by default. */
  readonly types?: readonly AnyResourceType[];
  /** The directory of the built page; without it `/` returns links. */
  readonly pageDirectory?: string | undefined;
  /** Columns of resources that no response shows; SQL has a separate list. */
  readonly withheldColumns?: readonly string[];
  /** The limits and logins of `POST /v1/sql`. */
  readonly sql?: SqlSettings;
  /** Requests per minute and key, and per minute and address without a valid key; no limit if absent. */
  readonly requestsPerMinute?: number;
  /** Invalid keys that an address may try per minute; no limit if absent. */
  readonly wrongKeysPerMinute?: number;
  /**
   * Proxies whose `X-Forwarded-*` headers are believed, by address, network or name (loopback, linklocal, uniquelocal); true believes
   * everybody. Default: none.
   */
  readonly trustProxy?: boolean | readonly string[];
  /** Longest time in milliseconds in which the head of a request must have arrived, and in which all of it must. Default 30 s. */
  readonly requestTimeoutMs?: number;
  /** Longest time in milliseconds that the database may take for one statement of a request. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds between two looks of a stream of events for something new. Default 1 s. */
  readonly lookEveryMs?: number;
  /** Secret of those who may post events; without it nobody may. */
  readonly eventSecret?: string | undefined;
  /** Called with a resource whose event left columns that only a describe fills. */
  readonly onIncomplete?: ((job: ResourceLocation) => void) | undefined;
  /** Masks the secrets in events; with sagecat’s own rules if absent. */
  readonly masker?: Masker | undefined;
  /** Amounts that may be spent in a month; none by default. Their queries have been checked. */
  readonly budgets?: readonly Budget[];
  /** The clock, for tests. */
  readonly now?: () => Date;
}
