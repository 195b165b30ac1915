import type { Logger } from 'pino';
import type { ResourcePlace } from '../../catalog/events/resource-event.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type { Database } from '../../db/database.ts';
import type { SqlReaderOptions } from '../../db/sql/sql-reader.ts';
import type { Authenticate } from './authenticate.ts';

/** What a browser of another origin may do. */
export interface CorsSettings {
  /** Origins that may call the API, e.g. `https://dash.example.org`; none by default. */
  readonly origins: readonly string[];
}

/** Limits of SQL, beside what a SqlReader is made from. */
export interface SqlSettings extends SqlReaderOptions {
  /** Longest time of a statement in milliseconds; 30 s. */
  readonly timeoutMs?: number;
  /** Most rows of an answer; 10,000. */
  readonly maxRows?: number;
}

/** Everything that the application is built from; nothing is read from the environment. */
export interface ApiDependencies {
  readonly database: Database;
  readonly logger: Logger;
  /** Says who calls. Without it every caller is the local one and may do everything. */
  readonly authenticate?: Authenticate;
  readonly cors?: CorsSettings;
  /** The resource types that it serves; all that are registered. */
  readonly types?: readonly AnyResourceType[];
  /** Columns of resources that no answer shows; SQL has a list of its own. */
  readonly withheldColumns?: readonly string[];
  /** What `POST /v1/sql` may do, and under which logins. */
  readonly sql?: SqlSettings;
  /** Requests per minute and key, and per minute and address of those without a key; no limit where absent. */
  readonly requestsPerMinute?: number;
  /** Keys that do not work which an address may try in a minute; no limit where absent. */
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
  /** Secret of those who may post events; without it nobody may. */
  readonly eventSecret?: string | undefined;
  /** Hears of a job of which an event told and that only a describe completes. */
  readonly onIncomplete?: ((job: ResourcePlace) => void) | undefined;
  /** Takes secrets out of what events tell; by sagecat's own rules where absent. */
  readonly masker?: Masker | undefined;
  /** The clock, for tests. */
  readonly now?: () => Date;
}
