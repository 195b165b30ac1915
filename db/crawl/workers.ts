import { hostname } from 'node:os';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

const everyMs = 10_000;
/** Three heartbeats, and a reserve for a busy database. */
const missedSeconds = 45;

/**
 * Registers this process as a worker that takes requested crawls, with a heartbeat every ten seconds until it is disposed. A heartbeat that
 * cannot be written is skipped: a process without the database takes no crawls either.
 */
export async function registerWorker(db: Kysely<DatabaseSchema>): Promise<AsyncDisposable> {
  const worker = `${hostname()} ${process.pid}`;
  const sign = () =>
    sql`
      INSERT INTO crawl_worker (worker, seen_at) VALUES (${worker}, now())
      ON CONFLICT (worker) DO UPDATE SET seen_at = excluded.seen_at`.execute(db);
  await sql`DELETE FROM crawl_worker WHERE seen_at < now() - interval '1 day'`.execute(db);
  await sign();
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = sign().catch(() => {});
  }, everyMs);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await last;
      await sql`DELETE FROM crawl_worker WHERE worker = ${worker}`.execute(db).catch(() => {});
    },
  };
}

/** Returns how many processes take crawls off the queue. */
export async function countWorkers(db: Kysely<DatabaseSchema>): Promise<number> {
  const { rows } = await sql<{ workers: number }>`
    SELECT count(*) AS workers FROM crawl_worker
    WHERE seen_at > now() - ${missedSeconds} * interval '1 second'`.execute(db);
  return rows[0]?.workers ?? 0;
}
