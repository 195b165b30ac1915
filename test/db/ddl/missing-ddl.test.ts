import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { extension, int32, string, strings } from '../../../catalog/fields.ts';
import { type AnyResourceType, resourceTypes } from '../../../catalog/resource-types.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { missingDdl } from '../../../db/ddl/missing-ddl.ts';
import { sections } from '../../../db/ddl/resource-type-ddl.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('the tables that migrations make', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  for (const type of resourceTypes) {
    it(`are what the definition of ${type.name} says`, async () => {
      const missing = sections(await missingDdl(db.pool, type));
      assert.equal(missing, '\n', `this migration is missing (npm run generate:ddl):\n${missing}`);
    });
  }

  /** The training job with other columns: `changes` by name, undefined where one goes. */
  const changed = (
    changes: Record<string, AnyResourceType['columns'][number]['field'] | undefined>,
  ): AnyResourceType => {
    const kept = (trainingJob as AnyResourceType).columns.filter(({ name }) => !(name in changes));
    const added = Object.entries(changes).flatMap(([name, field]) => (field ? [{ name, member: name, field }] : []));
    return { ...(trainingJob as AnyResourceType), columns: [...kept, ...added] };
  };
  const missing = async (type: AnyResourceType) => (await missingDdl(db.pool, type)).map(({ create }) => create);

  it('lack the column, the comment and the view of a new member', async () => {
    const statements = await missing(
      changed({ spare_hosts: extension(strings('Hosts that stand by.')), retries: int32('How often it began anew.') }),
    );
    assert.deepEqual(statements.slice(0, 4), [
      'ALTER TABLE aws_sagemaker_trainingjob ADD COLUMN spare_hosts jsonb;',
      'ALTER TABLE aws_sagemaker_trainingjob ADD COLUMN retries integer;',
      "COMMENT ON COLUMN aws_sagemaker_trainingjob.spare_hosts IS 'Hosts that stand by. [UNORDERED_LIST_STRING]';",
      "COMMENT ON COLUMN aws_sagemaker_trainingjob.retries IS 'How often it began anew. [INT32]';",
    ]);
    assert.match(statements[4] ?? '', /^CREATE VIEW aws_sagemaker_trainingjob_spare_hosts /);
    assert.ok(
      statements.includes(
        'GRANT SELECT ON aws_sagemaker_trainingjob_spare_hosts TO sagecat_reader, sagecat_account_reader;',
      ),
    );
  });

  it('have a column and a view too many where a member went', async () => {
    assert.deepEqual(await missing(changed({ environment: undefined })), [
      'DROP VIEW aws_sagemaker_trainingjob_environment;',
      'ALTER TABLE aws_sagemaker_trainingjob DROP COLUMN environment;',
    ]);
  });

  it('alter a column whose member has another type', async () => {
    assert.deepEqual(
      (await missing(changed({ profiling_status: int32('How often it profiles.') })))[0],
      'ALTER TABLE aws_sagemaker_trainingjob ALTER COLUMN profiling_status TYPE integer, ALTER COLUMN profiling_status DROP NOT NULL, ALTER COLUMN profiling_status DROP DEFAULT;',
    );
  });

  it('differ in one comment where one description changed', async () => {
    assert.deepEqual(await missing(changed({ failure_reason: string('Why.') })), [
      "COMMENT ON COLUMN aws_sagemaker_trainingjob.failure_reason IS 'Why. [STRING]';",
    ]);
  });

  it('are as the definition wants them once the missing statements have run', async () => {
    const type = changed({ spare_hosts: strings('Hosts that stand by.'), failure_reason: string('Why.') });
    await using other = await testDatabase();
    await other.pool.query(sections(await missingDdl(other.pool, type)));
    assert.deepEqual(await missingDdl(other.pool, type), []);
  });
});
