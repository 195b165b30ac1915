import assert from 'node:assert/strict';
import { type FlatRow, flatten } from '../../catalog/flatten.ts';
import { createMasker } from '../../catalog/secrets/mask.ts';
import { maskRow } from '../../catalog/secrets/mask-row.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import type { Simulator } from '../../services/simulator/simulator.ts';
import { assertSameRows } from './same-rows.ts';

const columns = trainingJob.columns.map(({ name }) => name) as (keyof typeof trainingJob.row)[];

const masker = createMasker();

/** Returns what the catalog should hold of a simulated target, by ARN: every job as a describe would return it now, with secrets masked. */
export function expectedRows(simulator: Simulator, accountId: string, region: string): Map<string, FlatRow> {
  const rows = new Map<string, FlatRow>();
  for (const { job, tags } of simulator.jobs(accountId, region)) {
    const flat = flatten(trainingJob, job, { accountId, region, tags });
    assert.ok(flat.ok);
    rows.set(String(flat.row.training_job_arn), maskRow(trainingJob, flat.row, masker));
  }
  return rows;
}

/** Returns what the catalog holds of a target, without deleted rows, by ARN. */
export async function storedRows(database: Database, accountId: string, region: string): Promise<Map<string, FlatRow>> {
  const rows = await database.kysely
    .selectFrom('aws_sagemaker_trainingjob')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('region', '=', region)
    .where('deleted_at', 'is', null)
    .execute();
  // A flat row has exactly the catalog's columns.
  return new Map(rows.map((row) => [String(row.training_job_arn), row as unknown as FlatRow]));
}

/** Asserts that exactly the jobs of the readable targets are stored, in their current state. */
export async function assertCatalogIsTrue(
  simulator: Simulator,
  database: Database,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<void> {
  for (const { id } of simulator.accounts.filter((account) => !except.includes(account.id))) {
    for (const region of simulator.regions) {
      const expected = expectedRows(simulator, id, region);
      const stored = await storedRows(database, id, region);
      assertSameRows(stored, expected);
    }
  }
}
