import type pg from 'pg';

/** Runs a statement within a transaction, and returns false if the user lacks the privilege. */
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

/** Returns whether a statement failed for lack of a privilege. */
export const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501';
