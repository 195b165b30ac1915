import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Price } from '../../../catalog/billing/price.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import type { Database } from '../../../db/database.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { recordings, withoutCorpus } from '../../support/corpus.ts';
import { generatedJobs } from '../../support/generated-jobs.ts';
import {
  type ExpectedGroup,
  type ExpectedJob,
  expectedCost,
  expectedJob,
  expectedMilliseconds,
  Fraction,
  type RawResponse,
} from '../../support/independent-billing.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

/** Generated jobs; SAGECAT_EXACTNESS_JOBS=100000 is the full size. */
const size = Number(process.env.SAGECAT_EXACTNESS_JOBS ?? (onServer ? 4000 : 1500));

// Prices that change in the middle, and are missing for some instance types and for the storage of one region.
const turn = '2026-05-15';
const prices = {
  hourly: (_region: string, type: string, day: string): string | undefined => {
    const cents = [...type].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
    if (type === '' || cents % 7 === 0) return undefined;
    return day < turn ? `${cents % 40}.${String(cents).padStart(4, '0')}` : `${cents % 30}.${cents}`;
  },
  storage: (region: string, day: string): string | undefined =>
    region === 'us-west-2' ? undefined : day < turn ? '0.14' : '0.1375',
};

function priceRows(regions: readonly string[], types: readonly string[]): Price[] {
  const row = (region: string, instance_type: string, valid_from: string, price: string | undefined): Price[] =>
    price === undefined
      ? []
      : [
          {
            source: 'list',
            account_id: '*',
            region,
            instance_type,
            kind: instance_type === '' ? 'storage' : 'training',
            valid_from,
            valid_to: null,
            price,
            discount_percent: null,
          },
        ];
  return ['2000-01-01', turn].flatMap((day) =>
    regions.flatMap((region) => [
      ...row(region, '', day, prices.storage(region, day)),
      ...types.flatMap((type) => row(region, type, day, prices.hourly(region, type, day))),
    ]),
  );
}

interface Sample {
  readonly response: RawResponse;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly expected: ExpectedJob;
}

/** Sums by a key, of what is not null. */
function sumBy<T>(
  items: readonly T[],
  key: (item: T) => string | undefined,
  value: (item: T) => bigint | null,
): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const item of items) {
    const at = key(item);
    if (at !== undefined) sums.set(at, (sums.get(at) ?? 0n) + (value(item) ?? 0n));
  }
  return sums;
}

const withoutZeros = (sums: ReadonlyMap<string, bigint>): [string, bigint][] =>
  [...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));

