import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type ApiSettings, apiSettings } from '../../config/api-section.ts';
import { sqlSettings } from '../../config/sql-section.ts';
import type { Database } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { buildApi } from '../../services/api/app.ts';
import type { ApiDependencies } from '../../services/api/dependencies.ts';
import { describeResponse } from './responses.ts';
import { testDatabase } from './test-database.ts';

export interface TestApi extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Stores a training job made from `describeResponse` with overrides. */
  store(overrides?: Record<string, unknown>, tags?: readonly string[]): Promise<void>;
  /** Gets a path and returns its status and JSON. */
  get(path: string): Promise<{ status: number; body: Body }>;
}

/** A JSON response whose form the test knows. */
// biome-ignore lint/suspicious/noExplicitAny: tests assert on the parts that they expect
type Body = any;

/** Any dependencies and settings; the others have their defaults. */
export interface TestApiOptions extends Partial<Omit<ApiDependencies, 'settings' | 'sql'>> {
  readonly settings?: Partial<ApiSettings>;
  readonly sql?: Partial<ApiDependencies['sql']>;
}

/** Limits that no test reaches by chance. */
const unlimited = { requests_per_minute: 1_000_000, wrong_keys_per_minute: 1_000_000 };

/** Returns the dependencies of an API without limits on requests, unless its settings say otherwise. */
export const apiDependencies = ({
  settings,
  sql,
  ...given
}: TestApiOptions & Pick<ApiDependencies, 'database'>): ApiDependencies => ({
  logger: pino({ level: 'silent' }),
  ...given,
  settings: apiSettings({ ...unlimited, ...settings }),
  sql: { ...sqlSettings(), ...sql },
});

/** Starts the application with a database of its own. */
export async function testApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { database = await testDatabase() } = options;
  const app = await buildApi(apiDependencies({ ...options, database }));
  return {
    app,
    database,
    async store(overrides = {}, tags = []) {
      const pairs = tags.map((tag) => ({ Key: tag.split(':')[0], Value: tag.slice(tag.indexOf(':') + 1) }));
      const flattened = flatten(trainingJob, describeResponse(overrides), { tags: pairs });
      if (!flattened.ok) throw flattened.error;
      await storeRows(database.kysely, trainingJob, [
        { row: flattened.row, region: flattened.region, source: 'describe' },
      ]);
    },
    async get(path) {
      const answer = await app.inject(path);
      return { status: answer.statusCode, body: answer.json() };
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
