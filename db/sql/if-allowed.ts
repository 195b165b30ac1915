import type pg from 'pg';

/** Runs a statement that the user may not be allowed to run, within a transaction, and returns whether it was. */
export async function ifAllowed(client: pg.ClientBase, statement: string): Promise<boolean> {
  await client.query('SAVEPOINT attempt');
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    if (!isDenied(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT attempt');
    return false;
  }
}

/** Whether a statement failed for want of a privilege. */
export const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501';