function exact(title: string, samples: () => Sample[], skip: string | false): void {
  describe(title, { skip }, () => {
    let db: Database;
    let all: Sample[] = [];
    let groups: { job: ExpectedJob; group: ExpectedGroup; first: boolean; sample: Sample }[] = [];
    const keyOf = ({ job, group }: { job: ExpectedJob; group: ExpectedGroup }) =>
      `${job.day} ${job.account} ${job.region} ${group.type}`;

    before(async () => {
      all = samples();
      groups = all.flatMap((sample) =>
        sample.expected.groups.map((group, index) => ({ job: sample.expected, group, first: index === 0, sample })),
      );
      db = await testDatabase();
      let batch: Observation[] = [];
      for (const { response, tags } of all) {
        const flattened = flatten(trainingJob, response, { tags });
        assert.ok(flattened.ok);
        batch.push({ row: flattened.row, region: flattened.region, source: 'describe' });
        if (batch.length === 500) await storeRows(db.kysely, trainingJob, batch.splice(0));
      }
      await storeRows(db.kysely, trainingJob, batch);
      batch = [];
      const regions = [...new Set(all.map(({ expected }) => expected.region))];
      const types = [...new Set(groups.flatMap(({ group }) => group.type ?? []))];
      await storePrices(db.kysely, priceRows(regions, types), { origin: 'test' });
    });
    after(() => db?.[Symbol.asyncDispose]());

    /** `key -> value` of a query with columns `key` and `value`, without zeros. */
    const read = async (query: string): Promise<[string, bigint][]> => {
      const { rows } = await sql.raw<{ key: string; value: string | null }>(query).execute(db.kysely);
      return withoutZeros(new Map(rows.map(({ key, value }) => [key, BigInt(value ?? 0)])));
    };
    const dayKey = `day || ' ' || account_id || ' ' || region || ' ' || coalesce(instance_type, 'null')`;

    it('has the right row for every job and group', async () => {
      const { rows } = await sql<Record<string, string | null>>`
        SELECT job.training_job_arn || extract(epoch FROM job.creation_time)::numeric(20,3) AS id, u.group_index, u.day, u.instance_type, u.instance_count,
          u.instance_seconds::text, u.warm_pool_instance_seconds::text AS warm, (u.spot_saved_seconds::bigint * u.instance_count)::text AS saved,
          u.storage_gb_seconds::text AS storage, u.token_count::text AS tokens, u.capacity, u.billing = 'running' AS running, u.waste IS NOT NULL AS wasted
        FROM billing_usage AS u JOIN aws_sagemaker_trainingjob AS job ON job.id = u.resource_id`.execute(db.kysely);
      const actual = new Map(rows.map((row) => [`${row.id} ${row.group_index}`, row]));
      const capacity = {
        'per hour': 'on_demand',
        'per hour, spot': 'spot',
        prepaid: 'training_plan',
        'per token': 'serverless',
      };
      const text = (value: bigint | null) => (value === null ? null : String(value));
      for (const { response, expected } of all) {
        const created = response.CreationTime;
        const epoch = typeof created === 'number' ? created : Date.parse(String(created)) / 1000;
        for (const [index, group] of expected.groups.entries()) {
          const id = `${response.TrainingJobArn}${epoch.toFixed(3)} ${index}`;
          const row = actual.get(id);
          assert.ok(row, `no usage of ${id}`);
          const {
            day,
            instance_type,
            instance_count,
            instance_seconds,
            warm,
            saved,
            storage,
            tokens,
            running,
            wasted,
          } = row;
          const found = {
            day,
            instance_type,
            instance_count,
            instance_seconds,
            warm,
            saved,
            storage,
            tokens,
            running,
            wasted,
            capacity: row.capacity,
          };
          assert.deepEqual(
            found,
            {
              day: expected.day,
              instance_type: group.type,
              instance_count: group.count,
              instance_seconds: text(group.instanceSeconds),
              warm: text(group.warmInstanceSeconds),
              saved: group.count === null ? null : text(group.savedInstanceSeconds),
              storage: text(group.storageGbSeconds),
              tokens: text(expected.tokens),
              running: expected.running,
              wasted: expected.wasted,
              capacity: capacity[expected.how],
            },
            id,
          );
          actual.delete(id);
        }
      }
      assert.equal(actual.size, 0, 'there is a usage of no job');
    });

    const paid = ({ job, group }: (typeof groups)[number]) =>
      job.how.startsWith('per hour') ? group.instanceSeconds : 0n;
    const perDay: readonly [view: string, column: string, value: (item: (typeof groups)[number]) => bigint | null][] = [
      ['billable_by_day', 'instance_seconds', paid],
      ['billable_by_day', 'jobs', ({ first }) => (first ? 1n : 0n)],
      [
        'billable_by_day',
        'prepaid_instance_seconds',
        ({ job, group }) => (job.how === 'prepaid' ? group.instanceSeconds : 0n),
      ],
      ['billable_by_day', 'storage_gb_seconds', ({ group }) => group.storageGbSeconds],
      ['billable_by_day', 'token_count', ({ job, first }) => (first ? job.tokens : 0n)],
      ['spot_savings', 'saved_instance_seconds', ({ group }) => group.savedInstanceSeconds],
      ['spot_savings', 'billed_instance_seconds', (item) => (item.job.how === 'per hour, spot' ? paid(item) : 0n)],
      ['warm_pool_cost', 'instance_seconds', ({ group }) => group.warmInstanceSeconds],
      ['waste', 'instance_seconds', (item) => (item.job.wasted ? paid(item) : 0n)],
      [
        'time_per_phase',
        '1000 * training_seconds',
        ({ first, sample }) => (first ? BigInt(expectedMilliseconds(sample.response, 'Training')) : 0n),
      ],
      [
        'time_per_phase',
        '1000 * starting_seconds',
        ({ first, sample }) => (first ? BigInt(expectedMilliseconds(sample.response, 'Starting', 'Restarting')) : 0n),
      ],
    ];
    for (const [view, column, value] of perDay) {
      it(`has the right ${column} in ${view}`, async () => {
        assert.deepEqual(
          await read(`SELECT ${dayKey} AS key, (${column})::bigint::text AS value FROM ${view}`),
          withoutZeros(sumBy(groups, keyOf, value)),
        );
      });
    }

    it('has the right cost of every job, to the cent and far beyond', async () => {
      const { rows } = await sql<{ id: string; cost: string | null; is_unpriced: boolean }>`
        SELECT training_job_arn || extract(epoch FROM creation_time)::numeric(20,3) AS id, cost::text, is_unpriced FROM billable_by_job`.execute(
        db.kysely,
      );
      const actual = new Map(rows.map((row) => [row.id, row]));
      for (const { response, expected } of all) {
        const created = response.CreationTime;
        const epoch = typeof created === 'number' ? created : Date.parse(String(created)) / 1000;
        const row = actual.get(`${response.TrainingJobArn}${epoch.toFixed(3)}`);
        const costs = expected.groups.map((group) => expectedCost(expected, group, prices));
        assert.equal(row?.is_unpriced, costs.includes(undefined), `${response.TrainingJobArn} is_unpriced`);
        if (costs.some((cost) => cost === undefined || cost === null)) assert.equal(row?.cost, null);
        else {
          const cost = costs.reduce<Fraction>((sum, one) => sum.plus(one ?? new Fraction(0n)), new Fraction(0n));
          assert.ok(cost.equals(row?.cost ?? ''), `${response.TrainingJobArn} costs ${row?.cost}`);
        }
      }
    });

    it('has the right cost of every month and account, to the cent', async () => {
      const { rows } = await sql<{ key: string; cents: string; unpriced: string }>`
        SELECT to_char(day, 'YYYY-MM') || ' ' || account_id AS key, (round(coalesce(sum(cost), 0), 2) * 100)::bigint::text AS cents,
          sum(unpriced_groups)::text AS unpriced
        FROM billable_by_day GROUP BY 1`.execute(db.kysely);
      const costs = new Map<string, Fraction>();
      const unpriced = new Map<string, number>();
      // A day's sums have a cost only where everything billed in them has a price.
      const broken = new Set(
        groups.filter(({ job, group }) => expectedCost(job, group, prices) === undefined).map(keyOf),
      );
      for (const item of groups) {
        const key = `${item.job.day.slice(0, 7)} ${item.job.account}`;
        const cost = expectedCost(item.job, item.group, prices);
        if (cost === undefined) unpriced.set(key, (unpriced.get(key) ?? 0) + 1);
        if (!broken.has(keyOf(item))) {
          const known = cost ?? warmOnly(item);
          costs.set(key, (costs.get(key) ?? new Fraction(0n)).plus(known));
        }
      }
      for (const { key, cents, unpriced: count } of rows) {
        assert.equal(BigInt(cents), (costs.get(key) ?? new Fraction(0n)).cents(), key);
        assert.equal(Number(count), unpriced.get(key) ?? 0, `${key} unpriced`);
      }
    });

    /** What a job whose billable time is not known has cost so far: its warm pool. */
    function warmOnly({ job, group }: (typeof groups)[number]): Fraction {
      return Fraction.of(prices.hourly(job.region, group.type ?? '', job.day) ?? '0').times(
        group.warmInstanceSeconds ?? 0n,
        3600n,
      );
    }

    it('has the right sums of every tag', async () => {
      const tagged = groups.flatMap((item) => item.sample.tags.map((tag) => ({ ...item, tag })));
      const keys = JSON.stringify([...new Set(tagged.map(({ tag }) => tag.Key))]).replaceAll("'", "''");
      assert.deepEqual(
        await read(
          `SELECT tag_key || '=' || tag_value || ' ' || account_id AS key, sum(instance_seconds)::text AS value FROM cost_by_tag
           WHERE tag_key IN (SELECT jsonb_array_elements_text('${keys}')) GROUP BY 1`,
        ),
        withoutZeros(sumBy(tagged, ({ tag, job }) => `${tag.Key}=${tag.Value} ${job.account}`, paid)),
      );
    });

    it('does not change when it is rebuilt', async () => {
      assert.deepEqual(await rebuildUsage(db.kysely), { jobs: all.length, usageRowsChanged: 0, dayRowsChanged: 0 });
    });
  });
}

