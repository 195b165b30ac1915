import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { type ImportProblem, importDocuments } from '../../../services/importer/import-documents.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('importDocuments', () => {
  let db: Database;
  let folder: string;
  before(async () => {
    db = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'sagecat-import-'));
  });
  after(async () => {
    await db[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const run = async (files: readonly string[], stdin = '') => {
    const problems: ImportProblem[] = [];
    const summary = await importDocuments({
      database: db,
      type: trainingJob,
      files,
      stdin: Readable.from([Buffer.from(stdin)]),
      signal: new AbortController().signal,
      onProblem: (problem) => problems.push(problem),
    });
    return { summary, problems };
  };
  const read = (name: string) =>
    db.kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .selectAll()
      .where('training_job_name', '=', name)
      .executeTakeFirst();

  it('takes one object, an array and one a line, with timestamps of every kind', async () => {
    const object = describeResponse({ TrainingJobName: 'One', CreationTime: '2026-01-02T03:04:05.678000+01:00' });
    const array = [describeResponse({ TrainingJobName: 'Two' }), describeResponse({ TrainingJobName: 'Three' })];
    const lines = [describeResponse({ TrainingJobName: 'Four' }), describeResponse({ TrainingJobName: 'Five' })];
    await writeFile(join(folder, 'object.json'), JSON.stringify(object, undefined, 4));
    await writeFile(join(folder, 'array.json'), JSON.stringify(array, undefined, 4));
    const { summary, problems } = await run(
      [join(folder, 'object.json'), join(folder, 'array.json'), '-'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(summary, { files: 3, seen: 5, new: 5, changed: 0, unchanged: 0, failed: 0 });
    assert.equal((await read('One'))?.creation_time, '2026-01-02T02:04:05.678Z');
    assert.equal((await read('Five'))?.creation_time, '2025-10-09T08:53:20.123Z');
  });

  it('reads what PowerShell redirects, and UTF-8 with a byte order mark', async () => {
    const text = (name: string) => `\uFEFF${JSON.stringify(describeResponse({ TrainingJobName: name }))}\r\n`;
    const [little, big, utf8] = ['utf16le', 'utf16be', 'utf8'].map((name) => join(folder, `${name}.json`));
    await writeFile(little ?? '', Buffer.from(text('Little'), 'utf16le'));
    await writeFile(big ?? '', Buffer.from(text('Big'), 'utf16le').swap16());
    await writeFile(utf8 ?? '', text('Marked'));
    const { summary, problems } = await run([little ?? '', big ?? '', utf8 ?? '']);
    assert.deepEqual(problems, []);
    assert.equal(summary.new, 3);
    assert.ok(await read('Big'));
  });

  it('reads the numbers that Python writes and JSON does not know, and all 64 bits of an integer', async () => {
    const text = JSON.stringify(
      describeResponse({ TrainingJobName: 'Odd', FailureReason: 'NaN "Infinity" loss' }),
    ).replace(
      '{',
      '{"BillableTokenCount": 9223372036854775807, "FinalMetricDataList": [{"MetricName": "NaN", "Value": NaN}, {"Value": -Infinity}],',
    );
    assert.deepEqual((await run(['-'], text)).problems, []);
    const row = await read('Odd');
    assert.equal(row?.billable_token_count, 9223372036854775807n);
    assert.equal(row?.failure_reason, 'NaN "Infinity" loss');
    assert.deepEqual(
      row?.final_metric_data_list?.map(({ metric_name, value }) => [metric_name, value]),
      [
        ['NaN', 'NaN'],
        [null, '-Infinity'],
      ],
    );
  });

  it('takes recordings and the tags beside a response', async () => {
    const response = describeResponse({ TrainingJobName: 'Recorded', Tags: [{ Key: 'team', Value: 'nlp' }] });
    await run(['-'], JSON.stringify({ operation: 'DescribeTrainingJob', response }));
    assert.deepEqual((await read('Recorded'))?.tags, ['team:nlp']);
  });

  it('reports bad documents by file and line, and takes the good ones beside them', async () => {
    const file = join(folder, 'mixed.ndjson');
    const good = (name: string) => JSON.stringify(describeResponse({ TrainingJobName: name }));
    const wrong = JSON.stringify(describeResponse({ TrainingJobName: 'Wrong', TrainingTimeInSeconds: 'long' }));
    await writeFile(file, [good('Good1'), '{"broken": ', wrong, '{}', good('Good2')].join('\n'));
    const { summary, problems } = await run([file, join(folder, 'missing.json'), folder]);
    assert.deepEqual(summary, { files: 1, seen: 5, new: 2, changed: 0, unchanged: 0, failed: 5 });
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 4, undefined, undefined].toSorted(),
    );
    assert.match(
      problems.find(({ line }) => line === 3)?.error ?? '',
      /Wrong: TrainingTimeInSeconds .* should be INT32/,
    );
    assert.ok(await read('Good2'));
  });

  it('names what does not fit, and tells no value of it', async () => {
    const documents = [
      JSON.stringify({
        ...describeResponse({ TrainingJobName: 'Misfit' }),
        HyperParameters: { password: ['canary'] },
        Environment: 'DB_PASSWORD=canary',
        Tags: [null, { Key: ['canary'] }],
      }),
      '{"password": canary}',
      'canary',
      '{"canary',
    ];
    const { problems } = await run(['-'], documents.join('\n'));
    const said = problems.map(({ line, error }) => `${line}: ${error}`);
    assert.equal(said.length, 4);
    assert.match(said[0] ?? '', /^1: .*Environment \(environment\) should be MAP_STRING_STRING, but is a string of 18/);
    assert.match(said[1] ?? '', /^2: is not JSON: Unexpected character at line 1, column 14$/);
    assert.doesNotMatch(said.join('\n'), /canary/);
    const yaml = await run(['-'], 'apiVersion: sagemaker.services.k8s.aws/v1alpha1\nkind: "TrainingJob\nspec: *canary');
    assert.match(yaml.problems[0]?.error ?? '', /^document 1 is no YAML: missing char at line \d+, column \d+$/);
  });

  it('changes nothing when the same documents come again', async () => {
    const text = JSON.stringify(describeResponse({ TrainingJobName: 'Again' }));
    await run(['-'], text);
    const { summary } = await run(['-'], text);
    assert.deepEqual(summary, { files: 1, seen: 1, new: 0, changed: 0, unchanged: 1, failed: 0 });
  });
});
