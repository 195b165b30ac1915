import type { Logger } from 'pino';
import type { ResourceLocation } from '../../catalog/events/resource-event.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type { ApiSettings } from '../../config/api-section.ts';
import type { SqlSettings } from '../../config/sql-section.ts';
import type { Budget } from '../../db/budgets/read-budget.ts';
import type { Database } from '../../db/database.ts';
import type { SqlReaderOptions } from '../../db/sql/sql-reader.ts';
import type { Authenticate } from './authenticate.ts';

/** Everything that the application is built from; nothing is read from the environment. */
export interface ApiDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly settings: ApiSettings;
  /** Identifies callers. Without it every caller is the local one with full access. */
  readonly authenticate?: Authenticate;
  /** The resource types to serve; all registered ones by default. */
  readonly types?: readonly AnyResourceType[];
  /** The directory of the built page; without it `/` returns links. */
  readonly pageDirectory?: string | undefined;
  /** Columns of resources that no response shows; SQL has a separate list. */
  readonly withheldColumns?: readonly string[];
  /** The limits and logins of `POST /v1/sql`, and the columns that it cannot read. */
  readonly sql: SqlSettings & Pick<SqlReaderOptions, 'withheldColumns'>;
  /** Milliseconds after which a stream of events looks for something new again; `defaultPollMs` if absent. */
  readonly pollMs?: number;
  /** The secret for posting events; without it, events are rejected. */
  readonly eventSecret?: string | undefined;
  /** Called with a resource whose event left columns that only a describe fills. */
  readonly onIncomplete?: ((job: ResourceLocation) => void) | undefined;
  /** Masks the secrets in events; with sagecat’s own rules if absent. */
  readonly masker?: Masker | undefined;
  /** Amounts that may be spent in a month; none by default. Their queries have been checked. */
  readonly budgets?: readonly Budget[];
  /** Names of the channels that watches may use; none by default. */
  readonly channelNames?: readonly string[];
  /** The clock, for tests. */
  readonly now?: () => Date;
}