exact(
  'billable time of the recorded responses',
  () =>
    // Two of them are of one job at different times: as jobs of their own, none hides the other.
    recordings.map(({ response }, index) => {
      const name = `${response.TrainingJobName}-${index}`;
      const own = { ...response, TrainingJobName: name, TrainingJobArn: `${response.TrainingJobArn}-${index}` };
      return { response: own, tags: [], expected: expectedJob(own) };
    }),
  withoutCorpus,
);

exact(
  `billable time of ${size} generated jobs`,
  () => {
    const samples: Sample[] = [];
    for (const { response, tags } of generatedJobs({
      jobs: size,
      accounts: 3,
      regions: 4,
      historyDays: 365,
      liveJobs: Math.max(40, size / 100),
      anchor: Date.UTC(2026, 9, 31, 12),
    })) {
      samples.push({ response, tags, expected: expectedJob(response) });
    }
    const has = (what: string, test: (sample: Sample) => boolean) => assert.ok(samples.some(test), `no job ${what}`);
    for (const how of ['per hour', 'per hour, spot', 'prepaid', 'per token'] as const) {
      has(`paid ${how}`, ({ expected }) => expected.how === how);
    }
    has('of a heterogeneous cluster', ({ expected }) => expected.groups.length > 1);
    has('that runs', ({ expected }) => expected.running);
    has('that left a warm pool', ({ expected }) => (expected.groups[0]?.warmInstanceSeconds ?? 0n) > 0n);
    has(
      'that failed before training',
      ({ expected, response }) => expected.wasted && response.TrainingStartTime === undefined,
    );
    has('with selected instances', ({ response }) =>
      Object.hasOwn(response.ResourceConfig ?? {}, 'SelectedInstanceType'),
    );
    return samples;
  },
  false,
);
