import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlSimulator } from '../../support/crawl-simulator.ts';
import { testDatabase } from '../../support/test-database.ts';

const noon = Date.UTC(2026, 0, 15, 12);

test('the whole table can be read as of any moment, with what was changed and deleted since as it was', async () => {
  await using simulator = await startSimulator({
    now: () => noon,
    anchor: noon,
    jobs: 60,
    accounts: 1,
    regions: 1,
    liveJobs: 0,
  });
  await using database = await testDatabase();
  const place: [string, string] = [simulator.accounts[0]?.id ?? '', simulator.regions[0] ?? ''];
  const read = async (moment: string) => {
    const { rows } = await sql<{ training_job_status: string; deleted_at: string | null; jobs: number }>`
      SELECT training_job_status, deleted_at, (SELECT count(*) FROM aws_sagemaker_trainingjob_as_of(${moment}::timestamptz)) AS jobs
      FROM aws_sagemaker_trainingjob_as_of(${moment}::timestamptz) WHERE training_job_name = 'Own-Job'`.execute(
      database.kysely,
    );
    return rows.map(({ training_job_status, deleted_at, jobs }) => [training_job_status, deleted_at !== null, jobs]);
  };
  const clock = async () =>
    (await sql<{ now: string }>`SELECT clock_timestamp() AS now`.execute(database.kysely)).rows[0]?.now ?? '';

  simulator.putJob(...place, { TrainingJobName: 'Own-Job', SecondaryStatus: 'Training' });
  await crawlSimulator(simulator, database);
  const running = await clock();
  simulator.updateJob(...place, 'Own-Job', { TrainingJobStatus: 'Completed', SecondaryStatus: 'Completed' });
  await crawlSimulator(simulator, database);
  const completed = await clock();
  simulator.deleteJob(...place, 'Own-Job');
  await crawlSimulator(simulator, database, { kind: 'full' });

  assert.deepEqual(await read('2020-01-01T00:00:00Z'), []);
  assert.deepEqual(await read(running), [['InProgress', false, 61]]);
  assert.deepEqual(await read(completed), [['Completed', false, 61]]);
  assert.deepEqual(await read(await clock()), [['Completed', true, 61]]);
});
