import type { CompiledQuery, Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { DatabaseSchema } from '../../db/schema.ts';

/** Runs work and returns its first statement, which can then be run through `pg` alone. */
export async function recordSql(
  { kysely }: Database,
  work: (db: Kysely<DatabaseSchema>) => Promise<unknown>,
): Promise<CompiledQuery> {
  const statements: CompiledQuery[] = [];
  const recorder: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(kysely.getExecutor().compileQuery(node, { queryId: 'recorded' }));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await work(kysely.withPlugin(recorder));
  const [first] = statements;
  if (!first) throw new Error('no statement was run');
  return first;
}
