import pg from 'pg';
import type { Database } from '../../db/database.ts';

/** Runs a COPY ... TO STDOUT and throws its rows away: what the database and the wire can do. */
export async function copyOut(
  { connectionString }: Database,
  statement: string,
): Promise<{ rows: number; seconds: number; megabytes: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  let [rows, bytes] = [0, 0];
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    // What pg asks of a query: it hands every message of the server to it.
    const copy = {
      submit: (connection: pg.Connection) => connection.query(statement),
      handleCopyData({ chunk }: { chunk: Buffer }) {
        rows += 1;
        bytes += chunk.length;
      },
      handleCommandComplete() {},
      handleReadyForQuery: resolve,
      handleError: reject,
    };
    client.query(copy);
  });
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return { rows, seconds, megabytes: bytes / 1e6 };
}
