import { savePolicy } from '../../db/policies/apply-policies.ts';
import { saveWatch } from '../../db/watches/apply-watches.ts';
import { type TestApi, testApi } from './test-api.ts';

/** Markup that a page must not run. */
export const script = '<img src=x onerror="globalThis.harmed = true"><script>globalThis.harmed = true</script>';
const long = 'x'.repeat(100_000);
const turned = '\u202egnp.evil\u0000\u0007';
const foreign = 'نموذج اللغة 深層学習モデル';
/** Texts that often break pages. */
const texts = [script, long, turned, foreign];

const own = '111122223333';
const other = '444455556666';

/** Names of jobs that no service accepts. */
const names = [script, 'x'.repeat(200), '\u202egnp.evil\u0007', foreign];

/** The ARN of a job like any other. */
export const plainArn = `arn:aws:sagemaker:us-east-1:${own}:training-job/plain`;

export const hostileArn = (index: number): string => `arn:aws:sagemaker:us-east-1:${own}:training-job/${names[index]}`;

/**
 * Returns a served catalog whose names, tags, reasons, parameters, accounts, coverage, policies, budgets and watches hold markup, control characters, writing from the
 * right, and 100 kB of text.
 */
export async function hostileCatalog(pageDirectory: string): Promise<TestApi & { readonly url: string }> {
  const budget = { about: `training_job_name:"${foreign}"`, amount: 1, currency: 'USD', contact: names[2] ?? '' };
  const api = await testApi({ pageDirectory, budgets: [{ ...budget, name: 'hostile', title: script }] });
  const phases = ['Starting', 'Training', 'Completed'].map((Status, hour) => ({
    Status,
    StartTime: new Date(Date.UTC(2026, 0, 3, hour)),
    ...(Status !== 'Completed' && { EndTime: new Date(Date.UTC(2026, 0, 3, hour + 1)) }),
  }));
  await api.store({ TrainingJobName: 'plain', SecondaryStatusTransitions: phases }, ['team:plain']);
  await savePolicy(api.database.kysely, {
    name: 'hostile',
    title: script,
    type: 'aws_sagemaker_trainingjob',
    require: `tags.team:"${foreign}"`,
    severity: 'critical',
    contact: names[2] ?? '',
    remedy: long.slice(0, 2000),
    exemptions: [{ about: 'training_job_name:plain', reason: `${foreign}${script}`, until: '2099-12-31' }],
  });
  for (const [index, text] of texts.entries()) {
    const job = {
      TrainingJobName: names[index],
      TrainingJobArn: hostileArn(index),
      HyperParameters: { [script]: text, plain: `${long}${script}`, [foreign]: turned },
      Environment: { [foreign]: turned, [`${turned}key`]: text },
      ExperimentConfig: { ExperimentName: script, TrialName: foreign },
    };
    const tags = [`team:${text.slice(0, 5000)}`, `${foreign}:${turned}`, `${script.replaceAll(':', '')}:x`];
    await api.store({ ...job, TrainingJobStatus: 'InProgress' }, tags);
    await api.store({ ...job, TrainingJobStatus: 'Failed', FailureReason: text }, tags);
  }
  const { pool } = api.database;
  const watch = { name: 'hostile', title: script, about: `tags.team:"${foreign}"`, channels: ['log'] };
  await saveWatch(api.database.kysely, { ...watch, when: 'enters' }, { channels: ['log'], budgets: [] });
  const body = { type: 'watch.enters', data: { watch: 'hostile', summary: `${script}${'w'.repeat(5000)}` } };
  await pool.query(
    `WITH message AS (
       INSERT INTO sagecat_private.watch_message (id, watch, account_id, body, resource_ids, created_at)
       VALUES (gen_random_uuid(), 'hostile', $1, $2, '{1}', now()) RETURNING id)
     INSERT INTO sagecat_private.watch_delivery (id, message_id, channel, status, attempts, attempted_at, answer_status, answer)
     SELECT gen_random_uuid(), id, 'log', 'dead', 3, now(), 500, $3 FROM message`,
    [own, body, `${foreign}${script}`],
  );
  for (const [account, name] of [
    [own, script],
    [other, `${foreign}${'研究'.repeat(60)}`],
  ]) {
    await pool.query('INSERT INTO account VALUES ($1, $2, true)', [account, name]);
  }
  const targets = [
    [own, 'us-east-1', 'complete', null],
    [own, 'eu-west-1', 'denied', `cannot be assumed: ${script}`],
    [other, 'us-east-1', 'partial', 'w'.repeat(5000)],
    [other, 'eu-west-1', 'denied', foreign],
  ];
  for (const [account, region, status, reason] of targets) {
    await pool.query(
      `INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, as_of, attempted_at)
       VALUES ('aws_sagemaker_trainingjob', $1, $2, $3, $4, $5, now())`,
      [account, region, status, reason, status === 'denied' ? null : '2026-01-03T00:00:00Z'],
    );
  }
  return Object.assign(api, { url: await api.app.listen({ host: '127.0.0.1', port: 0 }) });
}
