import pg from 'pg';
import type { Database } from '../../db/database.ts';

/** Runs a COPY ... TO STDOUT and discards its rows, to measure the database and the wire alone. */
export async function copyOut(
  { connectionString }: Database,
  statement: string,
): Promise<{ rows: number; seconds: number; megabytes: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  let [rows, bytes] = [0, 0];
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    // pg's interface of a query: it receives every message of the server.
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
