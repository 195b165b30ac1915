import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { flatten } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
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

/** Starts the application with a database of its own. */
export async function testApi(options: Partial<ApiDependencies> = {}): Promise<TestApi> {
  const { database = await testDatabase() } = options;
  const app = await buildApi({ logger: pino({ level: 'silent' }), ...options, database });
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
