// 25 policies evaluated for every job, then after a crawl that changed 300 of them, compared with the first in one run; and their scores,
// compared with counting the verdicts.
// node bench/policies.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { builtInPolicies } from '../catalog/policies/built-in.ts';
import type { Policy } from '../catalog/policies/policy.ts';
import { applyPolicies } from '../db/policies/apply-policies.ts';
import { evaluatePolicies } from '../db/policies/evaluate-policies.ts';
import { readScores } from '../db/policies/read-scores.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';
import { milliseconds, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 10);
await using catalog = await benchCatalog(jobs);
const { kysely, pool } = catalog.database;
const training = builtInPolicies.filter(({ type }) => type === 'aws_sagemaker_trainingjob');
const policies: Policy[] = [
  ...training,
  ...Array.from({ length: 25 - training.length }, (_, index) => ({
    name: `lately-${index}`,
    title: 'Jobs of the last weeks name their project',
    type: 'aws_sagemaker_trainingjob',
    severity: 'low' as const,
    about: `creation_time:>now-${index + 1}w`,
    require: 'tags.project:*',
  })),
];

const whole = new Timings();
await applyPolicies(kysely, []);
await applyPolicies(kysely, policies);
await whole.time(() => evaluatePolicies(kysely));
await pool.query('ANALYZE policy_verdict');

const changed = new Timings();
const idle = new Timings();
const scores = new Timings();
const counted = new Timings();
for (let round = 0; round < rounds; round++) {
  // What a crawl of 300 jobs leaves: rows that were written, of which some have other tags.
  await pool.query(
    `UPDATE aws_sagemaker_trainingjob SET tags = CASE WHEN id % 2 = 0 THEN NULL ELSE tags END
     WHERE id IN (SELECT (random() * $1)::bigint + 1 FROM generate_series(1, 300))`,
    [jobs - 1],
  );
  await changed.time(() => evaluatePolicies(kysely));
  await idle.time(() => evaluatePolicies(kysely));
  await scores.time(() => readScores(kysely));
  if (round < 2) {
    await counted.time(() =>
      pool.query(
        'SELECT policy, count(*) FROM policy_verdict CROSS JOIN LATERAL jsonb_array_elements_text(violates) AS policy GROUP BY 1',
      ),
    );
  }
}

const first = whole.at(0.5);
printTable(
  [`${jobs} jobs, ${policies.length} policies`, 'ms, median', 'against', 'ratio'],
  [
    ['every job', milliseconds(first), '', ''],
    ['after 300 changed', milliseconds(changed.at(0.5)), 'every job', ratio(changed.at(0.5) / first)],
    ['after 300 changed', milliseconds(changed.at(0.5)), 'a bound of 1 s', ratio(changed.at(0.5) / 1000)],
    ['nothing changed', milliseconds(idle.at(0.5)), 'after 300 changed', ratio(idle.at(0.5) / changed.at(0.5))],
    ['scores of all', milliseconds(scores.at(0.5)), 'counting the verdicts', ratio(scores.at(0.5) / counted.at(0.5))],
    ['scores of all', milliseconds(scores.at(0.5)), 'a bound of 300 ms', ratio(scores.at(0.5) / 300)],
  ],
);
